/** The roster that a record tells of: who its attendance names, and who chaired and took the minutes. */
import type { Meta } from '../meta.ts';
import type { Person } from '../roster.ts';
import { nameKey } from '../roster/findings.ts';
import { readPerson } from './clause.ts';
import { once, peopleOf, readListing } from './listing.ts';
import type { Listed } from './said.ts';

/** The people of a record, from the lines that tell who was there. Groups that are not named one by one are not among them. */
export function rosterOf(lines: readonly string[], { chair = '', recorder = '' }: Partial<Meta>): Person[] {
  const people = once(lines.flatMap((line) => readListing(line).people));
  if (people.length === 0) return [];
  const there = (name: string): Listed | undefined => people.find((person) => nameKey(person.name) === nameKey(name));
  const chaired = readPerson(chair);
  if (chaired && !people.some(({ role }) => role === 'chair')) {
    const known = there(chaired.name);
    if (known) known.role = 'chair';
    else people.push({ ...chaired, role: 'chair', attendance: 'present' });
  }
  const noted = there(readPerson(recorder)?.name ?? recorder);
  if (noted && recorder !== '' && noted.role === undefined) noted.role = 'recorder';
  return peopleOf(people);
}
