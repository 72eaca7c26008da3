/** 久用: hours of work at the store in minutes; it must be as fast and as small at the end as at the beginning. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { storeEnvironment } from '#electron/services/environment.ts';
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
  /** Of the whole process, after both threads collected their garbage. */
  megabytes: number;
  /** Open files. */
  handles: number;
  /** The same piece of arithmetic every time, in milliseconds: what the computer itself became slower by. */
  computer: number;
}

/** The beginning and the end, each as the median of some minutes. */
export interface Drift {
  name: keyof Minute;
  beginning: number;
  end: number;
  /** In per cent. */
  change: number;
}

export interface Soaked extends Figures {
  minutes: Minute[];
  drift: Drift[];
}

/** Caches are filled and code is compiled in the first minutes: they are not counted. */
const warmUp = 1;
/** One minute may be a bad one; minutes at each end that are held against each other, where there are so many. */
const span = 3;
/** How much slower or larger the end may be than the beginning; below the floor nobody could tell. */
const most = { slower: 20, floor: { save: 0.5, open: 0.5, search: 1, list: 1 }, megabytes: 40, handles: 3 } as const;
const timed = ['save', 'open', 'search', 'list'] as const;

/** Works at a store for so many minutes, three at least; counts the figures whose end is worse than their beginning. */
export async function run({ minutes, seed = 1 }: { minutes: number; seed?: number }): Promise<Soaked> {
  if (!(minutes >= warmUp + 2)) throw new Error(`a soak of ${minutes} minutes has no beginning and no end: ${warmUp + 2} at least`);
  const place = mkdtempSync(join(tmpdir(), 'minutebook-soak-'));
  const flags = ['--expose-gc', '--import', pathToFileURL(join(import.meta.dirname, 'programs', 'collecting.ts')).href];
  const printed = await runProgram('worker-day', [join(place, '議事簿.db'), String(seed), String(minutes)], { flags, env: storeEnvironment });
  rmSync(place, { recursive: true });
  const list = printed.map((line) => JSON.parse(line) as Minute);
  const drift = driftOf(list);
  const losses = drift.filter(isWorse).map(({ name, beginning, end }) => `${name}: ${beginning} at the beginning, ${end} at the end`);
  return { trials: list.length, lost: losses.length, losses, minutes: list, drift };
}

/** What became of each figure in the minutes after the first. */
export function driftOf(minutes: readonly Minute[]): Drift[] {
  const counted = minutes.slice(warmUp);
  const each = Math.max(1, Math.min(span, Math.floor(counted.length / 2)));
  return (['save', 'open', 'search', 'list', 'saves', 'megabytes', 'handles', 'computer'] as const).map((name) => {
    const [beginning, end] = [counted.slice(0, each), counted.slice(-each)].map((part) => median(part.map((minute) => minute[name]))) as [number, number];
    return { name, beginning, end, change: Math.round((end / beginning - 1) * 100) };
  });
}

/** Whether somebody could tell. */
export function isWorse({ name, beginning, end, change }: Drift): boolean {
  if (name === 'megabytes' || name === 'handles') return end - beginning > most[name];
  return timed.some((one) => one === name && change >= most.slower && end - beginning > most.floor[one]);
}

/** The middle one. */
export const median = (list: readonly number[]): number => list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)] ?? 0;
