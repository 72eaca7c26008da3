/** The people of a meeting: pasted, set and ordered by keys and mouse, held against the text, mentioned in it. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { compose } from './setup/input-method.ts';
import { failuresOf, lines, newBlankMeeting, paste } from './setup/paper.ts';

const board = [
  '石仲平\t理事長', '方若蘭\t副理事長', '唐以安\t副理事長', '余則成\t常務理事', '葛明遠\t常務理事', '柳思源\t理事', '溫書瑜\t理事', '牛恆\t理事', '靳蘭\t理事',
  '張孝先\t理事', '趙日新\t理事', '吳仲\t理事', '王清\t理事', '范若梅\t理事', '杜漢\t理事', '陸君\t理事', '曹開\t理事', '謝安\t理事',
];

let app: App;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  failures = failuresOf(app.page);
});
afterAll(() => app.close());
beforeEach(async () => {
  await newBlankMeeting(app.page);
  await app.page.getByRole('tab', { name: /^出席/ }).click();
});

const row = (name: string): Locator => app.page.locator('.roster-line', { has: app.page.getByText(name, { exact: true }) });
const states = async (): Promise<string> => (await app.page.locator('.roster-state').evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value))).join(' ');
const order = () => app.page.locator('.roster-name').allTextContents();
const counts = () => app.page.locator('.roster-counts').innerText();
const settled = () => app.page.waitForTimeout(220);

async function pasteNames(text: string): Promise<void> {
  await app.page.getByRole('button', { name: '貼上名單…' }).click();
  await app.page.getByRole('textbox', { name: '名單' }).fill(text);
  await app.page.getByText(/^將加入/).waitFor();
}
async function take(): Promise<void> {
  await app.page.getByRole('button', { name: '加入名單' }).click();
  await app.page.locator('.dialog').waitFor({ state: 'detached' });
  await settled();
}
/** To the text, at its end. */
async function toText(): Promise<void> {
  await app.page.locator('.mb-paper > .mb-paragraph').last().click();
  await app.page.keyboard.press('End');
  await app.page.waitForTimeout(60);
}
const press = async (...keys: string[]) => {
  for (const key of keys) {
    await app.page.keyboard.press(key);
    await app.page.waitForTimeout(220);
  }
};

describe('a list of names', () => {
  it('of 18 people in columns is shown first, taken at once, and undone as one step', async () => {
    await pasteNames(board.join('\n'));
    expect(await app.page.locator('.names-count').innerText()).toContain('將加入 18 位');
    await take();
    expect(await order()).toHaveLength(18);
    expect(await counts()).toContain('應到 18 · 實到 18');
    expect(await counts()).toContain('已達法定人數');
    await toText();
    await press('Control+z');
    await expect.poll(order).toEqual([]);
  });

  it('as a sentence brings states and the chair; somebody who is there already is not added twice; what is unread can be a name', async () => {
    await pasteNames('理事長石仲平、理事方若蘭出席會議，監事溫書瑜列席，葛明遠委託方若蘭出席。會議由石仲平擔任主席。');
    await take();
    expect(await states()).toBe('present present inAttendance proxy');
    expect(await row('石仲平').locator('.roster-role').textContent()).toBe('主席');
    await pasteNames('石仲平、忄無某、唐以安');
    expect(await app.page.locator('.names-count').innerText()).toContain('將加入 1 位');
    await app.page.getByRole('button', { name: '當作姓名' }).click();
    expect(await app.page.locator('.names-count').innerText()).toContain('將加入 2 位');
    await take();
    expect(await order()).toEqual(['石仲平', '方若蘭', '溫書瑜', '葛明遠', '唐以安', '忄無某']);
  });
});

