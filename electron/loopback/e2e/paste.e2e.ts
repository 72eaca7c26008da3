/** Pasting into the whole program, in a real Chromium. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectFolder } from '#electron/host/places.ts';
import { type App, startApp } from './setup/app.ts';
import { failuresOf, lines, newBlankMeeting, paste } from './setup/paper.ts';

let app: App;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  failures = failuresOf(app.page);
});
afterAll(() => app.close());
beforeEach(() => newBlankMeeting(app.page));

const record = [
  '青禾綠化協會第三屆理事會第四次會議紀錄',
  '時間：2026年1月19日',
  '會議現(xiàn)場由石仲平理事長主持。',
  '市園林局方若蘭副局長致辭',
  '方若蘭副局長代表市園林局致辭，對大會召開表示祝賀。',
  '石仲平理事長作年度工作報告',
  '報告從兩個方面總結：一是植樹；二是會員。',
  '會議審議通過了《志工管理辦法》修訂案。',
].join('\n');

const dialog = () => app.page.getByRole('dialog', { name: '貼上前的整理' });

describe('a plain record', () => {
  it('is shown before it is repaired, becomes sections with its title at the head, and goes with one undo', async () => {
    await paste(app.page, { 'text/plain': record });
    await expect.poll(() => dialog().isVisible()).toBe(true);
    expect(await dialog().textContent()).toMatch(/拼音標注1 處/);
    expect(await dialog().locator('.repair-sections > li').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/致辭方若蘭/), expect.stringMatching(/報告石仲平/), expect.stringMatching(/審議通過.*志工管理辦法/)]),
    );
    await app.page.getByRole('button', { name: '整理後貼上' }).click();
    await expect.poll(() => app.page.locator('.mb-section').count()).toBeGreaterThanOrEqual(3);
    expect((await lines(app.page)).join('')).toContain('會議現場由石仲平理事長主持。');
    expect(await app.page.locator('.mb-head').textContent()).toContain('青禾綠化協會第三屆理事會第四次會議紀錄');
    await app.page.keyboard.press('Control+z');
    await expect.poll(() => app.page.locator('.mb-section').count()).toBe(0);
    expect((await lines(app.page)).join('')).toBe('');
    expect(await app.page.locator('.mb-head').textContent()).not.toContain('青禾');
  });

  it('can be pasted as it stands, every line a paragraph', async () => {
    await paste(app.page, { 'text/plain': record });
    await app.page.getByRole('button', { name: '原樣貼上' }).click();
    await expect.poll(async () => (await lines(app.page)).filter((line) => line !== '')).toEqual(record.split('\n'));
  });

  it('is not pasted when she cancels', async () => {
    await paste(app.page, { 'text/plain': record });
    await dialog().waitFor();
    await app.page.keyboard.press('Escape');
    await expect.poll(() => dialog().count()).toBe(0);
    expect((await lines(app.page)).join('')).toBe('');
  });

  const sample = join(projectFolder(), '../shared/samples/council-meeting.txt');
  it.runIf(existsSync(sample))('of the real sample loses all 504 pinyin notes and no part of the meeting', async () => {
    await paste(app.page, { 'text/plain': readFileSync(sample, 'utf8') });
    await expect.poll(() => dialog().isVisible()).toBe(true);
    expect(await dialog().textContent()).toMatch(/拼音標注504 處/);
    await app.page.getByRole('button', { name: '整理後貼上' }).click();
    await expect.poll(() => app.page.locator('.mb-section').count()).toBeGreaterThanOrEqual(9);
    expect(await app.page.locator('.mb-paper').textContent()).not.toMatch(/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/);
  });
});

describe('a piece of text', () => {
  it('of one line goes in at the caret without a question', async () => {
    await app.page.keyboard.type('本次');
    await paste(app.page, { 'text/plain': '會議' });
    expect(await lines(app.page)).toEqual(['本次會議']);
  });

  it('with Ctrl+Shift+V stays plain, whatever the clipboard holds', async () => {
    await app.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await app.page.evaluate((text) => {
      const form = (type: string, words: string) => ({ [type]: new Blob([words], { type }) });
      return navigator.clipboard.write([new ClipboardItem({ ...form('text/plain', text), ...form('text/html', `<p><b>${text}</b></p>`) })]);
    }, record);
    await app.page.keyboard.press('Control+Shift+V');
    await expect.poll(async () => (await lines(app.page)).filter((line) => line !== '')).toEqual(record.split('\n'));
    expect(await dialog().count()).toBe(0);
  });

  it('of several numbered lines becomes items', async () => {
    await paste(app.page, { 'text/plain': '一、確認前次紀錄\n二、年度計畫\n（一）經費' });
    await expect.poll(() => app.page.locator('.mb-item').count()).toBe(3);
    expect((await lines(app.page)).filter((line) => line !== '')).toEqual(['確認前次紀錄', '年度計畫', '經費']);
  });

  it('in a field of the head is one line', async () => {
    await app.page.locator('.mb-head [data-slot="title"] .mb-field').click();
    await paste(app.page, { 'text/plain': '理事會會議紀錄\n', 'text/html': '<h1>理事會會議紀錄</h1>' });
    await expect.poll(() => app.page.locator('.mb-head [data-slot="title"]').textContent()).toBe('理事會會議紀錄');
  });
});

describe('a piece of a Word document', () => {
  it('keeps its numbers, its table with merged cells and its bold words', async () => {
    const html = readFileSync(join(projectFolder(), 'renderer/paste/fixtures/word.html'), 'utf8');
    await paste(app.page, { 'text/html': html, 'text/plain': '討論事項' });
    await app.page.locator('.mb-table').waitFor();
    expect(await app.page.locator('.mb-item').count()).toBe(4);
    expect(await app.page.locator('.mb-item .mb-bold').textContent()).toBe('志工管理辦法');
    expect(await app.page.locator('.mb-table [rowspan="2"]').count()).toBe(1);
    expect(await app.page.locator('.mb-table [colspan="2"]').count()).toBe(1);
    expect(await app.page.locator('.mb-paper').textContent()).not.toContain('保留');
    await app.page.keyboard.press('Control+z');
    await expect.poll(() => app.page.locator('.mb-table').count()).toBe(0);
  });
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
