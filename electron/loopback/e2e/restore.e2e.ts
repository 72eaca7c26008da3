/** 還原全部, while other windows are open: what was typed there is never lost, and everybody sees the restored library. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type App, startApp } from './setup/app.ts';

let app: App;
let page: Page;
let other: Page;

beforeEach(async () => {
  app = await startApp();
  page = app.page;
  await paper(page).waitFor();
  await keep(page, '備份之前寫的。');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('立即備份');
  await page.locator('[cmdk-item][data-selected="true"]', { hasText: '立即備份' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(/已備份並驗證 1 次會議/).first().waitFor();
  await keep(page, '備份之後寫的。');
  other = await app.openPage();
  await paper(other).getByText('備份之後寫的。').waitFor();
});
afterEach(() => app.close());

const paper = (on: Page) => on.locator('.mb-paper');
const saved = (on: Page) => on.locator('.status-save[data-state="saved"]').waitFor({ timeout: 30_000 });

/** Writes a new paragraph at the end of the open record. */
async function write(on: Page, text: string): Promise<void> {
  await paper(on).locator('.mb-paragraph').last().click();
  await on.keyboard.press('Control+End');
  await on.keyboard.press('Enter');
  await on.keyboard.insertText(text);
}

/** Writes and waits until it is on disk. */
async function keep(on: Page, text: string): Promise<void> {
  await write(on, text);
  await on.locator('.status-save:not([data-state="saved"])').waitFor();
  await saved(on);
}

/** From the first window, by the newest backup. */
async function restoreAll(): Promise<void> {
  await page.locator('.status-safety').click();
  await page.getByRole('dialog').getByRole('button', { name: '還原全部…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '還原全部' }).click();
  await page.getByText(/已還原到 .* 的備份/).first().waitFor({ timeout: 20_000 });
}

/** The second window cannot save, and goes on as if it could: listening is not cut off. */
const keepFromSaving = () => other.route('**/rpc/store/meetings/save', (route) => route.abort());
const letSave = () => other.unroute('**/rpc/store/meetings/save');

test('windows show the restored text, and saving goes on from it', async () => {
  await restoreAll();
  for (const one of [page, other]) {
    await paper(one).getByText('備份之後寫的。').waitFor({ state: 'detached' });
    await paper(one).getByText('備份之前寫的。').waitFor();
  }
  await keep(other, '還原之後寫的。');
  await paper(page).getByText('還原之後寫的。').waitFor();
  await other.reload();
  await paper(other).getByText('還原之後寫的。').waitFor();
});

test('a text that was not saved yet stays in its window, and is kept beside the restored one', async () => {
  await keepFromSaving();
  await write(other, '還沒儲存的文字。');
  await other.locator('.status-save[data-state="failed"]').waitFor();
  await restoreAll();
  await letSave();
  await other.getByText('這份會議在另一個視窗改過了').waitFor();
  expect(await paper(other).innerText()).toContain('還沒儲存的文字。');
  await other.getByRole('button', { name: '保留兩份' }).click();
  await paper(other).getByText('備份之後寫的。').waitFor({ state: 'detached' });
  await saved(other);
  await other.locator('.meeting-row', { hasText: '這個視窗的版本' }).click();
  await paper(other).getByText('還沒儲存的文字。').waitFor();
  await paper(other).getByText('備份之後寫的。').waitFor();
  expect(await paper(page).innerText()).not.toContain('還沒儲存的文字。');
});

test('a meeting that was made after the backup, and holds what was not saved, is a meeting again', async () => {
  await other.getByRole('button', { name: '新會議', exact: true }).click();
  await other.getByRole('dialog').getByText('理事會會議', { exact: true }).click();
  await other.getByRole('dialog').getByRole('button', { name: '建立' }).click();
  await other.locator('.meeting-row').nth(1).waitFor();
  await paper(other).getByText('備份之後寫的。').waitFor({ state: 'detached' });
  await keepFromSaving();
  await other.locator('.mb-title').click();
  await other.keyboard.insertText('只在這個視窗裡的會議');
  await other.locator('.status-save[data-state="failed"]').waitFor();
  await restoreAll();
  await letSave();
  for (const one of [page, other]) {
    await one.locator('.meeting-row', { hasText: '只在這個視窗裡的會議' }).click();
    await paper(one).getByText('只在這個視窗裡的會議').waitFor();
  }
});
