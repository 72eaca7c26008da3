/** Who belongs to the body, who is there, and who may vote: at a time of day, or over the whole meeting. */
import type { Person } from '../roster.ts';

/** Whether 應到 counts them: 列席 never, nor a guest, who has neither a vote nor a seat in the body. */
export const isMember = ({ attendance, voting, seat = '' }: Person): boolean =>
  attendance !== 'inAttendance' && (voting !== false || seat !== '');

/** Whether they have a vote in this body, there or not: as the roster says, else all but 列席. */
export const hasVote = ({ voting, attendance }: Person): boolean => voting ?? attendance !== 'inAttendance';

/**
 * Whether they are in the room themselves. Without a time: whether they came at all. They are there from the minute
 * they arrived until the minute before they left.
 */
export function isHere({ attendance, arrived = '00:00', left = '24:00' }: Person, at?: string): boolean {
  if (attendance !== 'present' && attendance !== 'inAttendance') return false;
  return at === undefined || (arrived <= at && at < left);
}

/** Who votes for somebody who gave a proxy, or null where nobody is named. */
export const holderOf = (roster: readonly Person[], { proxy }: Person): Person | null =>
  roster.find(({ id }) => id === proxy) ?? null;

/**
 * Whether a proxy counts: it does as long as its holder is there. One whose holder nobody has written down yet counts
 * too; that it is missing is said at the field.
 */
export function isRepresented(roster: readonly Person[], person: Person, at?: string): boolean {
  if (person.attendance !== 'proxy') return false;
  if (person.proxy === undefined) return true;
  const holder = holderOf(roster, person);
  return holder !== null && holder.id !== person.id && holder.attendance === 'present' && isHere(holder, at);
}

export interface Voter {
  /** Whose vote it is. */
  person: Person;
  /** Who casts it; null where the holder of a proxy is not known. */
  by: Person | null;
}

/**
 * Who may vote, at a time of day or over the whole meeting, without those who stand aside in the matter (迴避). Who
 * stands aside does not cast the vote of another either.
 */
export function votersOf(roster: readonly Person[], recusals: readonly string[] = [], at?: string): Voter[] {
  const aside = new Set(recusals);
  return roster.flatMap((person): Voter[] => {
    if (!hasVote(person) || aside.has(person.id)) return [];
    if (isHere(person, at)) return [{ person, by: person }];
    if (!isRepresented(roster, person, at)) return [];
    const by = holderOf(roster, person);
    return by !== null && aside.has(by.id) ? [] : [{ person, by }];
  });
}
