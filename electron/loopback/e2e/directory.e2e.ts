/** 人名錄與會議體 by mouse and by keyboard, from the first person to the roster of a meeting. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { holdBack } from './setup/paper.ts';

let app: App;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  page = app.page;
  await page.locator('.mb-paper').waitFor();
});
afterAll(() => app.close());

const dialog = () => page.getByRole('dialog', { name: '人名錄與會議體' });
const option = (name: string) => dialog().getByRole('option', { name: new RegExp(`^${name}`) });
const field = (label: string) => dialog().getByRole('textbox', { name: label, exact: true });
const undo = (words: string) => page.locator('.toast', { hasText: words }).first().getByRole('button', { name: '復原', exact: true }).click();
const close = async () => {
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
};

test('the window opens by its shortcut and says what it is for', async () => {
  await page.keyboard.press('Control+Alt+p');
  await dialog().getByText('人名錄還是空的。').waitFor();
});

test('a person is written with the offices they held, by keyboard', async () => {
  await dialog().getByRole('button', { name: '新增人名' }).click();
  await page.waitForFunction(() => document.activeElement?.getAttribute('maxlength') === '100');
  await page.keyboard.type('石仲平');
  await page.keyboard.press('Enter');
  await option('石仲平').waitFor();
  await dialog().getByRole('button', { name: '加入職務' }).click();
  await field('單位').fill('青禾綠化協會');
  await page.keyboard.press('Tab');
  await page.keyboard.type('副理事長');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('111年2月28日');
  await page.keyboard.press('Enter');
  await dialog().getByRole('button', { name: '加入職務' }).click();
  await field('單位').nth(1).fill('青禾綠化協會');
  await field('職稱').nth(1).fill('理事長');
  await field('起').nth(1).fill('2022/3/1');
  await page.keyboard.press('Tab');
  await option('石仲平 ?青禾綠化協會 理事長').waitFor();
  expect(await field('迄').first().inputValue()).toBe('2022-02-28');
  expect(await field('起').nth(1).inputValue()).toBe('2022-03-01');
});

test('a day that does not exist is said at the field, and the rest is kept', async () => {
  await field('起').first().fill('2021年2月30日');
  await page.keyboard.press('Tab');
  await dialog().getByRole('alert').getByText('沒有這一天').waitFor();
  await field('起').first().fill('2023-01-01');
  await page.keyboard.press('Tab');
  await dialog().getByRole('alert').getByText('迄日早於起日').waitFor();
  await field('起').first().fill('');
  await page.keyboard.press('Tab');
  await dialog().getByRole('alert').waitFor({ state: 'detached' });
});

test('Esc keeps what was being written, and the person is there again after a restart', async () => {
  await field('別名').fill('石老');
  await close();
  await app.restart();
  await page.reload();
  await page.locator('.mb-paper').waitFor();
  await page.getByRole('menuitem', { name: '檔案' }).click();
  await page.getByRole('menuitem', { name: /^人名錄/ }).click();
  await option('石仲平').waitFor();
  expect(await field('別名').inputValue()).toBe('石老');
});

test('people are found by pinyin and zhuyin initials, and one who was removed comes back by the notice', async () => {
  for (const name of ['方若蘭', '石仲平']) {
    await dialog().getByRole('button', { name: '新增人名' }).click();
    await field('姓名').fill(name);
    await page.keyboard.press('Enter');
    await option(name).first().waitFor();
  }
  const search = dialog().getByRole('searchbox');
  for (const typed of ['frl', 'ㄈㄖㄌ', '方若']) {
    await search.fill(typed);
    await page.waitForFunction(() => document.querySelectorAll('.card-row').length === 1);
    await option('方若蘭').waitFor();
  }
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await dialog().getByText('沒有找到「方若」').waitFor();
  await undo('移除「方若蘭」');
  await option('方若蘭').waitFor();
  await search.fill('');
});

test('a form stays under her hands: when the card before it is kept late, and when the card no longer is what she searched', async () => {
  const letThrough = await holdBack(page, 'people/put');
  await dialog().getByRole('button', { name: '新增人名' }).click();
  await field('姓名').fill('陳美惠');
  await dialog().getByRole('button', { name: '新增人名' }).click();
  await expect.poll(() => field('姓名').inputValue()).toBe('');
  await field('姓名').pressSequentially('陳家豪');
  await letThrough();
  await option('陳美惠').waitFor();
  expect(await field('姓名').inputValue()).toBe('陳家豪');
  await page.keyboard.press('Enter');
  await option('陳家豪').waitFor();
  const search = dialog().getByRole('searchbox');
  await search.fill('陳美');
  await expect.poll(() => field('姓名').inputValue()).toBe('陳美惠');
  await field('姓名').fill('程美惠');
  await page.keyboard.press('Tab');
  await dialog().getByText('沒有找到「陳美」').waitFor();
  await page.keyboard.type('程老師');
  await page.keyboard.press('Enter');
  await search.fill('程美');
  await option('程美惠').waitFor();
  expect([await field('姓名').inputValue(), await field('別名').inputValue()]).toEqual(['程美惠', '程老師']);
  for (const name of ['程美惠', '陳家豪']) {
    await search.fill(name);
    await expect.poll(() => field('姓名').inputValue()).toBe(name);
    await dialog().getByRole('button', { name: '移除', exact: true }).click();
    await option(name).waitFor({ state: 'detached' });
  }
  await search.fill('');
});

test('two cards of one person become one, and can be told apart again', async () => {
  await page.waitForFunction(() => document.querySelectorAll('.card-row').length === 3);
  await option('石仲平').filter({ hasText: '理事長' }).click();
  await dialog().getByText('人名錄裡另有 1 位同名。').waitFor();
  await dialog().getByRole('button', { name: '與另一人合併…' }).click();
  await page.keyboard.type('szp');
  await dialog().getByRole('listbox', { name: '合併哪一位' }).getByRole('option', { name: '石仲平' }).waitFor();
  await page.keyboard.press('Enter');
  await dialog().getByText('把「石仲平」併入「石仲平」').waitFor();
  await dialog().getByRole('button', { name: '合併', exact: true }).click();
  await page.waitForFunction(() => document.querySelectorAll('.card-row').length === 2);
  await undo('併入「石仲平」');
  await page.waitForFunction(() => document.querySelectorAll('.card-row').length === 3);
  await dialog().getByRole('button', { name: '與另一人合併…' }).click();
  await page.keyboard.type('szp');
  await dialog().getByRole('listbox', { name: '合併哪一位' }).getByRole('option', { name: '石仲平' }).waitFor();
  await page.keyboard.press('Enter');
  await dialog().getByRole('button', { name: '合併', exact: true }).click();
  await page.waitForFunction(() => document.querySelectorAll('.card-row').length === 2);
});

test('a body is made with members who are here or are not yet', async () => {
  await dialog().getByRole('tab', { name: '會議體' }).click();
  await dialog().getByText('還沒有會議體。').waitFor();
  await dialog().getByRole('button', { name: '新增會議體' }).click();
  await field('單位').fill('青禾綠化協會');
  await dialog().getByRole('combobox', { name: '名稱' }).fill('理事會');
  await page.keyboard.press('Enter');
  await option('理事會').waitFor();
  await field('屆').fill('6');
  await field('次').fill('4');
  await page.keyboard.press('Tab');
  const pattern = dialog().getByRole('combobox', { name: '決議編號' });
  await pattern.fill('理{年}');
  await page.keyboard.press('Tab');
  await dialog().getByRole('alert').getByText('缺了 {序}').waitFor();
  await pattern.fill('理{年}第{序}號');
  await page.keyboard.press('Tab');
  await dialog().getByRole('alert').waitFor({ state: 'detached' });
  await dialog().getByRole('button', { name: '成員', exact: true }).click();
  const add = dialog().getByRole('combobox', { name: '加入成員：打姓名' });
  for (const [typed, name] of [['szp', '石仲平'], ['ㄈ', '方若蘭'], ['丁一鳴', '新增「丁一鳴」並加入']] as const) {
    await add.fill(typed);
    await dialog().getByRole('option', { name: new RegExp(`^${name}`) }).waitFor();
    await page.keyboard.press('Enter');
  }
  await dialog().getByRole('listitem', { name: '丁一鳴' }).waitFor();
  await dialog().getByText('成員 3 人，應到 3 人').waitFor();
  expect(await dialog().getByRole('combobox', { name: '石仲平的身分' }).inputValue()).toBe('理事長');
  await dialog().getByRole('combobox', { name: '丁一鳴的身分' }).fill('理事');
  await dialog().getByRole('checkbox', { name: '方若蘭的表決' }).uncheck();
  await dialog().getByText('成員 3 人，應到 2 人').waitFor();
});

test('members stand by rank, by strokes, or as she moves them', async () => {
  const names = () => dialog().locator('.member-name').allInnerTexts();
  expect(await names()).toEqual(['石仲平', '方若蘭', '丁一鳴']);
  await dialog().getByRole('button', { name: '姓氏筆畫' }).click();
  await expect.poll(names).toEqual(['丁一鳴', '方若蘭', '石仲平']);
  await dialog().getByRole('button', { name: '手動' }).click();
  await dialog().getByRole('button', { name: '下移 方若蘭' }).click();
  await expect.poll(names).toEqual(['石仲平', '丁一鳴', '方若蘭']);
  await dialog().getByRole('button', { name: '職務次序' }).click();
  for (const [name, rank] of [['石仲平', '1'], ['丁一鳴', '3'], ['方若蘭', '2']] as const) await field(`${name}的職級`).fill(rank);
  await page.keyboard.press('Tab');
  await expect.poll(names).toEqual(['石仲平', '方若蘭', '丁一鳴']);
});

test('a member whose time is over is not due any more; one taken out comes back by the notice', async () => {
  await field('丁一鳴的迄').fill('2025-12-31');
  await page.keyboard.press('Tab');
  await dialog().getByText('成員 2 人，應到 1 人').waitFor();
  await dialog().getByRole('button', { name: '移除成員 方若蘭' }).click();
  await dialog().getByRole('listitem', { name: '方若蘭' }).waitFor({ state: 'detached' });
  await undo('從成員名單移除「方若蘭」');
  await dialog().getByRole('listitem', { name: '方若蘭' }).waitFor();
});

test('members added or taken out one right after the other are all there or all gone', async () => {
  const add = dialog().getByRole('combobox', { name: '加入成員：打姓名' });
  const names = () => dialog().locator('.member-name').allInnerTexts();
  const news = ['賀知秋', '賀知春'];
  let letThrough = await holdBack(page, 'people/put');
  for (const name of news) {
    await add.fill(name);
    await dialog().getByRole('option', { name: `新增「${name}」並加入` }).waitFor();
    await page.keyboard.press('Enter');
  }
  await field('方若蘭的起').fill('2024-01-01');
  await page.keyboard.press('Tab');
  await letThrough();
  await expect.poll(names).toEqual(['石仲平', '方若蘭', '丁一鳴', ...news]);
  expect(await field('方若蘭的起').inputValue()).toBe('2024-01-01');
  letThrough = await holdBack(page, 'bodies/put');
  for (const name of news) await dialog().getByRole('button', { name: `移除成員 ${name}` }).click();
  await field('方若蘭的起').fill('');
  await page.keyboard.press('Tab');
  expect(await names()).toEqual(['石仲平', '方若蘭', '丁一鳴']);
  await letThrough();
  await page.locator('.toast', { hasText: '從成員名單移除「賀知春」' }).waitFor();
  expect(await names()).toEqual(['石仲平', '方若蘭', '丁一鳴']);
  await undo('從成員名單移除「賀知秋」');
  await expect.poll(names).toEqual(['石仲平', '方若蘭', '丁一鳴', '賀知秋']);
  expect(await field('方若蘭的起').inputValue()).toBe('');
  await dialog().getByRole('button', { name: '移除成員 賀知秋' }).click();
  await expect.poll(names).toEqual(['石仲平', '方若蘭', '丁一鳴']);
  await close();
});

const made = () => page.getByRole('dialog', { name: '新會議' });
const known = () => made().getByLabel('已存的會議體');
const counts = () => Promise.all(['屆', '次'].map((label) => made().getByLabel(label, { exact: true }).inputValue()));
const theBody = { label: '青禾綠化協會 理事會' };

test('what she fills in while the count of the chosen body is awaited stays, and what she takes back stays so', async () => {
  await page.keyboard.press('Control+Alt+n');
  let letThrough = await holdBack(page, 'registers/series');
  await known().selectOption(theBody);
  await made().getByText('名單 2 人').waitFor();
  expect(await made().getByLabel('單位').inputValue()).toBe('青禾綠化協會');
  await made().getByLabel('次', { exact: true }).focus();
  await page.keyboard.type('7');
  await letThrough();
  await expect.poll(counts).toEqual(['3', '7']);
  expect(await made().getByLabel('次', { exact: true }).evaluate((field) => field === document.activeElement)).toBe(true);
  letThrough = await holdBack(page, 'registers/series');
  const asked = page.waitForRequest('**/rpc/store/registers/series');
  await known().selectOption('');
  await known().selectOption(theBody);
  await asked;
  await known().selectOption('');
  await letThrough();
  await made().locator('.series-note').waitFor({ state: 'detached' });
  expect([await known().inputValue(), await made().getByLabel('單位').inputValue(), ...(await counts())]).toEqual(['', '', '', '']);
  await page.keyboard.press('Escape');
  await made().waitFor({ state: 'detached' });
});

