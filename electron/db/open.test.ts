import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillDatabase } from './generate.ts';
import { openDatabase } from './open.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-db-'));
  path = join(folder, '議事簿.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const opened = (at = path) => {
  const result = openDatabase(at, { patience: 50 });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const errorOf = (at = path) => {
  const result = openDatabase(at, { patience: 50 });
  if (result.ok) result.value.connection.close();
  return result.ok ? null : result.error;
};
const state = () =>
  readdirSync(folder).map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]);

describe('the connection', () => {
  it('is durable on a new file and on one that was there, where better-sqlite3 by itself is not', () => {
    for (let opening = 0; opening < 3; opening++) {
      const { connection, fresh } = opened();
      expect(fresh).toBe(opening === 0);
      const read = (name: string) => connection.pragma(name, { simple: true });
      expect(read('synchronous')).toBe(2);
      expect(read('journal_mode')).toBe('wal');
      expect(read('locking_mode')).toBe('exclusive');
      expect(read('foreign_keys')).toBe(1);
      expect(read('trusted_schema')).toBe(0);
      expect(read('cell_size_check')).toBe(1);
      expect(read('fullfsync')).toBe(1);
      expect(read('checkpoint_fullfsync')).toBe(1);
      expect(read('journal_size_limit')).toBe(64 * 1024 * 1024);
      connection.close();
    }
    const bare = new Database(path);
    bare.prepare('SELECT count(*) FROM meetings').get();
    expect(bare.pragma('synchronous', { simple: true })).toBe(1);
    bare.close();
  });

  it('keeps only strict tables', () => {
    const { connection } = opened();
    const tables = connection.prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'").all();
    expect(tables.length).toBeGreaterThan(4);
    expect(tables.filter((table) => (table as { strict: number }).strict === 0)).toEqual([]);
    connection.close();
  });

  it('belongs to one program at a time', () => {
    const first = opened();
    expect(errorOf()).toEqual({ code: 'database.locked' });
    first.connection.close();
    expect(errorOf()).toBeNull();
  });

  it('takes an empty file for a new database', () => {
    writeFileSync(path, '');
    const { connection, fresh } = opened();
    expect(fresh).toBe(true);
    connection.close();
  });
});

describe('a file that is not ours stays byte for byte', () => {
  it('is a letter', () => {
    writeFileSync(path, '青禾綠化協會敬啟者：'.repeat(100));
    const before = state();
    expect(errorOf()).toEqual({ code: 'database.notDatabase', params: { name: '議事簿.db' } });
    expect(state()).toEqual(before);
  });

  it('is shorter than any header', () => {
    writeFileSync(path, 'SQLite');
    const before = state();
    expect(errorOf()?.code).toBe('database.notDatabase');
    expect(state()).toEqual(before);
  });

  it.each([0, 0x12345678])('is the database of another program, marked %i', (mark) => {
    const other = new Database(path);
    other.pragma(`application_id = ${mark}`);
    other.pragma('journal_mode = WAL');
    other.exec('CREATE TABLE customers (name TEXT)');
    other.close();
    const before = state();
    expect(errorOf()?.code).toBe('database.notDatabase');
    expect(state()).toEqual(before);
  });

  it('is from a newer program', () => {
    const { connection } = opened();
    connection.pragma('user_version = 99');
    connection.close();
    const before = state();
    expect(errorOf()).toEqual({ code: 'database.newer', params: { version: 99 } });
    expect(state()).toEqual(before);
  });
});

describe('what cannot be opened', () => {
  it('is in a folder that is not there, or is a folder', () => {
    expect(errorOf(join(folder, 'none', 'a.db'))).toEqual({ code: 'database.unopenable', params: { name: 'a.db' } });
    expect(existsSync(join(folder, 'none'))).toBe(false);
    mkdirSync(path);
    expect(errorOf()?.code).toBe('database.unopenable');
  });

  it('is damaged: cut short, or with pages of zeros', () => {
    expect(fillDatabase(path, 40).ok).toBe(true);
    const whole = readFileSync(path);
    truncateSync(path, Math.floor(whole.length / 8192) * 4096);
    const before = readFileSync(path);
    expect(errorOf()).toEqual({ code: 'database.damaged', params: { name: '議事簿.db' } });
    expect(readFileSync(path).equals(before)).toBe(true);

    whole.fill(0, 4096, 8 * 4096);
    writeFileSync(path, whole);
    expect(errorOf()?.code).toBe('database.damaged');
    expect(readFileSync(path).equals(whole)).toBe(true);
  });

  it('may not be written by this user: the file, then the folder', () => {
    opened().connection.close();
    chmodSync(folder, 0o777);
    chmodSync(path, 0o444);
    expect(openedByOthers()).toBe('database.readOnly');
    chmodSync(path, 0o666);
    chmodSync(folder, 0o555);
    expect(openedByOthers()).toBe('database.readOnly');
    expect(openedByOthers(join(folder, 'new.db'))).toBe('database.unopenable');
    chmodSync(folder, 0o777);
  });

  it('survives a program that is killed while it is made', async () => {
    for (let round = 0; round < 4; round++) {
      const at = join(folder, `${round}.db`);
      const child = spawn(process.execPath, ['-e', `import('${import.meta.dirname}/open.ts').then((db) => { process.stdout.write('ready'); db.openDatabase(process.argv[1]); for (;;); })`, at]);
      await new Promise((done) => child.stdout.once('data', done));
      await new Promise((done) => setTimeout(done, round * 4));
      child.kill('SIGKILL');
      await new Promise((done) => child.once('exit', done));
      expect(errorOf(at)).toBeNull();
    }
  });
});

/** The error that a user meets who has no more rights than the mode gives: root would not be stopped by it. */
function openedByOthers(at = path): string {
  const script = `
    if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534); }
    const result = openDatabase(process.argv[1], { patience: 50 });
    process.stdout.write(result.ok ? 'opened' : result.error.code);`;
  // Loaded before the rights are given up: the sources may lie where only root can read.
  return execFileSync(process.execPath, ['--input-type=module', '-e', `import { openDatabase } from '${import.meta.dirname}/open.ts';${script}`, at], {
    encoding: 'utf8',
  });
}
