/** 應到, 實到, 可表決, and whether that is a quorum: counted from the roster, at a time of day or over the whole meeting. */
import type { Person } from '../roster.ts';
import type { QuorumRule } from '../votes/rule.ts';
import { meets, type Needed, needed, readingsOf } from '../votes/threshold.ts';
import { isHere, isMember, isRepresented, votersOf } from './voting.ts';

export interface RosterCounts {
  /** 應到: everybody who belongs to the body. */
  members: number;
  /** 實到 in person. */
  inPerson: number;
  /** 實到 by proxy. */
  byProxy: number;
  /** 實到: both together. */
  present: number;
  /** 可表決: who may vote, in person or by proxy. */
  voting: number;
  /** 列席, and guests among 出席. */
  guests: number;
  leave: number;
  absent: number;
}

/** Counts a roster; with a time of day, as it stood at that minute. */
export function countsOf(roster: readonly Person[], at?: string): RosterCounts {
  const count = (is: (person: Person) => boolean): number => roster.filter(is).length;
  const inPerson = count((person) => isMember(person) && isHere(person, at));
  const byProxy = count((person) => isMember(person) && isRepresented(roster, person, at));
  return {
    members: count(isMember),
    inPerson,
    byProxy,
    present: inPerson + byProxy,
    voting: votersOf(roster, [], at).length,
    guests: count((person) => !isMember(person) && isHere(person, at)),
    leave: count(({ attendance }) => attendance === 'leave'),
    absent: count(({ attendance }) => attendance === 'absent'),
  };
}

export interface Quorum {
  /** null where the words of the charter can be read in two ways and these differ. */
  met: boolean | null;
  /** How many of the members must be there. */
  needed: Needed;
  /** How many of those who are there count for it. */
  counted: number;
}

/** Whether a meeting has its 法定人數; null where nobody belongs to the body, so that there is nothing to say. */
export function quorumOf({ members, inPerson, byProxy }: RosterCounts, { fraction, comparator, proxies }: QuorumRule): Quorum | null {
  if (members === 0) return null;
  const counted = inPerson + (proxies ? byProxy : 0);
  const readings = comparator === 'unresolved' ? (['moreThan', 'atLeast'] as const) : ([comparator] as const);
  const met = readings.map((reading) => meets(counted, members, fraction, reading));
  return {
    met: met.every((one) => one === met[0]) ? (met[0] ?? null) : null,
    needed: comparator === 'unresolved' ? { readings: 'two', ...readingsOf(members, fraction) } : { readings: 'one', count: needed(members, fraction, comparator) },
    counted,
  };
}

/** 過半數: what holds where the body has no rule of its own; proxies count. */
export const usualQuorum: QuorumRule = { fraction: { numerator: 1, denominator: 2 }, comparator: 'moreThan', proxies: true };
