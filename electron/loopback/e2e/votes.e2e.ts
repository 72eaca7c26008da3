/** Votes and elections in the inspector: by mouse and by keyboard, with eighteen people, proxies and one who stands aside. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDb } from '#electron/db/index.ts';
import { type BodyCard, newBodyCard } from '#shared/directory/body.ts';
import { boardMeeting } from '#shared/minutes/fixtures.ts';
import { plain } from '#shared/minutes/inline.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import type { Person } from '#shared/minutes/roster.ts';
import { type App, startApp } from './setup/app.ts';
import { command, failuresOf, holdBack } from './setup/paper.ts';

const names = '石柳唐方溫葛江沈顧陸葉蔣丁白韓姚賀杜邱'.slice(0, 18);
const roster: Person[] = [...names].map((surname, index) => ({
  id: `voter0000${String(index).padStart(2, '0')}`,
  name: `${surname}小明`,
  organisation: '',
  title: '理事',
  attendance: index < 16 ? 'present' : 'proxy',
  ...(index >= 16 && { proxy: `voter0000${String(index - 16).padStart(2, '0')}` }),
}));

/** A board of twenty: sixteen there, two by proxy, two on leave. */
function board(): MinutesDocument {
  const record = boardMeeting();
  const away = ['甲', '乙'].map((name, index): Person => ({ id: `away0000${index}`, name, organisation: '', title: '理事', attendance: 'leave' }));
  return {
    ...record,
    id: 'votingboard',
    meta: { ...record.meta, title: '表決練習會議紀錄', body: '會員大會', bodyId: 'votingbody1' },
    roster: [...roster, ...away],
    blocks: [
      { id: 'para000001', kind: 'paragraph', inline: plain('會議開始。') },
      {
        id: 'charter0001', kind: 'resolution', heading: null, fields: { matter: '修訂章程第七條', decision: '' },
        values: { form: 'narrative', matterKind: 'charter', outcome: 'open' },
        body: [{ id: 'charter0002', kind: 'paragraph', inline: plain('會議討論了修訂章程第七條。') }],
      },
      { id: 'para000002', kind: 'paragraph', inline: plain('會議結束。') },
    ],
  };
}

/** The body that meets: a majority of all members for what is ordinary, checked against its charter. */
const body = (): BodyCard => ({
  ...newBodyCard('TW', 'Hant'),
  id: 'votingbody1',
  name: '會員大會',
  rules: [
    { matter: 'general', base: 'all', fraction: { numerator: 1, denominator: 2 }, comparator: 'moreThan', quorum: null, note: '章程第十五條', preset: false },
    { matter: 'charter', base: 'present', fraction: { numerator: 2, denominator: 3 }, comparator: 'atLeast', quorum: null, note: '章程第二十條', preset: false },
  ],
});

