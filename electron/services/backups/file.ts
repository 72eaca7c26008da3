/**
 * A backup as one file, to put wherever she likes: `<file>` is a database itself, its pictures lie beside it in
 * `<file>-assets`, and `<file>.json` says when it was made and what its sha256 is.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { databaseFailure } from '#electron/db/failure.ts';
import type { Services } from '#electron/services/services.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { hashOfFile } from './files.ts';
import type { Source } from './restoring.ts';
import { inThread } from './thread.ts';

const noteSchema = z.object({ sha256: z.string() });
const noteOf = (file: string): string => `${file}.json`;

/** What was noted of the file when it was made; null where it was not made here. */
function notedHash(file: string): string | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(noteOf(file), 'utf8'))).sha256;
  } catch {
    return null;
  }
}

/** A file from anywhere as something to restore; one that was made here must be what it was then. */
export const sourceFile = (file: string): Source => ({ file, assets: `${file}-assets`, sha256: notedHash(file) });

/** Whether a file is a backup and has been nothing else since: one that was opened and written in is somebody's database. */
function isBackup(file: string): boolean {
  const noted = notedHash(file);
  return noted !== null && hashOfFile(file) === noted;
}

/**
 * Writes everything to `file`, read from end to end before it takes that name. What is there is replaced only where it
 * is such a backup, and by nothing less than a verified one. Errors: backup.isAnother, .failed, .full.
 */
export async function backUpTo({ db, backups, now }: Services, file: string): Promise<Result<{ meetings: number }>> {
  return backups.alone(async () => {
    const copy = `${file}.tmp`;
    try {
      if (existsSync(file) && !isBackup(file)) return fail('backup.isAnother', { name: basename(file) });
      rmSync(copy, { force: true });
      const rows = db.copyTo(copy);
      const given = await inThread('give', { copy, out: file, note: noteOf(file), madeAt: now().toISOString(), rows, assets: backups.assets });
      return given.ok ? ok(given.value) : given;
    } catch (error) {
      return fail(databaseFailure(error)?.code === 'database.full' ? 'backup.full' : 'backup.failed');
    } finally {
      rmSync(copy, { force: true });
    }
  });
}
