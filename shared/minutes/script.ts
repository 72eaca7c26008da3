/**
 * A record in another script and with the usage of another region, for paper only: what is stored stays as she wrote it.
 *
 * Names are the same everywhere in the record and are converted with it, character by character: a roster in 简 beside a
 * text in 繁 would name people that nobody finds. Of a character that is a name in both scripts (范, 于, 后, 余, 云) the one
 * that she wrote stays.
 */
import type { Region, Script } from '../language.ts';
import { foldScript } from '../text/fold.ts';
import { inLetters, nameInLetters } from '../text/letters.ts';
import type { MinutesDocument } from './document.ts';
import type { Inline } from './inline.ts';
import { endsInTitle, isName, startsWithTitle } from './recognise/people.ts';
import { blocksWithin, editBlock } from './walk.ts';

/** The record as a layout of that region and script has it. The same one where nothing changes. */
export function inScript(document: MinutesDocument, script: Script, region: Region): MinutesDocument {
  const { meta } = document;
  const isOther = script !== meta.script;
  if (!isOther && region === meta.region) return document;
  const names = namesOf(document);
  const letters = (text: string): string => (isOther ? convert(text, names, script, region) : text);
  const words = (text: string): string => inUsage(letters(text), region);
  const inline = (parts: readonly Inline[]): Inline[] => parts.map((part, index) => (part.type === 'blank' ? { ...part, label: words(part.label).slice(0, 60) } : textPart(parts, index, words)));
  return {
    ...document,
    meta: {
      ...meta,
      script,
      ...(strings({ title: meta.title, organisation: meta.organisation, body: meta.body, place: meta.place, chair: meta.chair, recorder: meta.recorder, documentNumber: meta.documentNumber }, words)),
      ...(meta.official && { official: strings(meta.official, words) }),
    },
    roster: document.roster.map((person) => ({ ...person, ...strings({ name: person.name, organisation: person.organisation, title: person.title, ...(person.seat !== undefined && { seat: person.seat }) }, words) })),
    blocks: document.blocks.map((block) => editBlock(block, { words, inline })),
  };
}

/** The text part at a place, converted with its neighbours: a word may be half bold. */
function textPart(parts: readonly Inline[], index: number, words: (text: string) => string): Inline {
  const part = parts[index] as Inline;
  if (part.type !== 'text') return part;
  const [before, after] = [runOf(parts, index, -1), runOf(parts, index, 1)];
  const whole = words(before + part.text + after);
  // Where a word became longer nobody knows where its parts end: each is converted for itself.
  const isEven = whole.length === before.length + part.text.length + after.length;
  return { ...part, text: isEven ? whole.slice(before.length, before.length + part.text.length) : words(part.text) };
}

/** The text that goes on from a part without a break, one way. */
function runOf(parts: readonly Inline[], from: number, step: -1 | 1): string {
  let text = '';
  for (let at = from + step; parts[at]?.type === 'text'; at += step) {
    const part = parts[at];
    if (part?.type === 'text') text = step === 1 ? text + part.text : part.text + text;
  }
  return text;
}

/** The fields with every string in them changed. */
const strings = <Fields extends object>(fields: Fields, words: (text: string) => string): Fields =>
  Object.fromEntries(Object.entries(fields).map(([key, value]: [string, unknown]) => [key, typeof value === 'string' ? words(value) : Array.isArray(value) ? value.map((one: unknown) => (typeof one === 'string' ? words(one) : one)) : value])) as Fields;

/** Whom the record names, longest first: the roster, and who is named in fields of their own. */
function namesOf({ meta, roster, blocks }: MinutesDocument): string[] {
  const fields = blocks.flatMap((top) => [...blocksWithin(top)]).flatMap((block) => ('fields' in block ? Object.values<string>(block.fields) : []));
  const alone = [meta.chair, meta.recorder, ...fields].flatMap((text) => text.split(/[、，,；;（）()\s]/)).filter((text) => isName(foldScript(text)));
  return [...new Set([...roster.map(({ name }) => name), ...alone])].filter((name) => name.length > 1).sort((one, other) => other.length - one.length);
}

