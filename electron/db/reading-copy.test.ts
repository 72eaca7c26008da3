/** A database that may not be written is read, and nothing of it is touched. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fillDatabase } from './generate.ts';
import { openDatabase } from './open.ts';
import { openReadingCopy } from './reading-copy.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-reading-test-'));
  path = join(folder, '議事簿.db');
  expect(fillDatabase(path, 5).ok).toBe(true);
});
afterEach(() => rmSync(folder, { recursive: true }));

const state = () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64'), statSync(join(folder, name)).mtimeMs]);
const change = (sql: string) => {
  const opened = openDatabase(path);
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.connection.exec(sql);
  opened.value.connection.close();
};
const newer = { code: 'database.newer', params: { version: 99 } } as const;

it('is read from a private copy, whose writes all answer why, and which is gone afterwards', () => {
  change('PRAGMA user_version = 99');
  const before = state();
  const opened = openReadingCopy(path, newer);
  if (!opened.ok) throw new Error(opened.error.code);
  const { db, path: copy } = opened.value;
  expect(db.meetings.list({ offset: 0, limit: 10, trashed: false }).total).toBe(5);
  expect(db.readOnly).toEqual(newer);
  expect(() => db.write(() => db.settings.put({ zoom: 120 }))).toThrow('database.newer');
  expect(state()).toEqual(before);
  db.close();
  expect(existsSync(copy)).toBe(false);
  expect(state()).toEqual(before);
});

it('has what is in its journal only, as a program that was killed left it', () => {
  const opened = openDatabase(path);
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.connection.exec("UPDATE meetings SET title = '只在日誌裡的題名'");
  const before = state();
  expect(before.map(([name]) => name)).toContain('議事簿.db-wal');
  const copy = openReadingCopy(path, { code: 'database.readOnly' });
  if (!copy.ok) throw new Error(copy.error.code);
  const { meetings } = copy.value.db.meetings.list({ offset: 0, limit: 1, trashed: false });
  expect(meetings[0]?.title).toBe('只在日誌裡的題名');
  copy.value.db.close();
  expect(state()).toEqual(before);
  opened.value.connection.close();
});

it('cannot be read where the tables of a newer program are others', () => {
  change('ALTER TABLE meetings RENAME TO sessions; PRAGMA user_version = 99');
  const before = state();
  expect(openReadingCopy(path, newer)).toEqual({ ok: false, error: newer });
  expect(state()).toEqual(before);
});
