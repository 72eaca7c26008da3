/** The head of a record: its title, and the labelled lines 時間：… 地點：… 主席：… 紀錄：… */
import { findDates, parseDate } from '../../text/date-reading.ts';
import { formatPeriod } from '../../text/dates.ts';
import { foldScript } from '../../text/fold.ts';
import { numeralPattern, parseNumeral } from '../../text/numerals.ts';
import { headLabel, type HeadLine } from '../head.ts';
import type { Meta } from '../meta.ts';
import { groupText, type Line, lineOf, type Paper, sameOnPaper } from './build.ts';
import { isOrganisation, splitSpeaker } from './people.ts';

const titleForm = /^[^,;:?!。]{0,70}(?:[记纪](?:录|要)(?:\([^)]{1,20}\))?|(?:第.{1,9}次|届).{0,12}(?:会议|大会|会))$/;
const termForm = new RegExp(`第(${numeralPattern}{1,9})届`, 'd');
const sessionForm = new RegExp(`第(${numeralPattern}{1,9})次`, 'd');
const bodyForm = /会员代表大会|会员大会|理监事联席会议?|理监事会|常务理事会|常务委员会|理事会|监事会|董事会|股东大会/d;
const organisationStop = /第|[0-9]{2,4}年|民国|会员代表大会|会员大会|理监事|常务理事会|理事会|监事会|董事会|股东大会|专题/;

const isTitle = ({ folded, file }: Line): boolean => file?.role === 'title' || (file?.exact !== true && !file?.block && titleForm.test(folded));

const number = (line: Line, form: RegExp): number | null => parseNumeral(form.exec(line.folded)?.[1] ?? '') || null;

/** Reads a title, or an organisation with the title under it, into `meta`; how many lines that took. */
export function readTitle(lines: readonly Line[], meta: Partial<Meta>): number {
  const [first, second] = lines;
  if (!first) return 0;
  const names = (first.file?.role === 'organisation' && first.text.length <= 500) || (first.text.length <= 40 && isOrganisation(first.folded));
  const two = second && !isTitle(first) && names && isTitle(second);
  const title = two ? second : first;
  if (!isTitle(title) || title.text.length > (title.file?.role ? 500 : 100)) return 0;
  meta.title = title.text;
  const stop = title.folded.search(organisationStop);
  const organisation = two ? first.text : title.text.slice(0, Math.max(0, stop));
  if (organisation !== '' && (first.file?.role === 'organisation' || isOrganisation(foldScript(organisation)))) meta.organisation = organisation;
  const [term, session, body] = [number(title, termForm), number(title, sessionForm), bodyForm.exec(title.folded)];
  if (term !== null) meta.term = term;
  if (session !== null) meta.session = session;
  if (body) meta.body = groupText(title, body, 0);
  return two ? 2 : 1;
}

/** 「…召開了青禾綠化協會第三屆理事會第四次會議…」: a meeting that the text names in full. */
const namedMeeting = new RegExp(
  `(?:召开|举行|举办|出席|参加|[作做])了?(?<organisation>[^,。;:、《》“”\\s]{0,30}?)(?<name>第(?:${numeralPattern}){1,9}届(?:${bodyForm.source})第(?:${numeralPattern}){1,9}次(?:全体|扩大)?会议)`,
  'd',
);
const recordWord = { CN: { Hant: '記錄', Hans: '记录' }, TW: { Hant: '紀錄', Hans: '纪录' }, HK: { Hant: '記錄', Hans: '记录' } } as const;

/** Names a record without a title after the meeting that its text names in full; leaves it unnamed where none is. */
export function readNaming(lines: readonly Line[], meta: Partial<Meta>, paper: Paper): void {
  for (const line of lines) {
    const found = namedMeeting.exec(line.folded)?.indices?.groups;
    const [organisation, name] = [found?.['organisation'], found?.['name']];
    if (!organisation || !name) continue;
    const named = lineOf(line.text.slice(...name));
    meta.title = `${line.text.slice(...organisation)}${named.text}${recordWord[paper.region][paper.script]}`;
    const [term, session, body] = [number(named, termForm), number(named, sessionForm), bodyForm.exec(named.folded)];
    if (term !== null) meta.term = term;
    if (session !== null) meta.session = session;
    if (body) meta.body = groupText(named, body, 0);
    return;
  }
}

