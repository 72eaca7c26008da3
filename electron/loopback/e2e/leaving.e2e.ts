/** A window that is left in the middle of a word loses nothing. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { newBlankMeeting } from './setup/paper.ts';

let app: App;
beforeEach(async () => {
  app = await startApp();
  await newBlankMeeting(app.page);
  await app.page.locator('.status-save[data-state="saved"]').waitFor();
});
afterEach(() => app.close());

/** Types as fast as she can and leaves at once, before any pause would have saved it. */
async function typeAndLeave(text: string, leave: (page: Page) => Promise<unknown>): Promise<void> {
  const { page } = app;
  // A browser may ask before it leaves an unsaved page: she says that she wants to go.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.keyboard.insertText(text);
  await leave(page);
}

/** The words are in the store: a window that opens in the same moment may still have been before them. */
const shownAgain = async (text: string): Promise<void> => {
  const page = await app.openPage();
  const shows = async (): Promise<boolean> => {
    await page.reload();
    await page.locator('.mb-paper').waitFor();
    return (await page.locator('.mb-paper').innerText()).includes(text);
  };
  await expect.poll(shows, { timeout: 30_000 }).toBe(true);
};

test('closing the tab saves what was typed a moment before', async () => {
  const closed = app.page.waitForEvent('close');
  await typeAndLeave('散會前補記：苗圃由方若蘭驗收。', (page) => page.close({ runBeforeUnload: true }));
  await closed;
  await shownAgain('散會前補記：苗圃由方若蘭驗收。');
});

test('so does going to another page', async () => {
  await typeAndLeave('臨時動議：增設志工窗口。', (page) => page.goto('about:blank'));
  await shownAgain('臨時動議：增設志工窗口。');
});

test('so does loading it again', async () => {
  await typeAndLeave('主席裁示：下次續議。', (page) => page.reload());
  await app.page.locator('.mb-paper').getByText('主席裁示：下次續議。').waitFor();
});

test('and so does opening another meeting', async () => {
  await typeAndLeave('紀錄補正：出席改為二十人。', async (page) => {
    await page.locator('.meeting-row:not([aria-current])').first().click();
    await page.locator('.mb-paper').getByText('紀錄補正').waitFor({ state: 'detached' });
  });
  await app.kill();
  await app.restart();
  const page = await app.openPage();
  await page.getByPlaceholder('搜尋會議').fill('出席改為二十人');
  await page.locator('.search-results mark').first().waitFor();
  expect(await page.locator('.search-results mark').first().textContent()).toBe('出席改為二十人');
});