/** The text in the letters of a script; the names in it as names. */
function convert(text: string, names: readonly string[], script: Script, region: Region): string {
  let converted = '';
  let from = 0;
  for (const { at, name } of namesIn(text, names, script)) {
    converted += inLetters(text.slice(from, at), script, region) + nameInLetters(name, script, region);
    from = at + name.length;
  }
  return converted + inLetters(text.slice(from), script, region);
}

/** Surnames that are another word as well, so that OpenCC would make that of them. */
const doubtful = new Set('范于后余涂朴郁岳钟');

/** The names in a text, in order: the known ones, and towards 繁 those with a doubtful surname that stand as a name does. */
function namesIn(text: string, names: readonly string[], script: Script): { at: number; name: string }[] {
  const found = new Map<number, string>();
  let closed = 0;
  const folded = script === 'Hant' ? foldScript(text) : '';
  for (let at = 0; at < text.length; at++) {
    if (at < closed) continue;
    const name = names.find((one) => text.startsWith(one, at)) ?? (script === 'Hant' && doubtful.has(text.charAt(at)) ? standingName(folded, at) : undefined);
    if (!name) continue;
    found.set(at, text.slice(at, at + name.length));
    closed = at + name.length;
  }
  return [...found].map(([at, name]) => ({ at, name }));
}

const nameBegins = /(?:^|[、，。；：？！（「『“‘《\s由请]|和|与)$/;
const nameEnds = /^(?:$|[、，。；：？！）」』”’》\s]|等|作|致|说|表示|指出|强调|介绍|主持|建议|认为|提出|代表|同志|汇报|补充|回应)/;
/** 于会员大会: what begins a given name is none of these. */
const notGiven = /^.(?:会|本|该|各|上|下|年|月|日|今|明|全|其|此|第|同|是|一|二|两|理事|监事)/;
/** Words that begin with the character of a surname. */
const notNames = /^(?:范[围本例式畴文]|于是|后[勤期续备台面者代果来记方]|余[额款下数量生地]|岳[父母]|朴[素实]|郁闷|钟[头表声点])/;

/** The name that stands at a place of a folded text; undefined where it is none for certain. */
function standingName(folded: string, at: number): string | undefined {
  const before = folded.slice(Math.max(0, at - 12), at);
  const isBegun = nameBegins.test(before) || endsInTitle(before);
  return [3, 2].map((length) => folded.slice(at, at + length)).find((name) => {
    const after = folded.slice(at + name.length);
    if (notGiven.test(name) || notNames.test(name) || !isName(name)) return false;
    return isBegun ? nameEnds.test(after) || startsWithTitle(after) : startsWithTitle(after) && /[会局部院司处所校厅署委]$/.test(before);
  });
}

/** Words that stand for the record itself: 紀錄 in Taiwan, 記錄 elsewhere. As a verb 記錄 is the same everywhere. */
const noun = /(會議|会议|議事|议事|發言|发言|前次|上次|本次|歷次|历次)?(紀錄|記錄|纪录|记录)(人|員|员|本|：|:)?/g;
const nouns: Readonly<Record<string, readonly [string, string]>> = { 紀錄: ['紀錄', '記錄'], 記錄: ['紀錄', '記錄'], 纪录: ['纪录', '记录'], 记录: ['纪录', '记录'] };

const quotes: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };
const mainlandQuotes: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(quotes).map(([one, other]) => [other, one]));

/** The text with the words of a meeting and the quotation marks of a region: “甲‘乙’” is 「甲『乙』」. */
function inUsage(text: string, region: Region): string {
  const worded = text
    .replace(noun, (whole, before: string | undefined, word: string, after: string | undefined) =>
      before || after ? `${before ?? ''}${nouns[word]?.[region === 'TW' ? 0 : 1] ?? word}${after ?? ''}` : whole,
    )
    .replace(/致([詞辭词辞])/g, (_, word: string) => '致' + ('词辞'.includes(word) ? ['词', '辞'] : ['詞', '辭'])[region === 'TW' ? 0 : 1]);
  if (region === 'CN') return worded.replace(/[「」『』]/g, (mark) => mainlandQuotes[mark] ?? mark);
  // In don’t it is no quotation mark.
  return worded.replace(/(?<![A-Za-z])[‘’]|[‘’](?![A-Za-z])|[“”]/g, (mark) => quotes[mark] ?? mark);
}
