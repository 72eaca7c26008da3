/** The database of the program: queries by noun over its one connection. */
import { ok, type Result } from '#shared/result.ts';
import { type AssetQueries, assetQueries } from './assets.ts';
import { type DocumentQueries, documentQueries } from './documents.ts';
import { type MeetingQueries, meetingQueries } from './meetings.ts';
import { openDatabase, type OpenOptions } from './open.ts';
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
  /** Moves the journal into the database and empties it. */
  checkpoint(): void;
  close(): void;
}

/** Opens the database at `path`; errors as in `openDatabase`. */
export function openDb(path: string, options?: OpenOptions): Result<Db> {
  const opened = openDatabase(path, options);
  if (!opened.ok) return opened;
  const { connection, fresh } = opened.value;
  const settings = settingQueries(connection);
  return ok({
    meetings: meetingQueries(connection),
    documents: documentQueries(connection),
    settings,
    assets: assetQueries(connection),
    fresh,
    identity: String(settings.all()['database.identity']),
    write: (work) => connection.transaction(work).immediate(),
    checkpoint: () => void connection.pragma('wal_checkpoint(TRUNCATE)'),
    close: () => void connection.close(),
  });
}
