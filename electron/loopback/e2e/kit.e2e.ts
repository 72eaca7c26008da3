/** 會議用文件 and 議程 → 紀錄: what is made from one record before, during and after its meeting. */
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

const sections = () => app.page.locator('.mb-paper .mb-section').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['kind']));

it('the items of the agenda become the sections of the record, as one step that can be undone', async () => {
  await newBlankMeeting(app.page);
  await command(app.page, '議程');
  await app.page.locator('.mb-section[data-kind="agenda"]').waitFor();
  // What the program suggests goes on with 討論事項, 臨時動議 and 散會.
  for (const [index, words] of ['會務報告', '審議下年度預算案', '選舉第七屆常務理事'].entries()) {
    await app.page.getByLabel(`第 ${index + 1} 項議程`, { exact: true }).fill(words);
    await app.page.keyboard.press('Tab');
  }
  await app.page.waitForTimeout(300);
  await command(app.page, '依議程建立各段');
  await expect.poll(sections).toEqual(['agenda', 'heardReport', 'resolution', 'election', 'extemporeMotion', 'adjournment']);
  expect(await app.page.locator('.mb-paper .mb-heading').allInnerTexts()).toEqual(['討論事項']);
  expect(await app.page.locator('.mb-paper').innerText()).toContain('審議下年度預算案');
  await app.page.keyboard.press('Control+z');
  await expect.poll(sections).toEqual(['agenda']);
  await command(app.page, '依議程建立各段');
  await expect.poll(sections).toHaveLength(6);
  await command(app.page, '依議程建立各段');
  await app.page.getByText('議程的各項都已經有段落了。').waitFor();
  expect(await sections()).toHaveLength(6);
});

it('the papers of the meeting are Word files with what the record knows', async () => {
  await app.page.getByRole('menuitem', { name: '檔案' }).click();
  await app.page.getByRole('menuitem', { name: '會議用文件…' }).click();
  const made = async (name: string) => {
    const begun = app.page.waitForEvent('download');
    await app.page.getByRole('button', { name: `匯出 Word… ${name}`, exact: true }).click();
    return openDownload(await begun);
  };
  expect((await made('開會通知單')).text).toContain('會務報告');
  // Pressed twice before anything is seen to happen, it is made once.
  const asked: string[] = [];
  app.page.on('request', (request) => void (request.url().endsWith('/rpc/store/exports/kit') && asked.push(request.url())));
  const twice = app.page.waitForEvent('download');
  await app.page.getByRole('button', { name: '匯出 Word… 開會通知單', exact: true }).evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await twice;
  expect((await made('簽到簿')).text).toContain('簽名');
  expect((await made('委託書')).text).toContain('茲委託');
  const ballot = await made('選票');
  expect(ballot.text).toContain('選舉第七屆常務理事');
  expect(asked).toHaveLength(4);
  expect(ballot.name).toMatch(/選票\.docx$/);
  await app.page.getByLabel('選票、計票單用於').selectOption({ label: '議案 · 審議下年度預算案' });
  const tally = await made('計票單');
  expect(tally.text).toContain('審議下年度預算案表決計票單');
  await app.page.keyboard.press('Escape');
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
