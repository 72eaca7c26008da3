/** 還原: everything as it was. What is there now is set aside whole and never lost. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decideReplacement, finishReplacement } from '#electron/db/replace.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { assetsOf, fileOf } from './folder.ts';
import type { Backups } from './service.ts';
import { inThread, type ThreadWork } from './thread.ts';

/** Where a file to restore lies, and the pictures that belong to it. */
export interface Source {
  file: string;
  assets: string;
  /** What the file must be, in hex; null where nobody noted it. */
  sha256: string | null;
}

/** Left in the folder of what was set aside once a verified backup holds it: its id. */
const heldBy = 'held-by';

/** The backup of this id as a source. Errors: backup.notFound, .damaged. */
export function sourceOf({ find, folder }: Backups, id: string): Result<Source> {
  const manifest = find(id);
  if (!manifest) return fail('backup.notFound');
  if (manifest.verifiedAt === null) return fail('backup.damaged');
  return ok({ file: fileOf(folder, id), assets: assetsOf(folder), sha256: manifest.sha256 });
}

/** Brings a source beside the database, read from end to end and shown to open. The file that may replace the database. */
export async function prepare(source: Source, databasePath: string, work: ThreadWork = {}): Promise<Result<string>> {
  const to = `${databasePath}-restoring.tmp`;
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(`${to}${part}`, { force: true });
  const prepared = await inThread('prepare', { ...source, to, target: `${databasePath}-assets` }, work);
  return prepared.ok ? ok(to) : prepared;
}

/** Replaces the database, which nobody may have open, with a prepared file; the folder with what was there. */
export function replace(prepared: string, databasePath: string): string {
  decideReplacement(prepared, databasePath);
  return finishReplacement(databasePath) ?? '';
}

/** Notes in what was set aside that a backup holds all of it. */
export function noteHolder(aside: string, id: string): void {
  writeFileSync(join(aside, heldBy), id);
}

/**
 * Lets go of what earlier restores have set aside, once the backup that was made of it then is still there and two
 * newer verified ones are. What no backup is known to hold is never let go.
 */
export function sweepSetAside(databasePath: string, backups: Pick<Backups, 'verified'>): void {
  const verified = backups.verified();
  const folder = dirname(databasePath);
  for (const name of readdirSync(folder).filter((one) => one.startsWith(`${basename(databasePath)}-before-restore-`))) {
    const note = join(folder, name, heldBy);
    if (!existsSync(note)) continue;
    const holder = verified.findIndex(({ id }) => id === readFileSync(note, 'utf8'));
    if (holder >= 2) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
