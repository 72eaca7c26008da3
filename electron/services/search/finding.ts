/** Which meetings a search finds and in which order: what the index says of words, what the filters leave. */
import type { Shelf, Shelved } from '#electron/db/meetings.ts';
import type { IndexedMeeting, SearchIndex } from '#electron/db/search-index.ts';
import { noFilters, type SearchFilters, type SearchState } from '#shared/rpc/search-filters.ts';
import type { SearchOrder } from '#shared/rpc/search.ts';
import { foldScript } from '#shared/text/fold.ts';
import { parseQuery, scriptOf, type Term } from '#shared/text/query.ts';
import { registerView } from '../registers/view.ts';

export interface Asked {
  query: string;
  filters: SearchFilters;
}

/** Weighing reads where every hit stands: among more than these it would take longer than anybody looks through them. */
const mostWeighed = 2000;

/** The numbers of the meetings, in order. None where the query has signs but no word. */
export function findMeetings(index: SearchIndex, shelf: Shelf, { query, filters, order }: Asked & { order: SearchOrder }): Uint32Array | number[] {
  const { all, kept } = shelf;
  const terms = parseQuery(query);
  if (terms.length === 0 && query.trim() !== '') return [];
  const matches = index.find(terms, filters.kinds);
  if (order === 'newest' && JSON.stringify(filters) === everything) return matches ? kept.filter((number) => matches[number] === 1) : kept;
  const outOf = filterOf(filters, index, shelf);
  const found = all.filter((meeting) => (matches === null || matches[meeting.number] === 1) && outOf(meeting) === null);
  const ordered = order === 'best' ? best(index, found, query, terms, filters) : found;
  return ordered.map(({ number }) => number);
}

const everything = JSON.stringify(noFilters);

/** Those first that are written as the query is, then with more of it in the title, then with more hits; else as they came. */
function best(index: SearchIndex, found: readonly Shelved[], query: string, terms: readonly Term[], { kinds }: SearchFilters): Shelved[] {
  const wanted = terms.filter(({ excluded }) => !excluded);
  const script = scriptOf(query);
  const weights = found.length <= mostWeighed ? index.weights(terms, kinds) : null;
  const rankOf = (meeting: Shelved): number => {
    const title = foldedTitle(meeting);
    const titled = wanted.filter(({ text }) => title.includes(text)).length;
    return titled + (script !== null && index.meetings.get(meeting.number)?.script === script ? 1000 : 0);
  };
  const ranks = new Map<number, Shelved[]>();
  for (const meeting of found) {
    const rank = rankOf(meeting);
    const group = ranks.get(rank);
    if (group) group.push(meeting);
    else ranks.set(rank, [meeting]);
  }
  const weightOf = ({ number }: Shelved): number => weights?.get(number) ?? 0;
  return [...ranks.keys()].sort((a, b) => b - a).flatMap((rank) => {
    const group = ranks.get(rank) ?? [];
    return weights ? group.toSorted((a, b) => weightOf(b) - weightOf(a)) : group;
  });
}

export type Dimension = 'bodies' | 'organisations' | 'years' | 'kinds' | 'people' | 'states' | 'stages';

/**
 * For a meeting the dimension that leaves it out, null where none does, 'several' where more than one does: what
 * there is to choose from in a dimension is what the others leave.
 */
export function filterOf(filters: SearchFilters, index: SearchIndex, shelf: Shelf): (meeting: Shelved) => Dimension | 'several' | null {
  const { from, to, kinds, states, stages } = filters;
  const bodies = filters.bodies.map(folded);
  const organisations = filters.organisations.map(folded);
  const people = filters.people.map(folded);
  const indexedOf = ({ number }: Shelved): IndexedMeeting | undefined => index.meetings.get(number);
  const openActions = (): ReadonlySet<number> => registerView(index.entries, shelf).open;
  const inTrash = states.includes('trashed');
  const checks: [Dimension, (meeting: Shelved) => boolean][] = [
    ['states', (meeting) => inTrash === meeting.trashed && (states.length === 0 || states.every((state) => isIn(state, meeting, indexedOf(meeting), openActions)))],
  ];
  if (bodies.length > 0) checks.push(['bodies', ({ body }) => bodies.includes(folded(body))]);
  if (organisations.length > 0) checks.push(['organisations', ({ organisation }) => organisations.includes(folded(organisation))]);
  if (from !== null || to !== null) checks.push(['years', ({ year }) => year >= (from ?? year) && year <= (to ?? year)]);
  if (stages.length > 0) checks.push(['stages', ({ stage }) => stages.includes(stage)]);
  if (kinds.length > 0) checks.push(['kinds', (meeting) => kinds.some((kind) => indexedOf(meeting)?.kinds.includes(kind))]);
  if (people.length > 0) {
    checks.push(['people', (meeting) => people.every((name) => indexedOf(meeting)?.people.some((person) => folded(person) === name))]);
  }
  return (meeting) => {
    let out: Dimension | null = null;
    for (const [dimension, holds] of checks) {
      if (holds(meeting)) continue;
      if (out) return 'several';
      out = dimension;
    }
    return out;
  };
}

/** Whether a meeting is in a state; one that is not indexed yet is neither complete nor not. */
export function isIn(state: SearchState, meeting: Shelved, indexed: IndexedMeeting | undefined, openActions: () => ReadonlySet<number>): boolean {
  switch (state) {
    case 'blank':
      return indexed?.blank === true;
    case 'complete':
      return indexed?.blank === false;
    case 'openActions':
      return openActions().has(meeting.number);
    case 'pinned':
      return meeting.pinned;
    case 'trashed':
      return meeting.trashed;
  }
}

const titles = new WeakMap<Shelved, string>();

function foldedTitle(meeting: Shelved): string {
  const known = titles.get(meeting) ?? foldScript(meeting.title);
  titles.set(meeting, known);
  return known;
}

const foldedNames = new Map<string, string>();
/** The names of bodies and people of thirty years fit into memory. */
const mostNames = 50_000;

/** A name as search compares it. */
export function folded(text: string): string {
  const known = foldedNames.get(text);
  if (known !== undefined) return known;
  if (foldedNames.size >= mostNames) foldedNames.clear();
  const made = foldScript(text);
  foldedNames.set(text, made);
  return made;
}
