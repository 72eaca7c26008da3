/**
 * The search index: a file of its own beside the database, disposable. It holds no text, only where words stand;
 * a document at a revision is in it whole or not at all. Whatever is wrong with it, it is made anew.
 */
import Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import type { Script } from '#shared/language.ts';
import type { Connection } from './open.ts';
import { indexedCharacters, indexedText, type IndexQuery } from './search-tokens.ts';

/** Raised when tokens or folding change: an index of another version is made anew. */
const indexVersion = 1;

// `ascii`: the tokens are made already, and beyond ASCII that tokenizer takes every character for part of a word;
// unicode61 drops the ideographs that are newer than its tables.
const schema = `
CREATE TABLE source (identity TEXT NOT NULL) STRICT;
CREATE TABLE indexed (number INTEGER PRIMARY KEY, revision INTEGER NOT NULL, script TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE texts USING fts5 (text, content = '', contentless_delete = 1, detail = full, tokenize = 'ascii');
CREATE VIRTUAL TABLE characters USING fts5 (text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
`;

export interface IndexEntry {
  number: number;
  revision: number;
  script: Script;
  /** Everything that is to be found, as it was written. */
  text: string;
}

export interface SearchIndex {
  /** The revision at which each meeting is in the index. */
  revisions(): Map<number, number>;
  /** Puts documents in the place of what the index had of them. */
  put(entries: readonly IndexEntry[]): void;
  remove(numbers: readonly number[]): void;
  /** Every meeting that matches, in no order. */
  find(query: IndexQuery): Set<number>;
  /** The script of a meeting that is in the index. */
  scriptOf(number: number): Script | undefined;
  close(): void;
}

/** Opens the index at `path` for the database of that identity; empty where it was missing, damaged or of another. */
export function openSearchIndex(path: string, identity: string): SearchIndex {
  return usable(path, identity) ?? made(path, identity);
}

/** Throws the index away and begins an empty one. */
export function renewSearchIndex(path: string, identity: string): SearchIndex {
  return made(path, identity);
}

/** Whether an error means that the index itself is broken, and not that the disk is full. */
export function isBrokenIndex(error: unknown): boolean {
  return error instanceof Database.SqliteError && !/^SQLITE_(FULL|IOERR|READONLY|BUSY)/.test(error.code);
}

function connect(path: string): Connection {
  const connection = new Database(path);
  try {
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.pragma('journal_mode = WAL');
    // A power cut may cost the last updates, never the order of writes: they are made again from the documents.
    connection.pragma('synchronous = NORMAL');
    return connection;
  } catch (error) {
    // Left open, it would keep the next attempt out.
    connection.close();
    throw error;
  }
}

function usable(path: string, identity: string): SearchIndex | null {
  let connection: Connection | null = null;
  try {
    connection = connect(path);
    const isOurs =
      connection.pragma('user_version', { simple: true }) === indexVersion &&
      connection.prepare('SELECT identity FROM source').pluck().get() === identity;
    if (isOurs) return queries(connection);
  } catch (error) {
    if (!isBrokenIndex(error)) {
      connection?.close();
      throw error;
    }
  }
  connection?.close();
  return null;
}

function made(path: string, identity: string): SearchIndex {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
  const connection = connect(path);
  try {
    connection.transaction(() => {
      connection.exec(schema);
      connection.prepare('INSERT INTO source VALUES (?)').run(identity);
      connection.pragma(`user_version = ${indexVersion}`);
    })();
    return queries(connection);
  } catch (error) {
    // Left open, it would keep the next attempt out.
    connection.close();
    throw error;
  }
}

function queries(connection: Connection): SearchIndex {
  // In memory, because a common word is in ten thousand meetings and each would be a row to read.
  const stored = connection.prepare<[], [number, number, Script]>('SELECT number, revision, script FROM indexed').raw().all();
  const known = new Map(stored.map(([number, revision, script]) => [number, { revision, script }]));
  const drop = connection.prepare<[number]>('DELETE FROM texts WHERE rowid = ?');
  const dropCharacters = connection.prepare<[number]>('DELETE FROM characters WHERE rowid = ?');
  const forget = connection.prepare<[number]>('DELETE FROM indexed WHERE number = ?');
  const add = connection.prepare<[number, string]>('INSERT INTO texts (rowid, text) VALUES (?, ?)');
  const addCharacters = connection.prepare<[number, string]>('INSERT INTO characters (rowid, text) VALUES (?, ?)');
  const note = connection.prepare<[number, number, string]>('INSERT INTO indexed VALUES (?, ?, ?)');
  const inTexts = 'SELECT rowid FROM texts WHERE texts MATCH @texts';
  const inCharacters = 'SELECT rowid FROM characters WHERE characters MATCH @characters';
  const matching = (select: string) => connection.prepare<[IndexQuery], number>(select).pluck();
  const find = { texts: matching(inTexts), characters: matching(inCharacters), both: matching(`${inTexts} INTERSECT ${inCharacters}`) };
  const removeOne = (number: number): void => {
    if (forget.run(number).changes === 0) return;
    drop.run(number);
    dropCharacters.run(number);
  };
  return {
    revisions: () => new Map([...known].map(([number, { revision }]) => [number, revision])),
    put(entries) {
      const added = connection.transaction(() => {
        for (const { number, revision, script, text } of entries) {
          removeOne(number);
          add.run(number, indexedText(text));
          addCharacters.run(number, indexedCharacters(text));
          note.run(number, revision, script);
        }
      });
      added();
      for (const { number, revision, script } of entries) known.set(number, { revision, script });
    },
    remove(numbers) {
      const removed = connection.transaction(() => {
        for (const number of numbers) removeOne(number);
      });
      removed();
      for (const number of numbers) known.delete(number);
    },
    find(query) {
      const statement = query.characters === '' ? find.texts : query.texts === '' ? find.characters : find.both;
      return new Set(statement.all(query));
    },
    scriptOf: (number) => known.get(number)?.script,
    close: () => void connection.close(),
  };
}
