/** Changes to a roster as a whole: several people at once, their order, one person's details. Each gives a new list. */
import type { Script } from '../../language.ts';
import { compareByStrokes } from '../../text/strokes.ts';
import type { AttendanceState, Person } from '../roster.ts';

/** A patch; undefined takes a detail away. */
export type PersonPatch = { [Key in keyof Omit<Person, 'id'>]?: Person[Key] | undefined };

/** One person changed. A role that somebody takes is taken from who had it. */
export function withPerson(roster: readonly Person[], id: string, patch: PersonPatch): Person[] {
  return roster.map((person) => {
    if (person.id === id) return patched(person, patch);
    return patch.role !== undefined && person.role === patch.role ? patched(person, { role: undefined }) : person;
  });
}

function patched(person: Person, patch: PersonPatch): Person {
  const { proxy, ...rest } = { ...person, ...patch };
  const next = rest.attendance === 'proxy' && proxy !== undefined ? { ...rest, proxy } : rest;
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== null)) as Person;
}

/** How several people were there, set at once. */
export function withState(roster: readonly Person[], ids: readonly string[], attendance: AttendanceState): Person[] {
  const chosen = new Set(ids);
  return roster.map((person) => (chosen.has(person.id) ? patched(person, { attendance }) : person));
}

/** Several people one place up or down, together; those at the end stay. */
export function movedBy(roster: readonly Person[], ids: readonly string[], by: -1 | 1): Person[] {
  const chosen = new Set(ids);
  const next = [...roster];
  const order = next.map((_, at) => at);
  for (const at of by === -1 ? order : order.reverse()) {
    const [here, there] = [next[at], next[at + by]];
    if (!here || !there || !chosen.has(here.id) || chosen.has(there.id)) continue;
    next[at] = there;
    next[at + by] = here;
  }
  return next;
}

/** Several people in front of another, or at the end, in the order they had. */
export function movedBefore(roster: readonly Person[], ids: readonly string[], before: string | null): Person[] {
  const chosen = new Set(ids);
  const moved = roster.filter(({ id }) => chosen.has(id));
  const stay = roster.filter(({ id }) => !chosen.has(id));
  // Dropped on one of themselves they go where that one was.
  const target = before !== null && chosen.has(before) ? (roster.slice(roster.findIndex(({ id }) => id === before)).find(({ id }) => !chosen.has(id))?.id ?? null) : before;
  const at = target === null ? stay.length : stay.findIndex(({ id }) => id === target);
  return [...stay.slice(0, at), ...moved, ...stay.slice(at)];
}

/** By 職級; who has none stays behind, in the order there was. */
export function byRank(roster: readonly Person[]): Person[] {
  return [...roster].sort((one, other) => (one.rank ?? 100_000) - (other.rank ?? 100_000));
}

/** 以姓氏筆畫為序: by the strokes of the surname, then of the characters behind it; who has no name comes last. */
export function byStrokes(roster: readonly Person[], script: Script): Person[] {
  return [...roster].sort((one, other) => Number(one.name === '') - Number(other.name === '') || compareByStrokes(one.name, other.name, script));
}
