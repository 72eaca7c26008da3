/** What is sent out as Word is what stands in the record: of a pasted record every sentence, of a table its cells and its header. */
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectFolder } from '#electron/host/places.ts';
import { type MinutesDocument, minutesDocumentSchema } from '#shared/minutes/document.ts';
import { applyRepairs, certainClasses, findDamage } from '#shared/text/damage.ts';
import { type App, startApp } from './setup/app.ts';
import { failuresOf, newBlankMeeting, paste } from './setup/paper.ts';
import { openDownload, type WordFile } from './setup/word-file.ts';

let app: App;
let page: Page;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  page = app.page;
  failures = failuresOf(page);
});
afterAll(() => app.close());

const record = [
  '青禾綠化協會第三屆理事會第四次會議紀錄',
  '市園林局副局長方若蘭，協會理事長石仲平等出席(xí)會議。會議由溫楠秘書長主持。',
  '市園林局方若蘭副局長致辭',
  '方若蘭副局長代表市園林局致辭，對大會召開表示祝賀。青禾苗木(廈門)公司參加。',
  '石仲平理事長作年度工作報告',
  '報告從兩個方面總結：一是植樹；二是會員。',
  '會議聽取了柳思源秘書長作的年度財務收支報告。',
  '會議審議通過了《志工管理辦法》修訂案；審議通過了增聘園藝顧問二名。',
  '溫楠教授作主題演講',
  '溫楠教授講了城市樹木的發展?fàn)顩r。',
].join('\n');

const saved = () => page.locator('.status-save[data-state="saved"]').waitFor({ timeout: 15_000 });

async function exported(item: string) {
  await page.getByRole('menuitem', { name: '檔案' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: '直接匯出' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  const anyway = page.getByRole('dialog').getByRole('button', { name: '仍要匯出' });
  return Promise.race([downloading, anyway.waitFor().then(() => anyway.click()).then(() => downloading)]);
}
const asData = async (): Promise<MinutesDocument> =>
  minutesDocumentSchema.parse(JSON.parse(await readFile(await (await exported('匯出資料檔')).path(), 'utf8')));
const asWord = async (): Promise<WordFile> => openDownload(await exported('匯出 Word'));

async function pasteRecord(text: string): Promise<void> {
  await newBlankMeeting(page);
  await paste(page, { 'text/plain': text });
  await page.getByRole('button', { name: '整理後貼上' }).click();
  await page.locator('.mb-section').first().waitFor();
  await page.locator('.status-save:not([data-state="saved"])').waitFor({ timeout: 2000 }).catch(() => undefined);
  await saved();
}

/** The program is ended and started again, and the window opened anew. */
async function reopen(): Promise<void> {
  await page.close();
  await app.restart();
  page = await app.openPage();
  await page.locator('.mb-section').first().waitFor();
}

const tight = (text: string) => text.replace(/\s/g, '').replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
const repaired = (text: string) =>
  applyRepairs(text, findDamage(text, (bytes) => new TextDecoder('gbk').decode(bytes)).repairs, certainClasses);

/** Each sentence of the source that the text does not hold after the one before. */
function missing(source: string, text: string): string[] {
  const paper = tight(text);
  let at = 0;
  return source.split(/(?<=[。；;])|\n/).map(tight).filter((sentence) => {
    const found = paper.indexOf(sentence, at);
    if (found >= 0) at = found + sentence.length;
    return found < 0;
  });
}

async function expectKept(source: string): Promise<MinutesDocument> {
  await pasteRecord(source);
  const before = await asData();
  await reopen();
  expect(await asData()).toEqual(before);
  const [one, other] = [await asWord(), await asWord()];
  expect(missing(repaired(source), one.text)).toEqual([]);
  expect(Buffer.from(other.bytes).equals(one.bytes)).toBe(true);
  return before;
}

it('a pasted record is reopened identical, and its Word file holds every sentence in order, the same bytes each time', async () => {
  const { blocks } = await expectKept(record);
  expect(blocks.map(({ kind }) => kind)).toEqual(['attendance', 'speech', 'report', 'heardReport', 'resolution', 'resolution', 'lecture']);
});

const sample = join(projectFolder(), '../shared/samples/council-meeting.txt');
it.runIf(existsSync(sample))('so is the published record, which is found by its words in either script', async () => {
  const { blocks } = await expectKept(readFileSync(sample, 'utf8'));
  expect(blocks.flatMap((block) => ('fields' in block ? [block.kind] : []))).toEqual([
    'attendance', 'speech', 'report', 'heardReport', 'resolution', 'resolution', 'resolution', 'resolution', 'resolution',
    'lecture', 'introduction', 'discussion', 'event',
  ]);
  const speakers = blocks.flatMap((block) => (block.kind === 'lecture' || block.kind === 'introduction' ? [block.fields.name] : []));
  expect(speakers).toEqual(['范維澄', '楊世峰']);
  for (const query of ['三足鼎立', '审议通过']) {
    await page.getByPlaceholder('搜尋會議').fill(query);
    await page.locator('.search-results mark').first().waitFor();
    const shown = await page.locator('.search-results mark').allTextContents();
    expect(shown.some((hit) => hit.length === 4)).toBe(true);
    await page.getByPlaceholder('搜尋會議').fill('');
  }
});

it('a table keeps its joined cells and repeats its header row on every page of Word', async () => {
  await newBlankMeeting(page);
  await page.keyboard.type('/bg');
  await page.locator('.slash [data-command="insert.table"]').click();
  await page.locator('.table-size').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.mb-table').waitFor();
  await page.waitForTimeout(80);
  for (const words of ['項次', '工作項目', '承辦']) {
    await page.keyboard.insertText(words);
    await page.keyboard.press('Tab');
    await page.waitForTimeout(60);
  }
  const cell = (at: number) => page.locator('.mb-table tr').nth(1).locator('td').nth(at);
  const [from, to] = [await cell(0).boundingBox(), await cell(1).boundingBox()];
  await page.mouse.move(from!.x + 20, from!.y + 10);
  await page.mouse.down();
  await page.mouse.move(to!.x + 20, to!.y + 10, { steps: 6 });
  await page.mouse.up();
  await page.getByRole('button', { name: '表格工具' }).click();
  await page.locator('.menu-popup [data-command="table.merge"]').click();
  await page.locator('.mb-table [colspan="2"]').waitFor();
  const { bytes } = await asWord();
  const body = strFromU8(unzipSync(bytes)['word/document.xml']!);
  const rows = body.split('<w:tr>').slice(1);
  expect(rows.map((row) => row.includes('<w:tblHeader'))).toEqual([true, ...rows.slice(1).map(() => false)]);
  expect(rows[0]).toContain('工作項目');
  expect(rows[1]).toContain('<w:gridSpan w:val="2"/>');
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
