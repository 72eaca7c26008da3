/** The database of the program: queries by noun over its one connection. */
import { ok, type Result } from '#shared/result.ts';
import { type AssetQueries, assetQueries } from './assets.ts';
import { databaseFailure } from './failure.ts';
import { type DocumentQueries, documentQueries } from './documents.ts';
import { type MeetingQueries, meetingQueries } from './meetings.ts';
import { openDatabase, type Opened, type OpenOptions } from './open.ts';
import { type SettingQueries, settingQueries } from './settings.ts';

export interface Db {
  meetings: MeetingQueries;
  documents: DocumentQueries;
  settings: SettingQueries;
  assets: AssetQueries;
  /** There was no database before this opening. */
  fresh: boolean;
  /** Names this database for the search index beside it. */
  identity: string;
  /** Runs `work` whole or not at all; returns only when it is on disk. */
  write<Value>(work: () => Value): Value;
  /** Empties the journal and lets go of the database. */
  close(): void;
}

const idleBeforeCheckpoint = 30_000;

/** Opens the database at `path`; errors as in `openDatabase`. */
export function openDb(path: string, options?: OpenOptions): Result<Db> {
  const opened = openDatabase(path, options);
  return opened.ok ? ok(dbOver(opened.value)) : opened;
}

/** The queries over an open connection. */
export function dbOver({ connection, fresh }: Opened): Db {
  const settings = settingQueries(connection);
  let idle: NodeJS.Timeout | undefined;
  /** So that the journal does not grow for as long as the program runs; where it fails, everything is still in it. */
  const checkpoint = (): void => {
    try {
      connection.pragma('wal_checkpoint(TRUNCATE)');
    } catch (error) {
      if (!databaseFailure(error)) throw error;
    }
  };
  return {
    meetings: meetingQueries(connection),
    documents: documentQueries(connection),
    settings,
    assets: assetQueries(connection),
    fresh,
    identity: String(settings.all()['database.identity']),
    write(work) {
      clearTimeout(idle);
      idle = setTimeout(checkpoint, idleBeforeCheckpoint).unref();
      return connection.transaction(work).immediate();
    },
    close() {
      clearTimeout(idle);
      connection.close();
    },
  };
}
