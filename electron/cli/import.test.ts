/** A folder of old minutes becomes a library by one command, and the report says what became of each file. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printToDocx } from '#electron/docx/index.ts';
import { layouts } from '#shared/layouts/index.ts';
import { boardMeeting } from '#shared/minutes/fixtures.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import type { ImportEntry } from '#shared/rpc/imports.ts';
import { chineseNumeral } from '#shared/text/numerals.ts';
import { run } from './program.ts';

let folder: string;
const path = (name: string): string => join(folder, name);
const put = (name: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(path(name)), { recursive: true });
  writeFileSync(path(name), content);
};

async function word(session: number): Promise<Uint8Array> {
  const meeting = boardMeeting();
  const named = { ...meeting, meta: { ...meeting.meta, title: `青禾綠化協會第七屆理事會第${chineseNumeral(session)}次會議紀錄`, start: `2025-${String(session).padStart(2, '0')}-11T14:00`, end: null } };
  return printToDocx(printDocument(named, layouts.association), { layout: layouts.association, asset: () => Promise.resolve(null) });
}
const plain = (session: number): string => `青禾綠化協會第八屆監事會第${chineseNumeral(session)}次會議紀錄\n時間：2026年${session}月8日\n地點：本會會議室\n主席致詞。\n第${session}案照案通過。\n散會。\n`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-import-'));
  for (let session = 1; session <= 6; session++) {
    const bytes = await word(session);
    put(`舊紀錄/114年/七屆${session}次.docx`, bytes);
    if (session <= 3) put(`舊紀錄/備份/複本${session}.docx`, bytes);
    if (session === 1) {
      put('舊紀錄/壞檔/半份.docx', bytes.slice(0, bytes.length / 2));
      put('舊紀錄/壞檔/改名.docx', plain(12));
    }
  }
  for (let session = 1; session <= 8; session++) put(`舊紀錄/監事會/${session}.txt`, plain(session));
  put('舊紀錄/監事會/1（空行）.txt', `${plain(1)}\n\n`);
  put('舊紀錄/監事會/20260508_八屆九次監事會.txt', '出席人員如簽到表。\n主席致詞。\n');
  put('舊紀錄/壞檔/空.txt', '');
  put('舊紀錄/壞檔/照片.docx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]));
  for (const name of ['114年/~$七屆1次.docx', '.DS_Store', '照片.jpg', '名冊.xlsx']) put(`舊紀錄/${name}`, 'x');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function minutebook(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(args, { language: 'zh-Hant', print: (text) => out.push(text), tell: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

interface Report {
  counts: Record<string, number>;
  entries: ImportEntry[];
}

test('tries without a database and without making one', async () => {
  const tried = await minutebook('import', path('舊紀錄'), '--dry-run', '--json', '--db', path('無.db'));
  const { counts } = JSON.parse(tried.out) as Report;
  expect(counts).toMatchObject({ all: 23, failed: 4 });
  expect(existsSync(path('無.db'))).toBe(false);
});

test('takes in each once, names the duplicates, and says of the others why not', async () => {
  const taken = await minutebook('import', path('舊紀錄'), '--json', '--db', path('甲.db'));
  const { counts, entries } = JSON.parse(taken.out) as Report;
  const byState = (state: ImportEntry['state']): string[] => entries.filter((entry) => entry.state === state).map(({ name }) => name);
  expect(byState('failed').toSorted()).toEqual(['壞檔/半份.docx', '壞檔/改名.docx', '壞檔/照片.docx', '壞檔/空.txt'].toSorted());
  expect(byState('duplicate')).toHaveLength(4);
  expect((counts['taken'] ?? 0) + (counts['doubtful'] ?? 0)).toBe(15);
  expect(taken).toMatchObject({ code: 1, err: '有 4 個檔案無法讀入，原因列在上面。其他檔案不受影響。' });
  const listed = JSON.parse((await minutebook('list', '--json', '--db', path('甲.db'))).out) as { title: string; start: string | null; body: string; session: number | null }[];
  expect(listed).toHaveLength(15);
  expect(listed).toContainEqual(expect.objectContaining({ title: '青禾綠化協會第七屆理事會第六次會議紀錄', start: '2025-06-11T14:00', session: 6 }));
  // What the text does not say, the name of the file does.
  expect(listed).toContainEqual(expect.objectContaining({ start: '2026-05-08', session: 9, body: '監事會' }));
});

test('a second time everything is there already', async () => {
  const again = await minutebook('import', path('舊紀錄/114年'), path('舊紀錄/監事會'), '--db', path('甲.db'));
  expect(again.code).toBe(0);
  expect(again.out).toContain('共 16 個檔案：匯入 0、有疑點 0、重複略過 16、無法讀入 0。');
  expect(again.out).toContain('已有，略過\t七屆1次.docx');
});

test('says what is not there', async () => {
  expect(await minutebook('import', path('不在'), '--db', path('甲.db'))).toMatchObject({ code: 1, err: '找不到「不在」。請確認檔名與位置。' });
});
