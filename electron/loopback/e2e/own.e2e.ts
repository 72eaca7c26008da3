/** Templates and phrases of her own, by mouse and by keyboard. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { command, failuresOf, holdBack, lines, newBlankMeeting } from './setup/paper.ts';

let app: App;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  failures = failuresOf(app.page);
});
afterAll(() => app.close());

const dialog = () => app.page.locator('.dialog');
const submit = () => app.page.locator('.dialog-foot .primary').click();
const suggestion = () => app.page.locator('.suggestion');
const whenSaved = () => app.page.locator('.status-save[data-state="saved"]').waitFor({ timeout: 30_000 });

it('a section is saved as a template and used again from the slash menu and the palette', async () => {
  await newBlankMeeting(app.page);
  await app.page.keyboard.type('/zc');
  await app.page.locator('.slash').waitFor();
  await app.page.keyboard.press('Enter');
  await app.page.locator('.mb-section[data-kind="speech"]').waitFor();
  await app.page.locator('.mb-section .mb-paragraph').first().click();
  await app.page.keyboard.press('Control+End');
  await app.page.keyboard.insertText('謹代表園林局祝賀大會成功。');
  await app.page.waitForTimeout(250);
  await command(app.page, '這一段存成範本…');
  await app.page.getByLabel('範本名稱').fill('園林局致辭');
  await submit();
  await dialog().waitFor({ state: 'detached' });

  await newBlankMeeting(app.page);
  await app.page.keyboard.type('/園林');
  await expect.poll(() => app.page.locator('.slash-item .slash-label').allTextContents()).toEqual(['園林局致辭']);
  await app.page.keyboard.press('Enter');
  await app.page.locator('.mb-section[data-kind="speech"]').waitFor();
  expect(await app.page.locator('.mb-paper').innerText()).toContain('謹代表園林局祝賀大會成功。');
  // One step back takes it away again.
  await app.page.keyboard.press('Control+z');
  await expect.poll(() => app.page.locator('.mb-section').count()).toBe(0);
  await command(app.page, '園林局致辭');
  await app.page.locator('.mb-section[data-kind="speech"]').waitFor();
});

it('a whole meeting is saved as a template and offered for a new one, without its text', async () => {
  await command(app.page, '整份存成範本…');
  await app.page.getByLabel('範本名稱').fill('園林局座談會');
  await app.page.getByRole('checkbox', { name: '保留內文' }).uncheck();
  await submit();
  await dialog().waitFor({ state: 'detached' });
  await app.page.keyboard.press('Control+Alt+n');
  await app.page.locator('.template-card', { hasText: '園林局座談會' }).click();
  await submit();
  await app.page.locator('.mb-section[data-kind="speech"]').waitFor();
  await expect.poll(() => app.page.locator('.mb-paper').innerText()).not.toContain('謹代表園林局');
});

it('her templates are renamed, ordered, deleted with a way back, exported and taken in again', async () => {
  await command(app.page, '範本與片語…');
  const rows = () => dialog().locator('.own-row');
  const names = () => rows().locator('input').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  await expect.poll(names).toEqual(['園林局座談會', '園林局致辭']);
  await rows().first().locator('input').fill('座談會');
  await rows().first().locator('input').press('Tab');
  await expect.poll(names).toEqual(['座談會', '園林局致辭']);
  const begun = app.page.waitForEvent('download');
  await dialog().getByRole('button', { name: '匯出全部…' }).click();
  const file = await (await begun).path();
  expect((JSON.parse(await readFile(file, 'utf8')) as { templates: unknown[] }).templates).toHaveLength(2);
  await dialog().getByRole('button', { name: '刪除 園林局致辭' }).click();
  await expect.poll(names).toEqual(['座談會']);
  await app.page.getByRole('button', { name: '復原' }).click();
  await expect.poll(names).toEqual(['座談會', '園林局致辭']);
  await dialog().getByRole('button', { name: '刪除 園林局致辭' }).click();
  await expect.poll(names).toEqual(['座談會']);
  const chooser = app.page.waitForEvent('filechooser');
  await dialog().getByRole('button', { name: '匯入…' }).click();
  await (await chooser).setFiles({ name: '範本.json', mimeType: 'application/json', buffer: await readFile(file) });
  // What is there word for word stays once.
  await expect.poll(names).toEqual(['座談會', '園林局致辭']);
  await app.page.keyboard.press('Escape');
});

it('a phrase is kept under a short name, and ; with Tab puts it in the text', async () => {
  await newBlankMeeting(app.page);
  await command(app.page, '片語…');
  await app.page.getByPlaceholder('短名').fill('zq');
  await app.page.getByPlaceholder('片語', { exact: true }).fill('出席人數已足法定人數，〔時間〕宣布開會。');
  await app.page.keyboard.press('Enter');
  await dialog().locator('.own-rows .own-row').waitFor();
  // The next one is typed at once, though the store has not answered.
  const keep = await holdBack(app.page, 'phrases/put');
  await app.page.getByPlaceholder('短名').fill('ys');
  await app.page.getByPlaceholder('片語', { exact: true }).fill('一致通過。');
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.type('ZQ');
  await app.page.getByPlaceholder('片語', { exact: true }).fill('另一句。');
  await keep();
  await expect.poll(() => dialog().locator('.own-rows .own-row').count()).toBe(2);
  expect(await app.page.getByPlaceholder('短名').inputValue()).toBe('ZQ');
  await app.page.getByPlaceholder('片語', { exact: true }).press('Enter');
  expect(await dialog().getByRole('alert').innerText()).toContain('已經用在另一條片語');
  await submit();
  await app.page.locator('.mb-paper > .mb-paragraph').first().click();
  await app.page.keyboard.type('主席報告：;zq');
  await app.page.keyboard.press('Tab');
  await expect.poll(() => lines(app.page)).toEqual(['主席報告：出席人數已足法定人數，〔時間〕宣布開會。']);
  expect(await app.page.locator('.mb-blank').count()).toBe(1);
  await app.page.keyboard.press('Control+z');
  await expect.poll(() => lines(app.page)).toEqual(['主席報告：;zq']);
  // Tab is what it was where nothing is called, and ; a sign like others.
  await app.page.keyboard.type('x;');
  await app.page.keyboard.press('Tab');
  expect((await lines(app.page))[0]).toBe('主席報告：;zqx;\t');
  await app.page.keyboard.press('End');
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.type('/zq');
  await app.page.locator('.slash-item').first().waitFor();
  await app.page.keyboard.press('Enter');
  await expect.poll(async () => (await lines(app.page)).at(-1)).toContain('出席人數已足法定人數');
});

it('both fields of a phrase are kept when they are changed one right after the other', async () => {
  await command(app.page, '片語…');
  const letThrough = await holdBack(app.page, 'phrases/put');
  const row = () => dialog().locator('.own-rows .own-row').last().locator('input');
  await row().first().fill('yt');
  await app.page.keyboard.press('Tab');
  await row().last().fill('全體一致通過。');
  await app.page.keyboard.press('Tab');
  await letThrough();
  await submit();
  await command(app.page, '片語…');
  await expect.poll(async () => [await row().first().inputValue(), await row().last().inputValue()]).toEqual(['yt', '全體一致通過。']);
  await submit();
});

it('what was written before is offered in grey after a rest; Tab takes it, Enter and blanks never do', async () => {
  const usual = '主席宣布本次會議圓滿結束，感謝各位同仁參與。';
  for (let meeting = 0; meeting < 2; meeting++) {
    await newBlankMeeting(app.page);
    await app.page.keyboard.insertText(usual);
    await whenSaved();
  }
  await newBlankMeeting(app.page);
  await app.page.waitForTimeout(200);
  await app.page.keyboard.insertText('主席宣布');
  await expect
    .poll(
      async () => {
        const isOffered = await suggestion().waitFor({ timeout: 3000 }).then(() => true, () => false);
        if (isOffered) return suggestion().locator('.suggestion-words').innerText();
        // The first question only began to look through the records.
        await app.page.keyboard.press('End');
        await app.page.keyboard.insertText('本');
        await app.page.keyboard.press('Backspace');
        return '';
      },
      { timeout: 30_000, interval: 100 },
    )
    .toBe('本次會議圓滿結束，感謝各位同仁參與。');
  expect(await lines(app.page)).toEqual(['主席宣布']);
  await app.page.keyboard.press('Enter');
  await expect.poll(() => suggestion().count()).toBe(0);
  expect(await lines(app.page)).toEqual(['主席宣布', '']);
  await app.page.keyboard.insertText('主席宣布');
  await suggestion().waitFor();
  await app.page.keyboard.press('Escape');
  await expect.poll(() => suggestion().count()).toBe(0);
  await app.page.keyboard.insertText('本次');
  await suggestion().waitFor();
  await app.page.keyboard.press('Tab');
  await expect.poll(async () => (await lines(app.page)).at(-1)).toBe(usual);
});

it('offers nothing while an input method composes, nor where she switched it off', async () => {
  await app.page.keyboard.press('Enter');
  const cdp = await app.context.newCDPSession(app.page);
  await app.page.keyboard.insertText('主席');
  await suggestion().waitFor();
  for (const step of ['ㄒ', 'ㄒㄩ', 'ㄒㄩㄢ']) await cdp.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
  await app.page.waitForTimeout(900);
  expect(await suggestion().count()).toBe(0);
  await cdp.send('Input.insertText', { text: '宣' });
  await suggestion().waitFor();
  await app.page.keyboard.press('Control+,');
  await app.page.getByRole('checkbox', { name: /^打字時提示以前用過的片語/ }).uncheck();
  await submit();
  await app.page.locator('.mb-paper > .mb-paragraph').last().click();
  await app.page.keyboard.press('End');
  await app.page.keyboard.insertText('布');
  await app.page.waitForTimeout(900);
  expect(await suggestion().count()).toBe(0);
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
