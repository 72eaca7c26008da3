/**
 * A 理事會 of 18 people from the list of names to the next meeting, by mouse and again by keyboard: two proxies, one who
 * stands aside, a change of the charter that fails by one vote, what follows from it, and the same people next time.
 */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { command, failuresOf, newBlankMeeting } from './setup/paper.ts';

const surnames = [...'石方唐余葛柳溫牛靳張趙吳王范杜陸曹謝'];
const board = surnames.map((surname, at) => `${surname}若${[...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未'][at]}`);
const list = board.map((name, at) => `${name}\t${at === 0 ? '理事長' : '理事'}`).join('\n');
const [chair = '', deputy = ''] = board;
const [aside = '', first = '', second = ''] = [board[2], board[16], board[17]];

let app: App;
let page: Page;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  page = app.page;
  failures = failuresOf(page);
});
afterAll(() => app.close());

const row = (name: string): Locator => page.locator('.roster-line', { has: page.getByText(name, { exact: true }) });
const pane = (): Locator => page.locator('.section-pane');
const section = (kind: string): Locator => page.locator(`.mb-section[data-kind="${kind}"]`);
const counts = () => page.locator('.roster-counts').innerText();
const settled = () => page.waitForTimeout(250);
const saved = () => page.locator('.status-save[data-state="saved"]').waitFor();
const press = async (...keys: string[]) => {
  for (const key of keys) {
    await page.keyboard.press(key);
    await settled();
  }
};
const write = async (text: string) => {
  await page.keyboard.insertText(text);
  await settled();
};
const says = (words: string) => pane().getByText(words).first().waitFor();

/** Title and body at the head of a new record. */
async function begin(session: string): Promise<void> {
  await newBlankMeeting(page);
  await page.locator('.mb-head [data-slot="title"] .mb-field').click();
  await write(`青禾綠化協會第三屆第${session}次理事會會議紀錄`);
  await page.locator('.mb-head [data-slot="body"] .mb-field').click();
  await write('理事會');
  await page.getByRole('tab', { name: /^出席/ }).click();
}

/** What both ways must have come to: a vote that fails by one, in the panel and in the text. */
async function failsByOne(): Promise<void> {
  await says('需 9 票，只得 8 票，差 1 票');
  await expect.poll(() => section('resolution').innerText()).toMatch(/實際出席18人（含委託出席2人），迴避1人，有表決權17人，贊成8票、反對8票、棄權1票，.*不予通過/);
  await says('文字與票數相符。');
}

/** The next meeting: the same people, all in person again, and what is to be followed up. */
async function followsUp(task: string): Promise<void> {
  await page.locator('.mb-title', { hasText: /第三屆第.次理事會/ }).waitFor();
  await section('followUp').waitFor();
  await expect.poll(() => section('followUp').innerText()).toContain(task);
  await expect.poll(() => page.locator('.mb-paper').innerText()).toContain('確認上次會議紀錄');
  await page.getByRole('tab', { name: /^出席/ }).click();
  await expect.poll(counts).toContain('應到 18 · 實到 18');
  expect(await page.locator('.roster-name').allTextContents()).toEqual(board);
  expect(await page.locator('.roster-state').evaluateAll((all) => all.filter((one) => (one as HTMLSelectElement).value !== 'present').length)).toBe(0);
}

describe('by mouse', () => {
  it('the people are pasted, two give a proxy, and the quorum is counted', async () => {
    await begin('四');
    await page.getByRole('button', { name: '貼上名單…' }).click();
    await page.getByRole('textbox', { name: '名單' }).fill(list);
    await page.getByText('將加入 18 位').waitFor();
    await page.getByRole('button', { name: '加入名單' }).click();
    await page.locator('.dialog').waitFor({ state: 'detached' });
    for (const [from, to] of [[first, chair], [second, deputy]] as const) {
      await row(from).locator('.roster-state').selectOption('proxy');
      await settled();
      await row(from).locator('.roster-toggle').click();
      await page.getByRole('combobox', { name: '委託', exact: true }).selectOption({ label: to });
      await settled();
      await row(from).locator('.roster-toggle').click();
    }
    await row(chair).locator('.roster-toggle').click();
    await page.getByRole('combobox', { name: '當日職務' }).selectOption('chair');
    await settled();
    expect(await counts()).toContain('應到 18 · 實到 18（委託 2）');
    expect(await counts()).toContain('已達法定人數');
    await page.getByRole('button', { name: '由名單填入' }).click();
    await expect.poll(() => section('attendance').innerText()).toContain(`${first}理事（委託${chair}）`);
  });

  it('a change of the charter fails by one vote while one stands aside, and somebody is to bring it again', async () => {
    await page.locator('.mb-paper > .mb-paragraph').last().click();
    await press('End');
    await page.keyboard.type('/sytg');
    await page.locator('.slash .slash-item').first().click();
    await section('resolution').waitFor();
    await section('resolution').locator('[data-slot="matter"] .mb-field').click();
    await write('修訂章程第七條');
    // The words that the section began with give way to the sentence of the vote.
    await section('resolution').locator('.mb-paragraph').first().click();
    await press('Control+a', 'Delete');
    await page.getByRole('tab', { name: '本段' }).click();
    await pane().getByRole('combobox', { name: '事項類別' }).selectOption({ label: '章程' });
    await pane().locator('summary', { hasText: '計票' }).click();
    await pane().locator('summary', { hasText: '迴避' }).click();
    await pane().getByLabel(`${aside}理事`, { exact: true }).check();
    await says('現在可表決 17 人');
    for (const [name, votes] of [['贊成', '8'], ['反對', '8'], ['棄權', '1']] as const) {
      await pane().getByRole('textbox', { name, exact: true }).fill(votes);
      await pane().getByRole('textbox', { name, exact: true }).press('Tab');
    }
    await pane().getByRole('combobox', { name: '決議', exact: true }).selectOption({ label: '不予通過' });
    await settled();
    await pane().getByRole('button', { name: '插入句子' }).click();
    await failsByOne();
    await command(page, '交辦事項');
    await section('actions').waitFor();
    await pane().getByRole('button', { name: '新增交辦事項' }).click();
    await pane().getByLabel('事項', { exact: true }).fill('重擬章程第七條');
    await pane().getByLabel('承辦人', { exact: true }).fill(deputy);
    await pane().getByLabel('承辦人', { exact: true }).blur();
    await expect.poll(() => section('actions').innerText()).toContain('重擬章程第七條');
    await saved();
  });

  it('the next meeting begins with the same people and with what is to be done', async () => {
    await page.locator('.meeting-row', { hasText: '第四次理事會' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: '複製為下次會議' }).click();
    await page.locator('.mb-title', { hasText: '第五次' }).waitFor();
    await followsUp('重擬章程第七條');
  });
});