describe('states', () => {
  beforeEach(async () => {
    await pasteNames(board.slice(0, 8).join('\n'));
    await take();
  });

  it('are set by keys, for several at once', async () => {
    await row('石仲平').click();
    await press('ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', '4');
    expect(await states()).toBe('present leave leave leave present present present present');
    await press('End', ' ', '3');
    expect((await states()).split(' ').at(-1)).toBe('inAttendance');
    await press('Control+a', '1');
    expect(await states()).toBe('present present present present present present present present');
    await press('Escape', 'Home', '5');
    expect((await states()).split(' ')[0]).toBe('absent');
    expect(await counts()).toContain('應到 8 · 實到 7');
  });

  it('are set by mouse, for several at once, and in the row', async () => {
    await row('方若蘭').click();
    await row('余則成').click({ modifiers: ['Shift'] });
    await row('唐以安').click({ modifiers: ['Control'] });
    const bar = app.page.getByRole('toolbar', { name: '所選設為' });
    expect(await bar.innerText()).toContain('已選 2 位');
    await bar.getByRole('button', { name: '請假' }).click();
    await settled();
    expect(await states()).toBe('present leave present leave present present present present');
    await row('牛恆').locator('.roster-state').selectOption('absent');
    await settled();
    expect((await states()).split(' ').at(-1)).toBe('absent');
  });

  it('a proxy is held by somebody; one that does not hold is said at the field and never stops anything', async () => {
    await row('牛恆').click();
    await press('2', 'Enter');
    await app.page.getByText('還沒填由誰代理').waitFor();
    expect(await counts()).toContain('實到 8（委託 1）');
    await app.page.getByRole('combobox', { name: '委託', exact: true }).selectOption({ label: '方若蘭' });
    await settled();
    expect(await app.page.getByText('還沒填由誰代理').count()).toBe(0);
    await row('方若蘭').locator('.roster-state').selectOption('leave');
    await app.page.getByText('受託人方若蘭本人沒有出席，這份委託不計入').waitFor();
    expect(await counts()).toContain('實到 6');
    await app.page.getByRole('button', { name: '由名單填入' }).click();
    await expect.poll(() => app.page.locator('.mb-section[data-kind="attendance"]').innerText()).toContain('牛恆理事（委託方若蘭）');
  });

  it('who came late and left early counts at that time', async () => {
    await row('石仲平').dblclick();
    await app.page.getByLabel('到席', { exact: true }).fill('10:00');
    await app.page.getByLabel('離席', { exact: true }).fill('09:00');
    await app.page.getByLabel('離席', { exact: true }).blur();
    await app.page.getByText('離席早於到席').waitFor();
    await app.page.getByLabel('離席', { exact: true }).fill('11:00');
    await app.page.getByLabel('離席', { exact: true }).blur();
    await settled();
    await app.page.getByLabel('看某一時刻的人數').fill('09:30');
    expect(await counts()).toContain('實到 7');
    await app.page.getByLabel('看某一時刻的人數').fill('10:30');
    expect(await counts()).toContain('實到 8');
  });
});

describe('order', () => {
  beforeEach(async () => {
    await pasteNames('石仲平\n方若蘭\n唐以安\n丁一明');
    await take();
  });
  it('changes by Alt and arrows, by dragging, and by strokes', async () => {
    await row('石仲平').click();
    await press('Alt+ArrowDown');
    expect(await order()).toEqual(['方若蘭', '石仲平', '唐以安', '丁一明']);
    await press('Alt+ArrowDown', 'Alt+ArrowUp', 'Alt+ArrowUp');
    expect(await order()).toEqual(['石仲平', '方若蘭', '唐以安', '丁一明']);
    await row('丁一明').dragTo(row('方若蘭'));
    await expect.poll(order).toEqual(['石仲平', '丁一明', '方若蘭', '唐以安']);
    await app.page.getByRole('button', { name: '排列名單' }).click();
    await app.page.getByRole('menuitem', { name: '依姓氏筆畫' }).click();
    await expect.poll(order).toEqual(['丁一明', '方若蘭', '石仲平', '唐以安']);
  });
  it('keeps who was removed for a moment', async () => {
    await row('唐以安').click();
    await press('Delete');
    expect(await order()).toEqual(['石仲平', '方若蘭', '丁一明']);
    await app.page.locator('.toast', { hasText: '已移除 1 位' }).getByRole('button', { name: '復原' }).click();
    await expect.poll(order).toEqual(['石仲平', '方若蘭', '唐以安', '丁一明']);
  });
});

