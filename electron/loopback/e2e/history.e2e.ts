/** 版本, as a secretary meets them: what the minutes were, what is different, and the way back. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type App, startApp } from './setup/app.ts';

let app: App;

beforeEach(async () => {
  app = await startApp();
  await paper(app.page).waitFor();
});
afterEach(() => app.close());

const paper = (page: Page) => page.locator('.mb-paper');
const whenSaved = (page: Page) => page.locator('.status-save[data-state="saved"]').waitFor({ timeout: 30_000 });
const versions = (page: Page) => page.getByRole('option').and(page.locator('.version'));
const comparison = (page: Page) => page.getByRole('region', { name: '比較', exact: true });
const changes = (page: Page) => comparison(page).locator('.difference[data-changed]');

/** Writes a new paragraph at the end of the open record, and waits until it is saved. */
async function write(page: Page, text: string): Promise<void> {
  await paper(page).locator('.mb-paragraph').last().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(text);
  await page.locator('.status-save:not([data-state="saved"])').waitFor();
  await whenSaved(page);
}

/** Ends the sitting, which leaves a version, and begins the next one. */
async function nextSitting(): Promise<Page> {
  const { page } = app;
  await app.restart();
  await page.reload();
  await paper(page).waitFor();
  return page;
}

const openVersions = (page: Page) => page.getByRole('tab', { name: '版本' }).click();

test('the timeline shows every sitting, and a click what is different since', async () => {
  await write(app.page, '第一次補記：會後補送資料。');
  const page = await nextSitting();
  await write(page, '第二次補記：更正日期。');
  await openVersions(page);
  await versions(page).nth(2).waitFor();
  expect(await versions(page).count()).toBe(3);
  expect(await versions(page).first().innerText()).toContain('目前的內容');
  await versions(page).last().click();
  await comparison(page).waitFor();
  await expect.poll(() => changes(page).locator('ins').allInnerTexts()).toEqual(['第一次補記：會後補送資料。', '第二次補記：更正日期。']);
  expect(await comparison(page).getByRole('status').innerText()).toContain('2 處');
  await versions(page).nth(1).click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^與 .* 的版本比較$/ }).click();
  await expect.poll(() => changes(page).locator('ins').allInnerTexts()).toEqual(['第一次補記：會後補送資料。']);
  expect(await comparison(page).getByRole('button', { name: '還原這一段' }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await comparison(page).waitFor({ state: 'detached' });
  await page.keyboard.insertText('游標還在。');
  expect(await paper(page).innerText()).toContain('第二次補記：更正日期。游標還在。');
});

test('one part is restored, then all of it, and both can be undone', async () => {
  await write(app.page, '這一段之後會被改掉。');
  const page = await nextSitting();
  await paper(page).getByText('這一段之後會被改掉。').click();
  await page.keyboard.press('End');
  for (let letters = '改掉。'.length; letters > 0; letters -= 1) await page.keyboard.press('Backspace');
  await page.keyboard.insertText('修正。');
  await whenSaved(page);
  await write(page, '後來加上的一段。');
  await openVersions(page);
  await versions(page).nth(1).click();
  await expect.poll(() => changes(page).count()).toBe(2);
  await changes(page).first().getByRole('button', { name: '還原這一段' }).click();
  await expect.poll(() => changes(page).count()).toBe(1);
  await comparison(page).getByRole('button', { name: '還原此版本' }).click();
  await comparison(page).waitFor({ state: 'detached' });
  expect(await paper(page).innerText()).toContain('這一段之後會被改掉。');
  expect(await paper(page).innerText()).not.toContain('後來加上的一段。');
  // That of the part may still be leaving.
  await page.locator('.toast', { hasText: '已還原為' }).getByRole('button', { name: '復原' }).click();
  await paper(page).getByText('後來加上的一段。').waitFor();
  await page.keyboard.press('Control+z');
  await paper(page).getByText('這一段之後會被修正。').waitFor();
  await whenSaved(page);
  await page.reload();
  await paper(page).getByText('這一段之後會被修正。').waitFor();
});

test('by keyboard: F2 names a version, Enter compares, F8 goes from change to change', async () => {
  await write(app.page, '甲案照案通過。');
  const page = await nextSitting();
  await write(page, '乙案緩議。');
  await page.keyboard.press('Control+Alt+h');
  await versions(page).nth(1).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  await page.getByRole('dialog').getByLabel('名稱').fill('送核稿');
  await page.keyboard.press('Enter');
  await versions(page).filter({ hasText: '送核稿' }).waitFor();
  await page.locator('.versions').focus();
  await page.keyboard.press('Enter');
  await comparison(page).waitFor();
  expect(await comparison(page).innerText()).toContain('送核稿 的版本');
  await page.keyboard.press('F8');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('乙案緩議。');
  await comparison(page).getByRole('button', { name: '行內' }).click();
  await expect.poll(() => comparison(page).getAttribute('data-layout')).toBe('inline');
});

test('what goes out as Word is marked, and can be compared with at any time', async () => {
  const { page } = app;
  await write(page, '送出前的最後一段。');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+Shift+e');
  await page.locator('.dialog').waitFor();
  await page.keyboard.press('Enter');
  await download;
  await write(page, '送出後又改了。');
  await openVersions(page);
  await page.locator('.version-sent').waitFor();
  await page.getByRole('button', { name: '與送出的版本比較' }).click();
  await expect.poll(() => changes(page).locator('ins').allInnerTexts()).toEqual(['送出後又改了。']);
});

test('two windows that changed one meeting are shown side by side, and whichever is kept, the other stays', async () => {
  const { page } = app;
  const other = await app.openPage();
  await paper(other).waitFor();
  await write(page, '共同的一段。');
  await paper(other).getByText('共同的一段。').waitFor();
  // Both write before either has heard of the other.
  await app.context.setOffline(true);
  await page.keyboard.insertText('甲窗的字。');
  await other.bringToFront();
  await paper(other).getByText('共同的一段。').click();
  await other.keyboard.press('End');
  await other.keyboard.insertText('乙窗的字。');
  await app.context.setOffline(false);
  const conflicted = await Promise.race([page, other].map(async (one) => (await one.locator('.conflict-bar').waitFor({ timeout: 60_000 }), one)));
  const winner = conflicted === page ? other : page;
  const [mine, theirs] = conflicted === page ? ['甲', '乙'] : ['乙', '甲'];
  await conflicted.bringToFront();
  await conflicted.getByRole('button', { name: '並排比較' }).click();
  await expect.poll(() => changes(conflicted).locator('ins').allInnerTexts()).toEqual([mine]);
  expect(await changes(conflicted).locator('del').allInnerTexts()).toEqual([theirs]);
  await comparison(conflicted).getByRole('button', { name: '以這裡的內容儲存' }).click();
  await whenSaved(conflicted);
  await paper(winner).getByText(`共同的一段。${mine}窗的字。`).waitFor({ timeout: 30_000 });
  await openVersions(conflicted);
  await versions(conflicted).filter({ hasText: '另一個視窗的內容' }).click();
  await expect.poll(() => changes(conflicted).locator('del').allInnerTexts()).toEqual([theirs]);
});
