/** What is let go for good after a time, each only when a verified backup holds it. */
import { rmSync } from 'node:fs';
import type { Db } from '#electron/db/index.ts';
import type { ArchiveFiles } from '#electron/services/damage/archive-files.ts';
import type { Events } from '#electron/services/events.ts';
import { trashDays } from '#shared/rpc/schemas.ts';
import { pictureIn } from './pictures.ts';
import type { Backups } from './service.ts';
import { inThread } from './thread.ts';

interface Parts {
  db: Db;
  backups: Backups;
  archiveFiles: ArchiveFiles;
  events: Events;
  now(): Date;
}

const day = 86_400_000;
/** How long meetings stay in the trash, and pictures that nothing shows. */
const kept = { trash: trashDays * day, pictures: 30 * day };

/** Since when each picture is shown by nothing, in the settings of the database. */
const unshownKey = 'pictures.unshown';

/** A verified backup of this moment: its id. */
async function freshBackup(backups: Backups, signal: AbortSignal): Promise<string> {
  const made = await backups.make('cleaning', { signal });
  if (!made.ok) throw new Error(made.error.code);
  return made.value.id;
}

/** Deletes the meetings that were thrown away 60 days ago and are in a backup that was made and read just now. */
export async function emptyTrash({ db, backups, archiveFiles, events, now }: Parts, signal: AbortSignal): Promise<void> {
  const before = new Date(now().getTime() - kept.trash).toISOString();
  if (db.meetings.trashedBefore(before).length === 0) return;
  const id = await freshBackup(backups, signal);
  // Asked again: one that she took out of the trash meanwhile is no longer due.
  const meetings = db.meetings.trashedBefore(before);
  const held = await inThread('held', { folder: backups.folder, id, meetings }, { signal });
  if (!held.ok) throw new Error(held.error.code);
  const holds = new Set(held.value);
  const still = (): typeof meetings => db.meetings.trashedBefore(before).filter((row) => holds.has(row.id));
  // Before the meetings: what is broken off between the two is taken up again, and no file is left that nothing knows of.
  for (const { id: meeting } of still()) await archiveFiles.remove(meeting);
  const gone = still();
  db.write(() => gone.forEach(({ number }) => db.meetings.erase(number)));
  events.publish({ type: 'library.changed', origin: null });
}

/**
 * Deletes the pictures that neither a meeting, also of the trash, nor a version has shown for 30 days, and that the
 * backups hold. What shows them is read in a backup, not in the database that she works with.
 */
export async function collectPictures({ db, backups, now }: Parts, signal: AbortSignal): Promise<void> {
  const newest = backups.verified()[0];
  if (!newest || db.assets.all().length === 0) return;
  const unshown = await unshownIn(newest.id);
  const earlier = (db.settings.all()[unshownKey] ?? {}) as Record<string, string>;
  const since = Object.fromEntries(unshown.map((hash) => [hash, earlier[hash] ?? now().toISOString()]));
  db.write(() => db.settings.put({ [unshownKey]: since }));
  const isDue = (hash: string): boolean => now().getTime() - Date.parse(since[hash] ?? '') >= kept.pictures;
  if (!unshown.some(isDue)) return;

  const id = await freshBackup(backups, signal);
  const due = (await unshownIn(id)).filter(isDue);
  const held = await inThread('heldPictures', { folder: backups.folder, hashes: due }, { signal });
  // Where something was saved since the backup was made it may show one of them again: another day.
  if (!held.ok || backups.find(id)?.mark !== db.mark()) return;
  db.write(() => held.value.forEach((hash) => db.assets.remove(hash)));
  for (const hash of held.value) rmSync(pictureIn(backups.assets, hash), { force: true });

  async function unshownIn(backup: string): Promise<string[]> {
    const shown = await inThread('shownPictures', { folder: backups.folder, id: backup }, { signal });
    if (!shown.ok) throw new Error(shown.error.code);
    const shows = new Set(shown.value);
    return db.assets.all().map(({ hash }) => hash).filter((hash) => !shows.has(hash));
  }
}
