/** PDF where the program has no browser of its own: a Chromium of the computer prints it, unseen. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { PdfMaker } from '#electron/services/pdf.ts';
import { fail, ok } from '#shared/result.ts';
import { installedBrowsers, sandboxArguments } from './browsers.ts';
import { devTools } from './devtools-pipe.ts';

/** How long a browser may take for one file. Milliseconds. */
const limit = 60_000;

/** A Chromium inside an npm package, where that is installed: among the sources it is, in the finished program not. */
const packed = '@sparticuz/chromium';

function packedPlace(): string | null {
  try {
    return createRequire(import.meta.url).resolve(packed);
  } catch {
    return null;
  }
}

/** Whether there is a browser that may print. */
export const canMakePdf = (): boolean => installedBrowsers().length > 0 || packedPlace() !== null;

/** Every browser that may print, best first. */
async function* printers(): AsyncGenerator<string> {
  yield* installedBrowsers();
  const place = packedPlace();
  if (!place) return;
  const { default: chromium } = (await import(pathToFileURL(place).href)) as { default: { executablePath(): Promise<string> } };
  yield await chromium.executablePath();
}

/** Prints with the first browser that can: one on the list may be a husk, or held back by its keeper. */
export function chromiumPdf(browsers: () => AsyncIterable<string> | Iterable<string> = printers, patience = limit): PdfMaker {
  return async (html) => {
    let tried = 0;
    for await (const browser of browsers()) {
      tried += 1;
      const pdf = await printWith(browser, html, patience).catch(() => null);
      if (pdf) return ok(pdf);
    }
    return fail(tried === 0 ? 'pdf.noBrowser' : 'pdf.failed');
  };
}

async function printWith(browser: string, html: string, patience: number): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-pdf-'));
  const file = join(folder, 'page.html');
  await writeFile(file, html);
  // It stays a group of its own, so that all of its processes can be ended.
  const child = spawn(browser, browserArguments(folder), { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error('the browser took too long')), patience);
    child.once('error', failed);
  });
  try {
    return await Promise.race([print(child, file), over]);
  } finally {
    clearTimeout(timer);
    await end(child);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function print(child: ChildProcess, file: string): Promise<Uint8Array<ArrayBuffer>> {
  const { call, told } = devTools(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const { targetId } = await call<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await call<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const inPage = <Answer>(method: string, params: object): Promise<Answer> => call(method, params, sessionId);
  await inPage('Page.enable', {});
  await inPage('Emulation.setScriptExecutionDisabled', { value: true });
  await Promise.all([told('Page.loadEventFired'), inPage('Page.navigate', { url: pathToFileURL(file).href })]);
  const { data } = await inPage<{ data: string }>('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  return new Uint8Array(Buffer.from(data, 'base64'));
}

/** Unseen, with a profile for this once, and no way to any other computer. */
function browserArguments(folder: string): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${join(folder, 'profile')}`,
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--disable-gpu',
    '--disable-extensions',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
    '--no-default-browser-check',
    ...sandboxArguments(),
  ];
}

/** Ends the browser with all of its processes. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const gone = child.exitCode === null && child.signalCode === null ? new Promise((done) => child.once('exit', done)) : null;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
  await gone;
}
