/** Word files that are not what they say they are: each is read or refused in our own words, in time and in little memory. */
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';

const trials = 2000;
/** Milliseconds that one file may take. */
const patience = 5000;

interface Answer {
  trial: number;
  outcome: string;
}

/** What became of each file; a worker that hangs or runs out of memory is a failure that names its trial. */
function run(seed: number): Promise<{ outcomes: Map<string, number>; failures: string[] }> {
  return new Promise((done) => {
    const outcomes = new Map<string, number>();
    const failures: string[] = [];
    let last = -1;
    const worker = new Worker(new URL('./testing/fuzz-worker.ts', import.meta.url), { workerData: { seed, from: 0, to: trials }, resourceLimits: { maxOldGenerationSizeMb: 400 }, execArgv: [] });
    const hung = (): void => {
      failures.push(`seed ${seed}, trial ${last + 1}: no answer within ${patience} ms`);
      void worker.terminate();
    };
    // The first answer waits for the worker to start.
    let silence = setTimeout(hung, 60_000);
    worker.on('message', ({ trial, outcome }: Answer) => {
      clearTimeout(silence);
      silence = setTimeout(hung, patience);
      last = trial;
      if (outcome !== 'read' && !outcome.startsWith('word.')) failures.push(`seed ${seed}, trial ${trial}: ${outcome}`);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    });
    worker.on('error', (error) => failures.push(`seed ${seed}, trial ${last + 1}: ${error.message}`));
    worker.on('exit', () => {
      clearTimeout(silence);
      if (last !== trials - 1 && failures.length === 0) failures.push(`it ended after trial ${last}`);
      done({ outcomes, failures });
    });
  });
}

it(`answers ${trials.toLocaleString('en')} mutated Word files`, { timeout: 300_000 }, async () => {
  const { outcomes, failures } = await run(1);
  expect(failures).toEqual([]);
  // Both happen often: the mutations are neither harmless nor plain rubbish.
  expect(outcomes.get('read')).toBeGreaterThan(trials / 4);
  expect(outcomes.get('word.damaged')).toBeGreaterThan(trials / 20);
  expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['word.unsafe', 'word.tooLarge', 'word.notWord']));
});
