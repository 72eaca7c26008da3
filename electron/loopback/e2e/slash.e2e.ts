/** The menu on / and ／, by keys, mouse and input method. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { failuresOf, lines, newBlankMeeting } from './setup/paper.ts';

let app: App;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  failures = failuresOf(app.page);
});
afterAll(() => app.close());
beforeEach(() => newBlankMeeting(app.page));

const menu = () => app.page.locator('.slash');
const shown = () => menu().locator('.slash-item > span:first-child').allTextContents();

it('opens after a Han character, filters by pinyin initials, and inserts a section with its phrases', async () => {
  await app.page.keyboard.type('會議開始/');
  await menu().waitFor();
  await app.page.keyboard.type('zc');
  await expect.poll(shown).toEqual(['致辭', '講話', '主席致詞']);
  await app.page.keyboard.press('Enter');
  await app.page.locator('.mb-section').waitFor();
  expect(await app.page.locator('.mb-section .mb-blank').count()).toBeGreaterThan(0);
  expect((await lines(app.page))[0]).toBe('會議開始');
  expect(await menu().count()).toBe(0);
});

it('opens on the full-width slash and follows the arrow keys', async () => {
  await app.page.keyboard.insertText('／');
  await menu().waitFor();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('ArrowUp');
  await app.page.keyboard.press('ArrowUp');
  expect(await menu().locator('[aria-selected="true"]').getAttribute('data-command')).toBe('insert.link');
});

it('stays with its text while typing at the foot of the window scrolls it, and closes when that is out of sight', async () => {
  for (let line = 0; line < 40; line += 1) await app.page.keyboard.press('Enter');
  await app.page.keyboard.type('/');
  await menu().waitFor();
  const scroll = (by: number) => app.page.locator('.desk').evaluate((desk, by) => new Promise<void>((done) => {
    desk.addEventListener('scroll', () => requestAnimationFrame(() => done()), { once: true });
    desk.scrollBy(0, by);
  }), by);
  const top = async () => (await menu().boundingBox())!.y;
  const before = await top();
  await scroll(-14);
  await expect.poll(async () => Math.round((await top()) - before)).toBe(14);
  await app.page.keyboard.type('zc');
  await expect.poll(shown).toEqual(['致辭', '講話', '主席致詞']);
  await scroll(-700);
  await expect.poll(() => menu().count()).toBe(0);
});

it('turns the line into a heading at a click', async () => {
  await app.page.keyboard.type('討論事項/');
  await menu().locator('[data-command="format.heading2"]').click();
  await expect.poll(() => app.page.locator('h2.mb-heading').textContent()).toBe('討論事項');
});

it('closes on Esc and leaves the slash as text', async () => {
  await app.page.keyboard.type('出席/bg');
  await menu().waitFor();
  await app.page.keyboard.press('Escape');
  await expect.poll(() => menu().count()).toBe(0);
  await app.page.keyboard.type('x');
  expect(await lines(app.page)).toEqual(['出席/bgx']);
  expect(await menu().count()).toBe(0);
});

it('stays closed in dates and while an input method composes, and opens for words it has chosen', async () => {
  await app.page.keyboard.type('2026/');
  await app.page.waitForTimeout(100);
  expect(await menu().count()).toBe(0);
  await app.page.keyboard.press('Enter');
  const cdp = await app.context.newCDPSession(app.page);
  await cdp.send('Input.imeSetComposition', { text: '／', selectionStart: 1, selectionEnd: 1 });
  await app.page.waitForTimeout(100);
  expect(await menu().count()).toBe(0);
  await cdp.send('Input.insertText', { text: '／' });
  await menu().waitFor();
  for (const step of ['ㄅ', 'ㄅㄧ', 'ㄅㄧㄠˇ']) await cdp.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
  await cdp.send('Input.insertText', { text: '表' });
  await expect.poll(async () => (await shown())[0]).toBe('表格');
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
