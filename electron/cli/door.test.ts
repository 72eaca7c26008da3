/** The real command line beside the real program: what it does while a window has the database open. */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { knock, type Neighbour } from '#electron/host/door.ts';
import { projectFolder } from '#electron/host/places.ts';
import { record, testStore, valueOf } from '#electron/services/testing/store.ts';
import { realCommand, userOf } from './testing/command.ts';

const meeting = record(['主席致詞。', '審議通過年度預算。'], { title: '青禾綠化協會第三屆第二次理事會' });

let folder: string;
let db: string;
let host: ChildProcess;
let window: Neighbour;
const path = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-cli-'));
  db = path('議事簿.db');
  const program = join(projectFolder(), 'electron/loopback/e2e/setup/host.ts');
  host = fork(program, [db, '0', randomBytes(32).toString('base64url')], { env: userOf(folder), execArgv: [] });
  await new Promise((done, failed) => host.once('message', done).once('exit', failed));
  const found = await knock(db);
  if (!found) throw new Error('no door');
  window = found;
  valueOf(await window.store.meetings.create({ document: meeting }));
}, 60_000);
afterEach(async () => {
  const ended = new Promise((done) => host.once('exit', done));
  host.kill();
  await ended;
  rmSync(folder, { recursive: true });
});

/** Runs the command line in a process of its own. */
const minutebook = (...args: string[]) => realCommand([...args, '--db', db], userOf(folder));
const total = async (): Promise<number> => valueOf(await window.store.meetings.list({ offset: 0, limit: 1 })).total;

test('makes a backup of what the window has saved a moment ago', { timeout: 60_000 }, async () => {
  valueOf(await window.store.meetings.rename({ id: meeting.id, title: '剛改的名稱' }));
  expect(await minutebook('backup', '--out', path('備份'))).toEqual({ code: 0, out: '', err: `已備份 2 份會議紀錄，檢查無誤：${path('備份')}` });
  expect(valueOf(await window.store.backups.state()).backups).toHaveLength(1);
  const store = await testStore(path('備份'));
  expect(valueOf(await store.client.meetings.list({ offset: 0, limit: 9 })).meetings.map(({ title }) => title)).toContain('剛改的名稱');
  await store.close();
});

test('searches, checks and makes an archive, and takes one in before the eyes of the window', { timeout: 60_000 }, async () => {
  expect(await minutebook('search', '年度預算')).toMatchObject({ code: 0, out: expect.stringContaining(meeting.meta.title) as string });
  expect(await minutebook('verify')).toMatchObject({ code: 0, out: '' });
  expect(await minutebook('archive', '--out', path('封存.zip'))).toMatchObject({ code: 0, err: expect.stringContaining(path('封存.zip')) as string });
  expect(readFileSync(path('封存.zip')).subarray(0, 2).toString()).toBe('PK');
  expect(readdirSync(`${db}-parcels`)).toEqual([]);
  valueOf(await window.store.meetings.rename({ id: meeting.id, title: '後來改的名稱' }));
  expect((await minutebook('unarchive', path('封存.zip'))).code).toBe(0);
  expect(await total()).toBe(3);
});

test('replaces nothing under an open window, and says to close it', { timeout: 60_000 }, async () => {
  await minutebook('backup', '--out', path('備份'));
  valueOf(await window.store.meetings.trash({ id: meeting.id }));
  const before = await total();
  expect(await minutebook('restore', path('備份'))).toEqual({ code: 1, out: '', err: '這個資料庫正由另一個程式使用。請先關閉另一個議事簿視窗，再試一次。內容未變動。' });
  expect(await minutebook('doctor')).toMatchObject({ code: 0 });
  expect(await total()).toBe(before);
  expect(existsSync(`${db}-restoring`)).toBe(false);
});
