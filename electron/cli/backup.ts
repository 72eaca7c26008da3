/** Everything into one checked file, and back. */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { databasePath, makeFolderOf, resourcesFolder } from '#electron/host/places.ts';
import { giveBackup, restoreUnopened } from '#electron/services/backups/file.ts';
import { startStore } from '#electron/services/store.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { withStore } from './over-store.ts';
import { sentence, type Terminal } from './terms.ts';

export interface BackupOptions {
  out: string;
  db?: string;
}

/** Makes a verified backup, also while a window is open, and copies it to a file. */
export function backup(terminal: Terminal, { out, db }: BackupOptions): Promise<Result<null>> {
  const file = resolve(out);
  return withStore(db, { create: false }, async (client) => {
    const made = await client.backups.make({});
    if (!made.ok) return made;
    const given = await giveBackup(databasePath(db), made.value.id, file);
    if (given.ok) terminal.tell(sentence(terminal, 'backedUp', { count: made.value.meetings, file: out }));
    return given;
  });
}

/** Puts the file of a backup in the place of the database, and tells where what was there is kept. */
export async function restore(terminal: Terminal, file: string, { db }: { db?: string }): Promise<Result<null>> {
  const path = databasePath(db);
  if (!existsSync(file)) return fail('file.notFound', { name: basename(file) });
  makeFolderOf(path);
  const restored = await restoreFile(resolve(file), path);
  if (!restored.ok) return restored;
  terminal.tell(sentence(terminal, 'restored', { aside: restored.value.aside }));
  return ok(null);
}

async function restoreFile(file: string, path: string): Promise<Result<{ aside: string }>> {
  if (!existsSync(path)) return restoreUnopened(file, path);
  const store = await startStore({ databasePath: path, resources: resourcesFolder(), example: false });
  if (store.ok) {
    try {
      return await store.value.ask({ do: 'restoreFrom', file });
    } finally {
      await store.value.close();
    }
  }
  // What is in other hands is left to them; what cannot be opened at all is why she restores.
  return store.error.code === 'database.locked' ? store : restoreUnopened(file, path);
}
