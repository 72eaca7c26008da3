/** 久用: hours of work at the store in minutes; it must be as fast and as small at the end as at the beginning. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figures } from './figures.ts';
import { runProgram } from './programs.ts';

/** One minute of it. */
export interface Minute {
  /** Medians, in milliseconds. */
  save: number;
  open: number;
  search: number;
  list: number;
  saves: number;
  /** Of the whole process after collecting garbage. */
  megabytes: number;
  /** Open files. */
  handles: number;
}

/** How much slower or larger the end may be than the beginning; below the floor nobody could tell. */
const most = { drift: 1.2, floor: { save: 0.5, open: 0.5, search: 1, list: 1 }, megabytes: 40, handles: 3 } as const;

/** Works at a store for so many minutes; counts the figures of the last one that are worse than those of the second. */
export async function run({ minutes, seed = 1 }: { minutes: number; seed?: number }): Promise<Figures & { minutes: Minute[] }> {
  const place = mkdtempSync(join(tmpdir(), 'minutebook-soak-'));
  const printed = await runProgram('worker-day', [join(place, '議事簿.db'), String(seed), String(minutes)], { flags: ['--expose-gc'] });
  rmSync(place, { recursive: true });
  const list = printed.map((line) => JSON.parse(line) as Minute);
  // The first fills caches and compiles.
  const [first, last] = [list[Math.min(1, list.length - 1)], list.at(-1)];
  if (!first || !last) throw new Error('not a minute went by');
  const losses: string[] = [];
  for (const name of ['save', 'open', 'search', 'list'] as const) {
    if (last[name] > first[name] * most.drift && last[name] - first[name] > most.floor[name]) losses.push(`${name}: ${first[name]} ms at the beginning, ${last[name]} ms at the end`);
  }
  if (last.megabytes - first.megabytes > most.megabytes) losses.push(`memory: ${first.megabytes} MB at the beginning, ${last.megabytes} MB at the end`);
  if (last.handles - first.handles > most.handles) losses.push(`open files: ${first.handles} at the beginning, ${last.handles} at the end`);
  return { trials: list.length, lost: losses.length, losses, minutes: list };
}
