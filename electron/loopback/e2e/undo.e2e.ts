/** Ctrl+Z does not end where the program was started. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { failuresOf } from './setup/paper.ts';

let app: App;
let failures: string[];

beforeEach(async () => {
  app = await startApp();
  failures = failuresOf(app.page);
  await paper(app.page).waitFor();
});
afterEach(async () => {
  await app.close();
  expect(failures).toEqual([]);
});

const paper = (page: Page) => page.locator('.mb-paper');
const whenSaved = (page: Page) => page.locator('.status-save[data-state="saved"]').waitFor({ timeout: 30_000 });
const text = (page: Page) => paper(page).innerText();
const undoItem = async (page: Page) => {
  await page.getByRole('menuitem', { name: '編輯' }).click();
  return page.getByRole('menuitem', { name: '復原', exact: false }).first();
};

/** Writes a new paragraph at the end of the open record, and waits until it is saved. */
async function write(page: Page, words: string): Promise<void> {
  await paper(page).locator('.mb-paragraph').last().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(words);
  await page.locator('.status-save:not([data-state="saved"])').waitFor();
  await whenSaved(page);
}

/** The program is ended and started again, and the window opened anew. */
async function restart(page: Page): Promise<void> {
  await app.restart();
  await page.reload();
  await paper(page).waitFor();
  await page.waitForTimeout(800);
}

test('what was written before a restart is undone and redone, and saved as it then stands', async () => {
  const { page } = app;
  const before = await text(page);
  await write(page, '甲案照案通過。');
  await page.waitForTimeout(2200);
  await write(page, '乙案緩議。');
  const after = await text(page);
  await restart(page);
  expect(await (await undoItem(page)).getAttribute('aria-disabled')).not.toBe('true');
  await page.keyboard.press('Escape');
  await paper(page).locator('.mb-paragraph').first().click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => text(page)).not.toContain('乙案緩議。');
  expect(await text(page)).toContain('甲案照案通過。');
  while ((await text(page)) !== before) {
    const now = await text(page);
    await page.keyboard.press('Control+z');
    await expect.poll(() => text(page)).not.toBe(now);
  }
  await whenSaved(page);
  while ((await text(page)) !== after) {
    const now = await text(page);
    await page.keyboard.press('Control+y');
    await expect.poll(() => text(page)).not.toBe(now);
  }
  await page.waitForTimeout(400);
  await whenSaved(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => text(page)).not.toContain('乙案緩議。');
  await page.locator('.status-save:not([data-state="saved"])').waitFor();
  await whenSaved(page);
  await restart(page);
  expect(await text(page)).not.toContain('乙案緩議。');
  // The undo itself was a step of writing: it can be taken back too.
  await paper(page).locator('.mb-paragraph').first().click();
  await page.keyboard.press('Control+z');
  await paper(page).getByText('乙案緩議。').waitFor();
});

test('the caret stands where the text came back, in sight, and writing goes on there', async () => {
  const { page } = app;
  await write(page, '最後一段。');
  await paper(page).getByText('最後一段。').click();
  await page.keyboard.press('End');
  for (let left = '最後一段。'.length; left > 0; left -= 1) await page.keyboard.press('Backspace');
  await page.locator('.status-save:not([data-state="saved"])').waitFor();
  await whenSaved(page);
  await restart(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+z');
  await paper(page).getByText('最後一段。').waitFor();
  await page.keyboard.insertText('（補）');
  const back = paper(page).getByText('（補）最後一段。');
  await back.waitFor();
  const box = await back.boundingBox();
  expect(box!.y).toBeGreaterThan(0);
  expect(box!.y + box!.height).toBeLessThan(800);
});
