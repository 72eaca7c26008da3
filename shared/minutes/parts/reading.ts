/** What a layout printed around a record, read back into the fields that it came from. */
import type { LayoutProfile } from '../../layouts/layout.ts';
import { bareText } from '../../text/bare.ts';
import { parseDate } from '../../text/date-reading.ts';
import type { Region } from '../../language.ts';
import type { MinutesDocument } from '../document.ts';
import { inlineText } from '../inline.ts';
import { type Official, secrecyWords, urgencyWords } from '../official.ts';
import type { StyleName } from '../styles.ts';
import { attendanceLabels } from './attendance.ts';
import { parts } from './index.ts';
import { type Particular, particularLabels, uncounted } from './particulars.ts';
import { signerLabels } from './signing.ts';

/** A printed line of a part: the style it stands in, and its words. */
export interface PartLine {
  style: StyleName;
  text: string;
}

/** A labelled line of the head, or of the attendance, that is a field of the record. */
export interface LabelledPart {
  field: Particular;
  value: string;
}

/** 「時間 Time：…」「出席：…（共4人）」: a line of the particulars or of the attendance, in either script; null where it is none of that layout. */
export function readLabelled({ style, text }: PartLine, layout: LayoutProfile, region: Region): LabelledPart | null {
  const names = [...layout.parts.before, ...layout.parts.after];
  const labels = style === 'metaLine' && names.includes('particulars') ? particularLabels(region) : style === 'attendance' && names.includes('attendance') ? attendanceLabels(region) : [];
  const colon = text.indexOf('：');
  if (colon < 0) return null;
  const label = text.slice(0, colon);
  const found = labels.find(([, { words, english }]) => [words.Hant, words.Hans].some((word) => label === word || label === `${word} ${english}`));
  if (!found) return null;
  const value = text.slice(colon + 1);
  // The count is of the particulars alone.
  return { field: found[0], value: found[0] === 'present' && style === 'metaLine' ? uncounted(value) : value };
}

/** 「2024年1月19日，石仲平在會議室主持召開…紀要如下：」: the day, the place and who chaired, as far as it tells them; null for any other paragraph. */
export function readLeadPart(text: string): { day: string; chair: string; place: string } | null {
  if (!/[紀纪]要如下：$/.test(text)) return null;
  const [, day = '', rest = ''] = /^(?:([^，。]*\d日)，)?(.+)。[^。]+$/.exec(text) ?? [];
  const chaired = /^(.+?)(?:在(.+))?主持召[開开]/.exec(rest);
  const held = chaired ? null : /在(.+)召[開开]$/.exec(rest);
  return { day, chair: chaired?.[1] ?? '', place: chaired?.[2] ?? held?.[1] ?? '' };
}

/** What the lines of an official layout say: 公文要素, the number, and the day that stands on it for the meeting's. */
export function readOfficialParts(lines: readonly PartLine[], organisation: string, region: Region): { official: Official; documentNumber: string; day: string | null } {
  const of = (style: StyleName): string[] => lines.filter((line) => line.style === style).map(({ text }) => text);
  const [office = '', onHead = ''] = (of('masthead')[0] ?? '').split('\t');
  const foot = of('imprint');
  const [printedBy = '', printed = ''] = (foot.find((line) => line.includes('\t')) ?? '').split('\t');
  const copies = foot.map((line) => /^抄送：(.*?)。?$/.exec(line)?.[1] ?? '').find((text) => text !== '');
  const printedOn = parseDate(printed.replace(/印[發发]$/, ''), region)?.from.slice(0, 10);
  const day = parseDate(onHead, region)?.from.slice(0, 10) ?? null;
  const by = printedBy || office;
  const number = numberOf(of('documentNumber'));
  const [mark, addressee] = [of('mark').join('').replaceAll('\n', ''), (of('addressee')[0] ?? '').replace(/[：:]$/, '')];
  return {
    official: short({
      ...gradeOf(of('grade')),
      ...(mark !== '' && { mark }),
      ...number.official,
      ...(addressee !== '' && { addressee }),
      ...(copies !== undefined && { copiesTo: copies }),
      ...(by !== '' && by !== organisation && { printedBy: by }),
      ...(printedOn !== undefined && { printedOn }),
    }),
    documentNumber: number.documentNumber.slice(0, mostCharacters),
    day: printedOn === undefined ? day : null,
  };
}

