/** Browsers of the Chromium family on this computer: they can show a page as a window of its own. */
import { delimiter, join } from 'node:path';
import { canRun } from '#electron/services/can-run.ts';

const names: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'brave-browser'],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'],
  win32: ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
};

/** Programs that exist, best first. */
export function installedBrowsers(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string[] {
  const folders = (...keys: string[]): string[] => keys.flatMap((key) => env[key] ?? []);
  const candidates = (names[platform] ?? []).flatMap((name) => {
    if (platform === 'darwin') return [join('/Applications', `${name}.app`, 'Contents', 'MacOS', name)];
    if (platform === 'win32') return folders('ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA').map((folder) => join(folder, name));
    return (env['PATH'] ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, name));
  });
  return candidates.filter(canRun);
}

/** Chromium refuses its sandbox to the superuser of Linux, and only there it is given up. */
export const sandboxArguments = (): string[] => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []);
