/** 還原演練: what a backup held is there again after it was restored, its texts, pictures and settings, whatever happened meanwhile. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTally, type FaultOptions, type Figures } from './figures.ts';
import { runProgram } from './programs.ts';

/** Makes a backup, spoils what is there and restores it, `trials` times; every third time one meeting before everything. */
export async function run({ trials, seed = 1, breaking = null }: FaultOptions): Promise<Figures> {
  const { figures, count } = createTally();
  const place = mkdtempSync(join(tmpdir(), 'minutebook-drill-'));
  const printed = await runProgram('drills', [join(place, '議事簿.db'), String(seed), String(trials)], { breaking });
  rmSync(place, { recursive: true });
  for (const line of printed) {
    const { trial, wrong } = JSON.parse(line) as { trial: string; wrong: string[] };
    count(`seed ${seed}, ${trial}`, wrong);
  }
  if (figures.trials !== trials) throw new Error(`${figures.trials} of ${trials} drills were made`);
  return figures;
}
