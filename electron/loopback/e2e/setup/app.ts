/** The whole program for one test: the real browser host on a database of its own, in a real Chromium. */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumArguments, chromiumPath } from '../../../../scripts/chromium.ts';

export interface App {
  /** The first window; its interface is 繁體, its size 1280 × 800. */
  page: Page;
  context: BrowserContext;
  /** The address with its token. */
  url: string;
  /** The address that works once, as a browser is started with. */
  oneTimeUrl: string;
  databasePath: string;
  /** Where the user's data lies, emergency copies too. */
  dataFolder: string;
  /** Another window on the same meetings. */
  openPage(): Promise<Page>;
  /** Ends the host at once, as a power cut would. */
  kill(): Promise<void>;
  /** Ends the store's worker, and keeps the database from it for so many milliseconds. */
  crashStore(milliseconds: number): void;
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

/** Starts the program and opens its window. Waits until the library is there. */
export async function startApp(options: AppOptions = {}): Promise<App> {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-e2e-'));
  const databasePath = options.databasePath ?? join(folder, 'minutebook.db');
  const token = randomBytes(32).toString('base64url');
  const dataFolder = await mkdtemp(join(tmpdir(), 'minutebook-e2e-data-'));
  const start = (port: string) => startHost([databasePath, port, token], dataFolder);
  let host = await start('0');
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
    oneTimeUrl: host.oneTimeAddress,
    databasePath,
    dataFolder,
    openPage,
    kill: () => end(host.process, 'SIGKILL'),
    crashStore: (milliseconds) => void host.process.send({ crashStore: milliseconds }),
    async restart() {
      await end(host.process, 'SIGTERM');
      host = await start(new URL(url).port);
    },
    async close() {
      await browser.close();
      await end(host.process, 'SIGTERM');
      for (const one of [folder, dataFolder]) await rm(one, { recursive: true, force: true });
    },
  };
}

/** A headless Chromium. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: chromiumArguments() });
}

interface RunningHost {
  process: ChildProcess;
  address: string;
  oneTimeAddress: string;
}

function startHost(args: string[], dataFolder: string): Promise<RunningHost> {
  const env = { ...process.env, XDG_DATA_HOME: dataFolder, LOCALAPPDATA: dataFolder };
  const child = fork(new URL('./host.ts', import.meta.url), args, { env, execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return new Promise((done, failed) => {
    child.once('message', ({ error, ...addresses }: Omit<RunningHost, 'process'> & { error?: string }) => {
      if (error === undefined) done({ process: child, ...addresses });
      else failed(new Error(`The host did not start: ${error}`));
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
