/** What the papers around a meeting say of it. */
import type { MinutesDocument } from '../minutes/document.ts';
import type { Person } from '../minutes/roster.ts';
import { formatPeriod } from '../text/dates.ts';
import { chineseNumeral } from '../text/numerals.ts';

/** The meeting by its name, without 紀錄: 第六屆理事會第四次會議. '' where nothing is known of it. */
export function meetingName({ meta }: MinutesDocument): string {
  const { title, organisation, body, term, session, script } = meta;
  const bare = (organisation !== '' && title.startsWith(organisation) ? title.slice(organisation.length) : title).replace(/(會議|会议)?(紀錄|記錄|记录|紀要|纪要)$/, '$1').trim();
  if (bare !== '') return bare;
  if (body === '') return '';
  const hant = script === 'Hant';
  const terms = term === null ? '' : `第${chineseNumeral(term)}${hant ? '屆' : '届'}`;
  const sessions = session === null ? '' : `第${chineseNumeral(session)}次`;
  return `${terms}${body}${sessions}${/(會議|会议)$/.test(body) ? '' : hant ? '會議' : '会议'}`;
}

export const whenWords = ({ meta }: MinutesDocument): string => (meta.start ? formatPeriod(meta.start, meta.end, meta.region, meta.script, { era: true }) : '');

/** Who belongs to the body that meets, whether they come or not; those who only attend are not among them. */
export const members = ({ roster }: MinutesDocument): Person[] => inRank(roster.filter(({ attendance }) => attendance !== 'inAttendance'));
export const guests = ({ roster }: MinutesDocument): Person[] => inRank(roster.filter(({ attendance }) => attendance === 'inAttendance'));

/** By rank where it is given; else as they are listed. */
const inRank = (people: readonly Person[]): Person[] =>
  people
    .map((person, index) => ({ person, index }))
    .sort((one, other) => (one.person.rank ?? Infinity) - (other.person.rank ?? Infinity) || one.index - other.index)
    .map(({ person }) => person);

/** 職務: the seat in the body, or the title. */
export const seatOf = ({ seat, title }: Person): string => seat || title;

export interface AgendaItem {
  text: string;
  presenter: string;
  time: string;
}

type Loose = Record<string, unknown>;
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
/** The data of the sections of a kind; read with care, as any version of a kind may have written it. */
export const dataOf = (document: MinutesDocument, kind: string): { id: string; data: Loose; fields: Record<string, string> }[] =>
  document.blocks
    .filter((block) => (block.kind as string) === kind)
    .map((block) => {
      const { data, fields } = block as { data?: unknown; fields?: Record<string, string> };
      return { id: block.id, data: isObject(data) ? data : {}, fields: fields ?? {} };
    });

/** The items of the agenda, in order; none where the record has none. */
export function agendaItems(document: MinutesDocument): AgendaItem[] {
  return dataOf(document, 'agenda').flatMap(({ data }) => {
    const items = Array.isArray(data['items']) ? data['items'] : [];
    return items
      .filter(isObject)
      .map((item) => ({ text: words(item['text']), presenter: words(item['presenter']), time: words(item['time']) }))
      .filter(({ text }) => text !== '');
  });
}

/** Something that is voted on with papers. */
export interface Polling {
  blockId: string;
  kind: 'election' | 'vote';
  /** 選舉何職, or the matter of a decision. */
  name: string;
  candidates: string[];
  seats: number | null;
  marks: number | null;
}

const count = (value: unknown): number | null => (typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null);

/** The elections and the decisions of a record, in order. */
export function pollings(document: MinutesDocument): Polling[] {
  const elections = dataOf(document, 'election').map(({ id, data, fields }): Polling => {
    const candidates = Array.isArray(data['candidates']) ? data['candidates'].filter(isObject).map((one) => words(one['name'])) : [];
    return { blockId: id, kind: 'election', name: fields['office']?.trim() ?? '', candidates: candidates.filter((name) => name !== ''), seats: count(data['seats']), marks: count(data['marks']) };
  });
  const votes = ['resolution', 'extemporeMotion'].flatMap((kind) =>
    dataOf(document, kind).map(({ id, fields }): Polling => ({ blockId: id, kind: 'vote', name: fields['matter']?.trim() ?? '', candidates: [], seats: null, marks: null })),
  );
  const place = new Map(document.blocks.map(({ id }, index) => [id, index]));
  return [...elections, ...votes].sort((one, other) => (place.get(one.blockId) ?? 0) - (place.get(other.blockId) ?? 0));
}
