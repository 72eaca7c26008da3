/** What single words of a list say of somebody: how they were there, as what, and who votes for them. */
import type { AttendanceState } from '../roster.ts';
import { lineOf } from './build.ts';
import { type Named, readPerson } from './clause.ts';
import { endsInTitle } from './people.ts';

/** Somebody as a list names them; what it does not say is absent. */
export interface Listed extends Named {
  attendance?: AttendanceState;
  role?: 'chair' | 'recorder';
  seat?: string;
}

export interface Listing {
  people: Listed[];
  /** What names nobody for certain, as it is written. */
  unread: string[];
}

export type Said = Pick<Listed, 'attendance' | 'role' | 'seat' | 'proxyName'>;

/** What words in brackets, in a column or before a colon say of somebody. In this order: the first that fits. */
const sayings: readonly (readonly [RegExp, Said])[] = [
  [/^(?:书面)?委托(?:出席|代理|书)?(?:人员|者|人)?$/, { attendance: 'proxy' }],
  [/^列席/, { attendance: 'inAttendance' }],
  [/^(?:.{0,2})请假|^病假$|^事假$|^公假$/, { attendance: 'leave' }],
  [/^(?:缺席|未出席|未到)/, { attendance: 'absent' }],
  [/^(?:会议)?(?:主席|主持人?|主持者)$/, { attendance: 'present', role: 'chair' }],
  [/^(?:会议)?[记纪]录(?:人|员|者)?$/, { role: 'recorder' }],
  [/^(?:出席|亲自出席|参会|参加|与会|到会|签到)/, { attendance: 'present' }],
];
const seats = /(常务理事|常务监事|候补理事|候补监事|理事|监事|董事|会员代表|委员|会员)(?:\d+[人名位])?$/;
const heldBy = /^(?:(?:书面)?委托)(.{2,5}?)(?:代为|代理|代表)?(?:出席|投票)?$|^由?(.{2,5}?)代(?:理|为出席)?$/d;

/** What a word says of how somebody was there; null where it says nothing. */
export function saidBy(word: string): Said | null {
  const line = lineOf(word);
  const held = heldBy.exec(line.folded)?.indices;
  const place = held?.[1] ?? held?.[2];
  const found = sayings.find(([pattern]) => pattern.test(line.folded))?.[1];
  if (found) return found;
  const holder = place && readPerson(line.text.slice(...place));
  return holder ? { attendance: 'proxy', proxyName: holder.name } : null;
}

/** 「出席理事」, 「列席人員」, 「主席」, 「常務監事」: what a label says of the names behind it; null for other words. */
export function meaningOf(source: string): (Said & { title?: string }) | null {
  const { text, folded } = lineOf(source.replace(/[(（].*/, ''));
  const said = sayings.find(([pattern]) => pattern.test(folded))?.[1];
  const seat = seats.exec(folded)?.[1];
  if (said) return { ...said, ...(seat && { seat: text.slice(folded.lastIndexOf(seat)).slice(0, seat.length) }) };
  if (seat && folded.length <= seat.length + 2) return { seat: text };
  return endsInTitle(folded) && folded.length <= 8 ? { title: text } : null;
}
