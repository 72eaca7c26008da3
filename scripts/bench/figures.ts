/** Figures of a run: percentiles, a table for people, JSON for machines. */

export interface Figure {
  name: string;
  /** What the number counts: ms, MB, × (a ratio in the same run). */
  unit: string;
  p50: number;
  p95?: number;
  /** What it is held against: an aim or a peer, in words. */
  aim?: string;
  met?: boolean;
}

/** The value below which `share` (0–1) of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A figure from samples, held against an aim on its p50 or p95 where one is given. */
export function figure(
  name: string,
  samples: readonly number[],
  aim?: { at: 'p50' | 'p95'; most: number },
  unit = 'ms',
): Figure {
  const p50 = percentile(samples, 0.5);
  const p95 = percentile(samples, 0.95);
  if (!aim) return { name, unit, p50, p95 };
  return { name, unit, p50, p95, aim: `${aim.at} ≤ ${aim.most} ${unit}`, met: (aim.at === 'p50' ? p50 : p95) <= aim.most };
}

/** Runs `work` `times` times after `warmUp` runs that are not counted; milliseconds each. */
export async function measure(times: number, work: (index: number) => unknown, warmUp = 3): Promise<number[]> {
  const samples: number[] = [];
  for (let index = -warmUp; index < times; index += 1) {
    const start = performance.now();
    await work(Math.max(0, index));
    if (index >= 0) samples.push(performance.now() - start);
  }
  return samples;
}

/** Prints the figures as a table. */
export function printFigures(figures: readonly Figure[]): void {
  const rows = figures.map((one) => [
    one.name,
    one.p50.toFixed(2),
    one.p95?.toFixed(2) ?? '',
    one.unit,
    one.aim ?? '',
    one.met === undefined ? '' : one.met ? 'met' : 'MISSED',
  ]);
  const table = [['figure', 'p50', 'p95', 'unit', 'aim', ''], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
}