it('names are typed one after the other, Enter for the next', async () => {
  await app.page.getByRole('button', { name: '加入一位' }).click();
  await app.page.locator('.roster-field-name:focus').waitFor();
  // Without a pause: nothing of the next name goes astray before its row is drawn.
  for (const name of ['石仲平', '方若蘭']) {
    await app.page.keyboard.insertText(name);
    await app.page.keyboard.press('Enter');
  }
  await expect.poll(order).toEqual(['石仲平', '方若蘭', '未具名']);
});

describe('text and roster', () => {
  const section = () => app.page.locator('.mb-section[data-kind="attendance"]');
  beforeEach(async () => {
    await pasteNames('主席：石仲平\n出席：方若蘭、唐以安\n請假：葛明遠');
    await take();
    await app.page.getByRole('button', { name: '由名單填入' }).click();
    await section().waitFor();
  });

  it.each([
    ['narrative', '石仲平、方若蘭、唐以安出席會議。葛明遠請假。會議由石仲平擔任主席。'],
    ['table', '簽到'],
  ])('the form %s is chosen on the paper and rewrites the section', async (form, text) => {
    await section().getByRole('combobox', { name: '寫成' }).selectOption(form);
    await expect.poll(() => section().innerText()).toContain(text);
    expect(await app.page.locator('.roster-differs').count()).toBe(0);
  });

  it('a name that was added to the text is shown, and either side follows with one click', async () => {
    await section().locator('[data-slot="present"] .mb-field').click();
    await press('End');
    await app.page.keyboard.insertText('、溫書瑜');
    await app.page.locator('.roster-differs', { hasText: '文字與名單有 1 處不同' }).waitFor();
    expect(await app.page.locator('.roster-differs li').innerText()).toBe('溫書瑜 名單沒有');
    await app.page.getByRole('button', { name: '改名單' }).click();
    await app.page.locator('.roster-differs').waitFor({ state: 'detached' });
    expect(await order()).toContain('溫書瑜');
    await row('溫書瑜').locator('.roster-state').selectOption('leave');
    await app.page.locator('.roster-differs', { hasText: '文中作出席，名單作請假' }).waitFor();
    await app.page.getByRole('button', { name: '改文字' }).click();
    await app.page.locator('.roster-differs').waitFor({ state: 'detached' });
    expect(await section().locator('[data-slot="leave"]').innerText()).toBe('葛明遠、溫書瑜');
  });
});

