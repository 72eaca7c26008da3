/** `npm run screenshots`: walks the real program through the main job and writes its pictures into docs/images/. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { type App, startApp } from '#electron/loopback/e2e/setup/app.ts';
import buildPage from '#electron/loopback/e2e/setup/build.ts';
import { newBlankMeeting, paste } from '#electron/loopback/e2e/setup/paper.ts';
import { projectFolder } from '#electron/host/places.ts';
import { fillShown } from './screenshots-data.ts';
import { smallerPng } from './screenshots-png.ts';

const { values: asked } = parseArgs({ options: { only: { type: 'string' }, out: { type: 'string' } } });
const folder = asked.out ?? join(projectFolder(), 'docs', 'images');
/** Of a picture of 1280 × 800, in bytes; a larger one may be as much larger. */
const largest = 250 * 1024;
const usual = { width: 1280, height: 800 };

type Scheme = 'light' | 'dark';
type Shot = (name: string) => Promise<void>;

const recordTitle = '第六屆理事會第四次會議紀錄';
const damaged = [
  '青禾綠化協會第六屆理事會第五次會議紀錄',
  '時間：2026年12月4日',
  '會議現(xiàn)場由石仲平理事長主持，發(fā)展?fàn)顩r良好。',
  '市園林局方若蘭副局長致辭',
  '方若蘭副局長代表市園林局致辭，對大會召開表示祝賀。',
  '石仲平理事長作年度工作報告',
  '報告從兩個方面總結：一是植樹；二是會員。',
  '會議審議通過了《志工管理辦法》修訂案。',
].join('\n');

const settle = (page: Page) => page.waitForTimeout(350);
const saved = (page: Page) => page.locator('.status-save[data-state="saved"]').waitFor();
const section = (page: Page, kind: string) => page.locator(`.mb-section[data-kind="${kind}"]`).first();

/** Opens the full record at its head. */
async function openRecord(page: Page): Promise<void> {
  await page.locator('.meeting-row', { hasText: recordTitle }).first().click();
  await page.locator('.mb-title', { hasText: recordTitle }).waitFor();
  await saved(page);
  await page.mouse.move(640, 790);
  await settle(page);
}

/** Puts the caret at the end of the speech, and waits until the text knows. */
async function toEnd(page: Page): Promise<void> {
  await section(page, 'speech').locator('.mb-paragraph').last().click();
  await settle(page);
  await page.keyboard.press('End');
  await settle(page);
}

