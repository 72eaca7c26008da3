/** A text file dropped on the paper or chosen: read like a paste, and what is wrong with it is said in one sentence. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { encoded } from '#electron/services/testing/encoded.ts';
import { type App, startApp } from './setup/app.ts';
import { command, failuresOf, lines, newBlankMeeting } from './setup/paper.ts';

let app: App;
let page: Page;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  page = app.page;
  failures = failuresOf(page);
});
afterAll(() => app.close());
beforeEach(() => newBlankMeeting(page));

const record = '會議由石仲平理事長主持。\n市園林局方若蘭副局長致辭\n方若蘭副局長對大會召開表示祝賀。';

/** Drops a file of these bytes, or of so many bytes of nothing but letters, onto the first line of the paper. */
async function drop(name: string, content: Buffer | number, type = 'text/plain'): Promise<void> {
  const bytes = typeof content === 'number' ? content : content.toString('base64');
  await page.locator('.mb-paper > .mb-paragraph').first().evaluate(
    (line, { name, bytes, type }) => {
      const content = typeof bytes === 'number' ? 'a'.repeat(bytes) : Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], name, { type }));
      const { left, top } = line.getBoundingClientRect();
      line.dispatchEvent(new DragEvent('drop', { dataTransfer, clientX: left + 60, clientY: top + 8, bubbles: true, cancelable: true }));
    },
    { name, bytes, type },
  );
}

const repair = () => page.getByRole('dialog', { name: '貼上前的整理' });

it('is dropped, shown as a record before it is inserted, and goes with one undo', async () => {
  await drop('紀錄.txt', Buffer.from(record));
  await repair().getByRole('button', { name: '整理後貼上' }).click();
  await page.locator('.mb-section[data-kind="speech"]').waitFor();
  expect(await page.locator('.mb-section[data-kind="speech"] [data-slot="name"]').textContent()).toBe('方若蘭');
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('.mb-section').count()).toBe(0);
});

it('is chosen by its command', async () => {
  const choosing = page.waitForEvent('filechooser');
  await command(page, '文字檔…');
  await (await choosing).setFiles({ name: '短.txt', mimeType: 'text/plain', buffer: Buffer.from('散會。') });
  await expect.poll(() => lines(page)).toEqual(['散會。']);
});

it.each([
  ['big5', 'Big5', 'GB18030'],
  ['gb18030', 'GB18030', 'Big5'],
])('in %s is named, both encodings are offered, and it is read as she says', async (encoding, named, other) => {
  await drop('舊.txt', encoded(record, encoding));
  const dialog = page.getByRole('dialog', { name: '這是哪一種編碼？' });
  expect(await dialog.innerText()).toContain(`讀「舊.txt」之前要先選文字編碼；看來是 ${named}。`);
  await dialog.getByRole('button', { name: `以 ${other} 讀入` }).waitFor();
  await dialog.getByRole('button', { name: `以 ${named} 讀入` }).click();
  await repair().getByRole('button', { name: '原樣貼上' }).click();
  await expect.poll(async () => (await lines(page)).filter((line) => line !== '')).toEqual(record.split('\n'));
});

it.each<[string, Buffer | number, string]>([
  ['空.txt', Buffer.from(''), '「空.txt」是空的，沒有可以讀入的文字。'],
  ['圖.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), '「圖.txt」不是文字檔，無法讀入。原檔未變動。'],
  ['大.txt', 20 * 1024 * 1024 + 1, '「大.txt」超過 20 MB，無法讀入。原檔未變動；請分成較小的檔案。'],
])('%s is refused in one sentence, and nothing is inserted', async (name, content, sentence) => {
  await drop(name, content);
  await page.locator('.toast-text', { hasText: sentence }).waitFor();
  expect((await lines(page)).join('')).toBe('');
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
