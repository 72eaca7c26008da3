/** The window around the text: zoom, language, links, and an archive of several years. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillDatabase } from '#electron/db/generate.ts';
import { type App, startApp } from './setup/app.ts';
import { command, failuresOf, holdBack, newBlankMeeting } from './setup/paper.ts';

let folder: string;
let app: App;
let page: Page;
let failures: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-window-'));
  const databasePath = join(folder, 'minutebook.db');
  fillDatabase(databasePath, 600, { characters: 300 });
  app = await startApp({ databasePath });
  page = app.page;
  failures = failuresOf(page);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
  expect(failures).toEqual([]);
});

const list = () => page.getByRole('listbox', { name: '會議清單' });
const percent = () => page.locator('.status-zoom .status-button');

test('the year stays at the top of the list while its meetings are scrolled', async () => {
  await list().evaluate((element) => element.scrollTo(0, 0));
  const newest = await page.locator('.row-group').first().innerText();
  await list().evaluate((element) => element.scrollTo(0, 2000));
  const head = page.locator('.row-group', { hasText: newest });
  await head.waitFor();
  const [top, listTop] = await Promise.all([head.boundingBox(), list().boundingBox()]);
  expect(Math.round(top!.y)).toBe(Math.round(listTop!.y));
});

test('typing a year in the list goes to it', async () => {
  await list().focus();
  // As fast as a hand, however long the page takes for a key.
  await Promise.all([...'2001'].map((digit) => page.keyboard.press(digit)));
  const chosen = page.locator('.meeting-row[aria-selected="true"]');
  await chosen.waitFor();
  await expect.poll(() => page.locator('.row-group').allInnerTexts()).toContain('2001');
});

test('Ctrl and the wheel zoom the paper, and a paper larger than the desk scrolls sideways', async () => {
  await page.locator('.meeting-row').first().click();
  await page.locator('.mb-paper').waitFor();
  const width = async () => (await page.locator('.mb-paper').boundingBox())!.width;
  const before = await width();
  await page.mouse.move(620, 400);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await expect.poll(() => percent().innerText()).toBe('110%');
  for (let notch = 0; notch < 8; notch += 1) await page.mouse.wheel(0, -100);
  await expect.poll(() => percent().innerText()).toBe('300%');
  expect(await width()).toBeGreaterThan(before * 2.5);
  expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1);
  const desk = page.locator('.desk');
  const sideways = await desk.evaluate((element) => {
    element.scrollLeft = 100_000;
    return { most: element.scrollLeft, hidden: element.scrollWidth - element.clientWidth };
  });
  expect(sideways.most).toBeGreaterThan(500);
  expect(sideways.most).toBe(sideways.hidden);
  for (let notch = 0; notch < 12; notch += 1) await page.mouse.wheel(0, 100);
  await page.keyboard.up('Control');
  await expect.poll(() => percent().innerText()).toBe('50%');
  expect(await width()).toBeLessThan(before * 0.6);
  await percent().click();
  await expect.poll(() => percent().innerText()).toBe('100%');
});

test('another language of the interface leaves the text, the caret and what can be undone', async () => {
  await newBlankMeeting(page);
  await page.keyboard.insertText('苗圃輪值表已經排定。');
  await page.waitForTimeout(200);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.locator('.mb-paper').getByText('苗圃輪值表已經排定。').waitFor();
  expect(await page.locator('.mb-paper').getAttribute('aria-label')).toMatch(/[A-Za-z]/);
  await page.locator('.mb-paper').getByText('苗圃輪值表已經排定。').click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('.mb-paper').innerText()).not.toContain('苗圃輪值表');
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: '繁體中文' }).click();
  await page.getByRole('button', { name: '完成' }).click();
});

test('another language of the interface alone leaves nothing to undo', async () => {
  await newBlankMeeting(page);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.waitForTimeout(400);
  await expect.poll(() => page.getByRole('button', { name: 'Undo' }).getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: '繁體中文' }).click();
  await page.getByRole('button', { name: '完成' }).click();
});

test('Ctrl and a click on a link ask before its address is opened; a click alone does not', async () => {
  const opened: string[] = [];
  await page.route('**/rpc/host/openLink', async (route) => {
    opened.push(route.request().postData() ?? '');
    await route.abort();
  });
  await newBlankMeeting(page);
  await page.getByRole('button', { name: '連結' }).click();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('dialog').locator('input').first().fill('https://example.org/rules?year=2026');
  await page.getByRole('dialog').locator('input').nth(1).fill('章程');
  await page.keyboard.press('Enter');
  const link = page.locator('.mb-paper a[href]');
  await link.waitFor();
  await link.click();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await link.click({ modifiers: ['Control'] });
  const dialog = page.getByRole('dialog', { name: '開啟連結' });
  await dialog.getByText('https://example.org/rules?year=2026').waitFor();
  expect(app.context.pages().length).toBe(1);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(opened).toEqual([]);
  await link.click({ modifiers: ['Control'] });
  await dialog.getByRole('button', { name: '開啟' }).click();
  await expect.poll(() => opened.length).toBe(1);
  expect(opened[0]).toContain('https://example.org/rules?year=2026');
});

test('a window that was opened from a menu has the focus, and gives it back to the text', async () => {
  await newBlankMeeting(page);
  await page.getByRole('menuitem', { name: '檔案' }).click();
  await page.getByRole('menuitem', { name: /^匯入…/ }).click();
  const choose = page.getByRole('dialog').getByRole('button', { name: '選擇檔案…' });
  await expect.poll(() => choose.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForTimeout(100);
  await page.keyboard.insertText('散會。');
  await page.locator('.mb-paper .mb-paragraph', { hasText: '散會。' }).waitFor();
  // A field of a window takes the selection of the page with it.
  await command(page, '公文要素…');
  await page.keyboard.insertText('會');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForTimeout(100);
  await page.keyboard.insertText('謝謝。');
  await page.locator('.mb-paper .mb-paragraph', { hasText: '散會。謝謝。' }).waitFor();
});

test('what she types into a new meeting goes on where she is when the templates come late', async () => {
  const slow = await app.context.newPage();
  const answer = await holdBack(slow, 'templates/list');
  await slow.goto(app.url);
  await slow.locator('.library').waitFor();
  await slow.keyboard.press('Control+Alt+n');
  const title = slow.getByRole('dialog').getByRole('textbox', { name: '會議名稱' });
  await title.click();
  await slow.keyboard.type('秋季');
  await answer();
  await slow.locator('.template-card', { hasText: '空白' }).waitFor();
  await slow.keyboard.type('座談會');
  expect(await title.inputValue()).toBe('秋季座談會');
  await slow.close();
});
