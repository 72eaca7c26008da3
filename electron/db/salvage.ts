/** Makes a sound database of what can still be read in a damaged one: row by row, each text only where its hash is right. */
import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { applicationId } from './identity.ts';
import { migrations } from './migrations/index.ts';
import type { Connection } from './open.ts';
import { openRows, type StoredRow, type StoredRows, type StoredValue } from './pages.ts';

export interface Salvaged {
  /** Rows of each table that were taken over. */
  rows: Record<string, number>;
  /** Rows whose text is not what was saved. */
  damaged: number;
}

/** Ids of meetings whose own row was lost while their texts were not begin so; the text says which one it is. */
export const namelessId = (number: number): string => `${nameless}${String(number).padStart(8, '0')}`;
export const isNameless = (id: string): boolean => id.startsWith(nameless) && id.length === nameless.length + 8;
const nameless = 'nameless';

interface Column {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
}

interface Table {
  name: string;
  columns: Column[];
  /** The column that is the row number, by its place; -1 where there is none. */
  rowNumber: number;
  hasRowNumbers: boolean;
}

/** Pages between two breaths. */
const turn = 200;

/**
 * Reads the database file at `from`, with its journal beside it, and writes what is good into a new one at `to`, of the
 * same schema version. `from` is not touched. Yields while it goes on; null where nothing of ours was found in it.
 */
export function* salvage(from: string, to: string): Generator<{ done: number; total: number }, Salvaged | null> {
  const rows = openRows(from);
  try {
    const version = rows.version !== null && rows.version >= 1 && rows.version <= migrations.length ? rows.version : yield* likelyVersion(rows);
    if (version === null) return null;
    const connection = emptyDatabase(to, version);
    try {
      return yield* fill(connection, rows);
    } finally {
      connection.close();
    }
  } finally {
    rows.close();
  }
}

/** The version whose tables most of the rows fit, for a file whose first page is gone. */
function* likelyVersion(rows: StoredRows): Generator<{ done: number; total: number }, number | null> {
  const ladder = migrations.map((_, index) => {
    const connection = emptyDatabase(':memory:', index + 1);
    const tables = tablesOf(connection);
    connection.close();
    return { version: index + 1, tables, fitting: 0 };
  });
  for (let page = 1; page <= rows.pages; page++) {
    if (page % turn === 0) yield { done: 0, total: rows.pages };
    for (const row of rows.on(page)) for (const step of ladder) if (tableOf(step.tables, row)) step.fitting += 1;
  }
  const best = ladder.toSorted((one, other) => other.fitting - one.fitting || other.version - one.version)[0];
  return best && best.fitting > 0 ? best.version : null;
}

function emptyDatabase(path: string, version: number): Connection {
  const connection = new Database(path);
  connection.pragma(`application_id = ${applicationId}`);
  connection.pragma('synchronous = FULL');
  for (const step of migrations.slice(0, version)) connection.exec(step);
  connection.pragma(`user_version = ${version}`);
  connection.pragma('foreign_keys = OFF');
  return connection;
}

