/** A list of names, however it was written: one a line, in columns, with 、 between, under labels, or as sentences. */
import { cleanText } from '../../text/clean.ts';
import { newId } from '../id.ts';
import type { AttendanceState, Person } from '../roster.ts';
import { nameKey } from '../roster/findings.ts';
import { lineOf } from './build.ts';
import { readColumns } from './columns.ts';
import { readNames, withoutNumber } from './names.ts';
import { type Listed, type Listing, meaningOf, type Said } from './said.ts';
import { readSentences, tellsWho } from './sentences.ts';

const label = /^([^:,。;、]{1,12})\s*:\s*/;

/** The people of a list. Nobody is guessed: what is not surely a name is given back as unread. */
export function readListing(source: string): Listing {
  const text = cleanText(source);
  const listing: Listing = { people: [], unread: [] };
  const columns = readColumns(text);
  if (columns) return columns;
  let under: Said & { title?: string } = {};
  for (const line of text.split('\n').map(lineOf)) {
    if (line.text === '') continue;
    if (tellsWho(line)) {
      listing.people.push(...readSentences(line));
      continue;
    }
    const labelled = label.exec(line.folded);
    const here = labelled && meaningOf(line.text.slice(0, (labelled[1] ?? '').length));
    if (here) under = here;
    const rest = here ? line.text.slice(labelled[0].length) : line.text;
    const read = readColumns(withoutNumber(rest)) ?? readNames(rest);
    listing.unread.push(...read.unread);
    const { title, ...said } = under;
    for (const person of read.people) listing.people.push({ ...said, ...person, title: person.title || (title ?? '') });
    // A label with names behind it is about its own line; one that stands alone is about the lines under it.
    if (here && rest.trim() !== '') under = {};
  }
  return { people: once(listing.people), unread: listing.unread };
}

/** Of one name without organisations that differ only the first stays, with what is said of the others. */
export function once(people: readonly Listed[]): Listed[] {
  const kept: Listed[] = [];
  for (const person of people) {
    const at = kept.findIndex(({ name, organisation }) => nameKey(name) === nameKey(person.name) && (organisation === '' || person.organisation === '' || organisation === person.organisation));
    const there = kept[at];
    if (!there) kept.push(person);
    else kept[at] = { ...person, ...there, ...(person.role && { role: person.role }), title: there.title || person.title, organisation: there.organisation || person.organisation };
  }
  return kept;
}

/** People of a roster; `otherwise` is how those were there of whom nothing is said, `known` who is on the roster already. */
export function peopleOf(listed: readonly Listed[], otherwise: AttendanceState = 'present', known: readonly Person[] = []): Person[] {
  const people = listed.map(
    ({ name, organisation, title, attendance, role, seat }): Person => ({
      id: newId(),
      name: name.slice(0, 100),
      organisation: organisation.slice(0, 300),
      title: title.slice(0, 200),
      attendance: attendance ?? (role === 'recorder' ? 'inAttendance' : otherwise),
      ...(role && { role }),
      ...(seat && { seat: seat.slice(0, 100) }),
    }),
  );
  return people.map((person, at) => {
    const holder = nameKey(listed[at]?.proxyName ?? '');
    const by = holder === '' ? undefined : [...people, ...known].find(({ name }) => nameKey(name) === holder);
    return by ? { ...person, attendance: 'proxy', proxy: by.id } : person;
  });
}
