/** 安全與備份, by keyboard and mouse: backups, the ways back, archives, and long work that is stopped. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateMeeting } from '#electron/db/generate.ts';
import { openDb } from '#electron/db/index.ts';
import { startStore } from '#electron/services/store.ts';
import { resourcesFolder } from '#electron/host/places.ts';
import { type App, startApp } from './setup/app.ts';

let app: App;
let page: Page;
let folder: string;
const meetings = 60;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutebook-e2e-safety-'));
  const databasePath = join(folder, 'minutebook.db');
  const store = await startStore({ databasePath, resources: resourcesFolder(), example: false });
  if (!store.ok) throw new Error(store.error.code);
  for (let number = 0; number < meetings; number++) {
    const document = generateMeeting(number, { characters: 1500 });
    await store.value.client.meetings.create({ document: { ...document, meta: { ...document.meta, title: `青禾綠化協會第${number + 1}號會議紀錄` } }, origin: null });
  }
  await store.value.close();
  app = await startApp({ databasePath });
  page = app.page;
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const dialog = (): Locator => page.getByRole('dialog');
const row = (title: string, on = page): Locator => on.locator('.meeting-row', { hasText: title });
const button = (name: string, on = page): Locator => on.getByRole('dialog').getByRole('button', { name, exact: true });

/** Opens 安全與備份 from the palette, by keyboard alone. */
async function openSafety(on: Page, words = '安全與備份'): Promise<void> {
  await on.getByRole('dialog').waitFor({ state: 'detached' });
  await on.keyboard.press('Control+K');
  await on.locator('.palette-input').waitFor();
  await on.keyboard.type(words);
  await on.locator('[cmdk-item][data-selected="true"]', { hasText: words }).waitFor();
  await on.keyboard.press('Enter');
  await on.locator('.safety').waitFor();
}

test('the status line says that there is no backup, and leads to where one is made', async () => {
  await page.locator('.status-safety', { hasText: '尚無備份' }).click();
  await dialog().getByText('還沒有備份。').waitFor();
  await dialog().getByText('您打的字在最後一次按鍵後一秒內寫入磁碟，當機或斷電也不會遺失。').waitFor();
  await button('立即備份').click();
  await dialog().getByText(`已備份並驗證 ${meetings} 次會議`).waitFor();
  expect(await page.locator('.status-safety').innerText()).toMatch(/^備份 \d+\/\d+ \d\d:\d\d 已驗證$/);
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('a backup is verified, and tried without touching anything', async () => {
  await openSafety(page);
  await button('驗證').click();
  await dialog().getByText('逐字驗證過，完好無缺。').waitFor();
  await button('試還原').focus();
  await page.keyboard.press('Enter');
  await dialog().getByText(new RegExp(`試還原成功：${meetings} 次會議`)).waitFor();
  await page.keyboard.press('Escape');
});

test('a meeting that was thrown away comes back from the backup as a copy, found by search and Enter', async () => {
  await row('第57號').click();
  await page.locator('.mb-title', { hasText: '第57號' }).waitFor();
  await row('第57號').click({ button: 'right' });
  await page.getByRole('menuitem', { name: '移到垃圾桶' }).click();
  await row('第57號').waitFor({ state: 'detached' });

  await openSafety(page);
  await button('還原單一會議…').click();
  const search = dialog().getByRole('searchbox');
  await search.fill('第47號');
  await dialog().getByText('1 次會議', { exact: true }).waitFor();
  await search.fill('沒有這個會議');
  await dialog().getByText('這份備份裡沒有符合的會議。').waitFor();
  await search.fill('第47號');
  await dialog().getByRole('option', { name: '第47號' }).waitFor();
  // Enter at once means what she typed, not what was found before.
  await page.route('**/rpc/store/backups/meetings', async (route) => {
    await new Promise((later) => setTimeout(later, 300));
    await route.continue();
  });
  await search.fill('第57號');
  await page.keyboard.press('Enter');
  await page.getByText(/已還原「青禾綠化協會第57號會議紀錄（\d+年\d+月\d+日[備备]份）」。/).first().waitFor();
  await page.keyboard.press('Escape');
  await row('第57號會議紀錄（').waitFor();
  expect(await row('第47號會議紀錄（').count()).toBe(0);
  await page.unroute('**/rpc/store/backups/meetings');
});

test('everything is as it was after a restore, and the present has a backup', async () => {
  await openSafety(page);
  await button('還原全部…').click();
  const asked = page.getByRole('alertdialog');
  await asked.getByText(`這份備份裡的 ${meetings} 次會議會取代現在的全部內容。`).waitFor();
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'detached' });
  await button('還原全部…').click();
  await asked.getByRole('button', { name: '還原全部' }).click();
  await page.getByText(/已還原到 .* 的備份。還原前的內容也有一份備份。/).first().waitFor({ timeout: 20_000 });
  await row('第57號會議紀錄（').waitFor({ state: 'detached' });
  await row('第57號').waitFor();
  await openSafety(page);
  await dialog().getByRole('option', { name: /還原前/ }).waitFor();
  await page.keyboard.press('Escape');
});

