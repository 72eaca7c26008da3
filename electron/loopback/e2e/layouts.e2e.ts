/** 版面 in the window: a record goes out in the layout that is chosen for it, with its official marks, and in a layout of her own. */
import { strFromU8, unzipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { failuresOf, holdBack, newBlankMeeting } from './setup/paper.ts';

let app: App;
let page: Page;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  page = app.page;
  failures = failuresOf(page);
});
afterAll(() => app.close());

const layoutButton = () => page.locator('.status-line').getByRole('button', { name: /^版面：/ });

async function documentXml(): Promise<string> {
  await page.getByRole('menuitem', { name: '檔案' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: '直接匯出' }).click();
  await page.getByRole('menuitem', { name: '匯出 Word' }).click();
  const anyway = page.getByRole('dialog').getByRole('button', { name: '仍要匯出' });
  const download = await Promise.race([downloading, anyway.waitFor().then(() => anyway.click()).then(() => downloading)]);
  return strFromU8(unzipSync(await readFile(await download.path()))['word/document.xml']!);
}

it('goes out as it is chosen in the status line, with its marks', async () => {
  await newBlankMeeting(page);
  await layoutButton().click();
  await page.getByRole('menuitemradio', { name: /^公文/ }).click();
  await page.getByRole('menuitemradio', { name: /^公文/ }).waitFor({ state: 'detached' });
  await layoutButton().click();
  await page.getByRole('menuitem', { name: '公文要素…' }).click();
  const marks = page.getByRole('dialog', { name: '公文要素' });
  await marks.getByLabel('紀要標誌').fill('青禾綠化協會紀要');
  await marks.getByLabel('期號').fill('7');
  await marks.getByLabel('抄送').fill('市園林局');
  await marks.getByLabel('印發日期').fill('下週');
  await page.keyboard.press('Enter');
  await marks.getByRole('alert').getByText('「印發日期」看不懂').waitFor();
  expect(await marks.getByLabel('印發日期').evaluate((field) => field === document.activeElement)).toBe(true);
  await marks.getByLabel('印發日期').fill('113年1月22日');
  await page.keyboard.press('Enter');
  await marks.waitFor({ state: 'detached' });
  const xml = await documentXml();
  for (const words of ['青禾绿化协会纪要', '市园林局', '2024年1月22日']) expect(xml.replace(/<[^>]*>/g, '')).toContain(words);
  expect(failures).toEqual([]);
});

it('goes out in a copy that she changed', async () => {
  await layoutButton().click();
  await page.getByRole('menuitem', { name: '自訂版面…' }).click();
  await page.getByRole('button', { name: '複製成自訂版面 協會' }).click();
  const form = page.getByRole('dialog', { name: '修改版面' });
  await form.getByLabel('名稱').waitFor();
  await page.keyboard.press('Escape');
  // A second copy that is kept late does not take the place of the one she is changing.
  const letThrough = await holdBack(page, 'layouts/put');
  await page.getByRole('button', { name: '複製成自訂版面 協會', exact: true }).click();
  await page.getByRole('button', { name: /^修改… 協會/ }).click();
  await form.getByLabel('字級').fill('200');
  await form.getByRole('button', { name: '儲存' }).click();
  await form.getByRole('alert').waitFor();
  await form.getByLabel('字級').fill('14');
  await form.getByLabel('名稱').fill('本會公文');
  await form.getByLabel('左', { exact: true }).fill('41');
  const isRead = Promise.all(['templates', 'phrases', 'wordTemplates', 'layouts'].map((own) => page.waitForResponse(`**/rpc/store/${own}/list`)));
  await letThrough();
  await isRead;
  await form.getByRole('button', { name: '儲存' }).click();
  await page.getByRole('radio', { name: '本會公文' }).click();
  expect(await page.locator('.layout-row:has(.layout-mine) > label').allInnerTexts()).toEqual(['本會公文', expect.stringContaining('協會')]);
  await page.getByRole('button', { name: '完成' }).click();
  await layoutButton().filter({ hasText: '本會公文' }).waitFor();
  expect(await documentXml()).toContain(`w:left="${Math.round((41 * 1440) / 25.4)}"`);
  expect(failures).toEqual([]);
});
