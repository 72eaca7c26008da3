/** Runs a task of the backups in a thread of its own. */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { fail, type Result } from '#shared/result.ts';
import type { Tasks } from './work.ts';

export interface ThreadTask {
  name: keyof Tasks;
  input: unknown;
  /** One number, 1 when the task is to stop. */
  stopping: SharedArrayBuffer;
}

export type ThreadReply =
  | { type: 'progress'; done: number; total: number }
  | { type: 'done'; result: Result<unknown> };

export interface ThreadWork {
  /** Ends the task at its next look around; what is half done has no name yet. */
  signal?: AbortSignal;
  progress?(done: number, total: number): void;
}

/**
 * A thread that is ended from outside while SQLite works in it can take the whole program with it: it is asked to stop,
 * and ended only where it does not in this time. Milliseconds.
 */
const patience = 20_000;

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
  const stopping = new SharedArrayBuffer(4);
  const worker = new Worker(workerModule(), { workerData: { name, input, stopping } satisfies ThreadTask });
  return new Promise((done, failed) => {
    let result: Result<unknown> = fail('backup.failed');
    const stop = (): void => {
      Atomics.store(new Int32Array(stopping), 0, 1);
      setTimeout(() => void worker.terminate(), patience).unref();
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (reply: ThreadReply) => {
      if (reply.type === 'progress') progress?.(reply.done, reply.total);
      else result = reply.result;
    });
    // An error without a listener would end the store; the exit that follows says that nothing was done.
    worker.on('error', () => undefined);
    // Not before the thread is gone: whoever ends the program on the answer would meet it in its last work.
    worker.once('exit', () => {
      signal?.removeEventListener('abort', stop);
      if (signal?.aborted) failed(signal.reason as Error);
      else done(result as ReturnType<Tasks[Name]>);
    });
  });
}
