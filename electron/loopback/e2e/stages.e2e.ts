/** 草稿 → 送核 → 定稿 → 已確認, by mouse and by keyboard: what is final does not change, and 更正 is the way. */
import type { Page } from 'playwright-core';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { command, failuresOf, lines, newBlankMeeting } from './setup/paper.ts';
import { openDownload } from './setup/word-file.ts';

let app: App;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  failures = failuresOf(app.page);
});
afterAll(() => app.close());

const bar = (page = app.page) => page.locator('.stage-bar');
const paper = (page = app.page) => page.locator('.mb-paper');
const status = (page = app.page) => page.locator('.status-stage').innerText();
const whenSaved = (page: Page) => page.locator('.status-save[data-state="saved"]').waitFor({ timeout: 30_000 });
const submit = (page = app.page) => page.locator('.dialog-foot .primary').click();
/** What each header of the exported Word file draws behind the text. */
const exportedMarks = async (): Promise<string[]> => {
  const begun = app.page.waitForEvent('download');
  await app.page.keyboard.press('Control+Shift+e');
  const anyway = app.page.getByRole('button', { name: '仍要匯出' });
  await anyway.waitFor();
  await anyway.click();
  const { bytes } = await openDownload(await begun);
  await app.page.locator('.export-form').waitFor({ state: 'detached' });
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => name.startsWith('word/header'))
    .flatMap(([, part]) => [...new TextDecoder().decode(part).matchAll(/<v:textpath style="[^"]*" string="([^"]*)"/g)].map(([, words = '']) => words));
};

it('a draft says so on paper, unless she chose that it does not', async () => {
  await newBlankMeeting(app.page);
  await app.page.keyboard.insertText('出席理事十八人。');
  await whenSaved(app.page);
  expect(await status()).toBe('草稿');
  expect(await bar().count()).toBe(0);
  expect(await exportedMarks()).toEqual(['草稿', '草稿']);
  await app.page.keyboard.press('Control+Shift+e');
  await app.page.getByRole('checkbox', { name: '草稿印上「草稿」浮水印' }).uncheck();
  await app.page.keyboard.press('Escape');
  await whenSaved(app.page);
  expect(await exportedMarks()).toEqual([]);
  await paper().locator('.mb-paragraph').first().click();
  await command(app.page, '草稿印浮水印');
  await whenSaved(app.page);
});

it('goes to 送核 and back, with who did it', async () => {
  await command(app.page, '送核…');
  await app.page.getByLabel('由誰').fill('林秘書');
  await submit();
  await expect.poll(() => status()).toBe('送核');
  await app.page.locator('.row-stage', { hasText: '送核' }).waitFor();
  await paper().locator('.mb-paragraph').first().click();
  await app.page.keyboard.press('Control+End');
  await app.page.keyboard.insertText('仍可修改。');
  await whenSaved(app.page);
  await command(app.page, '退回草稿');
  await expect.poll(() => status()).toBe('草稿');
  expect(await app.page.locator('.row-stage').count()).toBe(0);
});

it('is locked when it is final: keys, menus and the panes change nothing', async () => {
  await paper().locator('.mb-paragraph').first().click();
  await app.page.keyboard.press('Control+Alt+f');
  await expect.poll(() => app.page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('by');
  expect(await app.page.getByLabel('由誰').inputValue()).toBe('林秘書');
  await app.page.keyboard.press('Enter');
  await bar().waitFor();
  expect(await bar().innerText()).toMatch(/定稿[\s\S]*年[\s\S]*林秘書[\s\S]*核對碼 [0-9a-f]{4} [0-9a-f]{4}/);
  expect(await status()).toBe('定稿');
  await app.page.locator('.row-stage', { hasText: '定稿' }).waitFor();
  expect(await paper().getAttribute('contenteditable')).toBe('false');
  const before = await lines(app.page);
  await paper().locator('.mb-paragraph').first().click();
  await app.page.keyboard.type('改');
  await app.page.keyboard.press('Backspace');
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+b');
  await app.page.keyboard.press('Control+Enter');
  // A drop goes around the keyboard.
  await paper().evaluate((element) => {
    const data = new DataTransfer();
    data.setData('text/plain', '丟進來的字');
    const { left, top } = element.getBoundingClientRect();
    element.querySelector('.mb-paragraph')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, clientX: left + 80, clientY: top + 80 }));
  });
  await app.page.getByRole('menuitem', { name: '插入' }).click();
  expect(await app.page.getByRole('menuitem', { name: '致辭' }).getAttribute('aria-disabled')).toBe('true');
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('tab', { name: '出席' }).click();
  for (const button of await app.page.locator('.lockable button').all()) expect(await button.isDisabled()).toBe(true);
  await app.page.waitForTimeout(400);
  expect(await lines(app.page)).toEqual(before);
  expect(await app.page.locator('.status-save').getAttribute('data-state')).toBe('saved');
  await app.page.reload();
  await bar().waitFor();
  expect(await lines(app.page)).toEqual(before);
});

