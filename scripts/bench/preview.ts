/** From the key to the pages of the preview, and how long a page is turned. In a real Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumArguments, chromiumPath } from '../chromium.ts';
import { type Figure, figure } from './figures.ts';
import { prepareMeeting, startProgram } from './page.ts';
import { unthrottled } from './typing.ts';

/** Characters, and about how many pages they come to. */
const sizes = [
  { characters: 17_000, label: '30 pages', aim: { at: 'p50', most: 1000 } },
  { characters: 115_000, label: '200 pages' },
] as const;
const rounds = 7;

/** Milliseconds from the key press, inside the page, until the frame after `drawn` holds. */
const untilDrawn = (page: Page, key: string, ctrlKey: boolean, before: string): Promise<number> =>
  page.evaluate(
    ({ key, ctrlKey, before }) =>
      new Promise<number>((done) => {
        const began = performance.now();
        const target = document.querySelector('.preview-desk') ?? window;
        target.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, ctrlKey, bubbles: true }));
        const look = () => {
          const sheet = document.querySelector(`.sheet${before}`);
          if (sheet?.querySelector('.sheet-paper')?.shadowRoot?.querySelector('.line')) requestAnimationFrame(() => done(performance.now() - began));
          else requestAnimationFrame(look);
        };
        look();
      }),
    { key, ctrlKey, before },
  );

/** Figures at 30 and 200 pages. */
export async function previewFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-bench-'));
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...chromiumArguments(), ...unthrottled] });
  const figures: Figure[] = [];
  try {
    for (const size of sizes) {
      const databasePath = join(folder, `${size.characters}.db`);
      await prepareMeeting(databasePath, size.characters);
      const program = await startProgram(databasePath);
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(program.address);
      await page.locator('.mb-paper[contenteditable="true"] .mb-paragraph').first().waitFor();
      const [opened, turned]: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds; round += 1) {
        await page.waitForTimeout(500);
        opened.push(await untilDrawn(page, 'p', true, ''));
        if (round < rounds - 1) await page.keyboard.press('Escape');
      }
      for (let number = 3; number < 23; number += 1) {
        turned.push(await untilDrawn(page, 'PageDown', false, `[data-page="${number}"]`));
        await page.waitForTimeout(60);
      }
      await program.stop();
      await page.close();
      figures.push(figure(`preview opens, ${size.label}`, opened, 'aim' in size ? size.aim : undefined), figure(`page turned in the preview, ${size.label}`, turned));
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
  return figures;
}
