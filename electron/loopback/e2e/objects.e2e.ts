/** Links and pictures, blocks taken from one meeting into another, and undo over everything that a record holds. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { command, failuresOf, lines, newBlankMeeting, paste } from './setup/paper.ts';

let app: App;
let page: Page;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  page = app.page;
  failures = failuresOf(page);
});
afterAll(() => app.close());
beforeEach(() => newBlankMeeting(page));

/** 1 × 1, red. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
/** 4 × 2, red. */
const webp = 'UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoEAAIAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA=';

const press = async (...keys: string[]) => {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(70);
  }
};
const figure = () => page.locator('figure.mb-image');
const sizeShown = () => figure().locator('img').evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
const field = (name: string) => page.locator(`[data-slot="${name}"] .mb-field`);

/** Drops a picture file onto the first line of the paper. */
async function drop(picture: string, type: string): Promise<void> {
  await page.locator('.mb-paper > .mb-paragraph').first().evaluate(
    (line, { picture, type }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))], 'photo', { type }));
      const { left, top } = line.getBoundingClientRect();
      line.dispatchEvent(new DragEvent('drop', { dataTransfer, clientX: left + 60, clientY: top + 8, bubbles: true, cancelable: true }));
    },
    { picture, type },
  );
}
const kept = () => page.waitForResponse((answer) => answer.url().includes('assets/put'));

/** A photograph of 40 × 20 whose file says that it is to be turned by a quarter. */
const turnedPhoto = () =>
  page.evaluate(async () => {
    const canvas = new OffscreenCanvas(40, 20);
    canvas.getContext('2d')?.fillRect(0, 0, 40, 20);
    const jpeg = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer());
    const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
    const bytes = [0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...jpeg.subarray(2)];
    return btoa(String.fromCharCode(...bytes));
  });

