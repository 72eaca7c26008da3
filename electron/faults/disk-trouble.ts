/**
 * A disk that is full, fails, refuses for a while or is slow: nothing acknowledged is lost, what cannot be saved is said
 * in our own words, and saving goes on by itself.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shimEnvironment } from './disk/shim.ts';
import { createTally, type FaultOptions, type Figures } from './figures.ts';
import { runProgram } from './programs.ts';

export const troubles = ['full', 'failing', 'refusing', 'slow'] as const;
export type Trouble = (typeof troubles)[number];

/** Makes one kind of trouble `trials` times, each time otherwise. */
export async function run({ trouble, trials, seed = 1, breaking = null }: FaultOptions & { trouble: Trouble }): Promise<Figures> {
  const { figures, count } = createTally();
  const place = mkdtempSync(join(tmpdir(), 'minutebook-trouble-'));
  const root = join(place, 'disk');
  const orders = join(place, 'orders');
  mkdirSync(root);
  const printed = await runProgram('troubled', [join(root, '議事簿.db'), orders, trouble, String(seed), String(trials)], { breaking, env: shimEnvironment({ root, orders }) });
  rmSync(place, { recursive: true });
  for (const line of printed) {
    const { trial, wrong } = JSON.parse(line) as { trial: string; wrong: string[] };
    count(`seed ${seed}, ${trial}`, wrong);
  }
  if (figures.trials !== trials) throw new Error(`${figures.trials} of ${trials} trials were made`);
  return figures;
}
