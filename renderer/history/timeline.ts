/** The timeline of the open meeting, read page by page and again after saves. */
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError, Result } from '#shared/result.ts';
import type { Version } from '#shared/rpc/versions.ts';
import { useApp } from '../app/context.ts';
import type { Client } from '../rpc/client.ts';
import type { Saver } from '../saving/saver.ts';

export interface Timeline {
  kind: 'loading' | 'ready' | 'failed';
  versions: readonly Version[];
  total: number;
  error: AppError | null;
  /** Reads the next page, where there is one. */
  more(): void;
  /** Reads all of it again. */
  refresh(): void;
}

const page = 200;
/** After a save, so that writing is not followed letter by letter. Milliseconds. */
const rest = 1500;

type Read = Pick<Timeline, 'kind' | 'versions' | 'total' | 'error'>;
type Pages = Pick<Timeline, 'more' | 'refresh'> & { readonly state: StoreApi<Read>; stop(): void };

/** A timeline that reads its pages with `list`. Of overlapping readings the last one counts. */
export function createTimeline(list: (offset: number, limit: number) => Promise<Result<{ versions: Version[]; total: number }>>): Pages {
  const state = createStore<Read>(() => ({ kind: 'loading', versions: [], total: 0, error: null }));
  let turn = 0;
  let isReading = false;

  async function load(offset: number, limit: number): Promise<void> {
    turn += 1;
    const mine = turn;
    isReading = true;
    const answer = await list(offset, limit);
    if (mine !== turn) return;
    isReading = false;
    const now = state.getState();
    if (answer.ok) {
      const { versions, total } = answer.value;
      state.setState({ kind: 'ready', versions: offset === 0 ? versions : [...now.versions.slice(0, offset), ...versions], total, error: null });
    } else if (now.kind !== 'ready') {
      state.setState({ kind: 'failed', error: answer.error });
    }
  }

  return {
    state,
    more() {
      const { kind, versions, total } = state.getState();
      // It is called with every step of scrolling: a page that is asked for again would never be there.
      if (!isReading && kind === 'ready' && versions.length < total) void load(versions.length, page);
    },
    refresh: () => void load(0, Math.min(500, Math.max(page, state.getState().versions.length))),
    stop() {
      turn += 1;
    },
  };
}

/** Follows the versions of a meeting while the list is in sight. */
export function useTimeline(client: Client, id: string, saver: Saver): Timeline {
  const pages = useMemo(() => createTimeline((offset, limit) => client.store.versions.list({ id, offset, limit })), [client, id]);
  const read = useStore(pages.state);
  const marked = useApp((state) => state.versionsMarked);

  useEffect(() => {
    pages.refresh();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = saver.state.subscribe((state) => {
      if (state.kind !== 'saved') return;
      clearTimeout(timer);
      timer = setTimeout(pages.refresh, rest);
    });
    return () => {
      stop();
      clearTimeout(timer);
      pages.stop();
    };
  }, [pages, saver, marked]);

  return useMemo(() => ({ ...read, more: pages.more, refresh: pages.refresh }), [read, pages]);
}
