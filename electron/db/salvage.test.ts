import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillDatabase } from './generate.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase } from './open.ts';
import { salvage, type Salvaged } from './salvage.ts';

let folder: string;
let path: string;
let rescued: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-salvage-'));
  path = join(folder, 'a.db');
  rescued = join(folder, 'b.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function salvaged(from = path, to = rescued): Salvaged | null {
  rmSync(to, { force: true });
  const steps = salvage(from, to);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Every row of every table. */
function contentOf(at: string): Record<string, unknown[]> {
  const connection = new Database(at, { readonly: true });
  const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all() as string[];
  const content = Object.fromEntries(tables.map((table) => [table, connection.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all()]));
  connection.close();
  return content;
}

function upToDate(at: string): void {
  const opened = openDatabase(at);
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.connection.close();
}

const versions = migrations.map((_, index) => index + 1);

describe.each(versions)('a sound database of version %i', (version) => {
  beforeEach(() => copyFileSync(join(import.meta.dirname, `migrations/golden/v${version}.db`), path));

  it('is taken over row for row', () => {
    expect(salvaged()?.damaged).toBe(0);
    expect(contentOf(rescued)).toEqual(contentOf(path));
    const connection = new Database(rescued, { readonly: true });
    expect(connection.pragma('user_version', { simple: true })).toBe(version);
    connection.close();
  });

  it('is taken over without its first page, which only says what the others are', () => {
    const whole = join(folder, 'whole.db');
    copyFileSync(path, whole);
    writeFileSync(path, readFileSync(path).fill(0, 0, 4096));
    expect(salvaged()).not.toBeNull();
    // Which version it was may not be known any more: what it holds for the program of today is the same.
    for (const at of [whole, rescued]) upToDate(at);
    expect(contentOf(rescued)).toEqual(contentOf(whole));
  });
});

it('takes over what lies in the journal only', () => {
  expect(fillDatabase(path, 3).ok).toBe(true);
  const connection = new Database(path);
  connection.pragma('journal_mode = WAL');
  connection.exec("UPDATE meetings SET pinned = 1, title = '改過的標題' WHERE number = 2");
  connection.exec("BEGIN; UPDATE meetings SET title = '沒有存完' WHERE number = 3");
  for (const suffix of ['', '-wal']) copyFileSync(path + suffix, join(folder, `c.db${suffix}`));
  connection.exec('ROLLBACK');
  const expected = connection.prepare('SELECT * FROM meetings').all();
  connection.close();
  expect(salvaged(join(folder, 'c.db'))).not.toBeNull();
  expect(contentOf(rescued)['meetings']).toEqual(expected);
});

it('finds nothing in what was never ours', () => {
  writeFileSync(path, '青禾綠化協會敬啟者：'.repeat(2000));
  expect(salvaged()).toBeNull();
});

describe('of a damaged database', () => {
  const count = 60;
  let whole: Buffer;
  let before: Record<string, unknown[]>;
  beforeEach(() => {
    expect(fillDatabase(path, count, { characters: 1500 }).ok).toBe(true);
    whole = readFileSync(path);
    before = contentOf(path);
  });
  const texts = (content: Record<string, unknown[]>): Map<unknown, unknown> => {
    const [table = ''] = ['versions', 'snapshots'].filter((name) => name in content);
    return new Map((content[table] as { meeting: number; document: Buffer }[]).map(({ meeting, document }) => [meeting, document.toString('hex')]));
  };

  it('every text that lies on whole pages is saved, and none that is not as it was written', () => {
    const pages = whole.length / 4096;
    for (const page of [0, 1, 2, 3, 10, 17, 31, Math.floor(pages / 2), Math.floor(pages) - 1]) {
      const bytes = Buffer.from(whole);
      bytes.fill(0, page * 4096, (page + 1) * 4096);
      writeFileSync(path, bytes);
      expect(salvaged()).not.toBeNull();
      const saved = texts(contentOf(rescued));
      expect(saved.size).toBeGreaterThanOrEqual(count - 4);
      for (const [meeting, text] of saved) expect(text).toBe(texts(before).get(meeting));
      // Texts of a meeting whose line was lost stand under one without a name.
      expect(contentOf(rescued)['meetings']?.length).toBeGreaterThanOrEqual(saved.size);
    }
  });

  it('the first half of a file that was cut short is saved', () => {
    truncateSync(path, Math.floor(whole.length / 8192) * 4096 - 100);
    expect(salvaged()).not.toBeNull();
    const saved = texts(contentOf(rescued));
    expect(saved.size).toBeGreaterThan(count / 3);
    for (const [meeting, text] of saved) expect(text).toBe(texts(before).get(meeting));
  });

  it('a text in which one bit was turned over is left out', () => {
    let left = 0;
    for (let at = 9000; at < whole.length; at += 24_000) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 4;
      writeFileSync(path, bytes);
      expect(salvaged()).not.toBeNull();
      const saved = texts(contentOf(rescued));
      left += count - saved.size;
      for (const [meeting, text] of saved) expect(text).toBe(texts(before).get(meeting));
    }
    expect(left).toBeGreaterThan(3);
  });
});
