/** A database that may only be read, opened as a private copy: the original is not touched, not even by SQLite's journal. */
import Database from 'better-sqlite3';
import { constants, copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type AppError, ok, type Result } from '#shared/result.ts';
import { identify } from './identity.ts';
import { type Db, dbOver } from './index.ts';
import { migrations } from './migrations/index.ts';
import { migrate } from './open.ts';
import { temporaryFolder } from './temporary.ts';

export interface ReadingCopy {
  db: Db;
  /** The path of the copy: what lies beside a database lies beside this one. */
  path: string;
}

/** Errors of opening after which a database can still be read. */
export const canBeRead = ({ code }: AppError): boolean => code === 'database.newer' || code === 'database.readOnly';

/** Whether the database at `path` could be opened for writing, as far as can be told without opening it. */
export const canBeWritten = (path: string): boolean => identify(path, migrations.length).ok;

/** Another program may be writing the original while it is copied. */
const attempts = 3;

/**
 * Copies the database at `path` and opens the copy; every write to it answers `reason`. Error: `reason` itself, where
 * not even the lists can be read. The copy is gone when the database is closed.
 */
export function openReadingCopy(path: string, reason: AppError): Result<ReadingCopy> {
  const folder = temporaryFolder('reading');
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  let connection: Database.Database | null = null;
  try {
    const copy = join(folder, basename(path));
    copyWhole(path, copy);
    connection = new Database(copy);
    connection.pragma('trusted_schema = OFF');
    connection.pragma('cell_size_check = ON');
    if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Error('the copy is not whole');
    // A newer one is read as it is, as far as its tables are those that this program knows.
    const version = connection.pragma('user_version', { simple: true }) as number;
    if (version < migrations.length) migrate(connection, version);
    const db = dbOver({ connection, fresh: false, path: copy }, reason);
    db.meetings.list({ offset: 0, limit: 1, trashed: false });
    const close = (): void => {
      db.close();
      remove();
    };
    return ok({ db: { ...db, close }, path: copy });
  } catch {
    connection?.close();
    remove();
    return { ok: false, error: reason };
  }
}

/** The database with its journal, of one moment. */
function copyWhole(from: string, to: string): void {
  const parts = ['', '-wal'];
  const state = (): string => JSON.stringify(parts.map((part) => statSync(from + part, { throwIfNoEntry: false })).map((stats) => [stats?.size, stats?.mtimeMs]));
  for (let attempt = 1; ; attempt++) {
    const before = state();
    for (const part of parts) {
      rmSync(to + part, { force: true });
      if (existsSync(from + part)) copyFileSync(from + part, to + part, constants.COPYFILE_FICLONE);
    }
    if (state() === before || attempt === attempts) return;
  }
}
