/** The thread of the backups: does one task, says how far it is, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { databaseFailure } from '#electron/db/failure.ts';
import { WorkStopped } from '#electron/db/work-stopped.ts';
import { fail, type Result } from '#shared/result.ts';
import type { ThreadReply, ThreadTask } from './thread.ts';
import { tasks } from './work.ts';

const { name, input, stopping } = workerData as ThreadTask;
const isStopping = (): boolean => Atomics.load(new Int32Array(stopping), 0) === 1;
const reply = (message: ThreadReply): void => parentPort?.postMessage(message);
const run = tasks[name] as (input: unknown, look: (done: number, total: number) => void) => Result<unknown>;

let told = 0;
/** As often as somebody can see it. Milliseconds. */
const telling = 100;

function outcome(): Result<unknown> {
  try {
    return run(input, (done, total) => {
      // Caught below, when everything that was open is closed; nobody waits for the answer.
      if (isStopping()) throw new WorkStopped();
      if (performance.now() - told < telling) return;
      told = performance.now();
      reply({ type: 'progress', done, total });
    });
  } catch (error) {
    return fail(databaseFailure(error)?.code === 'database.full' ? 'backup.full' : 'backup.failed');
  }
}

reply({ type: 'done', result: outcome() });
