/** A backup of a database that an older program wrote, before its tables are changed. */
import { rmSync } from 'node:fs';
import { copyDatabase, countRows } from '#electron/db/backup.ts';
import { databaseFailure } from '#electron/db/failure.ts';
import type { Connection } from '#electron/db/open.ts';
import { programVersion } from '#electron/host/program.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { freshId, removeUnfinished, unfinishedOf } from './folder.ts';
import { tasks } from './work.ts';

/**
 * Makes a backup of the open database at `databasePath`, in this thread: nobody writes yet, and nothing may go on before
 * it is there. One whose bytes were damaged before is kept unverified. Errors: backup.full, .failed.
 */
export function backUpBeforeMigration(connection: Connection, databasePath: string): Result<null> {
  const folder = `${databasePath}-backups`;
  const [at, began] = [new Date(), Date.now()];
  let unfinished = '';
  try {
    const id = freshId(folder, at);
    unfinished = unfinishedOf(folder, id);
    copyDatabase(connection, unfinished);
    const rows = countRows(connection);
    const assets = `${databasePath}-assets`;
    const parts = { folder, id, reason: 'migration', madeAt: at.toISOString(), rows, assets, program: programVersion(), began } as const;
    const made = tasks.finish(parts, () => undefined);
    return made.ok ? ok(null) : made;
  } catch (error) {
    return fail(databaseFailure(error)?.code === 'database.full' ? 'backup.full' : 'backup.failed');
  } finally {
    if (unfinished) rmSync(unfinished, { force: true });
    removeUnfinished(folder);
  }
}
