/** Search over everything that every record says. */
import { setImmediate as breathe } from 'node:timers/promises';
import { summaryOf } from '#electron/db/meetings.ts';
import { ok, type Result } from '#shared/result.ts';
import type { SearchFilters } from '#shared/rpc/search-filters.ts';
import type { SearchFacets, SearchHit, SearchOrder } from '#shared/rpc/search.ts';
import { parseQuery } from '#shared/text/query.ts';
import type { Services } from '../services.ts';
import { facetsOfLibrary } from './facets.ts';
import { type Asked, findMeetings } from './finding.ts';
import { placesIn } from './snippets.ts';
import type { Indexing } from './upkeep.ts';

/** One page of the meetings that a search finds, the count of all of them, and how far the index is. */
export function query(
  { db, lines, search }: Services,
  { offset, limit, ...asked }: Asked & { order: SearchOrder; offset: number; limit: number },
): Result<{ total: number; hits: SearchHit[]; indexing: Indexing | null }> {
  const { value: numbers, indexing } = search.ask((index) => findMeetings(index, db.meetings.shelf(), asked));
  const terms = parseQuery(asked.query);
  const hits: SearchHit[] = [];
  for (const number of numbers.slice(offset, offset + limit)) {
    const row = db.meetings.byNumber(number);
    if (!row) continue;
    hits.push({ meeting: summaryOf(row), ...placesIn(terms.length === 0 ? [] : lines.of(row), terms, asked.filters.kinds) });
  }
  return ok({ total: numbers.length, hits, indexing });
}

/** In so many meetings hits are counted by reading them; it takes about a second. */
const mostCounted = 5000;
/** How long records are read before others have their turn. Milliseconds. */
const turn = 20;

/** How many hits there are in all meetings that a search finds; null where those are too many. Stops when nobody waits any more. */
export async function places({ db, lines, search }: Services, asked: Asked, signal: AbortSignal | undefined): Promise<Result<{ places: number | null }>> {
  const terms = parseQuery(asked.query);
  const { value: numbers } = search.ask((index) => findMeetings(index, db.meetings.shelf(), { ...asked, order: 'newest' }));
  if (numbers.length > mostCounted) return ok({ places: null });
  let count = 0;
  let since = performance.now();
  for (const number of numbers) {
    const row = db.meetings.byNumber(number);
    if (row) count += placesIn(lines.of(row), terms, asked.filters.kinds).places;
    if (performance.now() - since < turn) continue;
    await breathe();
    if (signal?.aborted) return ok({ places: null });
    since = performance.now();
  }
  return ok({ places: count });
}

/** What there is to choose from when a search is narrowed. */
export function facets({ db, search }: Services, { filters, person }: { filters: SearchFilters; person: string }): Result<SearchFacets> {
  return ok(search.ask((index) => facetsOfLibrary(index, db.meetings.shelf(), filters, person)).value);
}
