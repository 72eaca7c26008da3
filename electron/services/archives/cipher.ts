/**
 * Encryption under a passphrase, in the format of age, which other programs open too. In a thread of its own: making a
 * key of a passphrase takes a second and 256 MB on purpose, and both are given back when the thread ends.
 */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { ok, fail, type Result } from '#shared/result.ts';

export interface CipherTask {
  do: 'encrypt' | 'decrypt';
  from: string;
  /** Nothing may be there. */
  to: string;
  passphrase: string;
}

export type CipherReply = { done: number; total: number } | { result: Result<null> };

/** How every file of age begins. */
export const ageStart = 'age-encryption.org/v1\n';

/** Among the sources the worker lies beside this file; a build has it as cipher.js, beside its chunk or above it. */
function workerModule(): URL {
  const places = ['./cipher-worker.ts', './cipher.js', '../cipher.js'].map((place) => new URL(place, import.meta.url));
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error('the worker of the cipher is missing');
  return found;
}

/**
 * Writes the file `to` from the file `from`. Where it was stopped or failed there is no `to`. Errors: archive.passphrase,
 * .damaged, .full, .failed.
 */
export async function cipher(task: CipherTask, signal: AbortSignal, look: (done: number, total: number) => void = () => undefined): Promise<Result<null>> {
  signal.throwIfAborted();
  const worker = new Worker(workerModule(), { workerData: task });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  const result = await new Promise<Result<null>>((done) => {
    worker.on('message', (reply: CipherReply) => ('result' in reply ? done(reply.result) : look(reply.done, reply.total)));
    // The exit that follows says that nothing was done.
    worker.on('error', () => undefined);
    worker.once('exit', () => done(fail('archive.failed')));
  });
  await worker.terminate();
  signal.removeEventListener('abort', stop);
  if (!result.ok || signal.aborted) await rm(task.to, { force: true });
  signal.throwIfAborted();
  return result.ok ? ok(null) : result;
}
