/** Whom to offer for the letters behind an @, best first. Pure. */
import { foldScript } from '#shared/text/fold.ts';
import { fitsInitials } from '#shared/text/initials.ts';
import type { Person } from '#shared/minutes/roster.ts';

export interface Offered {
  /** Of the roster, or of the directory where they are not on the roster. */
  id: string;
  source: 'roster' | 'directory';
  name: string;
  organisation: string;
  title: string;
}

/** How many of the roster are offered at most. */
const most = 12;

/** Everybody of a roster who has a name. */
export const offeredOf = (roster: readonly Person[]): Offered[] =>
  roster.filter(({ name }) => name !== '').map(({ id, name, organisation, title }) => ({ id, source: 'roster', name, organisation, title }));

/** The people that fit: by the name's beginning, its initials, then title, then organisation. In the order given where alike. */
export function fitting(people: readonly Offered[], query: string): Offered[] {
  const typed = foldScript(query);
  if (typed === '') return people.slice(0, most);
  const rank = (one: Offered): number => {
    const [name, title, organisation] = [one.name, one.title, one.organisation].map(foldScript) as [string, string, string];
    if (name.startsWith(typed) || `${name}${title}`.startsWith(typed)) return 0;
    if (fitsInitials(one.name, typed)) return 1;
    if (title.startsWith(typed) || name.includes(typed)) return 2;
    if (title.includes(typed) || fitsInitials(one.title, typed)) return 3;
    return organisation.includes(typed) ? 4 : 5;
  };
  return people
    .map((one) => ({ one, rank: rank(one) }))
    .filter((found) => found.rank < 5)
    .sort((a, b) => a.rank - b.rank)
    .map((found) => found.one)
    .slice(0, most);
}

/** Somebody whose name the text before the caret begins: who, and how many of its characters stand there already. */
export function begun(people: readonly Offered[], before: string): { person: Offered; typed: number } | null {
  const text = foldScript(before.slice(-4));
  for (let length = Math.min(text.length, 4); length > 0; length--) {
    const end = text.slice(-length);
    const person = people.find(({ name }) => name.length > length && foldScript(name).startsWith(end));
    if (person && /^[\u3400-\u9fff]+$/.test(end)) return { person, typed: length };
  }
  return null;
}

/** Those of the roster, then those of the directory who are not among them. */
export function withDirectory(here: readonly Offered[], directory: readonly Offered[]): Offered[] {
  const known = new Set(here.map(({ id }) => id));
  return [...here, ...directory.filter(({ id }) => !known.has(id))];
}
