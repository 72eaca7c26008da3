/** 停電: what is on the disk after a power cut at any moment holds everything that was acknowledged before it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { dice, moments, pick } from './dice.ts';
import { createDisk, cutModes, type DiskState } from './disk/disk.ts';
import { type DiskEvent, readLog } from './disk/log.ts';
import { shimEnvironment } from './disk/shim.ts';
import { startExaminer } from './examining.ts';
import { factsOf, missing } from './facts.ts';
import { createTally, type FaultOptions, type Figures } from './figures.ts';
import { runDiarist } from './diarist.ts';

const name = '議事簿.db';
const marker = 'marker';
/** Saves that are written down at a time, and how many cuts each such writing is tried with. */
const saves = 150;
const cutsARecording = 125;

/** Writes diaries on a disk that remembers, and cuts its power at `trials` moments. */
export async function run({ trials, seed = 1, breaking = null }: FaultOptions): Promise<Figures> {
  const { figures, count } = createTally();
  const place = mkdtempSync(join(tmpdir(), 'minutebook-power-'));
  const examiner = startExaminer();
  try {
    for (let recording = 0; figures.trials < trials; recording++) {
      const recordingSeed = seed * 1000 + recording;
      const events = await record(join(place, 'run'), recordingSeed, breaking);
      const roll = dice(recordingSeed);
      const disk = createDisk();
      let [done, acknowledged] = [0, ''];
      for (const moment of moments(roll, Math.min(cutsARecording, trials - figures.trials), events.length)) {
        for (; done < moment; done++) {
          const event = events[done] as DiskEvent;
          disk.apply(event);
          if (event.kind === 'write' && disk.nameOf(event.file) === marker) acknowledged += event.bytes.toString();
        }
        const mode = pick(roll, cutModes);
        const state = join(place, 'state');
        write(state, disk.cut(mode, roll));
        const wrong = missing(factsOf(acknowledged), await examiner.look(join(state, name)));
        count(`seed ${seed}, recording ${recording}, event ${moment} of ${events.length}, ${mode}`, wrong);
        rmSync(state, { recursive: true });
      }
    }
  } finally {
    await examiner.close();
    rmSync(place, { recursive: true });
  }
  return figures;
}

/** What the store did to its files while diaries were written; the folder holds nothing afterwards. */
async function record(root: string, seed: number, breaking: FaultOptions['breaking']): Promise<DiskEvent[]> {
  mkdirSync(root);
  const log = `${root}.log`;
  const options = { databasePath: join(root, name), seed, saves, marker: join(root, marker) };
  await runDiarist(options, { breaking: breaking ?? null, env: shimEnvironment({ root, log }) });
  const events = readLog(log, root);
  assertComplete(events, root);
  rmSync(root, { recursive: true });
  rmSync(log);
  return events;
}

/** A log that does not lead to the files that are there has missed something, and would prove nothing. */
function assertComplete(events: readonly DiskEvent[], root: string): void {
  const disk = createDisk();
  for (const event of events) disk.apply(event);
  const seen = new Map([...disk.seen()].filter(([path]) => !path.endsWith('-shm')));
  const there = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('-shm'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const different = new Set([...seen.keys(), ...there]);
  for (const path of there) if (seen.get(path)?.equals(readFileSync(join(root, path)))) different.delete(path);
  if (different.size > 0) throw new Error(`the log misses something about ${[...different].join(', ')}`);
  if (events.some((event) => event.kind === 'open' && event.path === `${name}-shm`)) throw new Error('the store shares memory with other programs');
}

function write(folder: string, state: DiskState): void {
  mkdirSync(folder);
  for (const [path, bytes] of state) {
    if (path === marker || path.endsWith('-shm')) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
