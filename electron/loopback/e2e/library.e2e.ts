/** The library by mouse and by keyboard: new, search, rename, pin, next meeting, trash and back. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { holdBack } from './setup/paper.ts';

let app: App;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  page = app.page;
});
afterAll(() => app.close());

const paper = () => page.locator('.mb-paper');
const rows = () => page.locator('.meeting-row');
const row = (title: string) => page.locator('.meeting-row', { hasText: title });
const title = () => page.locator('.mb-title').innerText();

test('the first start shows an example to look at', async () => {
  await paper().waitFor();
  expect(await rows().count()).toBe(1);
  expect(await page.locator('.meeting-row[aria-current]').count()).toBe(1);
});

test('a new meeting is made from a template and opens', async () => {
  await page.getByRole('button', { name: '新會議', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('理事會會議', { exact: true }).click();
  await dialog.getByRole('button', { name: '台灣', exact: true }).click();
  await dialog.getByLabel('會議名稱').fill('青禾綠化協會第四屆第一次理事會會議');
  await dialog.getByLabel('單位').fill('青禾綠化協會');
  await dialog.getByLabel('時間').fill('2025-03-11T14:00');
  await dialog.getByRole('button', { name: '建立' }).click();
  await row('第四屆第一次').waitFor();
  expect(await title()).toBe('青禾綠化協會第四屆第一次理事會會議');
  expect(await page.locator('.row-group').allInnerTexts()).toEqual(['2025', '2024']);
});

test('the list is walked with the arrow keys and opens with Enter', async () => {
  await page.locator('[role="listbox"]').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.locator('.meeting-row[aria-current]', { hasText: '第三屆' }).waitFor();
  await page.locator('.mb-title', { hasText: '第三屆' }).waitFor();
});

test('search while typing finds both scripts, marks the hit and jumps to it', async () => {
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('苗圃');
  await page.locator('.search-results mark', { hasText: '苗圃' }).first().waitFor();
  await page.locator('[data-search]').fill('审议通过');
  await page.locator('.search-results mark', { hasText: '審議通過' }).first().waitFor();
  expect(await page.locator('.search-count').innerText()).toMatch(/^\d+ 次會議/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('.search-results [aria-selected="true"]').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => CSS.highlights.has('minutebook-found-now'));
  expect(await page.evaluate(() => document.activeElement?.classList.contains('mb-paper'))).toBe(true);
});

test('Esc in the search brings the list back', async () => {
  await page.locator('[data-search]').focus();
  await page.keyboard.press('Escape');
  await rows().first().waitFor();
  expect(await page.locator('[data-search]').inputValue()).toBe('');
});

test('a search without a hit says so', async () => {
  await page.locator('[data-search]').fill('颱風應變');
  await page.getByText('沒有找到「颱風應變」。').waitFor();
  await page.keyboard.press('Escape');
});

test('rename, pin and next meeting from the menu of a row', async () => {
  await row('第四屆第一次').click({ button: 'right' });
  await page.getByRole('menuitem', { name: '釘選' }).click();
  await page.locator('.row-group', { hasText: '釘選' }).waitFor();

  await row('第三屆').click({ button: 'right' });
  await page.getByRole('menuitem', { name: '重新命名…' }).click();
  await page.getByRole('dialog').getByLabel('會議名稱').fill('青禾綠化協會 2024 年理事會');
  await page.keyboard.press('Enter');
  await row('2024 年理事會').waitFor();

  await row('2024 年理事會').click({ button: 'right' });
  await page.getByRole('menuitem', { name: '複製為下次會議' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.meeting-row').length === 3);
  await page.getByRole('tab', { name: '出席' }).click();
  expect(await page.locator('.roster-row').count()).toBeGreaterThan(3);
});

test('the trash gives back what was thrown away, by the notice and from the trash itself', async () => {
  const first = row('第四屆第一次');
  await first.click({ button: 'right' });
  await page.getByRole('menuitem', { name: '移到垃圾桶' }).click();
  await first.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '復原', exact: true }).last().click();
  await first.waitFor();

  await page.locator('[role="listbox"]').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
  await first.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '垃圾桶' }).click();
  await page.locator('.trash-row', { hasText: '第四屆第一次' }).getByRole('button', { name: '還原' }).click();
  await page.getByText('垃圾桶是空的。').waitFor();
  await page.getByRole('button', { name: '回到會議清單' }).click();
  await first.waitFor();
});

test('the palette finds commands and meetings', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('垃圾桶');
  await page.getByRole('option', { name: /^垃圾桶/ }).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('苗圃');
  await page.getByRole('option', { name: /2024 年理事會/ }).first().click();
  await page.locator('.meeting-row[aria-current]', { hasText: '2024 年理事會' }).waitFor();
});

test('panes fold away and come back, and F6 goes round', async () => {
  await page.locator('.mb-title').click();
  await page.keyboard.press('Control+\\');
  await page.locator('.library').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+\\');
  await page.locator('.library').waitFor();
  await page.keyboard.press('Control+Shift+\\');
  await page.locator('.inspector').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Shift+\\');
  await page.locator('.inspector').waitFor();
  const seen = new Set<string>();
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('F6');
    seen.add(await page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? ''));
  }
  expect([...seen].sort()).toEqual(['inspector', 'library', 'status', 'text', 'toolbar']);
});

test('what is typed right after the key of the search is in its field, also where the list was folded and the store is slow', async () => {
  await page.locator('.mb-title').click();
  const before = await paper().innerText();
  await page.keyboard.press('Control+\\');
  await page.locator('.library').waitFor({ state: 'detached' });
  const answer = await holdBack(page, 'settings/set');
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('苗圃');
  expect(await page.locator('[data-search]').inputValue()).toBe('苗圃');
  expect(await paper().innerText()).toBe(before);
  await answer();
  await page.keyboard.press('Escape');
  await rows().first().waitFor();
});

test('the language of the interface changes at once and is kept', async () => {
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'New meeting', exact: true }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
});
