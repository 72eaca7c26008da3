/** What does not fit in a roster. It is shown at the field and never keeps anybody from writing. */
import type { RosterFindingCode } from '../../locale/roster.ts';
import { foldScript } from '../../text/fold.ts';
import type { Person } from '../roster.ts';
import { hasVote, holderOf } from './voting.ts';

export interface RosterFinding {
  code: RosterFindingCode;
  /** doubt: something does not fit. note: good to know. */
  weight: 'doubt' | 'note';
  personId: string;
  /** The field it is shown at. */
  field: 'name' | 'attendance' | 'role' | 'proxy' | 'left' | 'voting';
  params?: Readonly<Record<string, string | number>>;
}

type Finder = (person: Person, roster: readonly Person[]) => RosterFinding | null;

/** A name as it is compared: script, width and the blanks that pad short names do not count. */
export const nameKey = (name: string): string => foldScript(name).replace(/\s+/g, '');

/** Whether two entries are one person: of one entry of the directory, or of one name without two organisations that differ. */
export function isSamePerson(one: Person, other: Person): boolean {
  if (one.personId !== undefined && other.personId !== undefined) return one.personId === other.personId;
  const [here, there] = [nameKey(one.name), nameKey(other.name)];
  if (here === '' || here !== there) return false;
  return one.organisation === '' || other.organisation === '' || nameKey(one.organisation) === nameKey(other.organisation);
}

const finders: readonly Finder[] = [
  function twice(person, roster) {
    const first = roster.find((other) => isSamePerson(other, person));
    return first && first.id !== person.id ? { code: 'twice', weight: 'doubt', personId: person.id, field: 'name', params: { name: person.name } } : null;
  },
  function proxy(person, roster) {
    if (person.attendance !== 'proxy') return null;
    const at = { personId: person.id, field: 'proxy', weight: 'doubt' } as const;
    if (person.proxy === undefined) return { ...at, code: 'proxyWithoutHolder' };
    if (person.proxy === person.id) return { ...at, code: 'proxyForSelf' };
    const holder = holderOf(roster, person);
    if (!holder) return { ...at, code: 'proxyHolderGone' };
    if (holder.attendance !== 'present') return { ...at, code: 'proxyHolderAway', params: { name: holder.name } };
    return hasVote(holder) ? null : { ...at, weight: 'note', code: 'proxyHolderWithoutVote', params: { name: holder.name } };
  },
  function several(person, roster) {
    const held = roster.filter((other) => other.attendance === 'proxy' && other.proxy === person.id && other.id !== person.id);
    return held.length > 1 ? { code: 'holdsSeveral', weight: 'note', personId: person.id, field: 'attendance', params: { count: held.length } } : null;
  },
  function times({ id, arrived, left }) {
    return arrived !== undefined && left !== undefined && left <= arrived ? { code: 'leftBeforeArrived', weight: 'doubt', personId: id, field: 'left' } : null;
  },
  function chair(person, roster) {
    if (person.role !== 'chair') return null;
    const at = { personId: person.id, field: 'role', weight: 'doubt' } as const;
    if (person.attendance !== 'present') return { ...at, code: 'chairAway' };
    return roster.find(({ role }) => role === 'chair')?.id === person.id ? null : { ...at, code: 'secondChair' };
  },
  function recorder({ id, role, attendance }) {
    const away = role === 'recorder' && attendance !== 'present' && attendance !== 'inAttendance';
    return away ? { code: 'recorderAway', weight: 'doubt', personId: id, field: 'role' } : null;
  },
  function voting({ id, attendance, voting: given }) {
    return attendance === 'inAttendance' && given === true ? { code: 'guestWithVote', weight: 'doubt', personId: id, field: 'voting' } : null;
  },
];

/** Everything that does not fit, in the order of the roster. */
export function rosterFindings(roster: readonly Person[]): RosterFinding[] {
  return roster.flatMap((person) => finders.flatMap((find) => find(person, roster) ?? []));
}
