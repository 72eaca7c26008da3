/** 匯出: one window with every choice, many meetings as a zip, and an own template of Word. */
import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright-core';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wordFile } from '#electron/docx/testing/word-file.ts';
import { type App, startApp } from './setup/app.ts';
import { command, failuresOf, newBlankMeeting } from './setup/paper.ts';
import { openDownload } from './setup/word-file.ts';

let app: App;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  failures = failuresOf(app.page);
});
afterAll(() => app.close());

/** Not by its role: a notice that can be answered has that too. */
const dialog = () => app.page.locator('.dialog');
const saved = () => app.page.locator('.status-save[data-state="saved"]').waitFor({ timeout: 15_000 });
const bytesOf = async (download: Download): Promise<Uint8Array> => new Uint8Array(await readFile(await download.path()));

/** A new meeting with one paragraph. */
async function write(words: string): Promise<void> {
  await newBlankMeeting(app.page);
  await app.page.keyboard.insertText(words);
  await app.page.locator('.status-save:not([data-state="saved"])').waitFor({ timeout: 2000 }).catch(() => undefined);
  await saved();
}

it('one window asks for format, layout, script and name, Enter exports, and it remembers', async () => {
  const { page } = app;
  await write('審議通過苗圃章程。');
  await page.keyboard.press('Control+Shift+E');
  await dialog().getByRole('button', { name: 'Markdown', exact: true }).click();
  await dialog().getByLabel('版面').selectOption('taiwan');
  await dialog().getByLabel('檔名').fill('苗圃/章程: 定稿');
  const begun = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const download = await begun;
  expect(download.suggestedFilename()).toBe('苗圃章程 定稿.md');
  expect(strFromU8(await bytesOf(download))).toContain('審議通過苗圃章程。');
  await dialog().waitFor({ state: 'detached' });

  await page.keyboard.press('Control+Shift+E');
  const chosen = dialog().locator('.segment[aria-pressed="true"]');
  expect(await chosen.first().innerText()).toBe('Markdown');
  expect(await dialog().getByLabel('版面').inputValue()).toBe('taiwan');
  // What is not filled in is named, and is one click away.
  expect(await dialog().locator('.export-blank').count()).toBeGreaterThan(0);
  await dialog().locator('.export-blank').first().click();
  await dialog().waitFor({ state: 'detached' });
});

it('a file of Word with marks becomes a layout of its own', async () => {
  const { page } = app;
  await command(page, 'Word 版型…');
  await dialog().waitFor();
  const file = await wordFile('本會用箋', '{{主度}}', '{{內容}}');
  const choosing = page.waitForEvent('filechooser');
  await dialog().getByRole('button', { name: '加入 Word 檔…' }).click();
  await (await choosing).setFiles({ name: '本會用箋.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: file });
  await dialog().getByText('不認得「主度」，是不是「主席」？').waitFor();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+E');
  await dialog().getByRole('button', { name: 'Word', exact: true }).click();
  await dialog().getByLabel('版面').selectOption({ label: '本會用箋' });
  const begun = page.waitForEvent('download');
  await dialog().locator('.dialog-foot .primary').click();
  const { text } = await openDownload(await begun);
  expect(text).toContain('本會用箋');
  expect(text).toContain('審議通過苗圃章程。');
  await dialog().waitFor({ state: 'detached' });
});

it('three meetings go out as one zip', async () => {
  const { page } = app;
  await write('第二份。');
  await write('第三份。');
  await command(page, '匯出多份…');
  await dialog().waitFor();
  const rows = dialog().locator('.export-rows .export-meeting');
  await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(3);
  for (const index of [0, 1, 2]) await rows.nth(index).getByRole('checkbox').check();
  await dialog().getByText('已選 3 份').waitFor();
  await dialog().getByRole('button', { name: '純文字', exact: true }).click();
  const begun = page.waitForEvent('download');
  await dialog().getByRole('button', { name: '存成壓縮檔' }).click();
  const files = unzipSync(await bytesOf(await begun));
  expect(Object.keys(files)).toHaveLength(3);
  expect(new Set(Object.keys(files)).size).toBe(3);
  expect(Object.values(files).map((file) => strFromU8(file)).join('')).toContain('第三份。');
  await dialog().getByText('已匯出 3 份').waitFor();
  await page.keyboard.press('Escape');
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