it('gives its whole hash to the clipboard, and prints without a mark', async () => {
  await app.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await bar().locator('.stage-seal').click();
  const copied = await app.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^[0-9a-f]{64}$/);
  expect((await bar().locator('.stage-seal').innerText()).replaceAll(/[^0-9a-f]/g, '')).toBe(copied.slice(0, 8));
  expect(await exportedMarks()).toEqual([]);
});

it('another window hears of it and is locked too', async () => {
  const other = await app.openPage();
  await bar(other).waitFor();
  expect(await paper(other).getAttribute('contenteditable')).toBe('false');
  await other.close();
});

it('is corrected with a reason and sealed again', async () => {
  const seal = await bar().locator('.stage-seal').innerText();
  await bar().getByRole('button', { name: '更正…' }).click();
  await submit();
  expect(await app.page.getByLabel('更正理由').evaluate((field: HTMLInputElement) => field.validity.valueMissing)).toBe(true);
  await app.page.getByLabel('更正理由').fill('出席人數誤植');
  await submit();
  await bar().and(app.page.locator('[data-stage="correcting"]')).waitFor();
  expect(await bar().innerText()).toContain('出席人數誤植');
  expect(await status()).toBe('更正中');
  await paper().locator('.mb-paragraph').first().click();
  await app.page.keyboard.press('Control+End');
  await app.page.keyboard.insertText('更正為十七人。');
  await whenSaved(app.page);
  await bar().getByRole('button', { name: '完成更正' }).click();
  await bar().and(app.page.locator('[data-stage="final"]')).waitFor();
  expect(await bar().locator('.stage-seal').innerText()).not.toBe(seal);
  expect(await paper().getAttribute('contenteditable')).toBe('false');
  expect(await paper().innerText()).toContain('更正為十七人。');
});

it('comes back as it was where a correction is given up, by keyboard', async () => {
  const seal = await bar().locator('.stage-seal').innerText();
  await app.page.keyboard.press('Control+Alt+g');
  await expect.poll(() => app.page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('reason');
  await app.page.keyboard.insertText('想錯了');
  await app.page.keyboard.press('Enter');
  await bar().and(app.page.locator('[data-stage="correcting"]')).waitFor();
  await paper().locator('.mb-paragraph').first().click();
  await app.page.keyboard.insertText('多餘的字');
  await whenSaved(app.page);
  await command(app.page, '放棄更正');
  await bar().and(app.page.locator('[data-stage="final"]')).waitFor();
  expect(await paper().innerText()).not.toContain('多餘的字');
  expect(await bar().locator('.stage-seal').innerText()).toBe(seal);
});

it('is confirmed by a meeting, and its versions are named', async () => {
  await bar().getByRole('button', { name: '確認…' }).click();
  await app.page.getByLabel('由哪次會議或由誰確認').fill('第五次會議');
  await submit();
  await bar().and(app.page.locator('[data-stage="confirmed"]')).waitFor();
  expect(await bar().innerText()).toMatch(/已確認[\s\S]*第五次會議/);
  await app.page.getByRole('tab', { name: '版本' }).click();
  await app.page.locator('.version').first().waitFor();
  const timeline = await app.page.locator('.versions').innerText();
  for (const name of ['已確認', '更正後定稿', '定稿', '退回草稿', '送核']) expect(timeline).toContain(name);
  // An older version comes back into what is final as little as anything else.
  const before = await lines(app.page);
  await app.page.locator('.version', { hasText: '送核' }).first().click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: '還原此版本' }).click();
  await app.page.getByText('這份會議紀錄已定稿，內容不能再改。').first().waitFor();
  expect(await lines(app.page)).toEqual(before);
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
