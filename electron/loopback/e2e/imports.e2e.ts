/** Files from outside: dropped or chosen, looked at, kept; a folder at once, with its report. */
import { readFile } from 'node:fs/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { printToDocx } from '#electron/docx/index.ts';
import { withWorkingCopy } from '#electron/docx/working-copy.ts';
import { layouts } from '#shared/layouts/index.ts';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { type App, startApp } from './setup/app.ts';
import { command, failuresOf } from './setup/paper.ts';

let app: App;
let page: Page;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  page = app.page;
  failures = failuresOf(page);
});
afterAll(() => app.close());

const council = (session: string, day: string): string =>
  `青禾綠化協會第五屆理事會第${session}次會議紀錄\n時間：${day}\n地點：本會三樓會議室\n主席：石仲平\n主席致詞。\n討論事項\n案由：審議年度工作計畫。\n決議：照案通過。\n散會。\n`;

/** Drops files onto a part of the window. */
async function drop(onto: string, files: readonly { name: string; content: Buffer }[]): Promise<void> {
  await page.locator(onto).first().evaluate(
    (place, files) => {
      const dataTransfer = new DataTransfer();
      for (const { name, content } of files) dataTransfer.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name));
      place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    files.map(({ name, content }) => ({ name, content: content.toString('base64') })),
  );
}
/** A working copy of the meeting that the program begins with. */
async function workingCopy(change: (xml: string) => string): Promise<Buffer> {
  const asset = () => Promise.resolve(null);
  const printed = await printToDocx(printDocument(councilMeeting(), layouts.association), { layout: layouts.association, asset });
  return withXml(await withWorkingCopy(printed, councilMeeting(), { layout: layouts.association, script: 'keep', asset }), change);
}

function withXml(bytes: Uint8Array, change: (xml: string) => string): Buffer {
  const files = unzipSync(bytes);
  return Buffer.from(zipSync({ ...files, 'word/document.xml': strToU8(change(strFromU8(files['word/document.xml'] as Uint8Array))) }));
}

const dialog = () => page.getByRole('dialog');

it('a file is shown with what was read of it, corrected, and kept only then', async () => {
  await drop('.library', [{ name: '五屆四次.txt', content: Buffer.from(council('四', '2024年1月19日9:30至11:00')) }]);
  await dialog().getByText('原檔文字').waitFor();
  expect(await dialog().getByLabel('會議名稱').inputValue()).toBe('青禾綠化協會第五屆理事會第四次會議紀錄');
  expect(await dialog().getByLabel('日期').inputValue()).toBe('2024-01-19');
  await dialog().getByLabel('主席').fill('柳思源');
  await dialog().getByLabel('開始時間').fill('一早');
  await dialog().getByRole('button', { name: '儲存' }).click();
  await dialog().getByRole('alert').getByText('「開始時間」看不懂').waitFor();
  await dialog().getByLabel('開始時間').fill('上午十時');
  expect(await page.locator('.library').innerText()).not.toContain('第五屆');
  await dialog().getByRole('button', { name: '儲存' }).click();
  await page.locator('.mb-paper').getByText('主席致詞。').waitFor();
  expect(await page.locator('.mb-paper').innerText()).toContain('柳思源');
  expect(await page.locator('.mb-paper').innerText()).toMatch(/1月19日\S*10時/);
  await expect.poll(() => page.locator('.library').innerText()).toContain('第五屆理事會第四次');
});

it('many files come in at once; the report says what became of each, and opens it', async () => {
  const files = ['四', '五', '六'].map((session, index) => ({ name: `${index + 4}次.txt`, content: Buffer.from(council(session, `2024年${1 + 3 * index}月19日9:30至11:00`)) }));
  await drop('.library', [...files, { name: '空.txt', content: Buffer.from('') }, { name: '照片.bmp', content: Buffer.from('BM') }]);
  await dialog().getByText('另有 1 個其他種類的檔案').waitFor();
  await dialog().getByRole('button', { name: '匯入 4 個檔案' }).click();
  await dialog().getByRole('list', { name: '顯示' }).waitFor();
  const states = await dialog().locator('.import-row').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['state']));
  expect(states.toSorted()).toEqual(['duplicate', 'failed', 'taken', 'taken']);
  await dialog().getByRole('button', { name: /開啟「青禾綠化協會第五屆理事會第六次/ }).click();
  await page.locator('.mb-paper').getByText('第五屆理事會第六次會議紀錄').first().waitFor();
  await command(page, '匯入…');
  await dialog().getByRole('button', { name: /4 個檔案/ }).waitFor();
  await page.keyboard.press('Escape');
});

it('a file that cannot be read is refused in one sentence', async () => {
  await drop('.library', [{ name: '空.txt', content: Buffer.from('') }]);
  await dialog().getByRole('alert').getByText('「空.txt」是空的，沒有可以讀入的文字。').waitFor();
  await page.keyboard.press('Escape');
});

it('a working copy that was edited elsewhere is taken over place by place', async () => {
  const copy = await workingCopy((xml) => xml.replace('表示祝賀', '表示熱烈祝賀').replace('86,400', '86,500'));
  await drop('.library', [{ name: '工作稿.docx', content: copy }]);
  const places = () => dialog().locator('.difference');
  await places().first().waitFor();
  expect(await places().count()).toBe(2);
  await places().filter({ hasText: '苗木支出' }).getByText('這裡的').click();
  await dialog().getByRole('button', { name: '套用到這份紀錄' }).click();
  await page.locator('.mb-paper').getByText('表示熱烈祝賀').waitFor();
  expect(await page.locator('.mb-paper').innerText()).toContain('86,400');
  await page.locator('.mb-paper > .mb-paragraph').first().click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('.mb-paper').innerText()).not.toContain('熱烈');
});

it('what comes back of a record that was sent for comment is accepted or declined', async () => {
  await command(page, '送審與意見…');
  const begun = page.waitForEvent('download');
  await dialog().getByRole('button', { name: '匯出送審稿…' }).click();
  const sent = await readFile(await (await begun).path());
  const returned = withXml(sent, (xml) => xml.replace('表示祝賀', '表示由衷祝賀').replace('成活率百分之九十四', '成活率百分之九十五'));
  await page.locator('[data-returned]').setInputFiles({ name: '溫書瑜.docx', mimeType: 'application/octet-stream', buffer: returned });
  const proposals = dialog().locator('.comments-proposal');
  await proposals.first().waitFor();
  expect(await proposals.count()).toBe(2);
  await dialog().getByLabel('「溫書瑜.docx」由誰送回').fill('溫書瑜');
  await page.keyboard.press('Enter');
  await proposals.first().getByText('溫書瑜').waitFor();
  await proposals.filter({ hasText: '由衷' }).getByRole('button', { name: '採納並改入' }).press('Enter');
  // By keyboard the next one follows.
  const next = proposals.filter({ hasText: '九十' }).getByRole('button', { name: '採納並改入' });
  await expect.poll(() => next.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog().getByText('共 2 項意見，0 項待處理').waitFor();
  await page.keyboard.press('Escape');
  const paper = await page.locator('.mb-paper').innerText();
  expect(paper).toContain('表示由衷祝賀');
  expect(paper).toContain('成活率百分之九十四');
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
