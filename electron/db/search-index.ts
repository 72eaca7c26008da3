/**
 * The search index: a file of its own beside the database, disposable. It holds where words stand and what each record
 * gives to the registers; a document at a revision is in it whole or not at all. Whatever is wrong with it, it is made anew.
 */
import Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import type { Script } from '#shared/language.ts';
import type { SectionKind } from '#shared/minutes/blocks/index.ts';
import { type SearchedPart, searchedParts } from '#shared/minutes/searched.ts';
import { foldScript } from '#shared/text/fold.ts';
import { placesOf, type Term } from '#shared/text/query.ts';
import type { Entries } from '#shared/registers/entries.ts';
import type { Connection } from './open.ts';
import { entryQueries, entryTable, type RegisterEntries } from './register-entries.ts';
import { indexQuery, tokensOf } from './search-tokens.ts';

/** Raised when tokens, folding or what the registers keep change. */
const indexVersion = 3;

/** An index that was made otherwise is made anew: with other tokens, or before a kind of section was there. */
const shape = JSON.stringify([indexVersion, searchedParts]);

const parts = searchedParts.join(', ');
// `ascii`: the tokens are made already, and beyond ASCII that tokenizer takes every character for part of a word;
// unicode61 drops the ideographs that are newer than its tables. The hash in memory is what 1 MB of tokens fills in a
// few records; larger, it is written in fewer segments to be merged later. Merging waits for `tidy`: by itself it would come in
// one piece of half a second.
const schema = `
CREATE TABLE source (identity TEXT NOT NULL, shape TEXT NOT NULL) STRICT;
CREATE TABLE indexed (number INTEGER PRIMARY KEY, revision INTEGER NOT NULL, script TEXT NOT NULL, facets TEXT NOT NULL) STRICT;
${entryTable}
CREATE VIRTUAL TABLE texts USING fts5 (${parts}, content = '', contentless_delete = 1, detail = full, tokenize = 'ascii');
CREATE VIRTUAL TABLE characters USING fts5 (${parts}, content = '', contentless_delete = 1, detail = column, tokenize = 'ascii');
INSERT INTO texts (texts, rank) VALUES ('hashsize', 8388608), ('automerge', 0), ('crisismerge', 1000);
INSERT INTO characters (characters, rank) VALUES ('hashsize', 2097152), ('automerge', 0), ('crisismerge', 1000);
`;

/** What is merged at a time, in pages of 4 KB: a few milliseconds. */
const tidyPages = 64;
/** The sets of meetings that are held: those of the terms asked last. Each is a byte a meeting. */
const heldSets = 64;

/** What of a record is not text to be found but narrows a search. */
export interface Facets {
  /** The kinds of section in it. */
  kinds: readonly SectionKind[];
  people: readonly string[];
  /** Something waits to be filled in. */
  blank: boolean;
}

export interface IndexedMeeting extends Facets {
  revision: number;
  script: Script;
}

export interface IndexEntry extends IndexedMeeting {
  number: number;
  /** What the record gives to the registers. */
  entries: Entries;
  /** Everything that is to be found in each part of the record, as it was written. */
  texts: ReadonlyMap<SearchedPart, string>;
}

/** Row numbers of meetings: 1 at each that is among them. */
export type Numbers = Uint8Array;

export interface SearchIndex {
  /** Every meeting in the index, as it was indexed. */
  meetings: ReadonlyMap<number, IndexedMeeting>;
  /** What the registers know of each of them. */
  entries: RegisterEntries;
  /**
   * Puts documents in the place of what the index had of them. Where `more` will follow they are found at once, and on
   * disk with `settle`; if that fails, the index must be opened again.
   */
  put(entries: readonly IndexEntry[], more?: boolean): void;
  /** Everything that was put is on disk. */
  settle(): void;
  remove(numbers: readonly number[]): void;
  /** Every meeting that matches in these parts, everywhere where none is named; null for all, where there is no term. */
  find(terms: readonly Term[], parts?: readonly SearchedPart[]): Numbers | null;
  /** How much each meeting is about the terms: more is more. Meetings that no term longer than one character weighs are missing. */
  weights(terms: readonly Term[], parts?: readonly SearchedPart[]): Map<number, number>;
  /**
   * Brings what was written piece by piece together, a few milliseconds' worth; false when nothing was left to do.
   * `whole` begins to make one piece of everything.
   */
  tidy(whole?: boolean): boolean;
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
  // What is kept as JSON and is none was written by nobody.
  return error instanceof SyntaxError || (error instanceof Database.SqliteError && !/^SQLITE_(FULL|IOERR|READONLY|BUSY)/.test(error.code));
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
      JSON.stringify(connection.prepare('SELECT identity, shape FROM source').raw().get()) === JSON.stringify([identity, shape]);
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
      connection.prepare('INSERT INTO source VALUES (?, ?)').run(identity, shape);
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
  const stored = connection.prepare<[], [number, number, Script, string]>('SELECT number, revision, script, facets FROM indexed').raw().all();
  const meetings = new Map<number, IndexedMeeting>();
  const same = interning();
  for (const [number, revision, script, facets] of stored) meetings.set(number, { revision, script, ...readFacets(facets, same) });

