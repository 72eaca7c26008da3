/** Blocks as a whole: moved, deleted, numbered, aligned, cleaned and found again. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type App, startApp } from './setup/app.ts';
import { command, failuresOf, lines, newBlankMeeting, paste } from './setup/paper.ts';

let app: App;
let failures: string[];
beforeAll(async () => {
  app = await startApp();
  failures = failuresOf(app.page);
});
afterAll(() => app.close());
beforeEach(() => newBlankMeeting(app.page));

/** 1 × 1, red. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const press = async (...keys: string[]) => {
  for (const key of keys) {
    await app.page.keyboard.press(key);
    await app.page.waitForTimeout(60);
  }
};
async function write(...paragraphs: string[]): Promise<void> {
  for (const [index, text] of paragraphs.entries()) {
    if (index > 0) await press('Enter');
    await app.page.keyboard.insertText(text);
  }
  await app.page.waitForTimeout(60);
}
const drawn = () =>
  app.page.locator('.mb-item').evaluateAll((items) => items.map((item) => `${item.getAttribute('data-level')}${item.hasAttribute('data-restart') ? ' anew' : ''} ${item.textContent}`));

it('a paragraph moves up and down by key, and every move is one undo', async () => {
  await write('甲', '乙', '丙');
  await press('Alt+Shift+ArrowUp');
  await expect.poll(() => lines(app.page)).toEqual(['甲', '丙', '乙']);
  await press('Alt+Shift+ArrowUp');
  await expect.poll(() => lines(app.page)).toEqual(['丙', '甲', '乙']);
  await press('Control+z');
  await expect.poll(() => lines(app.page)).toEqual(['甲', '丙', '乙']);
  await press('Alt+Shift+ArrowDown');
  await expect.poll(() => lines(app.page)).toEqual(['甲', '乙', '丙']);
});

it('a block is deleted by its command and comes back', async () => {
  await write('甲', '乙', '丙');
  await press('ArrowUp');
  await command(app.page, '刪除這個區塊');
  await expect.poll(() => lines(app.page)).toEqual(['甲', '丙']);
  await press('Control+z');
  await expect.poll(() => lines(app.page)).toEqual(['甲', '乙', '丙']);
});

it('a picture and a page break are deleted by key once they are selected', async () => {
  await write('甲');
  await press('Control+Enter');
  await paste(app.page, {}, png);
  const figure = app.page.locator('figure.mb-image');
  await expect.poll(() => figure.getAttribute('data-state')).toBe('shown');
  await app.page.locator('.mb-page-break').click();
  await press('Delete');
  await expect.poll(() => app.page.locator('.mb-page-break').count()).toBe(0);
  await figure.locator('img').click();
  await press('Escape');
  await app.page.waitForTimeout(150);
  await press('Backspace');
  await expect.poll(() => figure.count()).toBe(0);
  await press('Control+z');
  await expect.poll(() => figure.count()).toBe(1);
  await press('Control+z');
  await expect.poll(() => app.page.locator('.mb-page-break').count()).toBe(1);
  expect((await lines(app.page))[0]).toBe('甲');
});

it('「一、」 typed at the start makes a numbered line; the first undo brings the typed marker back', async () => {
  await app.page.keyboard.type('一、');
  await expect.poll(drawn).toEqual(['1 ']);
  await press('Control+z');
  await expect.poll(() => lines(app.page)).toEqual(['一、']);
  expect(await drawn()).toEqual([]);
  await press('Control+y');
  await expect.poll(drawn).toEqual(['1 ']);
});

it('numbering begins anew where she asks, and goes on again', async () => {
  await press('Control+Alt+5');
  await write('甲', '乙', '丙');
  await command(app.page, '重新編號');
  await expect.poll(drawn).toEqual(['1 甲', '1 乙', '1 anew 丙']);
  await command(app.page, '重新編號');
  await expect.poll(drawn).toEqual(['1 甲', '1 乙', '1 丙']);
});

it('a paragraph is aligned by key, and loses it by the same key', async () => {
  await write('置中的一行');
  const align = () => app.page.locator('.mb-paper > .mb-paragraph').first().evaluate((line) => (line as HTMLElement).style.textAlign);
  for (const [key, value] of [['Control+e', 'center'], ['Control+r', 'end'], ['Control+j', 'justify'], ['Control+l', 'start']] as const) {
    await press(key);
    await expect.poll(align).toBe(value);
  }
  await press('Control+l');
  await expect.poll(align).toBe('');
});

it('marks are set by key and all cleared at once; the words stay', async () => {
  await write('粗體文字');
  await press('Control+a', 'Control+b', 'Control+u');
  const marked = app.page.locator('.mb-paragraph .mb-bold.mb-underline');
  await expect.poll(() => marked.count()).toBe(1);
  await press('Control+Space');
  await expect.poll(() => marked.count()).toBe(0);
  expect(await lines(app.page)).toEqual(['粗體文字']);
  await press('Control+z');
  await expect.poll(() => marked.count()).toBe(1);
});

it('整理文字 shows what it would repair, and one undo takes it back', async () => {
  await paste(app.page, { 'text/plain': '會議現(xiàn)場由石仲平理事長主持。' });
  await app.page.getByRole('button', { name: '原樣貼上' }).click();
  await expect.poll(() => lines(app.page)).toEqual(['會議現(xiàn)場由石仲平理事長主持。']);
  await command(app.page, '整理文字…');
  const dialog = app.page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.locator('.button.primary').click();
  await expect.poll(() => lines(app.page)).toEqual(['會議現場由石仲平理事長主持。']);
  await press('Control+z');
  await expect.poll(() => lines(app.page)).toEqual(['會議現(xiàn)場由石仲平理事長主持。']);
});

it('the outline goes to a heading far below, puts the caret there and marks it', async () => {
  await paste(app.page, { 'text/html': `<p><b>開場</b></p>${'<p>逐字內容。</p>'.repeat(80)}<h2>分組討論</h2><p>末段</p>` });
  const entry = app.page.locator('.outline-entry', { hasText: '分組討論' });
  await entry.waitFor();
  await app.page.locator('.desk').evaluate((desk) => (desk.scrollTop = 0));
  await entry.click();
  const heading = app.page.locator('h2.mb-heading');
  await expect.poll(() => heading.evaluate((one) => one.getBoundingClientRect().top > 0 && one.getBoundingClientRect().bottom < innerHeight)).toBe(true);
  expect(await app.page.evaluate(() => [...(CSS.highlights.get('minutebook-hit') ?? [])].map(String))).toEqual(['分組討論']);
  await app.page.keyboard.type('一');
  await expect.poll(() => heading.textContent()).toBe('一分組討論');
});

it('a hit of the search is marked in the text that it opens', async () => {
  await write('前文', '其中提到銀杏步道的養護。');
  await expect.poll(() => app.page.locator('.status, footer, [class*=status]').allTextContents(), { timeout: 10_000 }).toEqual(expect.arrayContaining([expect.stringContaining('已儲存')]));
  await app.page.locator('[data-search]').fill('銀杏步道');
  const hit = app.page.locator('.library mark').first();
  await hit.click();
  await expect.poll(() => app.page.evaluate(() => [...(CSS.highlights.get('minutebook-hit') ?? [])].map(String))).toEqual(['銀杏步道']);
  await app.page.locator('[data-search]').fill('');
});

it('the status line says on which page the caret is and how many there are', async () => {
  const status = app.page.locator('.status-page');
  await expect.poll(() => status.textContent(), { timeout: 10_000 }).toBe('第 1 頁，共 1 頁');
  await paste(app.page, { text: Array.from({ length: 70 }, (_, index) => `第${index + 1}段`).join('\n') });
  await expect.poll(() => status.textContent(), { timeout: 10_000 }).toBe('第 3 頁，共 3 頁');
  await press('Control+Home');
  await expect.poll(() => status.textContent(), { timeout: 10_000 }).toBe('第 1 頁，共 3 頁');
  // In 简, and with 22 lines a page.
  await app.page.locator('.status-layout').click();
  await app.page.getByRole('menuitemradio', { name: /GB\/T 9704/ }).click();
  await expect.poll(() => status.textContent(), { timeout: 10_000 }).toBe('第 1 頁，共 4 頁');
});

it('leaves no failure on the page', () => expect(failures).toEqual([]));
