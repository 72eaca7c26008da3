/** The meetings of the library or of the trash as the window holds them: a first page at once, the rest behind it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError, Result } from '#shared/result.ts';
import type { MeetingSummary } from '#shared/rpc/schemas.ts';

export interface ListState {
  /** `loading` only before the first page; a later reading replaces the rows when it is complete. */
  kind: 'loading' | 'ready' | 'failed';
  meetings: readonly MeetingSummary[];
  total: number;
  error: AppError | null;
}

export interface MeetingList {
  readonly state: StoreApi<ListState>;
  /** Reads everything anew. Of overlapping readings the last one counts. */
  load(): Promise<void>;
  /** `load` within a moment, once for many calls. */
  refresh(): void;
  /** Shows what the window already knows of a meeting. */
  patch(id: string, change: Partial<MeetingSummary>): void;
}

export type ReadPage = (offset: number, limit: number) => Promise<Result<{ total: number; meetings: MeetingSummary[] }>>;

const firstPage = 200;
const nextPages = 2500;
const refreshDelay = 250;

/** A list that reads its pages with `read`. */
export function createMeetingList(read: ReadPage): MeetingList {
  const state = createStore<ListState>(() => ({ kind: 'loading', meetings: [], total: 0, error: null }));
  let reading = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  async function load(): Promise<void> {
    reading += 1;
    const mine = reading;
    const found: MeetingSummary[] = [];
    let total = Infinity;
    while (found.length < total) {
      const page = await read(found.length, found.length === 0 ? firstPage : nextPages);
      if (mine !== reading) return;
      if (!page.ok) {
        if (state.getState().kind !== 'ready') state.setState({ kind: 'failed', error: page.error });
        return;
      }
      found.push(...page.value.meetings);
      total = page.value.meetings.length === 0 ? found.length : page.value.total;
      const isFirstReading = state.getState().meetings.length < found.length;
      if (isFirstReading) state.setState({ kind: 'ready', meetings: [...found], total, error: null });
    }
    state.setState({ kind: 'ready', meetings: found, total, error: null });
  }

  return {
    state,
    load,
    refresh() {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => void load(), refreshDelay);
    },
    patch(id, change) {
      const { meetings } = state.getState();
      state.setState({ meetings: meetings.map((one) => (one.id === id ? { ...one, ...change } : one)) });
    },
  };
}
