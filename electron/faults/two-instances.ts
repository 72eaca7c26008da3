/** Two programs that are started on one database at the same time: one of them owns it, the other is told so, nothing is lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startExaminer } from './examining.ts';
import { factsOf, missing } from './facts.ts';
import { createTally, type FaultOptions, type Figures } from './figures.ts';
import { type Program, startProgram } from './programs.ts';

const saves = '30';

/** Starts two programs at once `trials` times; every other time on a database that is not there yet. */
export async function run({ trials, seed = 1, breaking = null }: FaultOptions): Promise<Figures> {
  const { figures, count } = createTally();
  const place = mkdtempSync(join(tmpdir(), 'minutebook-two-'));
  const examiner = startExaminer();
  let databasePath = '';
  for (let trial = 0; trial < trials; trial++) {
    if (trial % 2 === 0) databasePath = join(place, `議事簿${trial}.db`);
    // Both have loaded everything before either opens.
    const both = [0, 1].map((one) => startProgram('rival', [databasePath, String(seed + trial * 2 + one), saves], { breaking }));
    for (const program of both) if ((await program.next()) !== 'ready') throw new Error('a program was not ready');
    for (const program of both) program.child.stdin.write('go\n');
    const ends = await Promise.all(both.map(told));
    const owners = ends.filter(({ answer }) => answer === 'opened');
    const wrong: string[] = [];
    if (owners.length !== 1) wrong.push(`${owners.length} programs own it (${ends.map(({ answer }) => answer).join(', ')})`);
    for (const { answer } of ends) if (answer !== 'opened' && answer !== 'database.locked') wrong.push(`one was told ${answer}`);
    for (const program of both) program.child.stdin.end();
    const codes = await Promise.all(both.map(({ ended }) => ended));
    if (codes.some((code) => code !== 0)) wrong.push(`they ended with ${codes.join(' and ')}`);
    const facts = (await Promise.all(ends.map(({ facts }) => facts))).map((lines) => factsOf(lines));
    const found = await examiner.look(databasePath);
    for (const list of facts) wrong.push(...missing(list, found));
    count(`seed ${seed}, trial ${trial}`, wrong);
  }
  await examiner.close();
  rmSync(place, { recursive: true });
  return figures;
}

/** What opening was answered, and all that was said to be kept after it. */
async function told(program: Program): Promise<{ answer: string; facts: Promise<string> }> {
  const answer = (await program.next()) ?? 'gone';
  const facts = async (): Promise<string> => {
    let lines = '';
    for (let line = await program.next(); line !== null; line = await program.next()) lines += `${line}\n`;
    return lines;
  };
  return { answer, facts: facts() };
}