function tablesOf(connection: Connection): Table[] {
  const listed = connection.prepare<[], { name: string; wr: number }>("SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
  return listed.all().map(({ name, wr }) => {
    const columns = connection.pragma(`table_info("${name}")`) as Column[];
    const keys = columns.filter((column) => column.pk > 0);
    const rowNumber = wr === 0 && keys.length === 1 && keys[0]?.type === 'INTEGER' ? columns.indexOf(keys[0]) : -1;
    return { name, columns, rowNumber, hasRowNumbers: wr === 0 };
  });
}

function fits({ columns, rowNumber, hasRowNumbers }: Table, { number, values }: StoredRow): boolean {
  if (hasRowNumbers !== (number !== null) || values.length > columns.length) return false;
  return columns.every(({ type, notnull, dflt_value: fallback, pk }, at) => {
    // Rows are not rewritten when a column is added to their table.
    if (at >= values.length) return pk === 0 && (notnull === 0 || fallback !== null);
    const value = values[at];
    if (at === rowNumber) return value === null;
    if (value === null || value === undefined) return notnull === 0 && pk === 0;
    if (type === 'TEXT') return typeof value === 'string';
    return type === 'BLOB' ? Buffer.isBuffer(value) : typeof value === 'number';
  });
}

/** The table that a row is of, told from its form: in every version no two have the same. */
function tableOf(tables: readonly Table[], row: StoredRow): Table | null {
  const fitting = tables.filter((table) => fits(table, row));
  return fitting.find(({ columns }) => columns.length === row.values.length) ?? fitting[0] ?? null;
}

/** Where a table has a column `sha256`, it is of the column before it; a setting is one only if it can be read as one. */
function isGood({ name, columns }: Table, values: readonly StoredValue[]): boolean {
  const at = columns.findIndex((column) => column.name === 'sha256');
  const [content, sum] = [values[at - 1], values[at]];
  if (at > 0 && content !== null && (content === undefined || !Buffer.isBuffer(sum) || typeof content === 'number' || !createHash('sha256').update(content).digest().equals(sum))) return false;
  if (name === 'settings') return isSetting(values);
  return name !== 'assets' || /^[0-9a-f]{64}$/.test(String(values[0]));
}

function isSetting([key, value]: readonly StoredValue[]): boolean {
  try {
    JSON.parse(String(value));
    return /^[\w.:-]+$/.test(String(key));
  } catch {
    return false;
  }
}

function* fill(connection: Connection, rows: StoredRows): Generator<{ done: number; total: number }, Salvaged | null> {
  const tables = tablesOf(connection);
  const salvaged: Salvaged = { rows: {}, damaged: 0 };
  const add = (table: Table, values: readonly StoredValue[]): void => {
    const names = table.columns.slice(0, values.length).map(({ name }) => `"${name}"`);
    const { changes } = connection.prepare(`INSERT OR IGNORE INTO "${table.name}" (${names.join()}) VALUES (${names.map(() => '?').join()})`).run(values);
    salvaged.rows[table.name] = (salvaged.rows[table.name] ?? 0) + changes;
  };
  /** From pages that are free: older states, which stand in only for what is found nowhere else. */
  const older: { table: Table; values: StoredValue[] }[] = [];
  const identity = connection.prepare('SELECT key, value FROM settings').raw().all() as [string, string][];
  connection.exec('BEGIN; DELETE FROM settings');
  for (let page = 1; page <= rows.pages; page++) {
    if (page % turn === 0) yield { done: page, total: rows.pages };
    for (const row of rows.on(page)) {
      const table = tableOf(tables, row);
      if (!table) continue;
      const values = row.values.map((value, at) => (at === table.rowNumber ? row.number : value));
      if (!isGood(table, values)) salvaged.damaged += row.free ? 0 : 1;
      else if (!row.free) add(table, values);
      // A change from long ago could fit a text of today; a whole text or a name cannot do harm.
      else if (table.name !== 'operations') older.push({ table, values });
    }
  }
  const columnOf = ({ table, values }: (typeof older)[number], column: string): StoredValue | undefined => values[table.columns.findIndex(({ name }) => name === column)];
  const later = (one: (typeof older)[number], other: (typeof older)[number]): number =>
    Number(columnOf(other, 'revision') ?? 0) - Number(columnOf(one, 'revision') ?? 0) || String(columnOf(other, 'updated_at') ?? '').localeCompare(String(columnOf(one, 'updated_at') ?? ''));
  for (const { table, values } of older.toSorted(later)) add(table, values);
  for (const row of identity) connection.prepare('INSERT OR IGNORE INTO settings VALUES (?, ?)').run(row);
  nameTheNameless(connection, tables);
  connection.exec('COMMIT');
  const found = Object.entries(salvaged.rows).some(([table, count]) => table !== 'settings' && count > 0);
  return found ? salvaged : null;
}

/** Gives texts whose meeting's row is lost a row to stand under. */
function nameTheNameless(connection: Connection, tables: readonly Table[]): void {
  const meetings = tables.find(({ name }) => name === 'meetings');
  const texts = tables.filter(({ columns }) => ['meeting', 'revision', 'saved_at'].every((name) => columns.some((column) => column.name === name)));
  if (!meetings || texts.length === 0) return;
  const all = texts.map(({ name }) => `SELECT meeting, revision, saved_at FROM "${name}"`).join(' UNION ALL ');
  const lost = connection.prepare<[], { number: number; revision: number; savedAt: string }>(
    `SELECT meeting AS number, max(revision) AS revision, max(saved_at) AS savedAt FROM (${all}) WHERE meeting NOT IN (SELECT number FROM meetings) GROUP BY meeting`,
  );
  for (const { number, revision, savedAt } of lost.all()) {
    const known: Record<string, StoredValue> = { number, id: namelessId(number), revision, created_at: savedAt, updated_at: savedAt };
    const needed = meetings.columns.filter(({ name, notnull, dflt_value: fallback }) => name in known || (notnull === 1 && fallback === null));
    const values = needed.map(({ name, type }) => known[name] ?? (type === 'TEXT' ? '' : 0));
    connection.prepare(`INSERT INTO meetings (${needed.map(({ name }) => `"${name}"`).join()}) VALUES (${needed.map(() => '?').join()})`).run(values);
  }
}
