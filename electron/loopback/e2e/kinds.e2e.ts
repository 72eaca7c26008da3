/** Sections of the kinds beyond the common ones: put in, filled in and taken along, by keys alone and by mouse. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { command, failuresOf, newBlankMeeting, paste } from './setup/paper.ts';

let app: App;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  failures = failuresOf(app.page);
});
afterAll(() => app.close());
beforeEach(() => newBlankMeeting(app.page));
afterEach(() => expect(failures).toEqual([]));

const section = (kind: string) => app.page.locator(`.mb-section[data-kind="${kind}"]`);
const panel = () => app.page.locator('.section-pane');
const press = async (...keys: string[]) => {
  for (const key of keys) {
    await app.page.keyboard.press(key);
    await app.page.waitForTimeout(60);
  }
};
const write = async (text: string) => {
  await app.page.keyboard.insertText(text);
  await app.page.waitForTimeout(60);
};
async function slash(letters: string): Promise<void> {
  await app.page.keyboard.type(`/${letters}`);
  await app.page.locator('.slash .slash-item').first().waitFor();
  await press('Enter');
}
/** The lines of the agenda or the annexes, as the page shows them. */
const printed = (kind: string) => section(kind).locator('.mb-data > p').allTextContents();

it('an extempore motion is put in by pinyin initials and filled in from field to field', async () => {
  await slash('lsdy');
  const motion = section('extemporeMotion');
  await motion.waitFor();
  await write('會館屋頂修繕案');
  await press('Tab');
  await write('唐以安');
  await press('Tab');
  await write('方若蘭');
  await expect.poll(() => motion.locator('.mb-section-heading').textContent()).toContain('案由：會館屋頂修繕案');
  await expect.poll(() => motion.locator('.mb-line').allTextContents()).toEqual(expect.arrayContaining(['動議人：唐以安', '附議人：方若蘭']));
  await motion.getByRole('combobox', { name: '決議' }).selectOption('passed');
  await expect.poll(() => motion.locator('.mb-falls-back').first().getAttribute('style')).toContain('照案通過。');
});

it('the agenda is listed beside the page with keys alone: added, moved, removed, undone', async () => {
  await command(app.page, '議程');
  const inputs = panel().getByRole('textbox', { name: /項議程$/ });
  await expect.poll(() => inputs.count()).toBe(6);
  await expect.poll(() => printed('agenda')).toEqual(['一、主席致詞', '二、確認上次會議紀錄', '三、報告事項', '四、討論事項', '五、臨時動議', '六、散會']);

  await inputs.first().focus();
  await press('Alt+ArrowDown');
  await expect.poll(() => printed('agenda').then((lines) => lines.slice(0, 2))).toEqual(['一、確認上次會議紀錄', '二、主席致詞']);
  // The caret went along with the item.
  expect(await app.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('第 2 項議程');
  await press('Tab');
  await write('石仲平理事長');
  await press('Tab');
  await write('5分鐘');
  await press('Enter');
  await expect.poll(() => printed('agenda').then((lines) => lines[1])).toBe('二、主席致詞（石仲平理事長，5分鐘）');

  await inputs.last().focus();
  await press('Enter');
  await expect.poll(() => inputs.count()).toBe(7);
  await write('會後參觀');
  await press('Enter');
  await expect.poll(() => printed('agenda').then((lines) => lines[6])).toBe('七、會後參觀');
  await expect.poll(() => inputs.count()).toBe(8);
  await press('Backspace');
  await expect.poll(() => inputs.count()).toBe(7);

  await app.page.locator('.mb-paper .mb-section-body').first().click();
  await press('Control+z', 'Control+z');
  await expect.poll(() => printed('agenda').then((lines) => lines.length)).toBe(6);
});

it('annexes are listed with the mouse, and print under the text', async () => {
  await app.page.getByRole('button', { name: '插入' }).click();
  await app.page.getByRole('menuitem', { name: '其他章節' }).click();
  await app.page.getByRole('menuitem', { name: '附件' }).click();
  await section('annexes').waitFor();
  await section('annexes').locator('.mb-data-none').click();
  const add = panel().getByRole('button', { name: '加入附件' });
  await add.click();
  await panel().getByRole('textbox', { name: '附件 1 的名稱' }).fill('工作報告');
  await add.click();
  await panel().getByRole('textbox', { name: '附件 2 的名稱' }).fill('收支決算表');
  await panel().getByRole('button', { name: '上移「第 2 項」' }).click();
  await expect.poll(() => printed('annexes')).toEqual(['', '附件：1、收支決算表', '　　　2、工作報告']);
  await panel().getByRole('button', { name: '移除「第 1 項」' }).click();
  await expect.poll(() => printed('annexes')).toEqual(['', '附件：工作報告']);
});

it('the menus reach every kind with the arrow keys', async () => {
  await app.page.getByRole('menuitem', { name: '插入', exact: true }).click();
  await app.page.getByRole('menuitem', { name: '其他章節' }).waitFor();
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
  await press('ArrowRight');
  await app.page.getByRole('menuitem', { name: '演講' }).waitFor();
  const highlighted = () => app.page.locator('.menu-item[data-highlighted]').last().textContent();
  for (let steps = 0; steps < 20 && (await highlighted()) !== '演講'; steps++) await press('ArrowDown');
  await press('Enter');
  await section('lecture').waitFor();
});

it('the end of a meeting has its time and room to sign', async () => {
  await slash('sanhui');
  const end = section('adjournment');
  await end.waitFor();
  await expect.poll(() => end.locator('.mb-lines .mb-line .mb-fixed').allTextContents()).toEqual(['下次會議日期：', '散會：', '主席：', '紀錄：']);
  await end.getByRole('combobox', { name: '簽署' }).selectOption('none');
  await expect.poll(() => end.locator('.mb-lines .mb-line .mb-fixed').allTextContents()).toEqual(['下次會議日期：', '散會：']);
});

it('a pasted record opens in its kinds', async () => {
  await paste(app.page, {
    'text/plain': ['范若梅教授專題演講', '講了城市樹木。', '分組討論', '進行了討論。', '伍、臨時動議', '無。', '散會：上午11時', '主席：石仲平', '紀錄：柳思源', '附件：1、報告', '2、決算'].join('\n'),
  });
  const structure = app.page.locator('.repair-sections');
  if (await structure.waitFor({ timeout: 3000 }).then(() => true, () => false)) await app.page.locator('.dialog-foot .primary').click();
  for (const kind of ['lecture', 'discussion', 'extemporeMotion', 'adjournment', 'annexes']) await section(kind).waitFor();
  await expect.poll(() => printed('annexes')).toEqual(['', '附件：1、報告', '　　　2、決算']);
});
