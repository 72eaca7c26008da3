/** The thread that writes an archive, as the store knows it. */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { fail, type Result } from '#shared/result.ts';
import type { Steps } from './writing.ts';

export interface WriterStep {
  step: keyof Steps;
  input: unknown;
}

export type WriterReply = Result<unknown>;

type Asked = { [Step in keyof Steps]: (...input: Parameters<Steps[Step]>) => Promise<Result<Awaited<ReturnType<Steps[Step]>>>> };

export interface Writer extends Asked {
  /** Ends the thread, wherever it is. */
  end(): Promise<void>;
}

/** Among the sources the worker lies beside this file; a build has it as archives.js, beside its chunk or above it. */
function workerModule(): URL {
  const places = ['./writer-worker.ts', './archives.js', '../archives.js'].map((place) => new URL(place, import.meta.url));
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error('the worker of the archives is missing');
  return found;
}

/** Starts the thread. Errors of its steps: archive.full, .failed; they reject only with the reason of `signal`. */
export function startWriter(signal: AbortSignal): Writer {
  const worker = new Worker(workerModule(), { resourceLimits: { maxYoungGenerationSizeMb: 16 } });
  const gone = new Promise<WriterReply>((done) => worker.once('exit', () => done(fail('archive.failed'))));
  // An error without a listener would end the store; the exit that follows says that nothing was done.
  worker.on('error', () => undefined);
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });

  const ask = async (step: keyof Steps, input: unknown): Promise<never> => {
    const answered = new Promise<WriterReply>((done) => worker.once('message', done));
    worker.postMessage({ step, input } satisfies WriterStep);
    const reply = await Promise.race([answered, gone]);
    signal.throwIfAborted();
    return reply as never;
  };
  return {
    begin: (place) => ask('begin', place),
    meeting: (meeting) => ask('meeting', meeting),
    picture: (picture) => ask('picture', picture),
    cards: (cards) => ask('cards', cards),
    finish: (index) => ask('finish', index),
    async end() {
      signal.removeEventListener('abort', stop);
      await worker.terminate();
    },
  };
}
