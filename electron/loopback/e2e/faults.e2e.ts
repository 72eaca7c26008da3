/** What can happen to a disk or a program while she writes: nothing typed is lost, and the line never says saved when it is not. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '#electron/db/open.ts';
import { type App, startApp } from './setup/app.ts';

let app: App;
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'minutebook-faults-'))));
afterEach(async () => {
  await app.close();
  for (const one of [folder, away()]) rmSync(one, { recursive: true, force: true });
});

const away = () => `${folder}-away`;
const begin = async () => (app = await startApp({ databasePath: join(folder, '議事簿.db') }));
const paper = (page: Page) => page.locator('.mb-paper');
const line = (page: Page, state: string) => page.locator(`.status-save[data-state="${state}"]`);
const words = (page: Page) => page.locator('.status-save').innerText();

/** Writes a new paragraph at the end of the open record. */
async function write(page: Page, text: string): Promise<void> {
  await paper(page).locator('.mb-paragraph').last().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(text);
}

/** Writes and waits until it is on disk. */
async function keep(page: Page, text: string): Promise<void> {
  await write(page, text);
  await page.locator('.status-save:not([data-state="saved"])').waitFor();
  await line(page, 'saved').waitFor();
}

/** Everything that the state line says from now on. */
async function watchLine(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => seen.push(document.querySelector<HTMLElement>('.status-save')?.dataset['state'] ?? '');
    look();
    new MutationObserver(look).observe(document.querySelector('.status-line')!, { subtree: true, attributes: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
}

/** Where somebody wants to look at the states: `FAULTS_SHOTS=folder`. */
async function shoot(page: Page, name: string): Promise<void> {
  const to = process.env['FAULTS_SHOTS'];
  if (to) await page.screenshot({ path: join(to, `${name}.png`) });
}

test('a drive that is taken away is said, its text is written elsewhere, and saving goes on when it is back', async () => {
  const { page } = await begin();
  await keep(page, '拔除之前寫的。');
  renameSync(folder, away());
  const seen = await watchLine(page);
  await page.keyboard.insertText('拔除之後寫的。');
  await line(page, 'failed').waitFor();
  expect(await words(page)).toMatch(/^自 \d\d:\d\d:\d\d 起未儲存：找不到資料庫「議事簿.db」/);
  await page.locator('.status-copied').waitFor({ timeout: 15_000 });
  expect(readdirSync(join(app.dataFolder, 'Minutebook', 'Minutebook-rescue'))).toHaveLength(1);
  await shoot(page, 'drive-away');
  expect((await seen()).slice((await seen()).indexOf('failed'))).not.toContain('saved');
  renameSync(away(), folder);
  await line(page, 'saved').waitFor({ timeout: 30_000 });
  await expect.poll(() => readdirSync(join(app.dataFolder, 'Minutebook', 'Minutebook-rescue'))).toEqual([]);
  await page.reload();
  await paper(page).getByText('拔除之前寫的。拔除之後寫的。').waitFor();
});

test('what was rescued when everything ended is found at the next start and kept', async () => {
  const { page } = await begin();
  await keep(page, '存好的決議。');
  renameSync(folder, away());
  await page.keyboard.insertText('沒有存進去的附帶決議。');
  await page.locator('.status-copied').waitFor({ timeout: 20_000 });
  await app.kill();
  await page.close({ runBeforeUnload: false });
  renameSync(away(), folder);
  await app.restart();
  const next = await app.openPage();
  const bar = next.locator('[data-bar="rescued"]');
  await bar.waitFor();
  await shoot(next, 'rescued-bar');
  await bar.getByRole('button', { name: '看看內容…' }).click();
  await next.getByRole('dialog').getByText('沒有存進去的附帶決議。').first().waitFor();
  await shoot(next, 'rescued-dialog');
  await next.getByRole('dialog').getByRole('button', { name: '存為另一份會議' }).click();
  await next.locator('.meeting-row', { hasText: '找回的文字' }).click();
  await paper(next).getByText('存好的決議。沒有存進去的附帶決議。').waitFor();
  expect(await bar.count()).toBe(0);
});

test('a host that is killed leaves the text in the window, from where it can be kept; a new host takes it', async () => {
  const { page } = await begin();
  await keep(page, '停電之前。');
  await app.kill();
  await page.keyboard.insertText('停電之後。');
  await line(page, 'failed').waitFor();
  expect(await words(page)).toContain('正在重新連線');
  await page.locator('.status-warning').waitFor({ timeout: 15_000 });
  await shoot(page, 'host-gone');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '另存一份' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.(json|txt)$/);
  await app.restart();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await line(page, 'saved').waitFor({ timeout: 30_000 });
  await page.reload();
  await paper(page).getByText('停電之前。停電之後。').waitFor();
});

test('a worker that ends while she types loses nothing', async () => {
  const { page } = await begin();
  await keep(page, '第一句。');
  const seen = await watchLine(page);
  app.crashStore(4000);
  for (const text of ['第二句。', '第三句。', '第四句。']) {
    await page.keyboard.insertText(text);
    await page.waitForTimeout(400);
  }
  await expect.poll(seen, { timeout: 15_000 }).toContain('failed');
  await line(page, 'saved').waitFor({ timeout: 30_000 });
  await page.reload();
  await paper(page).getByText('第一句。第二句。第三句。第四句。').waitFor();
});

test('a database of a newer program is there to read, and says why nothing can be changed', async () => {
  await begin();
  await app.close();
  const opened = openDatabase(join(folder, '議事簿.db'));
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.connection.pragma('user_version = 99');
  opened.value.connection.close();
  const { page } = await begin();
  expect(await page.locator('[data-bar="readOnly"]').innerText()).toContain('由較新版本的議事簿建立（99）');
  await page.locator('.read-only').waitFor();
  expect(await words(page)).toBe('唯讀');
  expect(await page.getByRole('button', { name: '新會議' }).first().isDisabled()).toBe(true);
  await shoot(page, 'read-only');
});

test('a database in other hands opens by itself when it is free', async () => {
  await begin();
  await app.close();
  const other = openDatabase(join(folder, '議事簿.db'));
  if (!other.ok) throw new Error(other.error.code);
  const waiting = startApp({ databasePath: join(folder, '議事簿.db') });
  setTimeout(() => other.value.connection.close(), 4000);
  app = await waiting;
  await paper(app.page).waitFor();
});

/** A disk of 12 MB in place of the folder, where this machine lets the tests have one. */
const mounts = process.platform === 'linux' && spawnSync('unshare', ['-m', 'true']).status === 0;
test.runIf(mounts)('a disk that is full is said, and saving goes on when there is room', async () => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder]);
  try {
    const { page } = await begin();
    await keep(page, '有空間時寫的。');
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(join(folder, 'films'), Buffer.alloc(bavail * bsize));
    await page.keyboard.insertText('字'.repeat(40_000));
    await line(page, 'failed').waitFor({ timeout: 20_000 });
    expect(await words(page)).toContain('磁碟空間不足');
    await shoot(page, 'disk-full');
    rmSync(join(folder, 'films'));
    await line(page, 'saved').waitFor({ timeout: 30_000 });
    await app.close();
  } finally {
    execFileSync('umount', ['--lazy', folder]);
  }
});
