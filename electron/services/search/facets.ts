/** What there is to choose from when a search is narrowed. */
import type { Shelf } from '#electron/db/meetings.ts';
import type { SearchIndex } from '#electron/db/search-index.ts';
import { stageSchema } from '#shared/minutes/stage.ts';
import { type SearchFilters, searchStates } from '#shared/rpc/search-filters.ts';
import type { SearchFacets } from '#shared/rpc/search.ts';
import { registerView } from '../registers/view.ts';
import { type Dimension, filterOf, folded, isIn } from './finding.ts';

/** More than these nobody reads through; people are looked for by name. */
const most = 60;

/** Counts the values of a dimension; the names of one in 繁 and 简 are one value, called as the newest meeting has it. */
function counting<Value extends string | number>() {
  const counts = new Map<string | number, { value: Value; count: number }>();
  return {
    add(value: Value): void {
      if (value === '') return;
      const key = typeof value === 'string' ? folded(value) : value;
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { value, count: 1 });
    },
    /** The most frequent first. */
    top: (): { value: Value; count: number }[] => [...counts.values()].sort((a, b) => b.count - a.count).slice(0, most),
    all: (): { value: Value; count: number }[] => [...counts.values()],
  };
}

/** The values of every dimension among what the other filters leave; of people those whose name holds `person`. */
export function facetsOfLibrary(index: SearchIndex, shelf: Shelf, filters: SearchFilters, person: string): SearchFacets {
  const bodies = counting<string>();
  const organisations = counting<string>();
  const years = counting<number>();
  const kinds = counting<SearchFacets['kinds'][number]['value']>();
  const people = counting<string>();
  const states = counting<SearchFacets['states'][number]['value']>();
  const stages = counting<SearchFacets['stages'][number]['value']>();
  const outOf = filterOf(filters, index, shelf);
  const openActions = registerView(index.entries, shelf).open;
  const asked = folded(person.trim());
  for (const meeting of shelf.all) {
    const indexed = index.meetings.get(meeting.number);
    const out = outOf(meeting);
    if (out === 'several') continue;
    const counts = (dimension: Dimension): boolean => out === null || out === dimension;
    if (counts('bodies')) bodies.add(meeting.body);
    if (counts('organisations')) organisations.add(meeting.organisation);
    if (counts('years')) years.add(meeting.year);
    if (counts('kinds')) for (const kind of indexed?.kinds ?? []) kinds.add(kind);
    // All of them are wanted, so another one is looked for among what those leave.
    if (out === null) for (const name of indexed?.people ?? []) if (asked === '' || folded(name).includes(asked)) people.add(name);
    if (counts('stages')) stages.add(meeting.stage);
    if (counts('states')) for (const state of searchStates) if (isIn(state, meeting, indexed, () => openActions) && (state === 'trashed' || !meeting.trashed)) states.add(state);
  }
  return {
    bodies: bodies.top(),
    organisations: organisations.top(),
    years: years.all().sort((a, b) => b.value - a.value),
    kinds: kinds.top(),
    people: people.top(),
    states: states.all().sort((a, b) => searchStates.indexOf(a.value) - searchStates.indexOf(b.value)),
    stages: stages.all().sort((a, b) => stageSchema.options.indexOf(a.value) - stageSchema.options.indexOf(b.value)),
  };
}
