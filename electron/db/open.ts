/** Opens the database: one connection, owned by one worker, with every setting that durability stands on asserted. */
import Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, ok, type Result } from '#shared/result.ts';
import { openingFailure } from './failure.ts';
import { applicationId, identify } from './identity.ts';
import { migrations } from './migrations/index.ts';
import { finishReplacement } from './replace.ts';

export type Connection = Database.Database;

export interface OpenOptions {
  /** How long to wait for another program to let go, in milliseconds. */
  patience?: number;
  /** Makes a database where there is none; without it that is database.gone. Default true. */
  create?: boolean;
  /** Before the tables of an older database are changed; where it fails they are not, and its error is that of the opening. */
  beforeMigration?(connection: Connection, path: string): Result<null>;
}

export interface Opened {
  connection: Connection;
  /** There was no database before. */
  fresh: boolean;
  /** Where it was opened. */
  path: string;
}

/** What every connection must read back, or it is not used. */
const required: readonly (readonly [name: string, set: string, read: unknown])[] = [
  // Before the first page is read: the whole connection is exclusive, and WAL needs no shared memory.
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  // better-sqlite3 is built to re-open a WAL database with NORMAL, which loses saves in a power cut.
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
  ['journal_size_limit', String(64 * 1024 * 1024), 64 * 1024 * 1024],
];

/**
 * Opens the database at `path`, creates it where there is none, and brings its schema up to date.
 * A file that is not ours is not touched. Errors: database.locked, .readOnly, .newer, .notDatabase, .damaged,
 * .unopenable, .full, .gone.
 */
export function openDatabase(path: string, { patience = 1500, create = true, beforeMigration }: OpenOptions = {}): Result<Opened> {
  const name = basename(path);
  try {
    finishReplacement(path);
  } catch (error) {
    return { ok: false, error: openingFailure(error, name) };
  }
  // Where a drive was taken away, an empty folder may be left in its place: nothing is begun there.
  if (!create && !(statSync(path, { throwIfNoEntry: false })?.size ?? 0)) return fail('database.gone', { name });
  const identity = identify(path, migrations.length);
  if (!identity.ok) return identity;
  let connection: Connection | null = null;
  try {
    connection = new Database(path, { timeout: patience });
    const prepared = prepare(connection, path, identity.value === 'fresh', beforeMigration);
    if (!prepared.ok) connection.close();
    return prepared;
  } catch (error) {
    connection?.close();
    return { ok: false, error: openingFailure(error, name) };
  }
}

function prepare(connection: Connection, path: string, isNew: boolean, beforeMigration: OpenOptions['beforeMigration']): Result<Opened> {
  const name = basename(path);
  // Before the journal becomes a WAL, so that the mark is in the file itself from its first page on.
  if (isNew) connection.pragma(`application_id = ${applicationId}`);
  for (const [pragma, set, read] of required) {
    connection.pragma(`${pragma} = ${set}`);
    if (connection.pragma(pragma, { simple: true }) !== read) return fail('database.unopenable', { name });
  }
  const version = connection.pragma('user_version', { simple: true }) as number;
  if (version > migrations.length) return fail('database.newer', { version });
  if (!isSound(connection, version)) return fail('database.damaged', { name });
  const safe = version > 0 && version < migrations.length ? beforeMigration?.(connection, path) : null;
  if (safe && !safe.ok) return safe;
  migrate(connection, version);
  return ok({ connection, fresh: version === 0, path });
}

/**
 * What can be looked at in every start. The quick check does not hold an index against its table, and the library is read
 * from one: it would be shown empty (22 ms for 30,000 meetings).
 */
function isSound(connection: Connection, version: number): boolean {
  const says = (check: string): boolean => connection.pragma(check, { simple: true }) === 'ok';
  return says('quick_check(1)') && (version === 0 || says('integrity_check(meetings)'));
}

/** Takes the steps after `version`, each whole or not at all; also takes the lock that keeps other programs out. */
export function migrate(connection: Connection, version: number): void {
  connection.exec('BEGIN IMMEDIATE; COMMIT');
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue;
    connection.transaction(() => {
      connection.exec(step);
      connection.pragma(`user_version = ${index + 1}`);
    })();
  }
}
