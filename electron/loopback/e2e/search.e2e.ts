/** Search in a library of hundred meetings: phrases, filters, marks in the text, what was searched before. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillDatabase, generateMeeting } from '#electron/db/generate.ts';
import { searchedLines } from '#shared/minutes/searched.ts';
import { foldScript } from '#shared/text/fold.ts';
import { type App, startApp } from './setup/app.ts';
import { holdBack } from './setup/paper.ts';

const count = 100;
const documents = Array.from({ length: count }, (_, index) => generateMeeting(index, { characters: 900 }));
const texts = documents.map((document) => [...searchedLines(document)].map(({ text }) => foldScript(text)).join('\n'));
const holding = (words: string): number => texts.filter((text) => text.includes(foldScript(words))).length;
const placesOf = (words: string): number => texts.reduce((sum, text) => sum + text.split(foldScript(words)).length - 1, 0);

const folder = mkdtempSync(join(tmpdir(), 'minutebook-search-'));
let app: App;
let page: Page;
beforeAll(async () => {
  const databasePath = join(folder, 'minutebook.db');
  expect(fillDatabase(databasePath, count, { characters: 900 }).ok).toBe(true);
  app = await startApp({ databasePath });
  page = app.page;
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const field = () => page.locator('[data-search]');
const found = () => page.locator('.search-count');
const says = (words: string) => page.locator('.search-count', { hasText: words }).waitFor();
const markedNow = () => page.evaluate(() => [...(CSS.highlights.get('minutebook-found-now') ?? [])].map(String).join());
const marked = () => page.evaluate(() => [...(CSS.highlights.get('minutebook-found') ?? [])].map(String));

test('what is typed into the field while a meeting opens never falls into its text', async () => {
  await page.reload();
  await page.locator('[data-search]').focus();
  for (const letter of '三方合作三方合作') await page.keyboard.type(letter, { delay: 60 });
  await page.locator('.mb-paper').waitFor();
  expect(await field().inputValue()).toBe('三方合作三方合作');
  await field().fill('');
});

test('counts meetings and places exactly, also beyond the first page, in both scripts', async () => {
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('三方合作');
  await says(`${holding('三方合作')} 次會議，${placesOf('三方合作')} 處`);
  await field().fill('年度工作计划');
  await says(`${holding('年度工作计划')} 次會議，`);
});

test('keeps a phrase together with its comma, and leaves out what has a minus', async () => {
  const phrase = '與會理事提出了';
  await field().fill(`「${phrase}」`);
  await says(`${holding(phrase)} 次會議，${placesOf(phrase)} 處`);
  await field().fill(`「${phrase}」 −獎學金`);
  await says(`${texts.filter((text) => text.includes(foldScript(phrase)) && !text.includes(foldScript('獎學金'))).length} 次會議`);
  await field().fill('「依照章程，秘書處」');
  await says(`${holding('依照章程，秘書處')} 次會議`);
});

test('Enter opens the hit, marks all hits of the text, and F3 goes round them', async () => {
  await field().fill('三方合作');
  await says('處');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.found-bar', { hasText: /第 \d+ 處，共 \d+ 處/ }).waitFor();
  const opened = await page.locator('.search-meeting[data-open] .row-day').first().innerText();
  const all = await marked();
  expect(`${all.length} 處`).toBe(opened);
  expect(new Set(all.map(foldScript))).toEqual(new Set([foldScript('三方合作')]));
  expect(foldScript(await markedNow())).toBe(foldScript('三方合作'));
  const before = await page.locator('.found-bar [role=status]').innerText();
  await page.keyboard.press('F3');
  if (all.length > 1) expect(await page.locator('.found-bar [role=status]').innerText()).not.toBe(before);
  await page.keyboard.press('Shift+F3');
  expect(await page.locator('.found-bar [role=status]').innerText()).toBe(before);
});

test('what is typed keeps the marks true, and nothing of the marks is in the text', async () => {
  const before = (await marked()).length;
  const html = await page.locator('.mb-paper').innerHTML();
  expect(html).not.toContain('<mark');
  await page.locator('.mb-paragraph').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type('三方合作');
  await page.waitForFunction((many) => (CSS.highlights.get('minutebook-found')?.size ?? 0) === many, before + 1);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => CSS.highlights.has('minutebook-found'))).toBe(false);
});

test('Enter at once after typing opens what answers that, not a hit of the question before', async () => {
  const ask = async (words: string) => {
    await field().fill(words);
    await says(`${holding(words.replaceAll(/[「」]/g, ''))} 次會議`);
    return (await page.locator('.search-title').first().getAttribute('id')) ?? '';
  };
  const wanted = await ask('「依照章程，秘書處」');
  const before = await ask('三方合作');
  expect(wanted).not.toBe(before);
  const opened: string[] = [];
  page.on('request', (request) => request.url().endsWith('/meetings/open') && opened.push(request.postData() ?? ''));
  const answer = await holdBack(page, 'search/query');
  await field().fill('「依照章程，秘書處」');
  await page.keyboard.press('Enter');
  await answer();
  await page.locator('.search-meeting[data-open]', { has: page.locator(`[id="${wanted}"]`) }).waitFor();
  expect(opened.map((asked) => asked.includes(wanted.replace('hit-', '')))).toEqual([true]);
});

test('what is typed on in the field while a hit opens stays there, and its text is shown nevertheless', async () => {
  await field().fill('三方合作');
  await says(`${holding('三方合作')} 次會議`);
  const answer = await holdBack(page, 'meetings/open');
  await page.keyboard.press('Enter');
  await page.locator('.blank-paper').waitFor();
  await page.keyboard.type('協議');
  await answer();
  await page.waitForFunction(() => CSS.highlights.has('minutebook-hit'));
  await page.keyboard.type('書的');
  expect(await field().inputValue()).toBe('三方合作協議書的');
  expect(await page.locator('.mb-paper').innerText()).not.toContain('書的');
});

test('filters narrow the list with and without words, and say what there is to choose', async () => {
  await field().fill('');
  await page.getByRole('button', { name: '篩選' }).click();
  await page.getByRole('button', { name: '會議體' }).click();
  const bodies = documents.filter(({ meta }) => foldScript(meta.body) === foldScript('監事會')).length;
  const choice = page.locator('.filter-choice', { hasText: /^监事会|^監事會/ });
  expect(await choice.locator('.filter-count').innerText()).toBe(String(bodies));
  await choice.click();
  await says(`${bodies} 次會議`);
  await page.keyboard.press('Escape');
  await field().fill('預算');
  const both = documents.filter(({ meta }, index) => foldScript(meta.body) === foldScript('監事會') && texts[index]?.includes(foldScript('預算'))).length;
  await says(`${both} 次會議`);
  await page.getByRole('button', { name: '人', exact: true }).click();
  await page.getByPlaceholder('找姓名').fill('贺云');
  await page.locator('.filter-choice', { hasText: /賀雲舟|贺云舟/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '清除篩選' }).click();
  await says(`${holding('預算')} 次會議`);
  await field().focus();
  await page.keyboard.press('Escape');
  await page.locator('.meeting-row').first().waitFor();
});

test('the empty field offers what was searched before, and searches that are kept by a name', async () => {
  await field().fill('捐款');
  await says('處');
  await page.getByRole('button', { name: '儲存這個搜尋' }).click();
  await page.getByLabel('名稱', { exact: true }).fill('捐款的事');
  await page.getByRole('button', { name: '儲存', exact: true }).click();
  await field().click();
  await page.keyboard.press('Escape');
  await field().click();
  await page.getByRole('option', { name: '捐款的事' }).waitFor();
  await page.getByRole('option', { name: '三方合作' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await field().inputValue()).toBe('捐款');
  await says('處');
  await page.reload();
  await page.locator('.library').waitFor();
  await field().click();
  await page.getByRole('option', { name: '捐款的事' }).waitFor();
  await page.keyboard.press('Escape');
});

test('what is in the trash is found by its state only, and offered to be restored', async () => {
  await field().fill('');
  const first = page.locator('.meeting-row').first();
  const id = await first.getAttribute('data-meeting-id');
  await first.click({ button: 'right' });
  await page.getByRole('menuitem', { name: '移到垃圾桶' }).click();
  if (!(await page.getByRole('button', { name: '狀態' }).isVisible())) await page.getByRole('button', { name: '篩選' }).click();
  await page.getByRole('button', { name: '狀態' }).click();
  await page.locator('.filter-choice', { hasText: '垃圾桶' }).click();
  await says('1 次會議');
  await page.keyboard.press('Escape');
  await page.locator('.search-title').click();
  await page.getByRole('button', { name: '還原', exact: true }).last().click();
  await page.getByRole('button', { name: '清除篩選' }).click();
  await page.locator(`.meeting-row[data-meeting-id="${id}"][aria-current]`).waitFor();
});

test('the order can be turned, and one that finds nothing says so', async () => {
  await field().fill('审议通过');
  await says('處');
  await page.getByRole('button', { name: '最相符' }).click();
  await page.locator('.search-snippet mark', { hasText: '审议通过' }).first().waitFor();
  await field().fill('颱風應變');
  await page.getByText('沒有找到「颱風應變」。').waitFor();
  expect(await found().innerText()).not.toContain('份');
});