/** What is photographed, in the order of the main job; each leaves the program as the next one finds it. */
const scenes: Readonly<Record<string, (page: Page, shot: Shot, app: App) => Promise<void>>> = {
  async window(page, shot) {
    await openRecord(page);
    await shot('window');
  },
  async sections(page, shot) {
    await openRecord(page);
    for (const kind of ['attendance', 'speech', 'report', 'resolution']) {
      const place = section(page, kind);
      await place.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await place.locator('.mb-field').first().click();
      await settle(page);
      await shot(`section-${kind}`);
    }
    await page.locator('.mb-paper td').nth(4).click();
    await settle(page);
    await shot('table');
  },
  async slash(page, shot) {
    await openRecord(page);
    await toEnd(page);
    await page.keyboard.press('Enter');
    await page.keyboard.type('/');
    await page.getByRole('listbox', { name: '插入' }).waitFor();
    await settle(page);
    await shot('slash');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await settle(page);
    await saved(page);
  },
  async search(page, shot) {
    await openRecord(page);
    await page.keyboard.press('Control+Shift+F');
    await page.keyboard.insertText('审议通过');
    await page.locator('.search-results mark').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await settle(page);
    await shot('search');
    await page.locator('[data-search]').focus();
    await page.keyboard.press('Escape');
  },
  async versions(page, shot) {
    await openRecord(page);
    await page.getByRole('tab', { name: '版本' }).click();
    await page.locator('.version').nth(2).click();
    await page.locator('.difference[data-changed]').first().waitFor();
    await settle(page);
    await shot('versions');
    await page.getByRole('button', { name: '行內' }).click();
    await settle(page);
    await shot('versions-inline');
    await page.getByRole('button', { name: '並排' }).click();
    await settle(page);
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: '大綱' }).click();
  },
  async newMeeting(page, shot) {
    await page.keyboard.press('Control+Alt+n');
    await page.locator('.template-card input:checked').waitFor({ state: 'attached' });
    await settle(page);
    await shot('new-meeting');
    await page.keyboard.press('Escape');
  },
  async palette(page, shot) {
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('匯出');
    await settle(page);
    await shot('palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  },
  async settings(page, shot) {
    await page.keyboard.press('Control+,');
    await settle(page);
    await shot('settings');
    await page.keyboard.press('Escape');
  },
  async paste(page, shot) {
    await newBlankMeeting(page);
    await paste(page, { 'text/plain': damaged });
    await page.getByRole('dialog').waitFor();
    await settle(page);
    await shot('paste-preview');
    await page.getByRole('button', { name: '整理後貼上' }).click();
    await saved(page);
    await settle(page);
    await shot('pasted');
  },
  async draft(page, shot) {
    await page.keyboard.press('Control+Alt+n');
    await page.locator('.template-card input:checked').waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('.mb-paper').waitFor();
    await saved(page);
    await settle(page);
    await shot('template');
    await page.getByRole('menuitem', { name: '檔案' }).click();
    await settle(page);
    await shot('menu');
    await page.getByRole('menuitem', { name: '匯出…' }).click();
    await page.getByRole('dialog').waitFor();
    await settle(page);
    await shot('export');
    await page.keyboard.press('Escape');
  },
  async trash(page, shot) {
    for (let count = 0; count < 2; count += 1) {
      await page.locator('.meeting-row').first().click({ button: 'right' });
      await page.getByRole('menuitem', { name: '移到垃圾桶' }).click();
      await settle(page);
    }
    await page.getByRole('button', { name: '垃圾桶', exact: true }).click();
    await page.locator('.trash-row').nth(1).waitFor();
    await settle(page);
    await shot('trash');
    await page.getByRole('button', { name: '回到會議清單' }).click();
  },
  async conflict(page, _shot, app) {
    await openRecord(page);
    const other = await app.openPage();
    await openRecord(other);
    const write = async (on: Page, text: string) => {
      await on.bringToFront();
      await toEnd(on);
      await on.keyboard.insertText(text);
    };
    await other.route('**/rpc/store/**', (route) => route.abort());
    await write(other, '與會代表表示贊同。');
    await other.locator('.status-save[data-state="failed"]').waitFor();
    await write(page, '會場響起掌聲。');
    await page.waitForTimeout(1500);
    await saved(page);
    await other.unroute('**/rpc/store/**');
    await other.evaluate(() => window.dispatchEvent(new Event('online')));
    await other.locator('.status-save[data-state="conflict"]').waitFor();
    await other.bringToFront();
    await other.getByRole('button', { name: '並排比較' }).click();
    await settle(other);
    await photograph(other, 'conflict');
    await other.close({ runBeforeUnload: false });
  },
  async failedSave(page, shot, app) {
    await openRecord(page);
    await app.kill();
    await toEnd(page);
    await page.keyboard.insertText('停電之後寫的字還在這裡。');
    await page.locator('.status-save[data-state="failed"]').waitFor();
    await settle(page);
    await shot('failed-save');
  },
};

/** The scenes that are taken in the dark too. */
const darkScenes = ['window', 'search', 'versions', 'newMeeting', 'paste', 'settings'];

let suffix = '';
const fileOf = (name: string): string => join(folder, `${name}${suffix}.png`);

async function photograph(page: Page, name: string): Promise<void> {
  const picture = smallerPng(await page.screenshot());
  const { width, height } = page.viewportSize() ?? usual;
  if (picture.length > (largest * width * height) / (usual.width * usual.height)) throw new Error(`${name}${suffix}.png has ${picture.length} bytes`);
  await writeFile(fileOf(name), picture);
}

async function take(names: readonly string[], scheme: Scheme, viewport: { width: number; height: number }): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'minutebook-screenshots-'));
  const databasePath = join(place, 'minutebook.db');
  fillShown(databasePath);
  const app = await startApp({ databasePath, viewport, colorScheme: scheme });
  try {
    for (const name of names) {
      if (asked.only && !asked.only.split(',').includes(name)) continue;
      await scenes[name]?.(
        app.page,
        async (file) => {
          await photograph(app.page, file);
        },
        app,
      );
    }
  } finally {
    await app.close();
    await rm(place, { recursive: true, force: true });
  }
}

await mkdir(folder, { recursive: true });
buildPage();
await take(Object.keys(scenes), 'light', usual);
suffix = '-dark';
await take(darkScenes, 'dark', usual);
suffix = '-large';
await take(['window'], 'light', { width: 1920, height: 1080 });