describe('mentions', () => {
  const menu = () => app.page.locator('.mention');
  const names = () => menu().locator('.mention-name').allTextContents();
  const mention = () => app.page.locator('.mb-mention');
  beforeEach(async () => {
    await pasteNames('石仲平\t理事長\n方若蘭\t副理事長\n溫書瑜\t監事');
    await take();
    await toText();
  });

  it('open on @ after a Han character, find by initials, and are chosen by keys', async () => {
    await app.page.keyboard.type('會議由@');
    await menu().waitFor();
    expect(await names()).toEqual(['石仲平', '方若蘭', '溫書瑜']);
    await app.page.keyboard.type('frl');
    await expect.poll(names).toEqual(['方若蘭']);
    await press('Enter');
    expect(await mention().textContent()).toBe('副理事長方若蘭');
    await app.page.keyboard.type('主持');
    expect(await lines(app.page)).toEqual(['會議由副理事長方若蘭主持']);
    // Behind what is typed one Backspace takes the whole of it.
    await press('Backspace', 'Backspace', 'Backspace');
    expect(await lines(app.page)).toEqual(['會議由']);
  });

  it('open on ＠ and are chosen by mouse; Esc leaves the sign', async () => {
    await app.page.keyboard.insertText('＠');
    await menu().waitFor();
    await menu().getByRole('option').nth(2).click();
    expect(await mention().textContent()).toBe('監事溫書瑜');
    await app.page.keyboard.type('@');
    await menu().waitFor();
    await press('Escape');
    expect(await menu().count()).toBe(0);
    expect(await lines(app.page)).toEqual(['監事溫書瑜@']);
  });

  it('wait for an input method: nothing while it composes, and what it chose counts as typed', async () => {
    const cdp = await app.context.newCDPSession(app.page);
    await cdp.send('Input.imeSetComposition', { text: '＠', selectionStart: 1, selectionEnd: 1 });
    await app.page.waitForTimeout(100);
    expect(await menu().count()).toBe(0);
    await cdp.send('Input.insertText', { text: '＠' });
    await menu().waitFor();
    await compose(app.page, ['ㄈ', 'ㄈㄤ', 'fang'], '方');
    await expect.poll(names).toEqual(['方若蘭']);
    await press('Tab');
    expect(await mention().textContent()).toBe('副理事長方若蘭');
  });

  it('a surname is hinted at, Tab takes it, Enter and Space are left alone', async () => {
    const hint = () => app.page.locator('.name-hint');
    await compose(app.page, ['ㄕ', 'ㄕˊ'], '石');
    await hint().waitFor();
    expect(await hint().textContent()).toBe('Tab 插入 理事長石仲平');
    await press('Enter');
    expect(await lines(app.page)).toEqual(['石', '']);
    expect(await hint().count()).toBe(0);
    const cdp = await app.context.newCDPSession(app.page);
    await cdp.send('Input.imeSetComposition', { text: '方', selectionStart: 1, selectionEnd: 1 });
    await app.page.waitForTimeout(100);
    expect(await hint().count()).toBe(0);
    await cdp.send('Input.insertText', { text: '方' });
    await hint().waitFor();
    await app.page.keyboard.type(' ');
    expect(await lines(app.page)).toEqual(['石', '方 ']);
    await app.page.keyboard.insertText('石仲');
    await hint().waitFor();
    await press('Tab');
    expect(await mention().textContent()).toBe('理事長石仲平');
    expect(await lines(app.page)).toEqual(['石', '方 理事長石仲平']);
  });

  it('follow a rename where she says so, and stay linked after the program was closed', async () => {
    await app.page.keyboard.type('由@方');
    await menu().waitFor();
    await press('Enter');
    await app.page.keyboard.type('報告');
    await app.page.locator('.status-save[data-state="saved"]').waitFor();
    await app.page.reload();
    await mention().waitFor();
    await app.page.getByRole('tab', { name: /^出席/ }).click();
    await row('方若蘭').dblclick();
    await app.page.locator('.roster-field-title').fill('代理事長');
    await app.page.locator('.roster-field-title').blur();
    await app.page.locator('.toast', { hasText: '文中有 1 處提到方若蘭' }).getByRole('button', { name: '一併更新' }).click();
    await expect.poll(() => lines(app.page)).toEqual(['由代理事長方若蘭報告']);
  });

  it('fill the fields of one who speaks', async () => {
    await app.page.keyboard.type('/zc');
    await app.page.locator('.slash').waitFor();
    await press('Enter');
    await app.page.locator('.mb-section[data-kind="speech"] [data-slot="name"] .mb-field').click();
    await press('Control+a');
    await app.page.keyboard.type('@溫');
    await menu().waitFor();
    await press('Enter');
    await expect.poll(async () => (await app.page.locator('.mb-section[data-kind="speech"] .mb-section-heading').innerText()).replace(/\s/g, '')).toBe('溫書瑜監事致詞');
  });
});

it('a record that is pasted whole brings its people, and one undo takes them back', async () => {
  await toText();
  await paste(app.page, { 'text/plain': '時間：2026年1月19日\n出席：石仲平、方若蘭、唐以安\n請假：葛明遠\n石仲平理事長致詞\n歡迎各位。' });
  await app.page.getByRole('button', { name: '整理後貼上' }).click();
  await expect.poll(order).toEqual(['石仲平', '方若蘭', '唐以安', '葛明遠']);
  expect(await states()).toBe('present present present leave');
  await press('Control+z');
  await expect.poll(order).toEqual([]);
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
