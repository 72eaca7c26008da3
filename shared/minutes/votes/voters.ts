/** Who may vote now: 出席 and 委託出席 of the roster, without those who left or stand aside. */
import type { Person } from '../roster.ts';

export interface Voters {
  /** 應到: everybody of the roster who has a vote in the body, there or not. */
  members: number;
  /** Who came themselves and has not left. */
  inPerson: number;
  /** For whom another votes who is there. */
  proxies: number;
  /** How many of those who were there, or voted for, stand aside. */
  recused: number;
  /** Who may vote: in the order of the roster. */
  people: readonly Person[];
}

/** Whether somebody has a vote in the body at all: 列席 have none unless it is said. */
export const hasVote = ({ voting, attendance }: Person): boolean => voting ?? attendance !== 'inAttendance';

/**
 * Counts those who may vote on a matter. A vote by proxy goes with the one who holds it: it counts only while that
 * person is there, and not while that person stands aside.
 */
export function votersOf(roster: readonly Person[], recusals: readonly string[] = []): Voters {
  const aside = new Set(recusals);
  const body = roster.filter(hasVote);
  const here = new Map(roster.filter(({ attendance, left }) => attendance === 'present' && left === undefined).map((person) => [person.id, person]));
  const inPerson = body.filter(({ id }) => here.has(id));
  const proxies = body.filter(({ attendance, proxy }) => attendance === 'proxy' && (proxy === undefined || here.has(proxy)));
  const there = [...inPerson, ...proxies];
  const voting = new Set(there.filter(({ id, proxy, attendance }) => !aside.has(id) && !(attendance === 'proxy' && proxy !== undefined && aside.has(proxy))));
  return {
    members: body.length,
    inPerson: inPerson.length,
    proxies: proxies.length,
    recused: there.length - voting.size,
    people: roster.filter((person) => voting.has(person)),
  };
}
