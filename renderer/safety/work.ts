/** Long work that she has asked for: one at a time, watched, stopped, and going on while its window is closed. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { newId } from '#shared/minutes/id.ts';
import type { Suggestions } from '#shared/directory/suggest.ts';
import type { Result } from '#shared/result.ts';
import type { ImportReport } from '#shared/rpc/archives.ts';
import type { ImportReport as FilesReport } from '#shared/rpc/imports.ts';
import type { Backup, Rehearsal } from '#shared/rpc/backups.ts';
import type { CheckReport } from '#shared/rpc/health.ts';
import type { MeetingSummary, StoreEvent } from '#shared/rpc/schemas.ts';
import type { Exported } from '../export/exported.types.ts';
import type { Client } from '../rpc/client.ts';

/** What each kind of work comes to. */
export interface Outcomes {
  backup: Backup;
  verify: Backup;
  rehearse: Rehearsal;
  restoreOne: MeetingSummary;
  restore: null;
  check: CheckReport;
  /** `name` null where she thought better of where it goes. */
  archive: { name: string | null; meetings: number };
  import: ImportReport;
  /** Files from outside, read one after the other. */
  files: FilesReport;
  gather: Suggestions;
  exportMany: Exported;
}
export type What = keyof Outcomes;

export interface Work {
  what: What;
  job: string;
  /** What it is done to: the id of a backup. */
  about: string;
  done: number;
  /** 0 where it is not known. */
  total: number;
  /** She has asked it to stop. */
  isStopping: boolean;
}

/** What a piece of work came to. */
type Outcome = { [W in What]: { what: W; about: string; result: Result<Outcomes[W]> } }[What];

interface WorkState {
  now: Work | null;
  /** What the last work came to; nothing while the next one is under way. */
  last: Outcome | null;
}

export const work = createStore<WorkState>(() => ({ now: null, last: null }));

const patch = (change: Partial<Work>): void => work.setState(({ now }) => (now ? { now: { ...now, ...change } } : {}));

/** How far the store is, as it tells every window. */
export function noteProgress(event: Extract<StoreEvent, { type: 'job.progress' }>): void {
  if (work.getState().now?.job === event.job) patch({ done: event.done, total: event.total });
}

/** What a piece of work is given to work with. */
export interface Hand {
  job: string;
  /** For what this window does itself: says how far it is; false where she has asked it to stop. */
  look(done: number, total: number): boolean;
}

/** Carries work out under a name of its own; null where other work is under way. */
export async function carryOut<W extends What>(what: W, about: string, task: (hand: Hand) => Promise<Result<Outcomes[W]>>): Promise<Result<Outcomes[W]> | null> {
  if (work.getState().now) return null;
  const job = newId();
  work.setState({ now: { what, job, about, done: 0, total: 0, isStopping: false }, last: null });
  const look = (done: number, total: number): boolean => {
    patch({ done, total });
    return !work.getState().now?.isStopping;
  };
  const result = await task({ job, look });
  work.setState({ now: null, last: { what, about, result } as Outcome });
  return result;
}

/** How far it is, in per cent; null where that is not known. */
export const shareOf = ({ done, total }: Work): number | null => (total > 0 ? Math.min(100, Math.round((100 * done) / total)) : null);

/** Asks the work that is under way to stop. */
export function stopWork(client: Client): void {
  const { now } = work.getState();
  if (!now) return;
  patch({ isStopping: true });
  void client.store.jobs.stop({ job: now.job });
}

/** Takes what the last work came to off the window. */
export const forget = (): void => work.setState({ last: null });

/** The work that is under way, and what the last one came to; the component follows it. */
export const useWork = (): WorkState => useStore(work);
