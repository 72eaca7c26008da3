/** How a window comes to its page, and what it is told where it cannot. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type App, startApp } from './setup/app.ts';

let app: App;
beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.close());

test('the address on the command line of the browser opens one window, and holds nothing that opens another', async () => {
  const page = await app.context.newPage();
  expect(app.oneTimeUrl).not.toContain(new URL(app.url).hash.slice('#token='.length));
  await page.goto(app.oneTimeUrl);
  await page.locator('.library').waitFor();
  expect(page.url()).toBe(`${new URL(app.url).origin}/`);

  const stranger = await (await app.context.browser()!.newContext()).newPage();
  await stranger.goto(app.oneTimeUrl);
  expect(await stranger.locator('body').innerText()).toBe('這個網址已經用過或過了時間。請關閉這個視窗，再啟動一次議事簿。');

  await page.reload();
  await page.locator('.library').waitFor();
});
