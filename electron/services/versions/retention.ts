/** Which versions are kept: all of the last day, one an hour for a week, one a day for good. */
import type { VersionRow } from '#electron/db/documents.ts';
import { newestKept } from '#electron/db/documents.ts';

type Point = Pick<VersionRow, 'revision' | 'savedAt' | 'name' | 'circulatedAt'>;

const hour = 3_600_000;
const all = 24 * hour;
const hourly = 7 * all;

/**
 * The revisions that stay, of versions given newest first. Named ones, those that were sent and the newest three
 * always do; so does what a wrong clock put into the future. Days are those of this computer.
 */
export function keptVersions(versions: readonly Point[], now: Date): Set<number> {
  const kept = new Set<number>();
  const taken = new Set<string>();
  for (const [index, { revision, savedAt, name, circulatedAt }] of versions.entries()) {
    const age = now.getTime() - Date.parse(savedAt);
    const slot = slotOf(savedAt, age);
    // Newest first: the first of an hour or a day that comes by is its last.
    if (slot === null || !taken.has(slot) || index < newestKept || name !== null || circulatedAt !== null) kept.add(revision);
    if (slot !== null) taken.add(slot);
  }
  return kept;
}

/** Two versions of one slot are one too many; null where every version has its own. */
function slotOf(savedAt: string, age: number): string | null {
  if (age < all) return null;
  const at = new Date(savedAt);
  return `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}${age < hourly ? ` ${at.getHours()}` : ''}`;
}
