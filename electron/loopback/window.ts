/** Shows the page to the user: in a window of its own, else in her browser. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import open from 'open';
import { installedBrowsers, sandboxArguments } from '#electron/host/browsers.ts';

/** The arguments for a window without tabs and address bar, with a profile that is the program's alone. */
export function windowArguments(address: string, dataFolder: string): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${join(dataFolder, 'window')}`,
    '--window-size=1280,800',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-background-networking',
    // It would offer to translate the minutes.
    '--disable-features=Translate',
    ...sandboxArguments(),
  ];
}

/** Whether this computer has a screen to open windows on. */
export function hasScreen(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** Opens the page, at a new `address` for each try; false where nothing on this computer can. */
export async function showPage(address: () => string, dataFolder: string): Promise<boolean> {
  if (!hasScreen()) return false;
  for (const browser of installedBrowsers()) {
    if (await starts(browser, windowArguments(address(), dataFolder))) return true;
  }
  try {
    await open(address());
    return true;
  } catch {
    return false;
  }
}

/** Whether a program is still there after a moment, or has handed its work on and ended well. */
function starts(program: string, args: string[]): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => done(true), 1500);
    const finish = (started: boolean): void => {
      clearTimeout(timer);
      done(started);
    };
    child.once('error', () => finish(false));
    child.once('exit', (code) => finish(code === 0));
    child.unref();
  });
}
