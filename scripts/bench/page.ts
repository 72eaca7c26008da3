/** What she feels: start to editable, key to paint, and what an autosave costs the window. In a real Chromium. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { startStore } from '#electron/services/store.ts';
import { newMinutes } from '#shared/minutes/document.ts';
import { plain } from '#shared/minutes/inline.ts';
import { chromiumArguments, chromiumPath } from '../chromium.ts';
import { type Figure, figure, percentile } from './figures.ts';
import { paragraphs } from './pages/sample.ts';
import { keyToPaint, unthrottled } from './typing.ts';

const sizes = [1_000, 10_000, 100_000];
const project = new URL('../..', import.meta.url).pathname;
const settle = 1500;

interface Running {
  address: string;
  milliseconds: number;
  stop(): Promise<void>;
}

/** Starts the built program as `npm start -- --no-open` does; gives the time until it prints its address. */
export function startProgram(databasePath: string): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, ['scripts/start.ts', '--no-open', '--port', '0', '--db', databasePath], { cwd: project });
  return new Promise((done, failed) => {
    child.stderr.on('data', (chunk: Buffer) => process.stderr.write(chunk));
    child.once('exit', (code) => failed(new Error(`the program ended with ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      const address = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(chunk.toString())?.[0];
      if (!address) return;
      const milliseconds = performance.now() - began;
      const stop = () => new Promise<void>((ended) => child.once('exit', () => ended()).kill('SIGTERM'));
      done({ address, milliseconds, stop });
    });
  });
}

/** A database whose last opened meeting has about `characters` characters. */
export async function prepareMeeting(databasePath: string, characters: number): Promise<void> {
  const store = await startStore({ databasePath, resources: join(project, 'resources'), example: false });
  if (!store.ok) throw new Error(store.error.code);
  const blocks = paragraphs(characters).map((text, index) => ({
    id: `para${String(index).padStart(8, '0')}`,
    kind: 'paragraph' as const,
    inline: plain(text),
  }));
  const document = { ...newMinutes({ title: '青禾綠化協會會議紀錄' }), blocks };
  await store.value.client.meetings.create({ document });
  await store.value.client.settings.set({ settings: { lastMeeting: document.id, language: 'zh-Hant' } });
  await store.value.close();
}

/** Puts the caret at the end of a paragraph in the middle of the text. */
async function caretInMiddle(page: Page, paragraph: string): Promise<void> {
  const lines = page.locator(paragraph);
  await lines.nth(Math.floor((await lines.count()) / 2)).click();
  await page.keyboard.press('End');
  await page.waitForTimeout(settle);
}

/** The UI thread's time from the moment a save collects its changes until the request has left, for `times` saves. */
async function autosaves(page: Page, times: number): Promise<number[]> {
  for (let turn = 0; turn < times; turn += 1) {
    const before = await page.evaluate(() => (window as unknown as { saveTimes: number[] }).saveTimes.length);
    await page.keyboard.press(turn % 2 ? 'c' : 'd');
    await page.waitForFunction((count) => (window as unknown as { saveTimes: number[] }).saveTimes.length > count, before);
    await page.waitForTimeout(60);
  }
  return page.evaluate(() => (window as unknown as { saveTimes: number[] }).saveTimes);
}

/** Notes when a save's request leaves, against the mark that the saver sets when it begins to collect. */
const watchSaves = () => {
  const saveTimes: number[] = [];
  Object.assign(window, { saveTimes });
  const send = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const mark = performance.getEntriesByName('save').at(-1);
    if (url.includes('/meetings/save') && mark) {
      saveTimes.push(performance.now() - mark.startTime);
      performance.clearMarks('save');
    }
    return send(input, init);
  };
};

interface Measured {
  keys: number[];
  editable: number | null;
  saves: number[];
}

async function measureProgram(browser: Browser, address: string, withSaves: boolean): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(watchSaves);
  await page.goto(address);
  await page.locator('.mb-paper[contenteditable="true"] .mb-paragraph').first().waitFor();
  const editable = await page.evaluate(() => performance.now());
  await caretInMiddle(page, '.mb-paper .mb-paragraph');
  const keys = await keyToPaint(page);
  await page.waitForTimeout(settle);
  const saves = withSaves ? (await autosaves(page, 45)).slice(5) : [];
  await page.close();
  return { keys, editable, saves };
}

async function measurePeer(browser: Browser, address: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(address);
  await page.locator('body[data-ready]').waitFor();
  await caretInMiddle(page, '#editor > p');
  const keys = await keyToPaint(page);
  await page.close();
  return keys;
}

/** Builds the peers' pages and serves them. */
async function servePeers(folder: string): Promise<{ origin: string; close(): Promise<void> }> {
  const root = new URL('./pages', import.meta.url).pathname;
  const input = ['bare-lexical', 'contenteditable'].map((name) => join(root, `${name}.html`));
  const shared = { configFile: false as const, root, logLevel: 'error' as const };
  await build({ ...shared, build: { outDir: folder, emptyOutDir: true, rollupOptions: { input } } });
  const server = await preview({ ...shared, build: { outDir: folder }, preview: { port: 0, host: '127.0.0.1' } });
  return { origin: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}

/** Figures at 1k, 10k and 100k characters, every peer in the same browser, one after another. */
export async function pageFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-bench-'));
  const peers = await servePeers(join(folder, 'pages'));
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...chromiumArguments(), ...unthrottled] });
  const figures: Figure[] = [];
  try {
    for (const characters of sizes) {
      const databasePath = join(folder, `${characters}.db`);
      await prepareMeeting(databasePath, characters);
      const program = await startProgram(databasePath);
      const largest = characters === sizes.at(-1);
      const rounds: { ours: Measured; lexical: number[]; plain: number[] }[] = [];
      // Two rounds in turn: a machine that slows down slows all of them.
      for (let round = 0; round < 2; round += 1) {
        rounds.push({
          lexical: await measurePeer(browser, `${peers.origin}bare-lexical.html?chars=${characters}`),
          ours: await measureProgram(browser, program.address, largest),
          plain: await measurePeer(browser, `${peers.origin}contenteditable.html?chars=${characters}`),
        });
      }
      await program.stop();
      const all = (pick: (round: (typeof rounds)[number]) => number[]) => rounds.flatMap(pick);
      const [ours, lexical, bare] = [all((one) => one.ours.keys), all((one) => one.lexical), all((one) => one.plain)];
      const label = `${characters / 1000}k`;
      const ratio = percentile(ours, 0.5) / percentile(lexical, 0.5);
      figures.push(
        figure(`start to address printed, ${label}`, [program.milliseconds]),
        figure(`page to editable, ${label}`, rounds.map((one) => one.ours.editable ?? Number.NaN)),
        figure(`key to paint, ${label}, Minutebook`, ours),
        figure(`key to paint, ${label}, bare Lexical (peer)`, lexical),
        figure(`key to paint, ${label}, bare contenteditable (peer)`, bare),
        { name: `key to paint, ${label}, ÷ bare Lexical`, unit: '×', p50: ratio, ...(largest && { aim: 'p50 ≤ 1.25 ×', met: ratio <= 1.25 }) },
      );
      if (largest) figures.push(figure('autosave at 100k, time of the UI thread', all((one) => one.ours.saves), { at: 'p95', most: 8 }));
    }
  } finally {
    await browser.close();
    await peers.close();
    rmSync(folder, { recursive: true });
  }
  return figures;
}