test('a check reads everything and says so', async () => {
  await openSafety(page);
  await page.getByRole('tab', { name: '備份' }).focus();
  await page.keyboard.press('ArrowDown');
  await button('立即檢查').click();
  await dialog().getByText(new RegExp(`^${meetings} 次會議、.*都完好。$`)).waitFor();
  await page.keyboard.press('Escape');
});

test('long work is stopped', async () => {
  await openSafety(page, '封存檔');
  await page.keyboard.press('Escape');
  await openSafety(page, '封存檔');
  await button('製作封存檔').click();
  await button('停止').click();
  await dialog().getByText('已停止。先前的內容都沒有變動。').waitFor();
  await page.keyboard.press('Escape');
});

test('an archive under a passphrase is taken in on another computer', { timeout: 90_000 }, async () => {
  await openSafety(page, '封存檔');
  await dialog().getByLabel('用密碼保護').check();
  await dialog().getByLabel('密碼', { exact: true }).fill('白鷺在水田');
  await dialog().getByLabel('再輸入一次').fill('白鷺在水邊');
  await dialog().getByText('兩次輸入的密碼不一樣。').waitFor();
  expect(await button('製作封存檔').isDisabled()).toBe(true);
  await dialog().getByLabel('再輸入一次').fill('白鷺在水田');
  await dialog().getByText('忘記密碼就打不開這個檔案').waitFor();
  const downloading = page.waitForEvent('download', { timeout: 60_000 });
  await page.keyboard.press('Enter');
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^議事簿_\d{8}\.zip\.age$/);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  await dialog().getByText(`共 ${meetings} 次會議。`).waitFor();
  await page.keyboard.press('Escape');

  const other = await startApp();
  try {
    await other.page.locator('.meeting-row').waitFor();
    await openSafety(other.page, '封存檔');
    await other.page.locator('[data-import]').setInputFiles(path);
    const asked = other.page.getByRole('dialog').getByLabel(/有密碼保護$/);
    await asked.fill('不是這個');
    await other.page.keyboard.press('Enter');
    await other.page.getByText('封存檔有密碼保護，而密碼不對或沒有輸入。').waitFor({ timeout: 30_000 });
    await asked.fill('白鷺在水田');
    await button('打開並匯入', other.page).click();
    await other.page.getByText(`已匯入：新增 ${meetings} 次會議、另存副本 0 次、原本就相同 0 次。`).waitFor({ timeout: 30_000 });
    await other.page.keyboard.press('Escape');
    await row('第60號', other.page).waitFor();
    await row('第60號', other.page).click();
    await other.page.locator('.mb-title', { hasText: '第60號' }).waitFor();
  } finally {
    await other.close();
  }
});

test('the trash says how long a meeting stays there', async () => {
  await row('第59號').click({ button: 'right' });
  await page.getByRole('menuitem', { name: '移到垃圾桶' }).click();
  await page.getByRole('button', { name: '垃圾桶' }).click();
  await page.locator('.trash-row', { hasText: '第59號' }).getByText(/還有 60 天/).waitFor();
});

test('what became of damaged meetings shows by itself once, and stays to be read again', async () => {
  const databasePath = join(folder, 'repaired.db');
  const opened = openDb(databasePath);
  if (!opened.ok) throw new Error(opened.error.code);
  const recovered = { id: 'abc123', title: '第三屆理事會第二次會議紀錄', savedAt: '2026-11-23T09:30:00.000Z' };
  const meetings = [{ ...recovered, from: 'backup', older: true }, { ...recovered, id: 'abc124', title: '會員大會紀錄', from: 'lost', savedAt: null, older: true }];
  const recovery = { at: '2026-11-24T01:02:03.000Z', setAside: 'repaired.db-damaged-20261124T010203Z', meetings, whole: 37, seen: false };
  opened.value.write(() => opened.value.settings.put({ 'health.recovery': recovery }));
  opened.value.close();
  const repaired = await startApp({ databasePath });
  try {
    const shown = repaired.page.getByRole('dialog');
    await shown.getByText(/發現資料損壞，有內容找不回來$/).waitFor();
    await shown.getByText(/取自備份 · .* 的文字 · 損壞前可能還有更新的文字/).waitFor();
    await shown.getByText('其餘 37 次會議完整無缺，最後儲存的文字都在。').waitFor();
    await repaired.page.locator('.status-safety[data-tone="loss"]', { hasText: '有內容找不回來' }).waitFor();
    await button('我知道了', repaired.page).click();
    await shown.waitFor({ state: 'detached' });
    await repaired.page.locator('.status-safety', { hasText: '尚無備份' }).waitFor();
    await repaired.page.reload();
    await repaired.page.locator('.status-safety').click();
    await repaired.page.getByRole('tab', { name: '修復報告' }).click();
    await shown.getByText('會員大會紀錄').waitFor();
    expect(await button('我知道了', repaired.page).count()).toBe(0);
  } finally {
    await repaired.close();
  }
});
