/** Fields, choices and places to fill in: what a secretary does to a section apart from writing its body. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { outcomes } from '#shared/minutes/outcomes.ts';
import { type App, startApp } from './setup/app.ts';
import { command, failuresOf, lines, newBlankMeeting } from './setup/paper.ts';

let app: App;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  failures = failuresOf(app.page);
});
afterAll(() => app.close());
beforeEach(() => newBlankMeeting(app.page));

const section = (): Locator => app.page.locator('.mb-section');
const field = (name: string): Locator => app.page.locator(`[data-slot="${name}"] .mb-field`);
const selected = () => app.page.evaluate(() => getSelection()?.toString() ?? '');
const press = async (...keys: string[]) => {
  for (const key of keys) {
    await app.page.keyboard.press(key);
    await app.page.waitForTimeout(60);
  }
};
async function insert(name: string): Promise<void> {
  await command(app.page, name);
  await section().waitFor();
  await app.page.waitForTimeout(80);
}
async function insertBlank(label: string): Promise<void> {
  await command(app.page, '待填處');
  await app.page.getByRole('dialog').getByRole('textbox').fill(label);
  await app.page.keyboard.press('Enter');
  await app.page.locator('.mb-blank', { hasText: label }).waitFor();
  await app.page.waitForTimeout(80);
}

it('a place to fill in is named in its small window, and one undo takes it away', async () => {
  await app.page.keyboard.type('會議於');
  await insertBlank('日期');
  expect(await lines(app.page)).toEqual(['會議於〔日期〕']);
  await press('Control+z');
  await expect.poll(() => lines(app.page)).toEqual(['會議於']);
  await command(app.page, '待填處');
  await app.page.getByRole('dialog').waitFor();
  await press('Escape');
  expect(await lines(app.page)).toEqual(['會議於']);
});

it('Tab goes from one place to fill in to the next, F4 from anywhere, and typing replaces the place', async () => {
  await app.page.keyboard.type('會議於');
  await insertBlank('日期');
  await app.page.keyboard.type('在');
  await insertBlank('地方');
  await app.page.keyboard.type('召開');
  await press('Home');
  for (let tries = 0; tries < 8 && (await selected()) !== '〔日期〕'; tries += 1) await press('F4');
  expect(await selected()).toBe('〔日期〕');
  await press('Tab');
  expect(await selected()).toBe('〔地方〕');
  await app.page.keyboard.insertText('市民中心');
  await expect.poll(() => lines(app.page)).toEqual(['會議於〔日期〕在市民中心召開']);
});

it('Tab in running text is a letter that Shift+Tab takes back, and never leaves the paper; F6 does', async () => {
  await app.page.keyboard.type('甲');
  await press('Tab');
  await app.page.keyboard.type('乙');
  expect(await lines(app.page)).toEqual(['甲\t乙']);
  await press('ArrowLeft', 'Shift+Tab', 'Shift+Tab');
  expect(await lines(app.page)).toEqual(['甲乙']);
  expect(await app.page.locator('.mb-paper').evaluate((paper) => paper.contains(document.activeElement))).toBe(true);
  expect(await app.page.locator('.mb-paper').getAttribute('aria-description')).toContain('F6');
  await press('F6');
  expect(await app.page.locator('.mb-paper').evaluate((paper) => paper.contains(document.activeElement))).toBe(false);
});

it('the heading of a section is made from its fields, written by hand from there, or none; each is one undo', async () => {
  await insert('報告');
  await field('name').click();
  await app.page.keyboard.insertText('石仲平');
  const mode = section().locator('.mb-heading-mode');
  await section().hover();
  expect(await mode.textContent()).toBe('自動標題');
  await mode.click();
  await expect.poll(() => field('heading').textContent()).toMatch(/^石仲平.*作.*報告$/);
  await field('heading').click();
  await press('End');
  await app.page.keyboard.insertText('（摘要）');
  await expect.poll(() => field('heading').textContent()).toMatch(/報告（摘要）$/);
  await mode.click();
  await expect.poll(() => section().locator('.mb-section-heading').count()).toBe(0);
  await press('Control+z');
  await expect.poll(() => field('heading').textContent()).toMatch(/報告（摘要）$/);
  await mode.click();
  await mode.click();
  await expect.poll(() => mode.textContent()).toBe('自動標題');
  await expect.poll(() => field('name').textContent()).toBe('石仲平');
});

it('a resolution changes its form and its outcome, and what prints follows', async () => {
  await insert('審議通過');
  const choose = (label: string, option: string) => section().getByLabel(label, { exact: true }).selectOption({ label: option });
  await choose('寫法', '條列式');
  await expect.poll(() => section().locator('.mb-section-heading').textContent()).toContain('案由：');
  const { noObjection } = outcomes;
  await choose('決議', noObjection['zh-Hant']);
  const decision = section().locator('.mb-line', { hasText: '決議：' });
  await expect.poll(() => decision.locator('.mb-field').evaluate((one) => getComputedStyle(one, '::before').content)).toContain(noObjection['zh-Hant']);
  await choose('寫法', '敘述式');
  await expect.poll(() => section().locator('.mb-section-heading').count()).toBe(0);
  await press('Control+z');
  await expect.poll(() => section().locator('.mb-section-heading').count()).toBe(1);
});

it('empty lines of the attendance share one small row, and stand at full length with the caret or text', async () => {
  await insert('出席');
  const line = (name: string) => section().locator('.mb-line', { hasText: new RegExp(`^${name}：`) });
  await section().locator('.mb-section-body').click();
  const top = async (name: string) => (await line(name).boundingBox())!.y;
  const width = async (name: string) => (await line(name).boundingBox())!.width;
  for (const name of ['present', 'inAttendance', 'leave', 'absent']) {
    await field(name).click();
    await press('Control+a', 'Delete');
  }
  await section().locator('.mb-section-body').click();
  await app.page.waitForTimeout(80);
  expect(await top('缺席')).toBe(await top('出席'));
  await field('leave').click();
  await expect.poll(() => width('請假')).toBeGreaterThan(400);
  await app.page.keyboard.insertText('葛明遠');
  await section().locator('.mb-section-body').click();
  await app.page.waitForTimeout(80);
  expect(await width('請假')).toBeGreaterThan(400);
  expect(await top('列席')).toBe(await top('缺席'));
  expect(await width('列席')).toBeLessThan(200);
});

it('屆, 次 and the time are set in the head, print there, and go with undo', async () => {
  await app.page.getByLabel('屆', { exact: true }).fill('6');
  await app.page.getByLabel('次', { exact: true }).fill('4');
  await app.page.locator('.mb-when-text').click();
  await app.page.getByLabel('開始', { exact: true }).fill('2026-01-19T09:30');
  await app.page.getByLabel('結束', { exact: true }).fill('2026-01-19T11:40');
  await app.page.locator('.mb-paper > .mb-paragraph').first().click();
  await expect.poll(() => app.page.locator('.mb-when-text').textContent()).toMatch(/19.*9.*30.*11.*40/);
  await press('Control+z');
  await expect.poll(() => app.page.locator('.mb-when-text').textContent()).not.toMatch(/40/);
  expect(await app.page.getByLabel('屆', { exact: true }).inputValue()).toBe('6');
});

it('by keyboard: Tab goes on from what was set in the head, and the arrows in a choice from what they chose', async () => {
  const at = () => app.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.closest('label')?.textContent);
  await app.page.getByLabel('屆', { exact: true }).focus();
  await app.page.keyboard.type('6');
  await app.page.keyboard.press('Tab');
  await app.page.keyboard.type('4');
  await app.page.keyboard.press('Tab');
  expect(await app.page.getByLabel('屆', { exact: true }).inputValue()).toBe('6');
  expect(await app.page.getByLabel('次', { exact: true }).inputValue()).toBe('4');
  await app.page.locator('.mb-when-text').press('Enter');
  await app.page.getByLabel('開始', { exact: true }).fill('2026-01-19T09:30');
  // The parts of the date come first.
  for (let tries = 0; tries < 10 && (await at()) === '開始'; tries += 1) await app.page.keyboard.press('Tab');
  expect(await at()).toBe('結束');
  await app.page.getByLabel('結束', { exact: true }).fill('2026-01-19T11:40');
  await app.page.locator('.mb-paper > .mb-paragraph').first().click();
  await app.page.locator('.mb-clocks').waitFor({ state: 'hidden' });
  expect(await app.page.locator('.mb-when-text').textContent()).toMatch(/19.*9.*30.*11.*40/);

  await insert('審議通過');
  for (const name of ['寫法', '事項類別', '決議']) {
    const choice = section().getByLabel(name, { exact: true });
    await choice.focus();
    const options = await choice.locator('option').count();
    const from = await choice.evaluate((select: HTMLSelectElement) => select.selectedIndex);
    const steps = Math.min(2, options - 1 - from);
    for (let step = 0; step < steps; step += 1) await app.page.keyboard.press('ArrowDown');
    expect([await at(), await choice.evaluate((select: HTMLSelectElement) => select.selectedIndex)]).toEqual([name, from + steps]);
  }
  await section().locator('.mb-heading-mode').press('Enter');
  expect(await app.page.evaluate(() => document.activeElement?.className)).toBe('mb-heading-mode');
});

it('an organisation that the title names is shown as data that does not print', async () => {
  await field('organisation').click();
  await app.page.keyboard.insertText('青禾綠化協會');
  const note = app.page.locator('.mb-organisation', { hasText: '不另列印' });
  expect(await note.locator('.mb-unprinted').last().isVisible()).toBe(false);
  await field('title').click();
  await app.page.keyboard.insertText('青禾綠化協會第六屆理事會會議紀錄');
  await expect.poll(() => note.locator('.mb-unprinted').last().isVisible()).toBe(true);
  await press('Control+a', 'Delete');
  await app.page.keyboard.insertText('第六屆理事會會議紀錄');
  await expect.poll(() => note.locator('.mb-unprinted').last().isVisible()).toBe(false);
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
