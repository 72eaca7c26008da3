import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { paragraph, record, testStore, valueOf } from '#electron/services/testing/store.ts';
import { type Answer, command } from './testing/command.ts';

let folder: string;
let db: string;
let out: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-cli-'));
  db = join(folder, '議事簿.db');
  out = join(folder, '備份檔');
  const store = await testStore(db);
  valueOf(await store.client.meetings.create({ document: meeting }));
  valueOf(await store.client.assets.put({ file: new Blob([picture]) }));
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const meeting = record(['主席致詞。'], { title: '青禾綠化協會第三屆第二次理事會' });
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

async function minutebook(...args: string[]): Promise<Pick<Answer, 'code' | 'err'>> {
  const { code, err } = await command([...args, '--db', db]);
  return { code, err };
}

/** Writes another paragraph into the meeting. */
async function writeOn(): Promise<void> {
  const store = await testStore(db);
  const opened = valueOf(await store.client.meetings.open({ id: meeting.id }));
  const revision = opened.state === 'editable' ? opened.revision : -1;
  valueOf(await store.client.meetings.save({ id: meeting.id, revision, changes: { blocks: [paragraph(1, '後來才寫的。')] } }));
  await store.close();
}
async function textNow(): Promise<string> {
  const store = await testStore(db);
  const text = JSON.stringify(await store.client.meetings.open({ id: meeting.id }));
  await store.close();
  return text;
}

test('backs everything up into one file, and restores it with the present set aside', async () => {
  expect(await minutebook('backup', '--out', out)).toEqual({ code: 0, err: `已備份 1 份會議紀錄，檢查無誤：${out}` });
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['備份檔', '備份檔-assets', '備份檔.json']));
  await writeOn();
  const { code, err } = await minutebook('restore', out);
  expect([code, err]).toEqual([0, expect.stringMatching(/^已還原。原來的資料庫保留在：.*before-restore/)]);
  expect(await textNow()).not.toContain('後來才寫的');
  const aside = err.slice(err.indexOf('：') + 1);
  db = join(aside, basename(db));
  expect(await textNow()).toContain('後來才寫的');
});

test('restores on another computer, where nothing is yet, with the pictures', async () => {
  await minutebook('backup', '--out', out);
  db = join(folder, '新電腦', '議事簿.db');
  expect((await minutebook('restore', out)).code).toBe(0);
  expect(await textNow()).toContain('主席致詞');
  expect(readdirSync(`${db}-assets`)).toHaveLength(1);
});

test('restores over a database that can no longer be opened, and keeps that too', async () => {
  await minutebook('backup', '--out', out);
  rmSync(`${db}-backups`, { recursive: true });
  rmSync(`${db}-archive`, { recursive: true, force: true });
  writeFileSync(db, 'no longer a database');
  const { code, err } = await minutebook('restore', out);
  expect(code).toBe(0);
  expect(await textNow()).toContain('主席致詞');
  expect(readFileSync(join(err.slice(err.indexOf('：') + 1), basename(db)), 'utf8')).toBe('no longer a database');
});

test('replaces its own backup, and nothing else', async () => {
  await minutebook('backup', '--out', out);
  const first = readFileSync(out);
  await writeOn();
  expect((await minutebook('backup', '--out', out)).code).toBe(0);
  expect(readFileSync(out).equals(first)).toBe(false);

  const other = join(folder, '別人的.db');
  writeFileSync(other, 'something else');
  expect(await minutebook('backup', '--out', other)).toEqual({ code: 1, err: expect.stringContaining('不是議事簿的備份') });
  expect(readFileSync(other, 'utf8')).toBe('something else');
  expect((await minutebook('backup', '--out', db)).code).toBe(1);
  expect(await textNow()).toContain('後來才寫的');

  // A backup that somebody has worked in since is her database now.
  const worked = await testStore(out);
  valueOf(await worked.client.meetings.rename({ id: meeting.id, title: '改過的' }));
  await worked.close();
  expect((await minutebook('backup', '--out', out)).code).toBe(1);
});

test('takes no damaged backup, and leaves the present as it is', async () => {
  await minutebook('backup', '--out', out);
  await writeOn();
  const bytes = readFileSync(out);
  bytes[bytes.length - 7] = (bytes[bytes.length - 7] ?? 0) ^ 1;
  writeFileSync(out, bytes);
  expect(await minutebook('restore', out)).toEqual({ code: 1, err: expect.stringContaining('已損壞') });
  expect(await textNow()).toContain('後來才寫的');
  expect(existsSync(`${db}-restoring.tmp`)).toBe(false);
});

test('leaves a database alone that a window has open', async () => {
  await minutebook('backup', '--out', out);
  const store = await testStore(db);
  expect(await minutebook('restore', out)).toEqual({ code: 1, err: expect.stringContaining('正由另一個程式使用') });
  await store.close();
});

test('says that there is no such file', async () => {
  expect(await minutebook('restore', join(folder, 'none'))).toEqual({ code: 1, err: expect.stringContaining('找不到') });
});