describe('by keyboard', () => {
  it('the people are pasted, two give a proxy, and the quorum is counted', async () => {
    await begin('六');
    await page.getByRole('button', { name: '貼上名單…' }).focus();
    await press('Enter');
    await write(list);
    await page.getByText('將加入 18 位').waitFor();
    await press('Control+Enter');
    await page.locator('.dialog').waitFor({ state: 'detached' });
    await settled();
    await row(board[0] ?? '').focus();
    // The last two: proxy, and the first letters of who holds it.
    await press('End', 'Shift+ArrowUp', '2');
    for (const [from, holder] of [[second, deputy], [first, chair]] as const) {
      await row(from).focus();
      await press('Enter');
      await page.getByRole('combobox', { name: '委託', exact: true }).focus();
      const steps = board.filter((name) => name !== from).indexOf(holder) + 1;
      for (let at = 0; at < steps; at += 1) await page.keyboard.press('ArrowDown');
      await settled();
      await row(from).focus();
      await press('ArrowLeft');
    }
    expect(await counts()).toContain('應到 18 · 實到 18（委託 2）');
    expect(await page.locator('.roster-doubt [data-weight="doubt"]').count()).toBe(0);
    await page.getByRole('button', { name: '由名單填入' }).focus();
    await press('Enter');
    await expect.poll(() => section('attendance').innerText()).toContain(`${second}理事（委託${deputy}）`);
  });

  it('a change of the charter fails by one vote while one stands aside, and somebody is to bring it again', async () => {
    await page.locator('.mb-paper').focus();
    await press('Control+End');
    await page.keyboard.type('/sytg');
    await page.locator('.slash .slash-item').first().waitFor();
    await press('Enter');
    await section('resolution').waitFor();
    await section('resolution').locator('[data-slot="matter"] .mb-field').click();
    await write('修訂章程第七條');
    // The words that the section began with give way to the sentence of the vote.
    await section('resolution').locator('.mb-paragraph').first().click();
    await press('Control+a', 'Delete');
    await page.getByRole('tab', { name: '本段' }).focus();
    await press('Enter');
    await pane().getByRole('combobox', { name: '事項類別' }).waitFor();
    await pane().locator('summary', { hasText: '計票' }).focus();
    await press('Enter');
    await pane().locator('summary', { hasText: '迴避' }).focus();
    await press('Enter');
    await pane().getByLabel(`${aside}理事`, { exact: true }).focus();
    await press(' ');
    await says('現在可表決 17 人');
    for (const [name, votes] of [['贊成', 8], ['反對', 8], ['棄權', 1]] as const) {
      await pane().getByRole('textbox', { name, exact: true }).focus();
      for (let vote = 0; vote < votes; vote += 1) await page.keyboard.press('ArrowUp');
      await settled();
    }
    await pane().getByRole('combobox', { name: '決議', exact: true }).selectOption({ label: '不予通過' });
    await settled();
    await pane().getByRole('button', { name: '插入句子' }).focus();
    await press('Enter');
    await failsByOne();
    await command(page, '交辦事項');
    await section('actions').waitFor();
    await pane().getByRole('button', { name: '新增交辦事項' }).focus();
    await press('Enter');
    await write('重擬章程第七條');
    await press('Tab');
    await expect.poll(() => section('actions').innerText()).toContain('重擬章程第七條');
    await saved();
  });

  it('the next meeting begins with the same people and with what is to be done, and there the change passes', async () => {
    await page.locator('.mb-paper').focus();
    await press('Control+k');
    await page.locator('.palette-input').fill('複製為下次會議');
    await press('Enter');
    await page.locator('.palette').waitFor({ state: 'detached' });
    await page.locator('.mb-title', { hasText: '第七次' }).waitFor();
    await followsUp('重擬章程第七條');
    await page.locator('.mb-paper').focus();
    await press('Control+End');
    await command(page, '審議通過');
    const matter = section('resolution').last();
    await matter.locator('[data-slot="matter"] .mb-field').click();
    await write('修訂章程第七條（重擬）');
    await page.getByRole('tab', { name: '本段' }).focus();
    await press('Enter');
    await pane().locator('summary', { hasText: '計票' }).focus();
    await press('Enter');
    await says('現在可表決 18 人');
    await pane().getByRole('textbox', { name: '贊成', exact: true }).focus();
    await page.keyboard.type('18');
    await press('Tab');
    await pane().getByRole('combobox', { name: '決議', exact: true }).selectOption({ label: '一致通過' });
    await settled();
    expect(await pane().locator('.finding.refusal').count()).toBe(0);
  });
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
