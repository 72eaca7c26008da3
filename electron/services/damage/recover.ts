/**
 * A database that is damaged, or gone while its backups are there: a new one is made beside it of everything that can be
 * found, and only when that is whole does it take the place of the damaged one, which is set aside and never deleted.
 */
import { existsSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename } from 'node:path';
import { databaseFailure } from '#electron/db/failure.ts';
import { type Db, openDb } from '#electron/db/index.ts';
import type { OpenOptions } from '#electron/db/open.ts';
import { asideOf, decideReplacement, finishReplacement } from '#electron/db/replace.ts';
import { assetsOf } from '#electron/services/backups/folder.ts';
import { bringPictures } from '#electron/services/backups/pictures.ts';
import { flush } from '#electron/services/backups/files.ts';
import { createRecords } from '#electron/services/records.ts';
import { type AppError, fail, ok, type Result } from '#shared/result.ts';
import type { Recovery } from '#shared/rpc/health.ts';
import { listPictures } from './pictures.ts';
import { completeSalvaged } from './repair.ts';
import { keepRecovery } from './report.ts';
import { hasSources, isOurs, salvageNow, sourcesBeside } from './sources.ts';

/**
 * Opens the database, after making it anew where it is damaged, or gone from beside its backups: nobody is shown an empty
 * library who had a full one. Errors: those of `openDatabase`.
 */
export function openOrRecover(databasePath: string, options: OpenOptions): Result<Db> {
  finishReplacement(databasePath);
  const opened = options.create !== false && isGone(databasePath) ? fail('database.damaged') : openDb(databasePath, options);
  if (opened.ok || !isDamage(opened.error, databasePath)) return opened;
  const recovered = recover(databasePath, new Date());
  return recovered.ok ? openDb(databasePath, options) : recovered;
}

/** What does not even look like a database is ours where our files lie beside it. */
const isDamage = ({ code }: AppError, databasePath: string): boolean =>
  code === 'database.damaged' || (code === 'database.notDatabase' && isOurs(databasePath));

/** There is no file, or an empty one, where there was a database. */
const isGone = (databasePath: string): boolean => (statSync(databasePath, { throwIfNoEntry: false })?.size ?? 0) === 0 && hasSources(databasePath);

/**
 * Makes the database at `databasePath` anew. A kill at any moment leaves the damaged one as it is, and the next start
 * begins again, or the new one. Errors: database.damaged where there is nothing to make it of; database.full, .failed.
 */
function recover(databasePath: string, at: Date): Result<Recovery> {
  const work = `${databasePath}-recovering.tmp`;
  const clear = (): void => ['', '-wal', '-shm', '-journal', '-reserve'].forEach((part) => rmSync(work + part, { force: true }));
  clear();
  const sources = sourcesBeside(databasePath);
  try {
    if (existsSync(databasePath) && !salvageNow(databasePath, work)) clear();
    const opened = openDb(work);
    if (!opened.ok) return opened;
    const recovery = complete(opened.value, databasePath, sources, at);
    opened.value.close();
    if (recovery === null) return fail('database.damaged', { name: basename(databasePath) });
    utimesSync(work, at, at);
    flush(work);
    decideReplacement(work, databasePath, 'recovered');
    finishReplacement(databasePath);
    return ok(recovery);
  } catch (error) {
    const failure = databaseFailure(error);
    if (failure) return { ok: false, error: failure };
    throw error;
  } finally {
    sources.close();
    clear();
  }
}

/** The new database with everything that was found; null where that is nothing. */
function complete(db: Db, databasePath: string, sources: ReturnType<typeof sourcesBeside>, at: Date): Recovery | null {
  const found = completeSalvaged({ db, records: createRecords(db), sources, aside: null });
  if (db.repairs.numbers().length === 0 && db.cards.stored().length === 0) return null;
  listPictures(db, `${databasePath}-assets`, at);
  bringPictures(assetsOf(`${databasePath}-backups`), `${databasePath}-assets`, db.assets.all().map(({ hash }) => hash));
  const recovery: Recovery = { at: at.toISOString(), setAside: basename(asideOf(databasePath, 'recovered', at)), ...found, seen: false };
  keepRecovery(db, recovery);
  return recovery;
}
