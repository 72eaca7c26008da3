/** Search while typing: asks after a short rest, drops answers that come too late, and walks the hits by key. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { AppError } from '#shared/result.ts';
import type { SearchHit } from '#shared/rpc/search.ts';
import type { Jump } from '../app/state.ts';
import type { Client } from '../rpc/client.ts';
import { afterMove, moveOf } from './rows.ts';

export interface SearchState {
  query: string;
  kind: 'searching' | 'found' | 'failed';
  total: number;
  hits: readonly SearchHit[];
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
  onKey(event: KeyboardEvent, active: string | null, setActive: (id: string | null) => void, open: (target: SearchTarget) => void): void;
}

const rest = 120;

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

/** The answer to a query, kept up to date while it is typed. */
export function useSearch(client: Client, query: string): Search {
  const asked = query.trim();
  const [answer, setAnswer] = useState<SearchState>({ query: '', kind: 'found', total: 0, hits: [], error: null });

  useEffect(() => {
    if (asked === '') return;
    let isLate = false;
    const timer = setTimeout(async () => {
      const found = await client.store.search.query({ query: asked });
      if (isLate) return;
      if (found.ok) setAnswer({ query: asked, kind: 'found', total: found.value.total, hits: found.value.hits, error: null });
      else setAnswer({ query: asked, kind: 'failed', total: 0, hits: [], error: found.error });
    }, rest);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [client, asked]);

  const isReading = useRef(false);
  const more = () => {
    if (isReading.current || answer.query !== asked || answer.hits.length >= answer.total) return;
    isReading.current = true;
    void client.store.search.query({ query: asked, offset: answer.hits.length }).then((found) => {
      isReading.current = false;
      if (!found.ok) return;
      setAnswer((now) => (now.query === asked && now.hits === answer.hits ? { ...now, hits: [...now.hits, ...found.value.hits] } : now));
    });
  };

  const targets = useMemo(() => searchTargets(answer.hits), [answer.hits]);
  // The last answer stays in sight until the next one is there.
  const state: SearchState = answer.query === asked ? answer : { ...answer, kind: 'searching' };
  return {
    state,
    targets,
    more,
    onKey(event, active, setActive, open) {
      const move = event.key === 'Home' || event.key === 'End' ? null : moveOf(event.key);
      if (move) {
        setActive(afterMove(targets.map((target) => target.id), active, move));
        event.preventDefault();
      } else if (event.key === 'Enter') {
        const target = targets.find((one) => one.id === active) ?? targets[0];
        if (target) open(target);
        event.preventDefault();
      }
    },
  };
}
