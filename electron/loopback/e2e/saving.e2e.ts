/** Saving, as a secretary meets it: no button, a state that tells the truth, and nothing lost. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type App, startApp } from './setup/app.ts';

let app: App;

beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.close());

const paper = (page: Page) => page.locator('.mb-paper');
const saveState = (page: Page) => page.locator('.status-save');
const whenSaved = (page: Page) => page.locator('.status-save[data-state="saved"]').waitFor();

/** Writes a new paragraph at the end of the open record. */
async function write(page: Page, text: string): Promise<void> {
  await paper(page).locator('.mb-paragraph').last().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(text);
}

test('what is typed is saved by itself, and a reload shows the same', async () => {
  const { page } = app;
  await paper(page).waitFor();
  await write(page, '臨時動議：增設社區苗圃。');
  await page.locator('.status-save:not([data-state="saved"])').waitFor();
  await whenSaved(page);
  expect(await saveState(page).textContent()).toMatch(/^已儲存 \d\d:\d\d:\d\d$/);
  const before = await paper(page).innerText();
  await page.reload();
  await paper(page).getByText('臨時動議：增設社區苗圃。').waitFor();
  expect(await paper(page).innerText()).toBe(before);
});

test('a host that dies is said at once, the text stays, and everything is saved when it is back', async () => {
  const { page } = app;
  await paper(page).waitFor();
  await write(page, '停電之前寫的。');
  await page.locator('.status-save:not([data-state="saved"])').waitFor();
  await whenSaved(page);
  await app.kill();
  await page.keyboard.insertText('停電之後寫的。');
  await page.locator('.status-save[data-state="failed"]').waitFor();
  expect(await saveState(page).textContent()).toContain('未儲存');
  expect(await paper(page).innerText()).toContain('停電之前寫的。停電之後寫的。');
  await app.restart();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.locator('.status-save[data-state="saved"]').waitFor({ timeout: 30_000 });
  await page.reload();
  await paper(page).getByText('停電之前寫的。停電之後寫的。').waitFor();
});

test('a store that crashes is said at once, and everything is saved when it is back', async () => {
  const { page } = app;
  await paper(page).waitFor();
  await write(page, '資料庫出事之前寫的。');
  await page.locator('.status-save:not([data-state="saved"])').waitFor();
  await whenSaved(page);
  app.crashStore(4000);
  await page.keyboard.insertText('資料庫出事之後寫的。');
  await page.locator('.status-save[data-state="failed"]').waitFor();
  expect(await saveState(page).textContent()).toContain('未儲存');
  await page.locator('.status-save[data-state="saved"]').waitFor({ timeout: 30_000 });
  await page.reload();
  await paper(page).getByText('資料庫出事之前寫的。資料庫出事之後寫的。').waitFor();
});

test('what was called saved survives a host that is killed', async () => {
  const { page } = app;
  await paper(page).waitFor();
  await write(page, '已經存好的決議。');
  await page.locator('.status-save:not([data-state="saved"])').waitFor();
  await whenSaved(page);
  await app.kill();
  await app.restart();
  await page.reload();
  await paper(page).getByText('已經存好的決議。').waitFor();
});

test('a second window shows what the first one saves', async () => {
  const { page } = app;
  await paper(page).waitFor();
  const other = await app.openPage();
  await paper(other).waitFor();
  await write(page, '第一個視窗寫的。');
  await paper(other).getByText('第一個視窗寫的。').waitFor();
  expect(await saveState(other).textContent()).toContain('已儲存');
});

test('two windows that change one meeting keep both texts', async () => {
  const { page } = app;
  await paper(page).waitFor();
  const other = await app.openPage();
  await paper(other).waitFor();
  // The second window cannot reach the store while the first one saves.
  await other.route('**/rpc/store/**', (route) => route.abort());
  await write(other, '乙方的文字。');
  await other.locator('.status-save[data-state="failed"]').waitFor();
  await write(page, '甲方的文字。');
  await page.locator('.status-save:not([data-state="saved"])').waitFor();
  await whenSaved(page);
  await other.unroute('**/rpc/store/**');
  await other.evaluate(() => window.dispatchEvent(new Event('online')));
  await other.getByText('這份會議在另一個視窗改過了').waitFor();
  expect(await paper(other).innerText()).toContain('乙方的文字。');

  await other.getByRole('button', { name: '並排比較' }).click();
  await other.locator('.comparison').getByText('甲方的文字。').first().waitFor();
  await other.getByRole('button', { name: '回到文字' }).click();
  await other.getByRole('button', { name: '保留兩份' }).click();
  await paper(other).getByText('甲方的文字。').waitFor();
  await other.locator('.status-save[data-state="saved"]').waitFor();

  const copy = other.locator('.meeting-row', { hasText: '這個視窗的版本' });
  await copy.click();
  await paper(other).getByText('乙方的文字。').waitFor();
  expect(await paper(page).innerText()).not.toContain('乙方的文字。');
});