describe('a link', () => {
  it('is asked for, refused where it is no address, set on the selected words, changed and removed', async () => {
    await page.keyboard.insertText('見網站');
    await press('Control+a');
    await command(page, '連結…');
    await page.getByLabel('網址').fill('不是網址');
    await page.getByRole('button', { name: '套用' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('網址').fill('https://qinghe.example/');
    await page.getByRole('button', { name: '套用' }).click();
    const link = page.locator('.mb-paper a.mb-link');
    await expect.poll(() => link.getAttribute('href')).toBe('https://qinghe.example/');
    expect(await link.textContent()).toBe('見網站');
    await press('End', 'ArrowLeft');
    await command(page, '連結…');
    await page.getByRole('button', { name: '移除連結' }).click();
    await expect.poll(() => link.count()).toBe(0);
    expect(await lines(page)).toEqual(['見網站']);
    await press('Control+z');
    await expect.poll(() => link.count()).toBe(1);
  });

  it('is written with its words where nothing is selected', async () => {
    await page.keyboard.insertText('見');
    await command(page, '連結…');
    await page.getByLabel('網址').fill('qinghe.example');
    await page.getByLabel('顯示文字').fill('本會網站');
    await page.keyboard.press('Enter');
    await expect.poll(() => lines(page)).toEqual(['見本會網站']);
  });
});

describe('a picture', () => {
  it('is dropped where it belongs, and undone', async () => {
    await page.keyboard.insertText('會場');
    await drop(png, 'image/png');
    await expect.poll(() => figure().getAttribute('data-state')).toBe('shown');
    await press('Control+z');
    await expect.poll(() => figure().count()).toBe(0);
    expect(await lines(page)).toEqual(['會場']);
  });

  it('is chosen in the file dialog', async () => {
    const choosing = page.waitForEvent('filechooser');
    await command(page, '圖片…');
    await (await choosing).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') });
    await expect.poll(() => figure().getAttribute('data-state')).toBe('shown');
  });

  it('of a kind that Word cannot show is kept as PNG', async () => {
    const answer = kept();
    await drop(webp, 'image/webp');
    expect(await (await answer).text()).toContain('image/png');
    await expect.poll(sizeShown).toEqual([4, 2]);
  });

  it('that a camera held sideways is kept the right way up', async () => {
    const photo = await turnedPhoto();
    const answer = kept();
    await drop(photo, 'image/jpeg');
    expect(await (await answer).text()).toMatch(/"width":20,"height":40/);
    await expect.poll(sizeShown).toEqual([20, 40]);
  });

  it('whose file does not come says so in words', async () => {
    await page.route('**/rpc/store/assets/get', (route) => route.abort());
    await drop(webp, 'image/webp');
    await figure().waitFor();
    await expect.poll(() => figure().locator('.mb-image-note').textContent(), { timeout: 20_000 }).toBe('找不到圖片檔案');
    await page.unroute('**/rpc/store/assets/get');
  });
});

it('a section copied from one meeting into another keeps its fields, its marks and its pictures', async () => {
  await command(page, '致辭');
  const section = page.locator('.mb-section');
  await section.waitFor();
  await section.locator('[data-slot="organisation"] .mb-field').click();
  await press('Control+a');
  await page.keyboard.insertText('市園林局');
  await section.locator('[data-slot="name"] .mb-field').click();
  await press('Control+a');
  await page.keyboard.insertText('方若蘭');
  await section.locator('.mb-section-body .mb-paragraph').last().click();
  await press('Control+a');
  await page.keyboard.insertText('她表示祝賀。');
  await press('Shift+Home', 'Control+b', 'End', 'Enter');
  await paste(page, {}, png);
  await expect.poll(() => section.locator('figure.mb-image').getAttribute('data-state')).toBe('shown');
  await section.locator('.mb-section-body .mb-paragraph').first().click();
  // The body, then the section as a whole.
  await press('Control+a', 'Control+a', 'Control+c');
  await newBlankMeeting(page);
  expect(await section.count()).toBe(0);
  await press('Control+v');
  await expect.poll(() => section.count()).toBe(1);
  expect(await section.locator('.mb-section-heading').textContent()).toMatch(/^市園林局方若蘭致[辭詞]$/);
  expect(await section.locator('.mb-bold').textContent()).toBe('她表示祝賀。');
  await expect.poll(() => section.locator('figure.mb-image').getAttribute('data-state')).toBe('shown');
  await press('Control+z');
  await expect.poll(() => section.count()).toBe(0);
});

it('undo and redo go over the title, the body, the data of the head and the roster, each in its turn', async () => {
  await field('title').click();
  await page.keyboard.insertText('理事會會議紀錄');
  await page.locator('.mb-paper > .mb-paragraph').first().click();
  await page.keyboard.insertText('會議開始。');
  await page.getByLabel('次', { exact: true }).fill('4');
  await page.getByLabel('次', { exact: true }).press('Tab');
  await page.getByRole('tab', { name: /出席/ }).click();
  await page.getByRole('button', { name: '加入一位' }).click();
  const people = page.locator('.roster-row');
  await expect.poll(() => people.count()).toBe(1);
  const state = async () => [await field('title').textContent(), (await lines(page)).join(), await page.getByLabel('次', { exact: true }).inputValue(), await people.count()];
  const steps = [
    ['理事會會議紀錄', '會議開始。', '4', 1],
    ['理事會會議紀錄', '會議開始。', '4', 0],
    ['理事會會議紀錄', '會議開始。', '', 0],
    ['理事會會議紀錄', '', '', 0],
    ['', '', '', 0],
  ];
  await page.locator('.mb-paper > .mb-paragraph').first().click();
  for (const step of steps.slice(1)) {
    await press('Control+z');
    await expect.poll(state).toEqual(step);
  }
  for (const step of steps.toReversed().slice(1)) {
    await press('Control+y');
    await expect.poll(state).toEqual(step);
  }
  await page.getByRole('tab', { name: '大綱' }).click();
});

it('a choice of the slash menu is one step: undo takes the section back and leaves no slash', async () => {
  await page.keyboard.type('會議開始/zc');
  await page.locator('.slash').waitFor();
  await press('Enter');
  await page.locator('.mb-section').waitFor();
  await press('Control+z');
  await expect.poll(() => page.locator('.mb-section').count()).toBe(0);
  expect(await lines(page)).toEqual(['會議開始']);
  await page.keyboard.type('。/h1');
  await page.locator('.slash').waitFor();
  await press('Enter');
  await expect.poll(() => page.locator('h1.mb-heading').textContent()).toBe('會議開始。');
  await press('Control+z');
  await expect.poll(() => lines(page)).toEqual(['會議開始。']);
  expect(await page.locator('h1.mb-heading').count()).toBe(0);
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
