/** Files that are not what they say they are: every opener answers in our own words, and none crashes, hangs or throws. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTally, type FaultOptions, type Figures } from './figures.ts';
import { startProgram } from './programs.ts';

/** How long an opener may be silent. Milliseconds. */
const patience = 30_000;

/** Gives `trials` mutated databases, pictures, texts, templates and archives to the store. */
export async function run({ trials, seed = 1, breaking = null }: FaultOptions): Promise<Figures> {
  const { figures, count } = createTally();
  while (figures.trials < trials) {
    const first = figures.trials;
    const place = mkdtempSync(join(tmpdir(), 'minutebook-mutated-'));
    const program = startProgram('openers', [place, String(seed), String(first), String(trials)], { breaking });
    let silence = setTimeout(() => program.child.kill('SIGKILL'), patience);
    for (let line = await program.next(); line !== null; line = await program.next()) {
      clearTimeout(silence);
      silence = setTimeout(() => program.child.kill('SIGKILL'), patience);
      const { trial, wrong } = JSON.parse(line) as { trial: string; wrong: string[] };
      count(`seed ${seed}, ${trial}`, wrong);
    }
    clearTimeout(silence);
    const code = await program.ended;
    rmSync(place, { recursive: true, force: true });
    if (code === 0) break;
    if (figures.trials === first && first === 0) throw new Error(`the openers ended with ${code} before the first file`);
    count(`seed ${seed}, ${figures.trials}`, [code === 'SIGKILL' ? 'it hung' : `the program ended with ${code}`]);
  }
  return figures;
}
