/** Pictures: pasted, kept once, described, and shown again after reopening. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { failuresOf, holdBack, lines, newBlankMeeting, paste } from './setup/paper.ts';

let app: App;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  failures = failuresOf(app.page);
});
afterAll(() => app.close());

/** 1 × 1, red. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

it('is pasted, described and shown again in another window', async () => {
  await newBlankMeeting(app.page);
  await paste(app.page, {}, png);
  const figure = app.page.locator('figure.mb-image');
  await expect.poll(() => figure.getAttribute('data-state')).toBe('shown');
  expect(await figure.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  await figure.locator('img').click();
  await app.page.getByLabel('替代文字').fill('會場全景');
  await app.page.getByLabel('圖說').fill('圖一　會場');
  await app.page.getByLabel('寬度（公釐）').fill('80');
  await app.page.getByRole('button', { name: '完成' }).click();
  await expect.poll(() => figure.locator('img').getAttribute('alt')).toBe('會場全景');
  expect(await figure.locator('figcaption').textContent()).toBe('圖一　會場');
  await expect.poll(() => app.page.locator('body').textContent(), { timeout: 10_000 }).toMatch(/已儲存/);
  await app.page.waitForTimeout(2500);

  const other = await app.openPage();
  const again = other.locator('figure.mb-image');
  await expect.poll(() => again.getAttribute('data-state'), { timeout: 10_000 }).toBe('shown');
  expect(await again.locator('img').getAttribute('alt')).toBe('會場全景');
  await other.close();
});

it('from a file that is no picture is refused in words, and nothing is inserted', async () => {
  await newBlankMeeting(app.page);
  await paste(app.page, {}, btoa('not a picture'));
  await expect.poll(() => app.page.locator('body').textContent()).toContain('不是可用的圖片');
  expect(await app.page.locator('figure.mb-image').count()).toBe(0);
});

describe('kept late by a slow store', () => {
  let answer: () => Promise<void>;
  beforeEach(async () => {
    await newBlankMeeting(app.page);
    answer = await holdBack(app.page, 'assets/put');
    await paste(app.page, {}, png);
  });
  const figure = () => app.page.locator('figure.mb-image');

  it('goes behind the line that she writes on in, not into a word that she composes', async () => {
    const cdp = await app.context.newCDPSession(app.page);
    await app.page.keyboard.insertText('一二');
    await cdp.send('Input.imeSetComposition', { text: 'ㄙㄢ', selectionStart: 2, selectionEnd: 2 });
    const kept = app.page.waitForResponse('**/rpc/store/assets/put');
    await answer();
    await kept;
    await app.page.waitForTimeout(100);
    expect(await figure().count()).toBe(0);
    await cdp.send('Input.insertText', { text: '三' });
    await figure().waitFor();
    await app.page.keyboard.insertText('四');
    expect(await lines(app.page)).toEqual(['一二三四']);
    expect(await app.page.locator('.mb-paragraph + figure.mb-image').count()).toBe(1);
  });

  it('leaves her in the field that she went to', async () => {
    const field = app.page.locator('[data-search]');
    await field.fill('會');
    await answer();
    await figure().waitFor();
    await app.page.keyboard.type('議');
    expect(await field.inputValue()).toBe('會議');
    await field.fill('');
  });
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
