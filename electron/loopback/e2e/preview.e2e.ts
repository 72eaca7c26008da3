/** 預覽列印: the pages as they print, beside each other and one by one, and the way back to the text. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateMeeting } from '#electron/db/generate.ts';
import { resourcesFolder } from '#electron/host/places.ts';
import { paperOf } from '#electron/services/exports.ts';
import { startStore } from '#electron/services/store.ts';
import { asItIs } from '#shared/export/options.ts';
import { layoutOf } from '#shared/layouts/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { compose } from '#shared/pages/compose.ts';
import { type App, startApp } from './setup/app.ts';
import { failuresOf } from './setup/paper.ts';

let app: App;
let page: Page;
let folder: string;
let failures: string[];
const refused: string[] = [];

/** About thirty pages. */
const generated = generateMeeting(7, { characters: 20_000 });
const record: MinutesDocument = { ...generated, meta: { ...generated.meta, title: '青禾綠化協會第三屆第五次理事會會議紀錄' } };
const layout = layoutOf(record.meta.layout);
const composed = compose(paperOf(record, asItIs, layout).print, layout);
const count = composed.pages.length;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutebook-e2e-preview-'));
  const databasePath = join(folder, 'minutebook.db');
  const store = await startStore({ databasePath, resources: resourcesFolder(), example: false });
  if (!store.ok) throw new Error(store.error.code);
  await store.value.client.meetings.create({ document: record, origin: null });
  await store.value.client.settings.set({ settings: { lastMeeting: record.id }, origin: null });
  await store.value.close();
  app = await startApp({ databasePath });
  page = app.page;
  page.setDefaultTimeout(10_000);
  failures = failuresOf(page);
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  await page.locator('.mb-paper .mb-paragraph').first().waitFor();
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const preview = () => page.locator('.preview');
const sheets = () => page.locator('.sheet');
const field = () => preview().getByLabel('頁次');
const scrolled = () => page.locator('.desk').evaluate((desk) => desk.scrollTop);
const open = async () => {
  await page.keyboard.press('Control+p');
  await sheets().first().waitFor();
};
/** What stands on a sheet, as it is read. */
const textOf = (number: number) => page.locator(`.sheet[data-page="${number}"] .sheet-paper`).evaluate((host) => host.shadowRoot?.textContent?.replace(/\s/g, '') ?? '');
const textOfPage = (number: number) => (composed.pages[number - 1]?.paragraphs ?? []).flatMap(({ lines }) => lines.flatMap(({ pieces }) => pieces.map(({ text }) => text))).join('').replace(/\s/g, '');

test('Ctrl+P shows the pages that were composed, and only those in sight are drawn', async () => {
  expect(count).toBeGreaterThan(25);
  const middle = page.locator('.mb-paper .mb-paragraph').nth(40);
  await middle.click();
  await page.keyboard.press('End');
  await page.keyboard.press('Control+p');
  await sheets().first().waitFor();
  await preview().locator('.preview-page', { hasText: `共 ${count} 頁` }).waitFor();
  // It opens where she is.
  expect(Number(await field().inputValue())).toBeGreaterThan(1);
  expect(await sheets().count()).toBeLessThan(8);
  await page.keyboard.press('Home');
  await page.locator('.sheet[data-page="1"]').waitFor();
  expect(await textOf(1)).toBe(textOfPage(1) + (composed.mark ?? ''));
});

test('keys and the field go from page to page', async () => {
  await page.keyboard.press('PageDown');
  await expect.poll(() => field().inputValue()).toBe('2');
  await page.keyboard.press('End');
  await expect.poll(() => field().inputValue()).toBe(String(count));
  await page.locator(`.sheet[data-page="${count}"]`).waitFor();
  await page.keyboard.press('PageUp');
  await expect.poll(() => field().inputValue()).toBe(String(count - 1));
  await field().fill('１２');
  await page.keyboard.press('Enter');
  await page.locator('.sheet[data-page="12"]').waitFor();
  expect(await textOf(12)).toContain(textOfPage(12).slice(0, 40));
  // So does the outline beside it.
  const heading = page.locator('.outline-entry').nth(9);
  const words = (await heading.innerText()).replace(/\s/g, '');
  await heading.click();
  await expect.poll(() => field().inputValue()).not.toBe('12');
  await expect.poll(async () => textOf(Number(await field().inputValue()))).toContain(words);
});

