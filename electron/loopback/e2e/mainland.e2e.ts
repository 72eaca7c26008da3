/** A meeting of the mainland with everything in 简, its places to fill in, and a library of ten thousand meetings. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillDatabase } from '#electron/db/generate.ts';
import { toScript } from '#shared/text/script.ts';
import { type App, startApp } from './setup/app.ts';
import { failuresOf } from './setup/paper.ts';
import { openDownload } from './setup/word-file.ts';

const meetings = 10_000;
let folder: string;
let app: App;
let page: Page;
let failures: string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-mainland-'));
  const databasePath = join(folder, 'minutebook.db');
  fillDatabase(databasePath, meetings, { characters: 40 });
  app = await startApp({ databasePath });
  page = app.page;
  failures = failuresOf(page);
  await page.keyboard.press('Control+,');
  await page.locator('.dialog').getByRole('button', { name: /^简体/ }).click();
  await page.keyboard.press('Escape');
  await page.getByPlaceholder('搜索会议').waitFor();
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every word on the paper: what prints, the names of its fields, its places to fill in. */
const shown = () => page.locator('.mb-paper').innerText();
const inHans = (text: string) => toScript(text, 'Hans', 'CN');

test.each(['理事会会议', '会员大会', '常务理事会', '专题会议纪要'])('%s shows no character of 繁, and neither does its Word file', async (template) => {
  await page.keyboard.press('Control+Alt+n');
  const dialog = page.locator('.dialog');
  await dialog.locator('.template-card', { hasText: template }).first().click();
  await dialog.getByRole('button', { name: '大陆', exact: true }).click();
  await dialog.getByRole('button', { name: '简体', exact: true }).click();
  await page.locator('button[form="new-meeting-form"]').click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.mb-section').first().waitFor();
  await page.waitForTimeout(300);
  const paper = await shown();
  expect(paper.length).toBeGreaterThan(100);
  expect(paper).toBe(inHans(paper));

  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+Shift+E');
  await page.locator('.dialog .dialog-foot .button.primary').click();
  const { text } = await openDownload(await downloading);
  await page.locator('.export-form').waitFor({ state: 'detached' });
  expect(text).toBe(inHans(text));
});

test('a place to fill in stands out from the text, and is named before the export', async () => {
  const blank = page.locator('.mb-paper .mb-blank').first();
  const look = (element: Element) => getComputedStyle(element).backgroundColor;
  const [own, around] = [await blank.evaluate(look), await page.locator('.mb-paper').evaluate(look)];
  expect(own).not.toBe(around);
  expect(own).not.toBe('rgba(0, 0, 0, 0)');
  const label = (await blank.innerText()).trim();
  expect(label).not.toBe('');
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.locator('.dialog');
  expect(await dialog.locator('.export-blank').count()).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
});

test('ten thousand meetings are scrolled from end to end with few rows in the page and no long pause', async () => {
  const list = page.locator('.library [role="listbox"]');
  await expect.poll(() => list.evaluate((element) => element.scrollHeight), { timeout: 30_000 }).toBeGreaterThan(meetings * 20);
  const { most, slowest } = await list.evaluate(async (element) => {
    const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
    const pauses: number[] = [];
    let most = 0;
    let last = await frame();
    const steps = 60;
    for (let step = 1; step <= steps; step += 1) {
      element.scrollTop = (element.scrollHeight * step) / steps;
      const now = await frame();
      pauses.push(now - last);
      last = now;
      most = Math.max(most, element.querySelectorAll('[role="option"]').length);
    }
    pauses.sort((a, b) => a - b);
    return { most, slowest: pauses[Math.floor(pauses.length * 0.9)] ?? Infinity };
  });
  expect(most).toBeLessThan(120);
  expect(slowest).toBeLessThan(100);
  await page.locator('.meeting-row').last().waitFor();
});

test('leaves no failure on the page', () => expect(failures).toEqual([]));
