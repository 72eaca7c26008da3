/** The timeline of the open meeting, read page by page and again after saves. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AppError } from '#shared/result.ts';
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

/** Follows the versions of a meeting while the list is in sight. */
export function useTimeline(client: Client, id: string, saver: Saver): Timeline {
  const [read, setRead] = useState<Read>({ kind: 'loading', versions: [], total: 0, error: null });
  const turn = useRef(0);
  const marked = useApp((state) => state.versionsMarked);

  const load = useCallback(
    async (offset: number, limit: number) => {
      turn.current += 1;
      const mine = turn.current;
      const answer = await client.store.versions.list({ id, offset, limit });
      if (mine !== turn.current) return;
      setRead((now) => {
        if (!answer.ok) return now.kind === 'ready' ? now : { ...now, kind: 'failed', error: answer.error };
        const { versions, total } = answer.value;
        return { kind: 'ready', versions: offset === 0 ? versions : [...now.versions.slice(0, offset), ...versions], total, error: null };
      });
    },
    [client, id],
  );
  const count = useRef(0);
  useEffect(() => {
    count.current = read.versions.length;
  }, [read.versions]);
  const refresh = useCallback(() => void load(0, Math.min(500, Math.max(page, count.current))), [load]);

  useEffect(() => {
    refresh();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = saver.state.subscribe((state) => {
      if (state.kind !== 'saved') return;
      clearTimeout(timer);
      timer = setTimeout(refresh, rest);
    });
    return () => {
      stop();
      clearTimeout(timer);
      turn.current += 1;
    };
  }, [refresh, saver, marked]);

  return useMemo(
    () => ({
      ...read,
      refresh,
      more() {
        if (read.kind === 'ready' && read.versions.length < read.total) void load(read.versions.length, page);
      },
    }),
    [read, refresh, load],
  );
}
