/** Which backups are kept as time goes on. */
import type { Backup } from '#shared/rpc/backups.ts';

export type Dated = Pick<Backup, 'id' | 'madeAt' | 'verifiedAt' | 'reason'>;

/** The newest of each of so many of the latest days, weeks, months and years that have one at all: gaps cost nothing. */
const spans: readonly { most: number; of(time: number): string }[] = [
  { most: 7, of: (time) => isoDay(time) },
  { most: 4, of: (time) => String(Math.floor((time / day + 3) / 7)) },
  { most: 12, of: (time) => isoDay(time).slice(0, 7) },
  { most: Infinity, of: (time) => isoDay(time).slice(0, 4) },
];

const day = 86_400_000;
/** For how long those are kept that were made by hand or before something that changes much. */
const apart = 30 * day;

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * The ids of the backups to keep: 7 daily, 4 weekly, 12 monthly and all yearly ones, those that were not made just
 * because time had passed for 30 days, and always the newest verified one. What is not verified is kept only as
 * long as nothing verified is newer. Those that lie in the future, because the clock was wrong once, count apart.
 */
export function keptBackups(list: readonly Dated[], now: Date): Set<string> {
  const timed = list.map((backup) => ({ ...backup, time: Date.parse(backup.madeAt) })).toSorted((a, b) => b.time - a.time);
  const good = timed.filter((backup) => backup.verifiedAt !== null);
  const kept = new Set<string>();
  const isPast = (backup: { time: number }): boolean => backup.time <= now.getTime() + day;

  for (const age of [good.filter(isPast), good.filter((backup) => !isPast(backup))]) {
    for (const { most, of } of spans) {
      const seen = new Set<string>();
      for (const { id, time } of age) {
        const span = of(time);
        if (seen.has(span) || seen.size >= most) continue;
        seen.add(span);
        kept.add(id);
      }
    }
  }
  for (const { id, time, reason } of good) {
    if (reason !== 'daily' && reason !== 'quit' && time > now.getTime() - apart) kept.add(id);
  }
  const newest = timed[0];
  if (newest?.verifiedAt === null) kept.add(newest.id);
  return kept;
}
