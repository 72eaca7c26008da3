/** What is kept of checks and repairs for her to read, with the settings of the database. */
import type { Db } from '#electron/db/index.ts';
import { type CheckReport, checkReportSchema, type Recovery, recoverySchema } from '#shared/rpc/health.ts';

const keys = { recovery: 'health.recovery', check: 'health.check' } as const;

/** What became of damaged meetings; null where none ever were. */
export const recoveryOf = (db: Db): Recovery | null => recoverySchema.nullable().catch(null).parse(db.settings.all()[keys.recovery] ?? null);

/** What the last check found; null before the first one. */
export const checkOf = (db: Db): CheckReport | null => checkReportSchema.nullable().catch(null).parse(db.settings.all()[keys.check] ?? null);

/** Keeps a report. What she has not read yet is not lost by it. */
export function keepRecovery(db: Db, recovery: Recovery): void {
  const before = recoveryOf(db);
  const unread = before && !before.seen ? before : null;
  const again = new Set(recovery.meetings.map(({ id }) => id));
  const meetings = [...(unread?.meetings.filter(({ id }) => !again.has(id)) ?? []), ...recovery.meetings];
  const setAside = recovery.setAside ?? unread?.setAside ?? null;
  const cards = recovery.cards + (unread?.cards ?? 0);
  db.write(() => db.settings.put({ [keys.recovery]: { ...recovery, meetings, setAside, cards } satisfies Recovery }));
}

/** She has read what became of damaged meetings. */
export function markSeen(db: Db): void {
  const recovery = recoveryOf(db);
  if (recovery && !recovery.seen) db.write(() => db.settings.put({ [keys.recovery]: { ...recovery, seen: true } satisfies Recovery }));
}

export const keepCheck = (db: Db, report: CheckReport): void => db.write(() => db.settings.put({ [keys.check]: report }));
