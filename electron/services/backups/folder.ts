/** A folder of backups: each a database file `<id>.db` and a manifest `<id>.json`; their pictures together in `assets/`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { backupIdSchema, backupSchema } from '#shared/rpc/backups.ts';
import { flushFolderSync } from '#electron/db/flush.ts';
import { writeWhole } from './files.ts';

/** What is known of a backup without opening it. */
export const manifestSchema = backupSchema.omit({ second: true }).extend({
  /** Of the database file. */
  sha256: z.string(),
  /** Of the program that made it, and of its tables. */
  program: z.string(),
  schema: z.int(),
  /** What `Db.mark` was. */
  mark: z.string(),
  /** Pictures whose files were lost or damaged already when it was made. */
  missing: z.array(z.string()),
  /** How long it took to make. */
  milliseconds: z.number(),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const assetsOf = (folder: string): string => join(folder, 'assets');
export const fileOf = (folder: string, id: string): string => join(folder, `${id}.db`);
export const unfinishedOf = (folder: string, id: string): string => join(folder, `${id}.tmp`);
const manifestOf = (folder: string, id: string): string => join(folder, `${id}.json`);

/** The backups of a folder, newest first; what is not whole is none. */
export function listBackups(folder: string): Manifest[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const files = new Set(names);
  const manifests = names
    .filter((name) => name.endsWith('.json') && files.has(`${name.slice(0, -5)}.db`))
    .map((name) => readManifest(folder, name.slice(0, -5)))
    .filter((manifest) => manifest !== null);
  return manifests.toSorted((a, b) => (a.madeAt < b.madeAt || (a.madeAt === b.madeAt && a.id < b.id) ? 1 : -1));
}

function readManifest(folder: string, id: string): Manifest | null {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(manifestOf(folder, id), 'utf8')));
    return parsed.success && parsed.data.id === id ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Written before the backup takes its name, so that no backup is without one. */
export function writeManifest(folder: string, manifest: Manifest): void {
  writeWhole(manifestOf(folder, manifest.id), JSON.stringify(manifest, null, 2));
}

/** A name for a backup that is made now. The folder is made where it is missing. */
export function freshId(folder: string, now: Date): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const base = now.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
  const isTaken = (id: string): boolean => existsSync(fileOf(folder, id)) || existsSync(unfinishedOf(folder, id));
  let id = base;
  for (let number = 2; isTaken(id); number++) id = `${base}-${number}`;
  return id;
}

/** Takes away what a backup that was broken off has left; nobody may be making one. */
export function removeUnfinished(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const isUnfinished = (name: string): boolean =>
    name.endsWith('.tmp') || name.endsWith('-journal') || (name.endsWith('.json') && !names.includes(`${name.slice(0, -5)}.db`));
  for (const name of names.filter(isUnfinished)) rmSync(join(folder, name), { force: true });
}

/** Takes backups away. Pictures stay: others may hold them. */
export function removeBackups(folder: string, ids: readonly string[]): void {
  for (const id of ids) {
    if (!backupIdSchema.safeParse(id).success) continue;
    // The file first: a manifest alone is no backup.
    rmSync(fileOf(folder, id), { force: true });
    rmSync(manifestOf(folder, id), { force: true });
  }
  if (ids.length > 0) flushFolderSync(folder);
}
