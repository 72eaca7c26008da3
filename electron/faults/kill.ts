/** kill −9 at any moment: what was acknowledged before it is there after it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Dice, dice } from './dice.ts';
import { type Examiner, startExaminer } from './examining.ts';
import { type Fact, missing } from './facts.ts';
import { createTally, type FaultOptions, type Figures, sum } from './figures.ts';
import { startDiarist } from './diarist.ts';

/** Databases that are written and killed beside each other. */
const lanes = 3;
/** Lives after which the whole database is looked at; the others are looked at by the next life only, whose start has to mend them. */
const livesALook = 5;

/** Kills programs that write diaries `trials` times. */
export async function run({ trials, seed = 1, breaking = null }: FaultOptions): Promise<Figures> {
  const examiner = startExaminer();
  try {
    const shares = Array.from({ length: lanes }, (_, lane) => Math.floor((trials + lane) / lanes));
    return sum(await Promise.all(shares.map((share, lane) => runLane({ trials: share, seed: seed * lanes + lane, breaking }, examiner))));
  } finally {
    await examiner.close();
  }
}

async function runLane({ trials, seed = 1, breaking = null }: FaultOptions, examiner: Examiner): Promise<Figures> {
  const { figures, count } = createTally();
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-kill-'));
  let databasePath = join(folder, '議事簿.db');
  const roll = dice(seed);
  const newest = new Map<number, number>();
  for (let life = 0; life < trials; life++) {
    const wrong: string[] = [];
    for (const fact of await live(databasePath, seed + life, roll, breaking)) {
      if ('found' in fact) {
        const acknowledged = newest.get(fact.found) ?? 0;
        if (fact.revision < acknowledged) wrong.push(`meeting ${fact.found} is at ${fact.revision}, ${acknowledged} was acknowledged`);
        newest.set(fact.found, fact.revision);
      } else if ('meeting' in fact) newest.set(fact.meeting, fact.revision);
    }
    if (life % livesALook === livesALook - 1 || life === trials - 1) {
      const facts = Array.from(newest, ([meeting, revision]) => ({ meeting, revision }));
      wrong.push(...missing(facts, await examiner.look(databasePath)));
      // What is lost once would be missing for ever, and a database that grows only makes the next lives slower.
      databasePath = join(folder, `議事簿${life}.db`);
      newest.clear();
    }
    count(`seed ${seed}, life ${life}`, wrong);
  }
  rmSync(folder, { recursive: true });
  return figures;
}

/** Lets a program write until it was told some times that its text is on disk, and a little longer; then kills it. What it was told. */
async function live(databasePath: string, seed: number, roll: Dice, breaking: FaultOptions['breaking']): Promise<Fact[]> {
  const { child, lines, ended } = startDiarist({ databasePath, seed }, { breaking: breaking ?? null });
  const facts: Fact[] = [];
  const [enough, longer] = [1 + roll(roll(2) === 0 ? 8 : 40), roll(12)];
  for await (const line of lines) {
    facts.push(JSON.parse(line) as Fact);
    if (facts.length === enough) setTimeout(() => child.kill('SIGKILL'), longer);
  }
  const code = await ended;
  if (code !== 'SIGKILL') throw new Error(`the diarist ended with ${code} before it was killed`);
  return facts;
}