test('whole pages lie beside each other where they fit', async () => {
  await preview().getByRole('button', { name: '整頁' }).click();
  await preview().getByRole('button', { name: '並排', exact: true }).click();
  const boxes = () => sheets().evaluateAll((all) => all.map((sheet) => sheet.getBoundingClientRect()).map(({ top, height }) => ({ top: Math.round(top), height })));
  await expect.poll(async () => new Set((await boxes()).map(({ top }) => top)).size < (await boxes()).length).toBe(true);
  const desk = await page.locator('.preview-desk').boundingBox();
  expect((await boxes())[0]?.height).toBeLessThan(desk?.height ?? 0);
  await preview().getByRole('button', { name: '並排', exact: true }).click();
  await preview().getByRole('button', { name: '頁寬' }).click();
});

test('Esc goes back to the same place, and what is written there is in the preview', async () => {
  await page.locator('.preview-desk').focus();
  await page.keyboard.press('Escape');
  await preview().waitFor({ state: 'detached' });
  await page.waitForTimeout(100);
  const before = await scrolled();
  expect(before).toBeGreaterThan(500);
  await page.keyboard.insertText('石仲平補充說明。');
  await page.locator('.mb-paper .mb-paragraph', { hasText: '石仲平補充說明。' }).waitFor();
  await open();
  await expect.poll(async () => textOf(Number(await field().inputValue()))).toContain('石仲平補充說明。');
  await page.keyboard.press('Escape');
  await preview().waitFor({ state: 'detached' });
  await page.waitForTimeout(100);
  expect(Math.abs((await scrolled()) - before)).toBeLessThan(5);
});

test('the preview follows what is changed while it is shown', async () => {
  await open();
  await page.keyboard.press('Home');
  await page.locator('.meeting-row').first().focus();
  await page.keyboard.press('F2');
  await page.getByRole('dialog').getByRole('textbox').fill('柳思源主持之會議紀錄');
  await page.keyboard.press('Enter');
  await expect.poll(() => textOf(1)).toContain('柳思源主持之會議紀錄');
});

test('another layout is for this look only', async () => {
  await preview().getByLabel('版面').selectOption('gbt9704');
  const other = layoutOf('gbt9704');
  const total = compose(paperOf({ ...record, meta: { ...record.meta, title: '柳思源主持之會議紀錄' } }, asItIs, other).print, other).pages.length;
  await expect.poll(async () => (await preview().locator('.preview-page').textContent()) ?? '').toMatch(new RegExp(`共 (${total}|${total + 1}) 頁`));
  await preview().getByLabel('版面').selectOption('');
});

test('Ctrl+P in the preview prints exactly these pages', async () => {
  await page.evaluate(() => {
    const printed: { pages: number; text: string; paper: string }[] = [];
    Object.assign(window, { printed });
    const append = document.body.append.bind(document.body);
    // Every frame that prints tells what it would have printed.
    document.body.append = (...nodes) => {
      append(...nodes);
      for (const frame of nodes) {
        if (!(frame instanceof HTMLIFrameElement) || !frame.contentWindow) continue;
        const { document: paper } = frame.contentWindow;
        frame.contentWindow.print = () => {
          const rule = paper.adoptedStyleSheets[0]?.cssRules[0];
          printed.push({ pages: paper.querySelectorAll('.page').length, text: paper.body.textContent ?? '', paper: rule?.cssText ?? '' });
        };
      }
    };
  });
  await page.locator('.preview-desk').focus();
  await page.keyboard.press('Control+p');
  await page.waitForFunction(() => (window as unknown as { printed: unknown[] }).printed.length === 1);
  const printed = await page.evaluate(() => (window as unknown as { printed: { pages: number; text: string; paper: string }[] }).printed[0]);
  const shown = /共 (\d+) 頁/.exec((await preview().locator('.preview-page').textContent()) ?? '')?.[1];
  expect(printed?.pages).toBe(Number(shown));
  expect(printed?.text.includes('石仲平補充說明。')).toBe(true);
  expect(printed?.paper).toMatch(/@page \{ size: 595(\.\d+)?pt 841(\.\d+)?pt; margin: 0px; \}/);
});

test('a click on a page goes to that place in the text', async () => {
  await field().fill('20');
  await page.keyboard.press('Enter');
  const sheet = page.locator('.sheet[data-page="20"] .sheet-paper');
  await sheet.waitFor();
  const line = sheet.locator('p .line').nth(3);
  const words = ((await line.textContent()) ?? '').trim().slice(0, 12);
  await line.click();
  await preview().waitFor({ state: 'detached' });
  const place = page.locator('.mb-paper .mb-paragraph, .mb-paper .mb-item', { hasText: words }).first();
  await place.waitFor();
  await expect.poll(async () => {
    const [box, desk] = [await place.boundingBox(), await page.locator('.desk').boundingBox()];
    return box && desk && box.y < desk.y + desk.height && box.y + box.height > desk.y;
  }).toBe(true);
  // The policy of the page had nothing to refuse.
  expect(refused).toEqual([]);
  expect(failures).toEqual([]);
});
