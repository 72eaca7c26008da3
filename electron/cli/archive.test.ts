import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { record, testStore, valueOf } from '#electron/services/testing/store.ts';
import { command } from './testing/command.ts';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-cli-'));
  const store = await testStore(path('甲.db'));
  valueOf(await store.client.meetings.create({ document: meeting }));
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);
const meeting = record(['主席致詞。'], { title: '青禾綠化協會第三屆第二次理事會' });

const minutebook = (...args: string[]) => command(args);

test('archives everything, and takes it in elsewhere', async () => {
  const made = await minutebook('archive', '--out', path('全部.zip'), '--db', path('甲.db'));
  expect(made).toEqual({ code: 0, out: '', err: `已把 1 次會議寫進「${path('全部.zip')}」。` });
  expect(readFileSync(path('全部.zip')).subarray(0, 2).toString()).toBe('PK');

  expect(await minutebook('unarchive', path('全部.zip'), '--db', path('乙.db'))).toMatchObject({ code: 0, err: '已匯入：新增 1、相同 0、內容不同而另存副本 0。' });
  expect((await minutebook('list', '--db', path('乙.db'))).out).toContain(meeting.meta.title);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('keeps an archive under the passphrase of a file', async () => {
  writeFileSync(path('密碼'), '白鷺在水田\r\n');
  writeFileSync(path('空'), '\n');
  expect(await minutebook('archive', '--out', path('a.age'), '--passphrase-file', path('空'), '--db', path('甲.db'))).toMatchObject({ code: 1, err: expect.stringContaining('是空的') as string });
  expect(await minutebook('archive', '--out', path('a.age'), '--passphrase-file', path('密碼'), '--db', path('甲.db'))).toMatchObject({ code: 0 });
  expect(await minutebook('unarchive', path('a.age'), '--db', path('乙.db'))).toMatchObject({ code: 1, err: expect.stringContaining('密碼') as string });
  expect(await minutebook('unarchive', path('a.age'), '--passphrase-file', path('密碼'), '--db', path('乙.db'))).toMatchObject({ code: 0 });
});

test('says what is no archive, what is not there, and what cannot be written', async () => {
  writeFileSync(path('文.zip'), '會議紀錄');
  expect(await minutebook('unarchive', path('文.zip'), '--db', path('甲.db'))).toMatchObject({ code: 1, err: '「文.zip」不是議事簿的封存檔，沒有匯入任何內容。請選擇其他檔案。' });
  expect(await minutebook('unarchive', path('無.zip'), '--db', path('甲.db'))).toMatchObject({ code: 1, err: expect.stringContaining('找不到「無.zip」') as string });
  expect(await minutebook('archive', '--out', path('無/全部.zip'), '--db', path('甲.db'))).toMatchObject({ code: 1, err: expect.stringContaining('無法寫入') as string });
  expect(existsSync(path('無'))).toBe(false);
});