test('a new meeting of the body starts with its count and its members as they were on the day, made at once or not', async () => {
  await page.keyboard.press('Control+Alt+n');
  await made().getByText('理事會會議', { exact: true }).click();
  const letThrough = await holdBack(page, 'registers/series');
  await made().getByLabel('時間').fill('2021-03-11T14:00');
  await known().selectOption(theBody);
  await made().getByRole('button', { name: '建立' }).click();
  await letThrough();
  await page.locator('.mb-title', { hasText: '第三屆理事會第五次' }).waitFor();
  await page.getByRole('tab', { name: '出席' }).click();
  await page.locator('.tab-count', { hasText: '3' }).waitFor();
  const shown = async () => (await page.locator('.inspector input').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))).join(' ') + (await page.locator('.inspector').innerText());
  await expect.poll(shown).toContain('副理事長');
  await expect.poll(shown).toContain('丁一鳴');
});

test('the people and bodies of past meetings are chosen from a list and never kept by themselves', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('由過去的會議');
  await page.keyboard.press('Enter');
  await dialog().getByRole('button', { name: '開始收集' }).click();
  await dialog().getByRole('checkbox', { name: /^葛明遠/ }).waitFor();
  const before = await dialog().getByRole('button', { name: /^存入勾選的/ }).innerText();
  await dialog().getByRole('checkbox', { name: /^葛明遠/ }).uncheck();
  expect(await dialog().getByRole('button', { name: /^存入勾選的/ }).innerText()).not.toBe(before);
  await dialog().getByRole('button', { name: /^存入勾選的/ }).click();
  await dialog().getByRole('tab', { name: '人名錄' }).click();
  await option('柳思源').waitFor();
  expect(await option('葛明遠').count()).toBe(0);
});

