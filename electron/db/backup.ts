/** Whole copies of a database: made, opened again and read from, none of it in the live file. */
import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import type { MeetingSummary } from '#shared/rpc/schemas.ts';
import { identify } from './identity.ts';
import { columns, fromStored, libraryOrder, type StoredMeeting, summaryOf } from './meetings.ts';
import { migrations } from './migrations/index.ts';
import type { Connection } from './open.ts';
import { WorkStopped } from './work-stopped.ts';

/** What reading a copy from its first page to its last showed. */
export interface Inspection {
  /** SQLite finds its file in order, and it is of a form that this program knows. */
  sound: boolean;
  /** Texts, versions and operations whose bytes are not what was saved. */
  damaged: number;
  meetings: number;
  /** Of every table, so that nothing was left behind. */
  rows: Record<string, number>;
  schema: number;
  /** Which database it is a copy of. */
  identity: string;
  /** Changes with everything that is saved: two copies with the same mark hold the same. */
  mark: string;
  /** The hashes of the pictures that its records may show. */
  pictures: string[];
}

interface Column {
  name: string;
}

/**
 * Writes a whole, tidied copy to `path`, where nothing may be. It holds other statements up for as long as it takes
 * (0.7 s for 317 MB): SQLite's own stepwise copy starts over with every save, and never ends while she writes.
 */
export function copyDatabase(connection: Connection, path: string): void {
  connection.prepare('VACUUM INTO ?').run(path);
}

/** Rows of every table and the mark of a database, as `inspect` counts them in a copy. */
export function countRows(connection: Connection): Record<string, number> {
  const count = (table: string): number => connection.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0;
  return Object.fromEntries(tablesOf(connection).map((table) => [table, count(table)]));
}

/** Changes with everything that is saved. */
export function markOf(connection: Connection): string {
  const meetings = connection
    .prepare<[], unknown[]>('SELECT count(*), total(revision), count(trashed_at), max(updated_at), max(trashed_at), total(pinned) FROM meetings')
    .raw();
  return JSON.stringify([...(meetings.get() ?? []), ...cardMarks(connection)]);
}

/** Nothing where there are no cards, as in a copy from a program that had none. */
function cardMarks(connection: Connection): string[] {
  if (!tablesOf(connection).includes('cards')) return [];
  const sum = createHash('sha256');
  let count = 0;
  const all = connection.prepare<[], [string, string, Buffer]>('SELECT collection, id, sha256 FROM cards ORDER BY collection, id').raw();
  for (const [collection, id, sha256] of all.iterate()) {
    sum.update(`${collection} ${id} `).update(sha256);
    count += 1;
  }
  return count === 0 ? [] : [sum.digest('hex')];
}

/** Opens a copy for reading only and reads all of it; null where it cannot even be opened. `look` hears of every row. */
export function inspect(path: string, look: (row: number, total: number) => void = () => undefined): Inspection | null {
  return reading(path, (connection) => {
    const rows = countRows(connection);
    const known = (connection.pragma('user_version', { simple: true }) as number) <= migrations.length;
    return {
      sound: known && connection.pragma('quick_check(1)', { simple: true }) === 'ok',
      damaged: countDamaged(connection, rows, look),
      meetings: rows['meetings'] ?? 0,
      rows,
      schema: connection.pragma('user_version', { simple: true }) as number,
      identity: settingOf(connection, 'database.identity'),
      mark: markOf(connection),
      pictures: connection.prepare<[], string>('SELECT hash FROM assets').pluck().all(),
    };
  });
}

/** The hashes of the pictures that a copy lists; null where it cannot be read. */
export const picturesIn = (path: string): string[] | null =>
  reading(path, (connection) => connection.prepare<[], string>('SELECT hash FROM assets').pluck().all());

/** Which of these meetings a copy holds at these revisions or later ones; null where it cannot be read. */
export function heldIn(path: string, meetings: readonly { id: string; revision: number }[]): string[] | null {
  return reading(path, (connection) => {
    const held = connection.prepare<[string, number], number>('SELECT 1 FROM meetings WHERE id = ? AND revision >= ?').pluck();
    return meetings.filter(({ id, revision }) => held.get(id, revision) === 1).map(({ id }) => id);
  });
}

/** A page of the meetings in a copy, those in its trash included; null where it cannot be read. */
export function meetingsIn(
  path: string,
  { query, offset, limit }: { query: string; offset: number; limit: number },
): { total: number; meetings: MeetingSummary[] } | null {
  return reading(path, (connection) => {
    // Not LIKE: what she types is a text, not a pattern.
    const holding = `FROM meetings WHERE instr(lower(title || char(10) || body || char(10) || organisation), lower(@query)) > 0 OR @query = ''`;
    const page = connection.prepare<[object], StoredMeeting>(`SELECT ${columns} ${holding} ORDER BY ${libraryOrder} LIMIT @limit OFFSET @offset`);
    return {
      total: connection.prepare<[object], number>(`SELECT count(*) ${holding}`).pluck().get({ query }) ?? 0,
      meetings: page.all({ query, offset, limit }).map((stored) => summaryOf(fromStored(stored))),
    };
  });
}

function reading<Value>(path: string, read: (connection: Connection) => Value): Value | null {
  let connection: Connection | null = null;
  try {
    const identity = identify(path, migrations.length);
    // It is read where it lies, be that a disc that nobody can write to.
    if (!identity.ok && identity.error.code !== 'database.readOnly') return null;
    connection = new Database(path, { readonly: true, fileMustExist: true });
    connection.pragma('trusted_schema = OFF');
    connection.pragma('cell_size_check = ON');
    return read(connection);
  } catch (error) {
    if (error instanceof WorkStopped) throw error;
    return null;
  } finally {
    connection?.close();
  }
}

function settingOf(connection: Connection, key: string): string {
  const value = connection.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck().get(key);
  return value === undefined ? '' : String(JSON.parse(value));
}

const tablesOf = (connection: Connection): string[] =>
  connection.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`).pluck().all();

/**
 * In every version of the schema a table whose rows must not change has a column `sha256`, and the column before it is
 * what it is the hash of: so a copy from an older program is checked as well as one of today.
 */
function countDamaged(connection: Connection, rows: Record<string, number>, look: (row: number, total: number) => void): number {
  const hashed = tablesOf(connection).flatMap((table) => {
    const names = (connection.pragma(`table_info("${table}")`) as Column[]).map(({ name }) => name);
    const content = names[names.indexOf('sha256') - 1];
    return content === undefined ? [] : [{ table, content }];
  });
  const total = hashed.reduce((sum, { table }) => sum + (rows[table] ?? 0), 0);
  let seen = 0;
  let damaged = 0;
  for (const { table, content } of hashed) {
    const all = connection.prepare<[], [Buffer | string | null, Buffer]>(`SELECT "${content}", sha256 FROM "${table}"`).raw();
    for (const [bytes, sum] of all.iterate()) {
      look((seen += 1), total);
      if (bytes !== null && !createHash('sha256').update(bytes).digest().equals(sum)) damaged += 1;
    }
  }
  return damaged;
}
