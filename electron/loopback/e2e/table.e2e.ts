/** Tables: made by keys, grown, merged, with a header row. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { failuresOf, newBlankMeeting } from './setup/paper.ts';

let app: App;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  failures = failuresOf(app.page);
});
afterAll(() => app.close());
beforeEach(async () => {
  await newBlankMeeting(app.page);
  await app.page.keyboard.type('/bg');
  await app.page.locator('.slash [data-command="insert.table"]').click();
  await app.page.locator('.small-window:has(.table-size) :focus').waitFor();
  for (const key of ['ArrowRight', 'ArrowUp']) await app.page.keyboard.press(key);
  await app.page.keyboard.press('Enter');
  await app.page.locator('.mb-table').waitFor();
  await app.page.waitForTimeout(80);
});

const size = async () => ({
  rows: await app.page.locator('.mb-table tr').count(),
  cells: await app.page.locator('.mb-table :is(td, th)').count(),
});
const tableMenu = async (id: string) => {
  await app.page.getByRole('button', { name: '表格工具' }).click();
  await app.page.locator(`.menu-popup [data-command="${id}"]`).click();
  await app.page.waitForTimeout(80);
};

it('has the size chosen by arrow keys, and the caret in its first cell', async () => {
  expect(await size()).toEqual({ rows: 2, cells: 8 });
  await app.page.keyboard.type('項次');
  expect(await app.page.locator('.mb-table tr').first().locator('th, td').first().textContent()).toBe('項次');
});

it('is walked by Tab and grows by a row in the last cell, which one undo takes back', async () => {
  for (let cell = 1; cell < 8; cell += 1) {
    await app.page.keyboard.press('Tab');
    await app.page.waitForTimeout(30);
  }
  await app.page.keyboard.type('末格');
  await app.page.keyboard.press('Tab');
  await expect.poll(size).toEqual({ rows: 3, cells: 12 });
  await app.page.keyboard.type('合計');
  expect(await app.page.locator('.mb-table tr').nth(2).locator('td').first().textContent()).toBe('合計');
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+z');
  await expect.poll(size).toEqual({ rows: 2, cells: 8 });
});

it('gets and loses rows and columns at the caret', async () => {
  await tableMenu('table.rowBelow');
  await tableMenu('table.columnAfter');
  expect(await size()).toEqual({ rows: 3, cells: 15 });
  await tableMenu('table.deleteColumn');
  await tableMenu('table.deleteRow');
  expect(await size()).toEqual({ rows: 2, cells: 8 });
  await tableMenu('table.deleteTable');
  expect(await app.page.locator('.mb-table').count()).toBe(0);
});

it('joins cells that are selected and parts them again', async () => {
  const [first, second] = [app.page.locator('.mb-table tr').nth(1).locator('td').nth(0), app.page.locator('.mb-table tr').nth(1).locator('td').nth(1)];
  const [from, to] = [await first.boundingBox(), await second.boundingBox()];
  await app.page.mouse.move(from!.x + 20, from!.y + 10);
  await app.page.mouse.down();
  await app.page.mouse.move(to!.x + 20, to!.y + 10, { steps: 6 });
  await app.page.mouse.up();
  await tableMenu('table.merge');
  await expect.poll(() => app.page.locator('.mb-table [colspan="2"]').count()).toBe(1);
  await tableMenu('table.split');
  await expect.poll(size).toEqual({ rows: 2, cells: 8 });
});

it('has a header row that can be taken back', async () => {
  expect(await app.page.locator('.mb-table th').count()).toBe(4);
  await tableMenu('table.headerRow');
  expect(await app.page.locator('.mb-table th').count()).toBe(0);
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
