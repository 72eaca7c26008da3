/** The whole program for one test: the real browser host on a database of its own, in a real Chromium. */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

export interface App {
  /** The first window; its interface is 繁體, its size 1280 × 800. */
  page: Page;
  context: BrowserContext;
  /** The address with its token. */
  url: string;
  databasePath: string;
  /** Another window on the same meetings. */
  openPage(): Promise<Page>;
  /** Ends the host at once, as a power cut would. */
  kill(): Promise<void>;
  /** Ends the host properly if it runs, and starts it again on the same database, port and token. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface AppOptions {
  /** Another database than a new one; it is left where it is. */
  databasePath?: string;
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
}

const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Starts the program and opens its window. Waits until the library is there. */
export async function startApp(options: AppOptions = {}): Promise<App> {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-e2e-'));
  const databasePath = options.databasePath ?? join(folder, 'minutebook.db');
  const token = randomBytes(32).toString('base64url');
  let host = await startHost(databasePath, '0', token);
  const url = host.address;
  const browser = await launchChromium();
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    locale: 'zh-TW',
    acceptDownloads: true,
  });

  const openPage = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(url);
    await page.locator('.library').waitFor();
    return page;
  };

  return {
    page: await openPage(),
    context,
    url,
    databasePath,
    openPage,
    kill: () => end(host.process, 'SIGKILL'),
    async restart() {
      await end(host.process, 'SIGTERM');
      host = await startHost(databasePath, new URL(url).port, token);
    },
    async close() {
      await browser.close();
      await end(host.process, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The system's Chromium or Chrome, else the one inside the npm package. */
export async function launchChromium(): Promise<Browser> {
  const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: chromiumFlags });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...chromiumFlags] });
}

function startHost(databasePath: string, port: string, token: string): Promise<{ process: ChildProcess; address: string }> {
  const child = fork(new URL('./host.ts', import.meta.url), [databasePath, port, token], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return new Promise((done, failed) => {
    child.once('message', (message: { address?: string; error?: string }) => {
      if (message.address) done({ process: child, address: message.address });
      else failed(new Error(`The host did not start: ${message.error}`));
    });
    child.once('exit', (code) => failed(new Error(`The host ended with ${code}`)));
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill(signal);
  });
}