  const places = searchedParts.map(() => '?').join(', ');
  const drop = connection.prepare<[number]>('DELETE FROM texts WHERE rowid = ?');
  const dropCharacters = connection.prepare<[number]>('DELETE FROM characters WHERE rowid = ?');
  const forget = connection.prepare<[number]>('DELETE FROM indexed WHERE number = ?');
  const add = connection.prepare(`INSERT INTO texts (rowid, ${parts}) VALUES (?, ${places})`);
  const addCharacters = connection.prepare(`INSERT INTO characters (rowid, ${parts}) VALUES (?, ${places})`);
  const note = connection.prepare<[number, number, string, string]>('INSERT INTO indexed VALUES (?, ?, ?, ?)');
  const inTexts = connection.prepare<[string], number>('SELECT rowid FROM texts WHERE texts MATCH ?').pluck();
  const inCharacters = connection.prepare<[string], number>('SELECT rowid FROM characters WHERE characters MATCH ?').pluck();
  const weighed = connection.prepare<[string], [number, number]>('SELECT rowid, -bm25(texts) FROM texts WHERE texts MATCH ?').raw();
  const merge = ['texts', 'characters'].map((table) => connection.prepare<[number]>(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`));
  const changes = connection.prepare<[], number>('SELECT total_changes()').pluck();
  const registers = entryQueries(connection);

  const removeOne = (number: number): void => {
    if (forget.run(number).changes === 0) return;
    drop.run(number);
    dropCharacters.run(number);
    registers.drop(number);
  };
  const settle = (): void => {
    if (connection.inTransaction) connection.exec('COMMIT');
  };
  const among = (numbers: readonly number[]): Numbers => {
    const found = new Uint8Array((numbers.at(-1) ?? 0) + 1);
    for (const number of numbers) found[number] = 1;
    return found;
  };
  /** By term and parts: while she types on, turns the page or chooses a filter, the same terms are asked again. */
  const held = new Map<string, { term: Term; within: readonly SearchedPart[]; numbers: Numbers }>();
  const holding = (term: Term, within: readonly SearchedPart[]): Numbers => {
    const key = `${within.join(' ')}:${term.text}`;
    const known = held.get(key);
    if (known) held.delete(key);
    const { texts, characters } = indexQuery([term], within);
    const numbers = known?.numbers ?? among(texts === '' ? inCharacters.all(characters) : inTexts.all(texts));
    held.set(key, { term, within, numbers });
    for (const oldest of held.keys()) {
      if (held.size <= heldSets) break;
      held.delete(oldest);
    }
    return numbers;
  };
  /** What is held is true again after a meeting has come to say something else, or nothing. */
  const correct = (number: number, texts: ReadonlyMap<SearchedPart, string>): void => {
    if (held.size === 0) return;
    const folded = new Map([...texts].map(([part, text]) => [part, foldScript(text)]));
    for (const one of held.values()) {
      const parts = one.within.length > 0 ? one.within : searchedParts;
      const holds = parts.some((part) => placesOf(folded.get(part) ?? '', one.term).length > 0);
      if (number >= one.numbers.length) one.numbers = grown(one.numbers, number);
      one.numbers[number] = holds ? 1 : 0;
    }
  };
  return {
    meetings,
    entries: registers,
    put(entries, more = false) {
      const write = (): void => {
        for (const { number, revision, script, kinds, people, blank, texts, entries: given } of entries) {
          removeOne(number);
          registers.add(number, given);
          const tokens = searchedParts.map((part) => tokensOf(texts.get(part) ?? ''));
          add.run(number, ...tokens.map((one) => one.texts));
          addCharacters.run(number, ...tokens.map((one) => one.characters));
          note.run(number, revision, script, JSON.stringify({ kinds, people, blank }));
        }
      };
      if (!more) settle();
      else if (!connection.inTransaction) connection.exec('BEGIN');
      // A transaction inside another would end what FTS5 has gathered so far as a piece of its own.
      if (connection.inTransaction) write();
      else connection.transaction(write)();
      for (const { number, revision, script, kinds, people, blank, texts, entries: given } of entries) {
        meetings.set(number, { revision, script, kinds, people, blank });
        registers.hold(number, given);
        correct(number, texts);
      }
    },
    settle,
    remove(numbers) {
      settle();
      const removed = connection.transaction(() => {
        for (const number of numbers) removeOne(number);
      });
      removed();
      for (const number of numbers) {
        meetings.delete(number);
        registers.hold(number, null);
        correct(number, new Map());
      }
    },
    find(terms, within = []) {
      if (terms.length === 0) return null;
      const [first, ...wanted] = terms.filter(({ excluded }) => !excluded).map((term) => holding(term, within));
      const unwanted = terms.filter(({ excluded }) => excluded).map((term) => holding(term, within));
      const found = (first ?? among([...meetings.keys()].sort((a, b) => a - b))).slice();
      // Loops, because this is all that a question asked again costs.
      for (const set of wanted) for (let number = 0; number < found.length; number++) found[number] = (found[number] ?? 0) & (set[number] ?? 0);
      for (const set of unwanted) for (let number = 0; number < found.length; number++) found[number] = (found[number] ?? 0) & ~(set[number] ?? 0);
      return found;
    },
    weights(terms, within = []) {
      const { texts } = indexQuery(terms.filter(({ excluded }) => !excluded), within);
      return new Map(texts === '' ? [] : weighed.all(texts));
    },
    tidy(whole = false) {
      const before = changes.get() ?? 0;
      for (const statement of merge) statement.run(whole ? -tidyPages : tidyPages);
      return (changes.get() ?? 0) - before > 2;
    },
    close: () => void connection.close(),
  };
}

/** The set with room for a number, and for some more. */
function grown(numbers: Numbers, number: number): Numbers {
  const larger = new Uint8Array(number + 256);
  larger.set(numbers);
  return larger;
}

/** Gives one object for every text that is the same: the names of thirty years are few. */
function interning(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const one = known.get(text);
    if (one === undefined) known.set(text, text);
    return one ?? text;
  };
}

function readFacets(json: string, same: (text: string) => string): Facets {
  const { kinds, people, blank } = JSON.parse(json) as Facets;
  return { kinds: kinds.map((kind) => same(kind) as SectionKind), people: people.map(same), blank };
}
