/** Broken calls: every one is answered with a result, and the store is as well as before after them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTally, type FaultOptions, type Figures } from './figures.ts';
import { runProgram } from './programs.ts';

/** One call that went wrong, or the end of them all. */
export type CallerLine = { call: string; wrong: string } | { made: number; wrong: string[] };

/** Makes `trials` calls with strange inputs. */
export async function run({ trials, seed = 1, breaking = null }: FaultOptions): Promise<Figures> {
  const { figures, count } = createTally();
  const place = mkdtempSync(join(tmpdir(), 'minutebook-calls-'));
  const printed = await runProgram('caller', [join(place, '議事簿.db'), String(seed), String(trials)], { breaking });
  rmSync(place, { recursive: true });
  let made = 0;
  for (const line of printed.map((one) => JSON.parse(one) as CallerLine)) {
    if ('made' in line) made = line.made;
    count(`seed ${seed}, ${'call' in line ? line.call : 'all of them'}`, [line.wrong].flat());
  }
  if (made !== trials) throw new Error(`${made} of ${trials} calls were made`);
  return { ...figures, trials };
}
