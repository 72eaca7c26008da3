/**
 * A backup as one file, to put wherever she likes: `<file>` is a database itself, its pictures lie beside it in
 * `<file>-assets`, and `<file>.json` says when it was made and what its sha256 is.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '#shared/result.ts';
import { hashOfFile } from './files.ts';
import { assetsOf, listBackups } from './folder.ts';
import { type Source, prepare, replace } from './restoring.ts';
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

/** A file from anywhere as something to restore, also one in a folder of backups; one that was made here must be what it was then. */
export function sourceFile(file: string): Source {
  const manifest = listBackups(dirname(file)).find(({ id }) => `${id}.db` === basename(file));
  if (manifest) return { file, assets: assetsOf(dirname(file)), sha256: manifest.sha256 };
  return { file, assets: `${file}-assets`, sha256: notedHash(file) };
}

/** Whether a file is a backup and has been nothing else since: one that was opened and written in is somebody's database. */
function isBackup(file: string): boolean {
  const noted = notedHash(file);
  return noted !== null && hashOfFile(file) === noted;
}

/**
 * Copies the backup `id` of a database to `file`, byte for byte. What is there is replaced only where it is such a
 * copy itself, and only when the new one is whole. Errors: backup.isAnother, .damaged, .failed, .full.
 */
export function giveBackup(databasePath: string, id: string, file: string): Promise<Result<null>> {
  if (existsSync(file) && !isBackup(file)) return Promise.resolve(fail('backup.isAnother', { name: basename(file) }));
  return inThread('give', { folder: `${databasePath}-backups`, id, out: file, note: noteOf(file) });
}

/**
 * Puts a file in the place of a database that cannot be opened, or where there is none: what is there is set aside
 * whole. The folder that it lies in then. Nobody may have it open. Errors: backup.damaged, .failed, .full.
 */
export async function restoreUnopened(file: string, databasePath: string): Promise<Result<{ aside: string }>> {
  const prepared = await prepare(sourceFile(file), databasePath);
  return prepared.ok ? ok({ aside: replace(prepared.value, databasePath) }) : prepared;
}
