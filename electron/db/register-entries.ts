/** What each record gives to the registers, in the index file: read when a register is asked for, or a little at a time before. */
import { isEmpty } from '#shared/registers/entries-of.ts';
import type { Entries } from '#shared/registers/entries.ts';
import type { Connection } from './open.ts';

export const entryTable = 'CREATE TABLE entries (number INTEGER PRIMARY KEY, entries TEXT NOT NULL) STRICT;';

export interface RegisterEntries {
  /** Of every meeting that gives anything; reads what was not read yet. */
  all(): ReadonlyMap<number, Entries>;
  /** Reads some more of them, a few milliseconds' worth; false when nothing was left to read. */
  warm(): boolean;
  /** Another number whenever anything of it has changed. */
  version(): number;
}

/** Meetings that are read at a time. */
const piece = 200;

/** Queries over the entries of an index; `add`, `drop` and `hold` belong to putting and removing meetings. */
export function entryQueries(connection: Connection) {
  const read = connection.prepare<[number, number], [number, string]>('SELECT number, entries FROM entries WHERE number > ? ORDER BY number LIMIT ?').raw();
  const insert = connection.prepare<[number, string]>('INSERT INTO entries VALUES (?, ?)');
  const remove = connection.prepare<[number]>('DELETE FROM entries WHERE number = ?');
  const held = new Map<number, Entries>();
  /** Up to this meeting everything is held; null when all is. */
  let cursor: number | null = -1;
  let version = 0;

  const readSome = (): boolean => {
    if (cursor === null) return false;
    const found = read.all(cursor, piece);
    for (const [number, json] of found) held.set(number, JSON.parse(json) as Entries);
    cursor = found.length < piece ? null : (found.at(-1)?.[0] ?? null);
    version += 1;
    return cursor !== null;
  };
  return {
    all() {
      while (readSome());
      return held;
    },
    warm: readSome,
    version: () => version,
    add(number: number, entries: Entries): void {
      if (!isEmpty(entries)) insert.run(number, JSON.stringify(entries));
    },
    drop: (number: number): void => void remove.run(number),
    /** What is held is true again after a meeting has come to say something else, or nothing. */
    hold(number: number, entries: Entries | null): void {
      version += 1;
      if (entries && !isEmpty(entries)) held.set(number, entries);
      else held.delete(number);
    },
  };
}
