/** The database of the program: queries by noun over its one connection. */
import { mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { newId } from '#shared/minutes/id.ts';
import { type AppError, ok, type Result } from '#shared/result.ts';
import { type AssetQueries, assetQueries } from './assets.ts';
import { type CardQueries, cardQueries } from './cards.ts';
import { copyDatabase, countRows, markOf } from './backup.ts';
import { databaseFailure, raise } from './failure.ts';
import { type DocumentQueries, documentQueries } from './documents.ts';
import { type MeetingQueries, meetingQueries } from './meetings.ts';
import { type Connection, openDatabase, type Opened, type OpenOptions } from './open.ts';
import { type RepairQueries, repairQueries } from './repairs.ts';
import { type Reserve, reserveAt } from './reserve.ts';
import { type SettingQueries, settingQueries } from './settings.ts';
import { type Standing, standingOf } from './standing.ts';

export interface Db {
  meetings: MeetingQueries;
  documents: DocumentQueries;
  settings: SettingQueries;
  assets: AssetQueries;
  cards: CardQueries;
  repairs: RepairQueries;
  /** There was no database before this opening. */
  fresh: boolean;
  /** Names this database for the search index beside it. */
  identity: string;
  /** Which library this is, since the last restore: '' where nothing was ever restored. */
  generation(): string;
  /** Begins another generation: what stands on a revision of the one before is a conflict. */
  beginGeneration(): void;
  /** Why nothing can be written in this sitting; null where it can. */
  readOnly: AppError | null;
  /** Room that is given up when the disk is full. */
  reserve: Reserve;
  /**
   * Runs `work` whole or not at all; returns only when it is on disk, in the file that stands at the path. `work` runs a
   * second time where the disk was full and the reserve made room. Breaks off with database.gone, or with `readOnly`.
   */
  write<Value>(work: () => Value): Value;
  /** Whether SQLite finds its file in order, and then each table with its indexes: a statement each, 0.2 s for 300 MB. */
  soundness(): Generator<boolean>;
  /** Changes with everything that is saved. */
  mark(): string;
  /** Writes a whole copy to `path`, where nothing may be yet; the rows that it must hold, by table. Flushes nothing. */
  copyTo(path: string): Record<string, number>;
  /** Empties the journal and lets go of the database. */
  close(): void;
}

const idleBeforeCheckpoint = 30_000;
const generationKey = 'database.generation';

/**
 * Connections whose file is no longer at its path. On closing, SQLite removes the journal by its name, which may be
 * another database's by now: so they are closed when their own file is back.
 */
const adrift = new Map<Connection, Standing>();

/** Keeps all that a database held whose file was replaced while it was open, and its journal from the file in its place. */
function setAside(connection: Connection, path: string): void {
  const folder = `${path}-damaged-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  renameSync(`${path}-wal`, join(folder, `${basename(path)}-wal`));
  try {
    copyDatabase(connection, join(folder, basename(path)));
  } catch (error) {
    if (!databaseFailure(error)) throw error;
  }
}

function closeAdrift(): void {
  for (const [connection, standing] of adrift) {
    if (!standing.database()) continue;
    adrift.delete(connection);
    connection.close();
  }
}

/** Opens the database at `path`; errors as in `openDatabase`. */
export function openDb(path: string, options?: OpenOptions): Result<Db> {
  closeAdrift();
  const opened = openDatabase(path, options);
  return opened.ok ? ok(dbOver(opened.value)) : opened;
}

/** The queries over an open connection. */
export function dbOver({ connection, fresh, path }: Opened, readOnly: AppError | null = null): Db {
  const standing = standingOf(path);
  const reserve = reserveAt(`${path}-reserve`);
  const settings = settingQueries(connection);
  const documents = documentQueries(connection);
  const meetings = meetingQueries(connection);
  let generation = String(settings.all()[generationKey] ?? '');
  let idle: NodeJS.Timeout | undefined;
  /** So that the journal does not grow for as long as the program runs; where it fails, everything is still in it. */
  const checkpoint = (): void => {
    try {
      connection.pragma('wal_checkpoint(TRUNCATE)');
    } catch (error) {
      if (!databaseFailure(error)) throw error;
    }
  };
  const assertStanding = (): void => {
    if (!standing.whole()) raise({ code: 'database.gone', params: { name: basename(path) } });
  };
  const withRoom = <Value>(write: () => Value): Value => {
    try {
      return write();
    } catch (error) {
      const isFull = databaseFailure(error)?.code === 'database.full';
      if (!isFull || connection.inTransaction || !reserve.give()) throw error;
      return write();
    }
  };
  const tables = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'").pluck();
  return {
    meetings,
    documents,
    settings,
    assets: assetQueries(connection),
    cards: cardQueries(connection),
    repairs: repairQueries(connection, documents, meetings),
    fresh,
    readOnly,
    reserve,
    identity: String(settings.all()['database.identity']),
    generation: () => generation,
    beginGeneration() {
      generation = newId();
      this.write(() => settings.put({ [generationKey]: generation }));
    },
    write(work) {
      if (readOnly) raise(readOnly);
      clearTimeout(idle);
      idle = setTimeout(checkpoint, idleBeforeCheckpoint).unref();
      assertStanding();
      const value = withRoom(() => connection.transaction(work).immediate());
      // What was written into a file that nobody finds again is not saved.
      assertStanding();
      return value;
    },
    *soundness() {
      yield connection.pragma('quick_check(1)', { simple: true }) === 'ok';
      for (const name of tables.all()) yield connection.pragma(`integrity_check("${name}")`, { simple: true }) === 'ok';
    },
    mark: () => markOf(connection),
    copyTo(path) {
      copyDatabase(connection, path);
      return countRows(connection);
    },
    close() {
      clearTimeout(idle);
      if (standing.database()) connection.close();
      else {
        if (standing.replaced()) setAside(connection, path);
        adrift.set(connection, standing);
      }
    },
  };
}
