/** From a decision to its follow-up in the next meeting: rows in the inspector, the registers, numbers, marks, history. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { command, failuresOf } from './setup/paper.ts';

let app: App;
let page: Page;
let failures: string[];

beforeAll(async () => {
  app = await startApp();
  page = app.page;
  page.setDefaultTimeout(10_000);
  failures = failuresOf(page);
});
afterAll(() => app.close());

const dialog = () => page.getByRole('dialog');
const register = () => page.locator('.registers');
const rows = () => page.locator('.registers-panel:not([hidden]) .register-row:not(.waiting)');
const row = (text: string) => rows().filter({ hasText: text });
const panel = () => page.locator('.section-pane');
const saved = () => page.locator('[data-pane="status"]', { hasText: '已儲存' }).waitFor();

test('a meeting is made, with a decision that is put off and one that is passed', async () => {
  await page.keyboard.press('Control+Alt+n');
  await page.locator('.template-card', { hasText: '空白' }).click();
  await dialog().getByRole('button', { name: '台灣', exact: true }).click();
  await dialog().getByLabel('會議名稱').fill('松濤讀書會第六屆第二次理事會紀錄');
  await dialog().getByLabel('單位').fill('松濤讀書會');
  await dialog().getByLabel('會議體').fill('理事會');
  await dialog().getByLabel('屆', { exact: true }).fill('6');
  await dialog().getByLabel('次', { exact: true }).fill('2');
  await dialog().getByLabel('時間').fill('2026-01-10T14:00');
  await dialog().getByRole('button', { name: '建立' }).click();
  await page.locator('.mb-title', { hasText: '第六屆第二次' }).waitFor();
  for (const [matter, outcome] of [['書屋續租案', 'deferred'], ['年度讀書計畫', 'passed']] as const) {
    await command(page, '審議通過');
    const section = page.locator('.mb-section[data-kind="resolution"]').filter({ hasNotText: matter === '書屋續租案' ? '年度' : '書屋續租案' });
    await section.waitFor();
    await page.waitForTimeout(300);
    await section.locator('[data-slot="matter"] .mb-field').click();
    await page.keyboard.insertText(matter);
    await section.locator('[data-slot="matter"]', { hasText: matter }).waitFor();
    await section.getByLabel('決議', { exact: true }).selectOption(outcome);
    await page.locator('.mb-section[data-kind="resolution"] .mb-paragraph').last().click();
  }
  await saved();
});

test('what is assigned is written as rows beside the paper, by keyboard', async () => {
  await command(page, '交辦事項');
  await page.getByRole('button', { name: '新增交辦事項' }).click();
  await page.waitForFunction(() => document.activeElement?.matches('.data-row input'));
  await page.keyboard.insertText('寄出讀書計畫');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('柳思源');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('115年2月30日');
  await page.keyboard.press('Tab');
  await panel().getByText('日曆上沒有「115年2月30日」這一天').waitFor();
  const due = panel().getByLabel(/^期限/);
  await due.fill('115年2月20日');
  await due.press('Enter');
  await panel().getByText(/^已逾期 \d+ 天$/).waitFor();
  await page.locator('.data-row input').first().press('Control+Enter');
  await page.keyboard.insertText('洽詢場地');
  await page.locator('.data-row').nth(1).locator('input').nth(1).fill('唐以安');
  await page.locator('.data-row').nth(1).locator('input').nth(1).press('Alt+ArrowUp');
  await expect.poll(() => page.locator('.data-row').first().locator('input').first().inputValue()).toBe('洽詢場地');
  await page.locator('.mb-data', { hasText: '115年2月20日' }).waitFor();
  expect(await page.locator('.mb-data .mb-cell-header').allInnerTexts()).toEqual(['項次', '交辦事項', '承辦人', '期限']);
  await saved();
});

test('the register of decisions lists them, is searched in either script, and numbers them', async () => {
  await command(page, '為決議編號');
  await page.getByText('已編 2 案的號。').waitFor();
  await saved();
  await page.keyboard.press('Control+Alt+d');
  await row('年度讀書計畫').waitFor();
  await row('書屋續租案').waitFor();
  expect(await row('年度讀書計畫').innerText()).toMatch(/第6屆第2次第[12]案/);
  await register().getByRole('searchbox').fill('书屋续租');
  await expect.poll(() => rows().count(), { timeout: 8000 }).toBe(1);
  expect(await row('書屋續租案').innerText()).toContain('緩議');
  await register().getByRole('searchbox').fill('');
  await register().getByRole('button', { name: '決議結果' }).click();
  await page.locator('.filter-choice', { hasText: '審議通過' }).getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await expect.poll(() => row('書屋續租案').count(), { timeout: 8000 }).toBe(0);
  await register().getByRole('button', { name: '清除篩選' }).click();
  await row('書屋續租案').waitFor();
});

test('by keyboard: down into the list, Enter to the place in the minutes', async () => {
  await register().getByRole('searchbox').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await register().waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.classList.contains('mb-paper'));
});

test('an action is marked as done from the register, kept in the record, and taken back', async () => {
  await page.keyboard.press('Control+Alt+a');
  await row('寄出讀書計畫').waitFor();
  expect(await row('寄出讀書計畫').innerText()).toContain('逾期');
  await page.locator('.register-rows').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press(' ');
  await page.getByText('「寄出讀書計畫」已標為完成。').waitFor();
  await row('寄出讀書計畫').filter({ hasText: '已完成' }).waitFor();
  await row('洽詢場地').getByRole('checkbox').click();
  await page.getByText('「洽詢場地」已標為完成。').waitFor();
  await row('洽詢場地').filter({ hasText: '已完成' }).waitFor();
  await row('洽詢場地').getByRole('checkbox').click();
  await page.getByText('「洽詢場地」改回未完成。').waitFor();
  await page.keyboard.press('Escape');
  await register().waitFor({ state: 'detached' });
  await page.locator('.mb-section[data-kind="actions"] .mb-data').click();
  await expect.poll(() => page.locator('.data-row', { has: page.locator('input:checked') }).count(), { timeout: 8000 }).toBe(1);
});

test('the register goes out as Excel and as CSV', async () => {
  await page.keyboard.press('Control+Alt+a');
  await row('寄出讀書計畫').waitFor();
  for (const [name, head] of [['匯出 CSV', '\ufeff交辦事項'], ['匯出 Excel', 'PK']] as const) {
    const download = page.waitForEvent('download');
    await register().getByRole('button', { name }).click();
    expect(readFileSync(await (await download).path(), 'utf8').startsWith(head)).toBe(true);
  }
  await register().getByRole('button', { name: '回到會議紀錄' }).click();
});

test('the next meeting begins with the confirmation, the follow-up, and what was put off', async () => {
  await command(page, '複製為下次會議');
  await page.locator('.mb-title', { hasText: '第六屆第三次' }).waitFor();
  await page.locator('.mb-section[data-kind="resolution"]', { hasText: '確認上次會議紀錄' }).waitFor();
  const table = page.locator('.mb-section[data-kind="followUp"] .mb-data');
  expect(await table.locator('tr').allInnerTexts()).toEqual([
    expect.stringContaining('決議事項'),
    expect.stringMatching(/年度讀書計畫（第6屆第2次第[12]案）[^]*尚未辦理/),
    expect.stringMatching(/洽詢場地[^]*唐以安[^]*尚未辦理/),
  ]);
  await page.locator('.mb-section[data-kind="resolution"]', { hasText: '書屋續租案' }).waitFor();
});

test('what the next meeting says became of it is in the register, and the matter has its history', async () => {
  await page.locator('.mb-section[data-kind="followUp"] .mb-data').click();
  const first = page.locator('.data-row').first();
  await first.getByLabel('狀態').selectOption('done');
  await first.getByLabel('執行情形').fill('已寄出三百份');
  await first.getByLabel('執行情形').press('Enter');
  await saved();
  await first.getByRole('button', { name: '看原決議' }).click();
  await page.locator('.mb-title', { hasText: '第六屆第二次' }).waitFor();
  await page.keyboard.press('Control+Alt+d');
  await row('年度讀書計畫').filter({ hasText: '已寄出三百份' }).waitFor();
  await row('書屋續租案').first().getByRole('button', { name: /沿革/ }).click();
  await expect.poll(() => dialog().locator('.matter-step').count(), { timeout: 8000 }).toBe(2);
  expect(await dialog().locator('.matter-step').first().innerText()).toContain('緩議');
  await dialog().locator('.matter-step').first().click();
  await page.locator('.mb-title', { hasText: '第六屆第二次' }).waitFor();
});

test('a new meeting of a known body says which came before, counts on, and takes over; a 屆次 that is taken is said', async () => {
  await page.keyboard.press('Control+Alt+n');
  await page.locator('.template-card', { hasText: '空白' }).click();
  await dialog().getByLabel('單位').fill('松濤讀書會');
  await dialog().getByLabel('會議體').fill('理事會');
  await dialog().getByLabel('屆', { exact: true }).fill('6');
  await dialog().getByLabel('次', { exact: true }).fill('3');
  await dialog().getByText(/上次：.*第六屆第三次/).waitFor();
  await dialog().getByText(/這個屆次已有/).waitFor();
  await dialog().getByLabel('屆', { exact: true }).fill('');
  await dialog().getByLabel('次', { exact: true }).fill('');
  await dialog().getByText(/這個屆次已有/).waitFor({ state: 'detached' });
  await dialog().getByLabel('會議名稱').fill('松濤讀書會第六屆第四次理事會紀錄');
  await dialog().getByRole('button', { name: '建立' }).click();
  await page.locator('.mb-title', { hasText: '第六屆第四次' }).waitFor();
  await page.locator('.mb-section[data-kind="followUp"]', { hasText: '洽詢場地' }).waitFor();
  expect(await page.locator('.mb-section[data-kind="followUp"]').innerText()).not.toContain('年度讀書計畫');
  expect(failures).toEqual([]);
});