const labels: readonly (readonly [RegExp, HeadLine])[] = [
  [/^(?:(?:会议|开会)?(?:时间|日期)|会议时间)$/, 'time'],
  [/^(?:会议|开会)?地[点址]$/, 'place'],
  [/^(?:会议)?(?:主席|主持人?|主持者)$/, 'chair'],
  [/^(?:会议)?[记纪]录(?:人|员|者)?$/, 'recorder'],
  [/^(?:文号|档号|发文字号|编号)$/, 'documentNumber'],
];

/** A label, its colon and what follows; null for any other line. */
export function readLabel(line: Line): { label: string; value: Line } | null {
  const match = /^([^:,。;]{1,10}?)\s*:\s*(.*)$/s.exec(line.folded);
  if (!match) return null;
  const value = line.text.slice(line.text.length - (match[2] ?? '').length);
  return { label: (match[1] ?? '').replace(/\s/g, ''), value: lineOf(value) };
}

/**
 * Reads labelled lines of the head into `meta`, several in one line too (主席：…　紀錄：…). 'moved' where the head prints
 * exactly this, 'kept' where the data was read but the line must stay, null where it is no such line.
 */
export function readHeadLine(line: Line, meta: Partial<Meta>, paper: Paper): 'moved' | 'kept' | null {
  const parts = line.text.split(/(?:\s{2,}|\t|\u3000)\s*(?=[^:：\s]{1,6}\s*[:：])/).map(lineOf);
  const read = parts.map((part) => readPart(part, meta, paper));
  if (read.some((one) => one === null)) return null;
  const fresh: Partial<Meta> = {};
  for (const one of read) Object.assign(fresh, one?.meta);
  Object.assign(meta, fresh);
  return read.every((one) => one?.exact) ? 'moved' : 'kept';
}

function readPart(line: Line, known: Partial<Meta>, paper: Paper): { meta: Partial<Meta>; exact: boolean } | null {
  const labelled = readLabel(line);
  const which = labels.find(([pattern]) => pattern.test(labelled?.label ?? ''))?.[1];
  if (!labelled || !which || labelled.value.text === '') return null;
  const value = labelled.value.text;
  const meta = dataOf(which, value, paper);
  const printed = which !== 'time' ? value : meta.start ? formatPeriod(meta.start, meta.end ?? null, paper.region, paper.script) : '';
  const exact = value.length <= 500 && printed !== '' && sameOnPaper(`${headLabel(which, paper.region, paper.script)}：${printed}`, line.text);
  const taken = Object.keys(meta).some((key) => known[key as keyof Meta] !== undefined);
  return taken || Object.keys(meta).length === 0 ? { meta: {}, exact: false } : { meta, exact };
}

/** What a labelled line of the head says; nothing where it says no date, or too much. */
export function dataOf(which: HeadLine, value: string, { region }: Paper): Partial<Meta> {
  if (which !== 'time') return value.length <= 500 ? { [which]: value } : {};
  const date = parseDate(value, region);
  if (!date) return {};
  return { start: date.from, ...(date.to !== null && { end: date.to }) };
}

/** When a lead paragraph says that the meeting was held (…於2024年1月19日召開): the start, as data. */
export function readLead(line: Line, meta: Partial<Meta>, { region }: Paper): void {
  if (meta.start !== undefined || !/召开|举行|举办/.test(line.folded)) return;
  const [date] = findDates(line.text, region);
  if (date) Object.assign(meta, { start: date.from, ...(date.to !== null && { end: date.to }) });
}

const chairForms = [/会议由([^。;]{2,30}?)(?:同志)?(?:主持|(?:担)?任主席)/d, /(?:^|[。,;])([^。,;]{2,30}?)(?:同志)?主持(?:了)?(?:召开)?(?:本次|此次)?(?:会议|大会)/d];

/** Who chaired, by name where the name can be told from organisation and title. '' where nobody is named. */
export function readChair(line: Line): string {
  for (const form of chairForms) {
    const match = form.exec(line.folded);
    if (!match) continue;
    const who = groupText(line, match, 1);
    return splitSpeaker(who)?.name ?? who;
  }
  return '';
}
