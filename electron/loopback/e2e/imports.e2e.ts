/** Files from outside: dropped or chosen, looked at, kept; a folder at once, with its report. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
const dialog = () => page.getByRole('dialog');

it('a file is shown with what was read of it, corrected, and kept only then', async () => {
  await drop('.library', [{ name: '五屆四次.txt', content: Buffer.from(council('四', '2024年1月19日9:30至11:00')) }]);
  await dialog().getByText('原檔文字').waitFor();
  expect(await dialog().getByLabel('會議名稱').inputValue()).toBe('青禾綠化協會第五屆理事會第四次會議紀錄');
  expect(await dialog().getByLabel('日期').inputValue()).toBe('2024-01-19');
  await page.screenshot({ path: '/tmp/imp-review.png' });
  await dialog().getByLabel('主席').fill('柳思源');
  expect(await page.locator('.library').innerText()).not.toContain('第五屆');
  await dialog().getByRole('button', { name: '儲存' }).click();
  await page.locator('.mb-paper').getByText('主席致詞。').waitFor();
  expect(await page.locator('.mb-paper').innerText()).toContain('柳思源');
  await expect.poll(() => page.locator('.library').innerText()).toContain('第五屆理事會第四次');
});

it('many files come in at once; the report says what became of each, and opens it', async () => {
  const files = ['四', '五', '六'].map((session, index) => ({ name: `${index + 4}次.txt`, content: Buffer.from(council(session, `2024年${1 + 3 * index}月19日9:30至11:00`)) }));
  await drop('.library', [...files, { name: '空.txt', content: Buffer.from('') }, { name: '照片.bmp', content: Buffer.from('BM') }]);
  await dialog().getByText('另有 1 個其他種類的檔案').waitFor();
  await page.screenshot({ path: '/tmp/imp-many.png' });
  await dialog().getByRole('button', { name: '匯入 4 個檔案' }).click();
  await dialog().getByRole('list', { name: '顯示' }).waitFor();
  await page.screenshot({ path: '/tmp/imp-report.png' });
  const states = await dialog().locator('.import-row').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['state']));
  expect(states.toSorted()).toEqual(['duplicate', 'failed', 'taken', 'taken']);
  await dialog().getByRole('button', { name: /開啟「青禾綠化協會第五屆理事會第六次/ }).click();
  await page.locator('.mb-paper').getByText('第五屆理事會第六次會議紀錄').first().waitFor();
  await command(page, '匯入…');
  await dialog().getByRole('button', { name: /4 個檔案/ }).waitFor();
  await page.screenshot({ path: '/tmp/imp-choose.png' });
  await page.keyboard.press('Escape');
});

it('a file that cannot be read is refused in one sentence', async () => {
  await drop('.library', [{ name: '空.txt', content: Buffer.from('') }]);
  await dialog().getByRole('alert').getByText('「空.txt」是空的，沒有可以讀入的文字。').waitFor();
  await page.screenshot({ path: '/tmp/imp-refused.png' });
  await page.keyboard.press('Escape');
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
