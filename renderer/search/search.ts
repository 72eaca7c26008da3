/** Search while typing: asks after a short rest, drops answers that come too late, reads on, and counts what it found. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AppError } from '#shared/result.ts';
import { noFilters, type SearchFilters } from '#shared/rpc/search-filters.ts';
import type { SearchHit, SearchOrder } from '#shared/rpc/search.ts';
import type { Jump } from '../app/state.ts';
import type { Client } from '../rpc/client.ts';

/** What is searched for. */
export interface Asked {
  query: string;
  filters: SearchFilters;
  order: SearchOrder;
}

export const nothingAsked: Asked = { query: '', filters: noFilters, order: 'newest' };

export interface SearchState {
  asked: Asked;
  kind: 'searching' | 'found' | 'failed';
  total: number;
  hits: readonly SearchHit[];
  /** Hits in all meetings together; null before they are counted, and where they are too many to be. */
  places: number | null;
  /** How far the index is while it is being made. */
  indexing: { indexed: number; total: number } | null;
  error: AppError | null;
}

/** What one line of the results opens. */
export interface SearchTarget {
  id: string;
  meetingId: string;
  jump?: Jump;
}

export interface Search {
  state: SearchState;
  targets: readonly SearchTarget[];
  /** Reads the next hits, where there are more. */
  more(): void;
}

/** Before a query is asked, before its hits are counted, and before it is asked again while the index is being made. Milliseconds. */
const rest = { asking: 120, counting: 250, again: 1000 };

/** How many meetings are read at a time after the first ones. */
const nextPage = 30;

export const isFiltered = (filters: SearchFilters): boolean => JSON.stringify(filters) !== JSON.stringify(noFilters);
/** Whether anything is looked for at all. */
export const isAsked = ({ query, filters }: Asked): boolean => query.trim() !== '' || isFiltered(filters);

/** The lines of the results: every meeting, and under it every place found. */
export function searchTargets(hits: readonly SearchHit[]): SearchTarget[] {
  return hits.flatMap(({ meeting, snippets }) => {
    const places = snippets.map(({ blockId, text, hits: [first] }, index): SearchTarget => ({
      id: `hit-${meeting.id}-${index}`,
      meetingId: meeting.id,
      ...(blockId !== null && { jump: { blockId, hit: first ? text.slice(first[0], first[1]) : '' } }),
    }));
    return [{ id: `hit-${meeting.id}`, meetingId: meeting.id, ...(places[0]?.jump && { jump: places[0].jump }) }, ...places];
  });
}

/** The answer to what is asked, kept up to date while it is typed. */
export function useSearch(client: Client, { query, filters, order }: Asked): Search {
  const asked = useMemo((): Asked => ({ query: query.trim(), filters, order }), [query, filters, order]);
  const [answer, setAnswer] = useState<SearchState>({ asked: nothingAsked, kind: 'found', total: 0, hits: [], places: null, indexing: null, error: null });

  useEffect(() => {
    if (!isAsked(asked)) return;
    let isLate = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const found = await client.store.search.query(asked);
      if (isLate) return;
      if (!found.ok) return setAnswer({ asked, kind: 'failed', total: 0, hits: [], places: null, indexing: null, error: found.error });
      const { hits, total } = found.value;
      const places = hits.length === total ? hits.reduce((sum, hit) => sum + hit.places, 0) : null;
      setAnswer({ asked, kind: 'found', places, error: null, ...found.value });
      if (found.value.indexing) timer = setTimeout(() => void ask(), rest.again);
    };
    timer = setTimeout(() => void ask(), rest.asking);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [client, asked]);

  const { hits, total, indexing } = answer;
  useEffect(() => {
    if (answer.asked !== asked || answer.places !== null || indexing || hits.length === 0 || asked.query === '') return;
    const stopping = new AbortController();
    const count = async () => {
      const counted = await client.store.search.places({ query: asked.query, filters: asked.filters }, { signal: stopping.signal });
      if (counted.ok && !stopping.signal.aborted) setAnswer((now) => (now.asked === asked ? { ...now, places: counted.value.places } : now));
    };
    const timer = setTimeout(() => void count().catch(() => undefined), rest.counting);
    return () => {
      clearTimeout(timer);
      stopping.abort();
    };
    // Counted once for each answer, not for each page of it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, asked, answer.asked, total, indexing]);

  const isReading = useRef(false);
  const more = () => {
    if (isReading.current || answer.asked !== asked || hits.length >= total) return;
    isReading.current = true;
    void client.store.search.query({ ...asked, offset: hits.length, limit: nextPage }).then((found) => {
      isReading.current = false;
      if (!found.ok) return;
      setAnswer((now) => (now.asked === asked && now.hits === hits ? { ...now, hits: [...hits, ...found.value.hits] } : now));
    });
  };

  const targets = useMemo(() => searchTargets(hits), [hits]);
  // The last answer stays in sight until the next one is there.
  const state: SearchState = answer.asked === asked ? answer : { ...answer, kind: 'searching' };
  return { state, targets, more };
}