/** What a field of the head holds. */
const mostCharacters = 500;
const short = (official: Official): Official => Object.fromEntries(Object.entries(official).map(([key, value]) => [key, typeof value === 'string' ? value.slice(0, mostCharacters) : value]));

function gradeOf(lines: readonly string[]): Official {
  const official: Official = {};
  const keyOf = <Key extends string>(words: Readonly<Record<Key, { Hant: string; Hans: string }>>, word: string): Key | undefined =>
    (Object.keys(words) as Key[]).find((key) => words[key].Hant === word || words[key].Hans === word);
  for (const line of lines) {
    const [word = '', period] = line.split('★');
    const secrecy = keyOf(secrecyWords, word);
    const urgency = keyOf(urgencyWords, line);
    if (secrecy) Object.assign(official, { secrecy, ...(period !== undefined && { secrecyPeriod: period }) });
    else if (urgency) official.urgency = urgency;
    else official.copyNumber = line;
  }
  return official;
}

/** 第×期, the number, and beside it those who sign for it, two of them a line. */
function numberOf(lines: readonly string[]): { official: Official; documentNumber: string } {
  const official: Official = {};
  let documentNumber = '';
  for (const line of lines) {
    const issue = /^第(\d{1,5})期$/.exec(line)?.[1];
    const [own = '', names] = line.split('\t');
    if (issue !== undefined && Number(issue) > 0) official.issue = Number(issue);
    else if (own !== '') documentNumber = own;
    const signers = (names ?? '').replace(/^[簽签][發发]人：/, '').split('\u3000').filter((name) => name !== '');
    if (signers.length > 0) official.signers = [...(official.signers ?? []), ...signers].slice(0, 20);
  }
  return { official, documentNumber };
}

/** Who signs at the end, '' where there is room to; and 經辦人. null where no line of it is there. */
export function readSigning(lines: readonly PartLine[], layout: LayoutProfile, region: Region): { chair: string; recorder: string; handler: string } | null {
  if (!layout.parts.after.includes('signing')) return null;
  const read = { chair: '', recorder: '', handler: '' };
  let isThere = false;
  for (const { style, text } of lines) {
    if (style !== 'signature') continue;
    const colon = text.indexOf('：');
    const label = text.slice(0, Math.max(colon, 0)).split(' ')[0] ?? '';
    const found = signerLabels(region).find(([, { words }]) => words.Hant === label || words.Hans === label);
    if (!found) continue;
    read[found[0]] = text.slice(colon + 1).replace(/^＿+$/, '');
    isThere ||= found[0] !== 'handler';
  }
  return isThere || read.handler !== '' ? { ...read } : null;
}

const framed: ReadonlySet<StyleName> = new Set<StyleName>(['grade', 'mark', 'documentNumber', 'masthead', 'redRule', 'addressee', 'imprint']);

/** Whether lines of a style are made by the layout around the text. */
export const isFramed = (style: StyleName, { parts: { after } }: LayoutProfile): boolean =>
  framed.has(style) || (style === 'signature' && (after.includes('signing') || after.includes('signature')));

/** The lines of a layout's parts that a record does not print again, without regard to white space. */
export function unprinted(lines: readonly PartLine[], document: MinutesDocument, layout: LayoutProfile): PartLine[] {
  const { before, after, foot } = layout.parts;
  const printed = new Set([...before, ...after, ...foot].flatMap((name) => parts[name](document, layout)).flatMap((node) => (node.type === 'paragraph' ? [bareText(inlineText(node.runs))] : [])));
  return lines.filter(({ text }) => !printed.has(bareText(text)));
}