test('people of a roster are taken into the directory, one or all, and those who are there are known', async () => {
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await page.locator('.meeting-row', { hasText: '第四次' }).click();
  await page.locator('.mb-title', { hasText: '第四次' }).waitFor();
  await page.getByRole('tab', { name: '出席' }).click();
  await page.getByRole('row', { name: /^葛明遠/ }).dblclick();
  await page.getByRole('button', { name: '把 葛明遠 存入人名錄' }).click();
  await page.getByRole('button', { name: /^葛明遠 已在人名錄/ }).waitFor();
  await page.getByRole('button', { name: /^葛明遠 已在人名錄/ }).click();
  await expect.poll(() => field('姓名').inputValue()).toBe('葛明遠');
  expect(await field('單位').first().inputValue()).toBe('青禾綠化協會');
  await dialog().getByRole('button', { name: '移除', exact: true }).click();
  await option('葛明遠').waitFor({ state: 'detached' });
  await close();
  await page.getByRole('button', { name: '全部存入人名錄' }).click();
  // The notice of the first may still be there.
  await page.getByText('已存入 1 人。').first().waitFor();
  await page.getByRole('button', { name: '全部存入人名錄' }).waitFor({ state: 'detached' });
  await page.locator('.status-save[data-state="saved"]').waitFor();
});
