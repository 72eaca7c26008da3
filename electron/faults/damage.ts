/**
 * 損壞: bytes of the database that changed by themselves. Every meeting is as it was saved or said not to be; none is
 * shown as if it were right and is not; and what was damaged is set aside, never deleted.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { diary, meetingId } from './diary.ts';
import { type Dice, dice } from './dice.ts';
import { type Found, startExaminer } from './examining.ts';
import { createTally, type FaultOptions, type Figures } from './figures.ts';
import { runDiarist } from './diarist.ts';

export const damages = ['flipped', 'zeroed', 'swapped', 'truncated', 'overwritten', 'headless'] as const;
export type Damage = (typeof damages)[number];

const page = 4096;
const meetings = 10;
const name = '議事簿.db';

/** Damages a database `trials` times: every other time one that has neither backups nor anything else beside it. */
export async function run({ damage, trials, seed = 1, breaking = null }: FaultOptions & { damage: Damage }): Promise<Figures> {
  const { figures, count } = createTally();
  const place = mkdtempSync(join(tmpdir(), 'minutebook-damage-'));
  const whole = join(place, 'whole');
  const saved = await makeWhole(whole, seed, breaking);
  const examiner = startExaminer({ breaking });
  const roll = dice(seed * 100 + damages.indexOf(damage));
  for (let trial = 0; trial < trials; trial++) {
    const folder = join(place, 'trial');
    const databasePath = join(folder, name);
    cpSync(whole, folder, { recursive: true });
    const alone = trial % 2 === 1;
    if (alone) for (const beside of readdirSync(folder).filter((entry) => entry !== name && !entry.endsWith('-assets'))) rmSync(join(folder, beside), { recursive: true });
    const bytes = readFileSync(databasePath);
    const damaged = damagings[damage](Buffer.from(bytes), roll);
    writeFileSync(databasePath, damaged);
    const found = await examiner.look(databasePath);
    const wrong = damaged.equals(bytes) ? [] : [...silent(saved, found, alone), ...deleted(databasePath, damaged, found)];
    if (trial % 3 === 0) wrong.push(...silent(saved, await examiner.look(databasePath, true), alone));
    count(`seed ${seed}, ${damage} ${trial}${alone ? ', alone' : ''}`, wrong);
    rmSync(folder, { recursive: true });
  }
  await examiner.close();
  rmSync(place, { recursive: true });
  return figures;
}

/** A database with a backup, and the revision of each of its meetings. */
async function makeWhole(folder: string, seed: number, breaking: FaultOptions['breaking']): Promise<Map<number, number>> {
  mkdirSync(folder);
  const facts = await runDiarist({ databasePath: join(folder, name), seed, saves: 20, meetings, backUp: true }, { breaking: breaking ?? null });
  return new Map(facts.filter((fact) => 'meeting' in fact).map(({ meeting, revision }) => [meeting, revision]));
}

/** The first byte of some page, the first page left out. */
const pageAt = (bytes: Buffer, roll: Dice): number => page * (1 + roll(bytes.length / page - 1));

const damagings: Record<Damage, (bytes: Buffer, roll: Dice) => Buffer> = {
  flipped(bytes, roll) {
    const at = roll(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << roll(8));
    return bytes;
  },
  zeroed(bytes, roll) {
    const at = pageAt(bytes, roll);
    return bytes.fill(0, at, at + page);
  },
  swapped(bytes, roll) {
    const [one, other] = [pageAt(bytes, roll), pageAt(bytes, roll)];
    const kept = Buffer.from(bytes.subarray(one, one + page));
    bytes.copyWithin(one, other, other + page);
    kept.copy(bytes, other);
    return bytes;
  },
  truncated: (bytes, roll) => bytes.subarray(0, roll(bytes.length)),
  overwritten(bytes, roll) {
    const half = Math.floor(bytes.length / 2);
    const from = roll(half);
    for (let at = from; at < from + half; at++) bytes[at] = roll(256);
    return bytes;
  },
  headless: (bytes, roll) => bytes.fill(0, 0, roll(2) === 0 ? 100 : page),
};

/** What is wrong without anybody being told. Where nothing else knew of a meeting, that something was lost is all that can be said. */
function silent(saved: ReadonlyMap<number, number>, found: Found, alone: boolean): string[] {
  // That it cannot be opened at all is said, and nothing is shown.
  if (!found.ok) return /^(database|meeting)\./.test(found.code) ? [] : [found.code];
  const told = new Map(found.recovery?.meetings.map((meeting) => [meeting.id, meeting]));
  const wrong: string[] = [];
  for (const [meeting, revision] of saved) {
    const id = meetingId(meeting);
    const there = found.meetings[id];
    const report = told.get(id);
    if (!there) {
      if (!report && !(alone && found.recovery)) wrong.push(`meeting ${meeting} is gone and nobody was told`);
    } else if (there.state === 'editable') {
      const isRight = JSON.stringify(there.document) === JSON.stringify(diary(meeting, revision));
      if (isRight || report?.older || (report && there.revision !== revision)) continue;
      wrong.push(`meeting ${meeting} is shown with another text than was saved`);
    }
  }
  return wrong;
}

/** Whether the damaged bytes are gone: where the database was made anew they lie in a folder beside it. */
function deleted(databasePath: string, damaged: Buffer, found: Found): string[] {
  if (!found.ok || !found.recovery?.setAside) return [];
  const folder = join(dirname(databasePath), found.recovery.setAside);
  const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  return readdirSync(folder).some((file) => file === basename(databasePath) && hashOf(readFileSync(join(folder, file))) === hashOf(damaged)) ? [] : ['the damaged database is gone'];
}
