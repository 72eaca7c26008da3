/** A folder of old minutes becomes a library by one command, and the report says what became of each file. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printToDocx } from '#electron/docx/index.ts';
import { layouts } from '#shared/layouts/index.ts';
import { boardMeeting } from '#shared/minutes/fixtures.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import type { ImportEntry } from '#shared/rpc/imports.ts';
import { chineseNumeral } from '#shared/text/numerals.ts';
import { projectFolder } from '#electron/host/places.ts';
import { command } from './testing/command.ts';

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

const minutebook = (...args: string[]) => command(args);

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

test.runIf(process.platform === 'linux')('a folder of folders, names of every kind, and one that cannot be read in the middle', async () => {
  const odd = ['深/更深/最深/一次.txt', '深/「引號」 & <角>%20#1.txt', '深/換\n行.txt', '深/🌲‏rtl.TXT', `深/${'長'.repeat(80)}.txt`];
  odd.forEach((name, at) => put(`名稱/${name}`, plain(at + 1)));
  put('名稱/深/中間.docx', 'PK no zip');
  mkdirSync(path('名稱/空資料夾'));
  // 會議 in Big5, as a folder from an old computer has it.
  writeFileSync(Buffer.concat([Buffer.from(`${path('名稱')}/`), Buffer.from('b77cc4b3', 'hex'), Buffer.from('.txt')]), plain(9));
  const taken = await minutebook('import', path('名稱'), '--json', '--db', path('乙.db'));
  const { counts, entries } = JSON.parse(taken.out) as Report;
  expect(counts).toMatchObject({ all: 7, failed: 1, duplicate: 0 });
  expect(entries.filter(({ state }) => state === 'failed').map(({ name }) => name)).toEqual(['深/中間.docx']);
  expect(entries.map(({ name }) => name)).toEqual(expect.arrayContaining(odd));
  expect(taken.code).toBe(1);
});

test('Ctrl-C leaves whole meetings, says what is missing, and the same again takes only the rest', { timeout: 90_000 }, async () => {
  const all = 60;
  for (let at = 0; at < all; at++) put(`多/${at % 7}/${at}.txt`, plain(1).replaceAll('第一次', `第${chineseNumeral(at + 1)}次`).replace('1月8日', `${1 + (at % 12)}月${1 + Math.floor(at / 12)}日`));
  const child = spawn(process.execPath, [join(projectFolder(), 'electron/cli/index.ts'), 'import', path('多'), '--db', path('丙.db')], { env: { PATH: process.env['PATH'] ?? '', LANG: 'zh_TW.UTF-8', HOME: folder }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.on('data', (part: Buffer) => out.push(part.toString()));
  child.stderr.on('data', (part: Buffer) => err.push(part.toString()));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  // The store is open, and files come in.
  for (let [size, grown] = [0, 0]; grown < 20 && child.exitCode === null; await setTimeout(5)) {
    const now = statSync(path('丙.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
    if (now > size) grown += 1;
    size = now;
  }
  child.kill('SIGINT');
  expect(await ended).toBe(1);
  const told = /^已停止：(\d+) 個檔案處理完，(\d+) 個還沒有處理。匯入的會議都完整；再執行一次，就只匯入其餘的。$/.exec(err.join('').trim());
  const [done, rest] = [Number(told?.[1]), Number(told?.[2])];
  expect(done + rest).toBe(all);
  expect(rest).toBeGreaterThan(0);
  expect(out.join('')).toContain(`共 ${done} 個檔案`);
  const listed = JSON.parse((await minutebook('list', '--json', '--db', path('丙.db'))).out) as { title: string }[];
  expect(new Set(listed.map(({ title }) => title)).size).toBe(done);
  const again = await minutebook('import', path('多'), '--db', path('丙.db'));
  expect(again).toMatchObject({ code: 0 });
  expect(again.out).toMatch(new RegExp(`共 ${all} 個檔案：匯入 ${rest}、有疑點 0、重複略過 ${done}、無法讀入 0。$`));
});
