/** The editor on a page of its own in a real Chromium, with the input methods of CDP. */
import react from '@vitejs/plugin-react';
import type { CDPSession, Page } from 'playwright-core';
import { createServer } from 'vite';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { launchChromium } from './app.ts';

declare global {
  interface Window {
    session: {
      document(): MinutesDocument;
      isComposing(): boolean;
      takeChanges(): unknown;
      replace(document: MinutesDocument): void;
      insertBlocks(blocks: MinutesDocument['blocks']): void;
      nextBlank(): boolean;
      jumpTo(blockId: string, hit?: string): void;
    };
    open(document: MinutesDocument): void;
  }
}

export interface Bench {
  page: Page;
  /** Types through an input method: the steps as they appear, then what she chose. */
  compose(steps: readonly string[], chosen: string): Promise<void>;
  /** One step of a composition, left open. */
  step(text: string): Promise<void>;
  choose(text: string): Promise<void>;
  open(document: MinutesDocument): Promise<void>;
  document(): Promise<MinutesDocument>;
  /** Presses a key and waits until the caret has settled. */
  press(...keys: string[]): Promise<void>;
  close(): Promise<void>;
}

/** Serves the editor's test bench and opens it. */
export async function startBench(): Promise<Bench> {
  const server = await createServer({
    configFile: false,
    root: new URL('../../../../renderer', import.meta.url).pathname,
    cacheDir: new URL('../../../../node_modules/.vite-bench', import.meta.url).pathname,
    plugins: [react()],
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    optimizeDeps: { entries: ['editor/harness/main.tsx'] },
  });
  await server.listen();
  const browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(new URL('editor/harness/index.html', server.resolvedUrls?.local[0]).href);
  await page.waitForFunction(() => 'session' in window && document.querySelector('.mb-paper') !== null);
  const cdp: CDPSession = await context.newCDPSession(page);
  const settle = () => page.waitForTimeout(40);
  const step = async (text: string) => {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await settle();
  };
  const choose = async (text: string) => {
    await cdp.send('Input.insertText', { text });
    await settle();
  };
  return {
    page,
    step,
    choose,
    async compose(steps, chosen) {
      for (const one of steps) await step(one);
      await choose(chosen);
    },
    async open(next) {
      await page.evaluate((record) => window.open(record), next);
      await page.waitForTimeout(120);
    },
    document: () => page.evaluate(() => window.session.document()),
    async press(...keys) {
      for (const key of keys) {
        await page.keyboard.press(key);
        await settle();
      }
    },
    async close() {
      await browser.close();
      await server.close();
      if (problems.length > 0) throw new Error(`The page failed: ${problems.join('; ')}`);
    },
  };
}
