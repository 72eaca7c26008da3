/** Names on one line. */
import { foldScript } from '../../text/fold.ts';
import { nameKey } from '../roster/findings.ts';
import { readClause } from './clause.ts';
import { type Listing, type Said, saidBy } from './said.ts';

const numbering = /^\s*(?:[(]?\d{1,4}[).、．\s]|\d{1,4}\s*$|[一二三四五六七八九十]{1,3}、|[•·*-]\s)\s*/;
const bracket = /[(]([^()]{1,12})[)]/dg;

/** A line without the number or the bullet in front of it. */
export const withoutNumber = (source: string): string => source.slice(numbering.exec(foldScript(source))?.[0].length ?? 0).trim();

/** The people of one line with 、 and commas between them, and what is said of each in brackets. */
export function readNames(source: string): Listing {
  const unnumbered = withoutNumber(source);
  const listing: Listing = { people: [], unread: [] };
  if (unnumbered === '') return listing;
  // What stands in brackets is about the name before it.
  const said = new Map<string, Said>();
  const plain = unnumbered.split(/(?<=[、,，;；])/).map((part) => {
    let rest = part;
    for (const { 0: whole, indices, index } of [...foldScript(part).matchAll(bracket)].reverse()) {
      const words = saidBy(part.slice(...(indices?.[1] ?? [0, 0])));
      if (!words) continue;
      rest = rest.slice(0, index) + rest.slice(index + whole.length);
      for (const { name } of readClause(rest).people) said.set(nameKey(name), words);
    }
    return rest;
  });
  const read = readClause(plain.join('').replace(/[。.]$/, ''));
  listing.unread.push(...read.unread);
  for (const person of read.people) {
    const words = person.proxyName === undefined ? said.get(nameKey(person.name)) : { attendance: 'proxy' as const };
    listing.people.push({ ...person, ...words });
  }
  return listing;
}
