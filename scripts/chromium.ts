/** A Chromium for tests, pictures and the benchmark: the computer's own, else the one inside an npm package. */
import { spawnSync } from 'node:child_process';
import chromium from '@sparticuz/chromium';
import { installedBrowsers, sandboxArguments } from '#electron/host/browsers.ts';

let found: Promise<string> | null = null;

/** The path of a Chromium that starts. Rejects where there is none. */
export const chromiumPath = (): Promise<string> => (found ??= findChromium());

async function findChromium(): Promise<string> {
  for (const browser of installedBrowsers()) if (runs(browser)) return browser;
  const packed = await chromium.executablePath();
  if (!runs(packed)) throw new Error('No Chromium, Chrome or Edge runs on this computer; the tests in a browser need one.');
  return packed;
}

/** What every headless run is started with: nothing that reaches out to the network by itself. */
export function chromiumArguments(): string[] {
  return [
    ...sandboxArguments(),
    '--headless',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}

const runs = (path: string): boolean => spawnSync(path, ['--version', ...sandboxArguments()], { timeout: 20_000 }).status === 0;
