/** Long work of the store: it says how far it is and can be stopped. */
import { fail, ok, type Result } from '#shared/result.ts';
import type { Events } from './events.ts';

export interface Work {
  signal: AbortSignal;
  /** Told to every window, a few times a second at most; `total` 0 where it is not known. */
  progress(done: number, total: number): void;
  /** Lets other calls through; throws where the work was stopped. */
  breathe(): Promise<void>;
}

export interface Jobs {
  /** Runs `work` under the caller's name for it. Error: work.stopped. */
  run<Value>(job: string, work: (work: Work) => Promise<Result<Value>>): Promise<Result<Value>>;
  stop(input: { job: string }): Result<null>;
  stopAll(): void;
}

/** Between two tellings, and how long work goes on before others have their turn. Milliseconds. */
const pace = { telling: 150, turn: 25 };

/** The long work of one store. */
export function createJobs(events: Events): Jobs {
  const running = new Map<string, Set<AbortController>>();
  return {
    async run(job, work) {
      const stopping = new AbortController();
      const { signal } = stopping;
      const named = running.get(job) ?? new Set();
      running.set(job, named.add(stopping));
      let told = 0;
      let since = performance.now();
      try {
        return await work({
          signal,
          progress(done, total) {
            if (job === '' || (performance.now() - told < pace.telling && done < total)) return;
            told = performance.now();
            events.publish({ type: 'job.progress', job, done, total, origin: null });
          },
          async breathe() {
            signal.throwIfAborted();
            if (performance.now() - since < pace.turn) return;
            await new Promise((done) => setImmediate(done));
            since = performance.now();
            signal.throwIfAborted();
          },
        });
      } catch (error) {
        if (signal.aborted) return fail('work.stopped');
        throw error;
      } finally {
        named.delete(stopping);
        if (named.size === 0) running.delete(job);
      }
    },
    stop({ job }) {
      for (const stopping of running.get(job) ?? []) stopping.abort();
      return ok(null);
    },
    stopAll() {
      for (const named of running.values()) for (const stopping of named) stopping.abort();
    },
  };
}
