/** Runs a task of the backups in a thread of its own. */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { fail, type Result } from '#shared/result.ts';
import type { Tasks } from './work.ts';

export interface ThreadTask {
  name: keyof Tasks;
  input: unknown;
}

export type ThreadReply =
  | { type: 'progress'; done: number; total: number }
  | { type: 'done'; result: Result<unknown> };

export interface ThreadWork {
  /** Ends the thread where it stands; what is half done has no name yet. */
  signal?: AbortSignal;
  progress?(done: number, total: number): void;
}

/** Among the sources the worker lies beside this file; a build has it as backups.js, beside its chunk or above it. */
function workerModule(): URL {
  const places = ['./worker.ts', './backups.js', '../backups.js'].map((place) => new URL(place, import.meta.url));
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error('the worker of the backups is missing');
  return found;
}

/**
 * What a task gives. Rejects only with the reason of `signal`, where it was stopped. Errors besides the task's own:
 * backup.full, backup.failed (the disk cannot be read or written, or the thread was lost).
 */
export function inThread<Name extends keyof Tasks>(
  name: Name,
  input: Parameters<Tasks[Name]>[0],
  { signal, progress }: ThreadWork = {},
): Promise<ReturnType<Tasks[Name]>> {
  signal?.throwIfAborted();
  const worker = new Worker(workerModule(), { workerData: { name, input } satisfies ThreadTask });
  return new Promise((done, failed) => {
    const finish = (result: Result<unknown>): void => done(result as ReturnType<Tasks[Name]>);
    const stop = (): void => void worker.terminate().then(() => failed(signal?.reason as Error));
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (reply: ThreadReply) => {
      if (reply.type === 'progress') progress?.(reply.done, reply.total);
      else finish(reply.result);
    });
    // An error without a listener would end the store; the exit that follows says that nothing was done.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      signal?.removeEventListener('abort', stop);
      if (!signal?.aborted) finish(fail('backup.failed'));
    });
  });
}
