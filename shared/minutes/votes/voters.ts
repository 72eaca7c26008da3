/** How many may vote on a matter, as the roster says: 出席 and 委託出席, without those who left or stand aside. */
import type { Person } from '../roster.ts';
import { hasVote, isHere, isMember, isRepresented, votersOf } from '../roster/voting.ts';

export interface VoterCounts {
  /** 應到. */
  members: number;
  /** Who came themselves and is there. */
  inPerson: number;
  /** For whom another votes who is there. */
  proxies: number;
  /** How many of those who were there, or voted for, stand aside, and with them the votes that they hold. */
  recused: number;
  /** Who may vote, in the order of the roster. */
  people: readonly Person[];
}

/** The last minute of a day: whoever came is there by then, and whoever left is not. */
const now = '23:59';

/** Counts those who may vote: at a time of day, or now. */
export function countVoters(roster: readonly Person[], recusals: readonly string[] = [], at = now): VoterCounts {
  const body = roster.filter(hasVote);
  const people = votersOf(roster, recusals, at).map(({ person }) => person);
  const inPerson = body.filter((person) => isHere(person, at)).length;
  const proxies = body.filter((person) => isRepresented(roster, person, at)).length;
  return { members: roster.filter(isMember).length, inPerson, proxies, recused: inPerson + proxies - people.length, people };
}
