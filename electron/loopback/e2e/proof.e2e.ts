/** 檢核: what the window says of a Word file that was exported, and the way from there to what is open. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { command, failuresOf, newBlankMeeting } from './setup/paper.ts';
import { openDownload } from './setup/word-file.ts';

let app: App;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  failures = failuresOf(app.page);
});
afterAll(() => app.close());

const proof = () => app.page.getByRole('dialog', { name: '檢核' });

it('after an export a quiet notice leads to what was read back, and from there to a place that is not filled in', async () => {
  await newBlankMeeting(app.page);
  await app.page.keyboard.type('會議通過了年度工作計畫。');
  await command(app.page, '匯出 Word');
  const begun = app.page.waitForEvent('download');
  await app.page.getByRole('button', { name: '仍要匯出' }).click();
  expect((await openDownload(await begun)).text).toContain('會議通過了年度工作計畫。');
  await app.page.getByRole('button', { name: '查看檢核' }).click();
  await proof().getByText(/紀錄的 \d+ 個字都在檔案裡，次序相同。/).waitFor();
  await proof().getByText('檔案裡除了文件本身沒有別的內容。').waitFor();
  const paper = proof().getByRole('row', { name: /^紙張/ });
  expect(await paper.getByRole('cell').allInnerTexts()).toEqual(['210 × 297 mm', '210 × 297 mm', expect.any(String), expect.any(String)]);
  await proof().getByRole('button', { name: '〔地點〕' }).click();
  await proof().waitFor({ state: 'detached' });
  await expect.poll(() => app.page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest<HTMLElement>('[data-slot]')?.dataset['slot'])).toBe('place');
});

it('the palette proves the open meeting as it stands now', async () => {
  await app.page.keyboard.type('三樓會議室');
  await command(app.page, '檢核 Word 檔…');
  await proof().getByText(/^符合的條款/).waitFor();
  expect(await proof().getByRole('button', { name: '〔地點〕' }).count()).toBe(0);
  expect(await proof().getByRole('button', { name: '〔主席〕' }).count()).toBe(1);
  await app.page.keyboard.press('Escape');
  await proof().waitFor({ state: 'detached' });
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