const folder = mkdtempSync(join(tmpdir(), 'minutebook-votes-'));
let app: App;
let page: Page;
let failures: string[];
beforeAll(async () => {
  const databasePath = join(folder, 'minutebook.db');
  const opened = openDb(databasePath);
  if (!opened.ok) throw new Error('no database');
  const record = board();
  const number = opened.value.meetings.insert(record, '2025-03-11T08:00:00.000Z');
  opened.value.documents.addVersion(number, 0, record, '2025-03-11T08:00:00.000Z');
  opened.value.cards.put('bodies', body().id, body(), '2025-03-11T08:00:00.000Z');
  opened.value.close();
  app = await startApp({ databasePath });
  page = app.page;
  failures = failuresOf(page);
  await page.locator('.meeting-row', { hasText: '表決練習' }).click();
  await page.locator('.mb-section').waitFor();
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const pane = (): Locator => page.locator('.section-pane');
const count = (name: string): Locator => pane().getByRole('textbox', { name, exact: true });
const says = (words: string | RegExp) => pane().getByText(words).first().waitFor();
const text = (): Promise<string> => page.locator('.mb-section .mb-section-body').first().innerText();
const outcome = (label: string) => pane().getByRole('combobox', { name: '決議', exact: true }).selectOption({ label });

it('a club that never counts sees the outcome alone', async () => {
  await page.locator('.mb-section .mb-paragraph').first().click();
  await page.getByRole('tab', { name: '本段' }).click();
  await says('計票');
  expect(await count('贊成').isVisible()).toBe(false);
  expect(await pane().locator('.finding').count()).toBe(0);
});

it('by mouse: who may vote comes from the roster, one stands aside, and the change of the charter fails by one vote', async () => {
  await pane().locator('summary', { hasText: '計票' }).click();
  await says('現在可表決 18 人');
  await pane().locator('summary', { hasText: '迴避' }).click();
  await pane().getByLabel('唐小明理事', { exact: true }).check();
  await says('現在可表決 17 人');
  for (let votes = 0; votes < 2; votes += 1) await pane().getByRole('button', { name: '反對加一' }).click();
  for (const [name, votes] of [['贊成', '11'], ['反對', '5'], ['棄權', '1']] as const) {
    await count(name).fill(votes);
    await count(name).press('Tab');
  }
  // Two thirds of seventeen are twelve.
  await says('需 12 票，只得 11 票，差 1 票');
  await outcome('審議通過');
  await says('需 12 票，只得 11 票，不能記為通過。');
  await page.getByTitle('1 段的文字或決議與票數不符').waitFor();
  await outcome('不予通過');
  await page.getByTitle('1 段的文字或決議與票數不符').waitFor({ state: 'detached' });
  await expect.poll(() => pane().locator('.finding.refusal').count()).toBe(0);
});

it('the sentence goes into the text as one step, and is corrected where the numbers change', async () => {
  await pane().getByRole('button', { name: '插入句子' }).click();
  const sentence = '實際出席18人（含委託出席2人），迴避1人，有表決權17人，贊成11票、反對5票、棄權1票，修訂章程第七條不予通過。';
  await expect.poll(text).toContain(`應出席20人，${sentence}`);
  await says('文字與票數相符。');
  await page.locator('.mb-section .mb-paragraph').first().click();
  await page.keyboard.press('Control+z');
  await expect.poll(text).not.toContain('贊成11票');
  await page.keyboard.press('Control+y');
  await expect.poll(text).toContain('贊成11票');
  await count('贊成').fill('12');
  await count('贊成').press('Enter');
  await count('反對').press('ArrowDown');
  await says('「贊成11票」與表決不符：贊成應是 12。');
  await pane().getByRole('button', { name: '更新文字' }).click();
  await expect.poll(text).toContain('贊成12票、反對4票、棄權1票');
});

it('一致通過 is refused over opposing votes, in the panel and in the text', async () => {
  await outcome('一致通過');
  await says('有反對 4 票、棄權 1 票，不能記為一致通過。');
  await outcome('審議通過');
  await expect.poll(() => pane().getByText('不能記為一致通過').count()).toBe(0);
  await pane().getByRole('button', { name: '更新文字' }).click();
  await expect.poll(text).toContain('照案通過');
  await page.locator('.mb-paper > .mb-paragraph').last().click();
  await page.keyboard.press('End');
  await page.keyboard.insertText('修訂章程第七條一致通過。');
  await page.locator('.mb-section .mb-paragraph').first().click();
  await says('另一處：文中寫「一致通過」，但有反對 4 票、棄權 1 票。');
  await pane().getByRole('button', { name: '前往' }).click();
  await expect.poll(() => page.evaluate(() => getSelection()?.anchorNode?.textContent)).toContain('修訂章程第七條一致通過');
});

it('by keyboard: a vote is counted without the mouse', async () => {
  await command(page, '審議通過');
  await page.locator('.mb-section').nth(1).waitFor();
  await expect.poll(() => pane().getByRole('combobox', { name: '事項類別' }).inputValue()).toBe('general');
  await pane().locator('summary', { hasText: '計票' }).focus();
  await page.keyboard.press('Enter');
  await count('贊成').focus();
  for (let votes = 0; votes < 3; votes += 1) await page.keyboard.press('ArrowUp');
  expect(await count('贊成').inputValue()).toBe('3');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('贊成');
  await page.keyboard.type('18');
  await page.keyboard.press('Tab');
  // Of all twenty, as the charter of this body has it: no preset is left to be checked.
  await says('需 11 票，已得 18 票');
  await says('規則：全體人數過半數');
  expect(await pane().getByText('這是程式附的預設').count()).toBe(0);
});

it('what follows a number or a choice at once stands on it', async () => {
  const number = pane().getByRole('textbox', { name: '決議編號' }).first();
  await number.fill('第六屆第一案');
  await pane().getByRole('button', { name: '贊成加一' }).click();
  expect([await number.inputValue(), await count('贊成').inputValue()]).toEqual(['第六屆第一案', '19']);
  await expect.poll(() => number.inputValue()).toBe('第六屆第一案');
  for (const name of ['決議', '事項類別']) {
    const choice = pane().getByRole('combobox', { name, exact: true });
    const at = () => choice.evaluate((select: HTMLSelectElement) => select.selectedIndex);
    const from = await at();
    await choice.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await at()).toBe(from + 2);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
  }
});

it('a vote that is counted before the store has told of the rules is kept under the rule of its body', async () => {
  const slow = await app.openPage();
  const tell = await holdBack(slow, 'bodies/get');
  const kept: string[] = [];
  slow.on('request', (request) => {
    if (request.url().endsWith('/store/meetings/save')) kept.push(request.postData() ?? '');
  });
  await slow.locator('.meeting-row', { hasText: '表決練習' }).click();
  await slow.locator('.mb-section').first().waitFor();
  await command(slow, '審議通過');
  await slow.getByRole('tab', { name: '本段' }).click();
  await slow.locator('.section-pane summary', { hasText: '計票' }).click();
  const inFavour = slow.locator('.section-pane').getByRole('textbox', { name: '贊成', exact: true });
  await inFavour.fill('17');
  await inFavour.press('Tab');
  await expect.poll(() => kept.join()).toContain('"inFavour":17');
  expect(kept.join()).not.toContain('人民團體法');
  await tell();
  await slow.getByText('規則：全體人數過半數').waitFor();
  await expect.poll(() => kept.join()).toContain('章程第十五條');
  await slow.close();
});

it('an election: votes name who is elected, a tie at the border waits for the lot, and it prints as a table', async () => {
  await command(page, '選舉');
  const section = page.locator('.mb-section[data-kind="election"]');
  await section.waitFor();
  await count('應選名額').waitFor();
  await count('應選名額').fill('2');
  await count('應選名額').press('Tab');
  for (const [index, [name, votes]] of ([['石小明', '9'], ['柳小明', '5'], ['唐小明', '5']] as const).entries()) {
    await pane().getByRole('button', { name: '加入候選人' }).click();
    await pane().getByRole('textbox', { name: '姓名' }).nth(index).fill(name);
    await pane().getByRole('textbox', { name: '姓名' }).nth(index).press('Tab');
    await count(`${name}得票`).fill(votes);
    await count(`${name}得票`).press('Tab');
  }
  await says('柳小明、唐小明同為 5 票，正在當選的界線上');
  await expect.poll(() => section.locator('.mb-data').innerText()).toContain('當選：石小明9票。');
  await count('唐小明的抽籤次序').fill('1');
  await count('唐小明的抽籤次序').press('Tab');
  await count('柳小明的抽籤次序').fill('2');
  await count('柳小明的抽籤次序').press('Tab');
  await expect.poll(() => section.locator('.mb-data').innerText()).toContain('當選：石小明9票、唐小明5票。');
  expect(await section.locator('.mb-data td').allInnerTexts()).toEqual(['1', '石小明', '9', '當選', '2', '唐小明', '5', '當選', '3', '柳小明', '5', '']);
  await count('有效').waitFor({ state: 'hidden' });
  expect(failures).toEqual([]);
});
