import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installedBrowsers } from '#electron/host/browsers.ts';
import { hasScreen, windowArguments } from './window.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'minutebook-window-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('the browser that shows the window', () => {
  function program(name: string, mode = 0o755): string {
    const path = join(folder, name);
    writeFileSync(path, '');
    chmodSync(path, mode);
    return path;
  }

  test('is found on the path, Chromium first', () => {
    const [chrome, chromium] = [program('google-chrome'), program('chromium')];
    program('firefox');
    expect(installedBrowsers({ PATH: ['/nowhere', folder, ''].join(delimiter) }, 'linux')).toEqual([chromium, chrome]);
  });

  test('is one that can be run', () => {
    program('chromium', 0o644);
    expect(installedBrowsers({ PATH: folder }, 'linux')).toEqual([]);
  });
});

test('the window has no address bar and a profile that is the program’s own', () => {
  const args = windowArguments('http://127.0.0.1:4000/?open=x', '/data');
  expect(args).toContain('--app=http://127.0.0.1:4000/?open=x');
  expect(args).toContain(`--user-data-dir=${join('/data', 'window')}`);
  expect(args).toContain('--disable-features=Translate');
  expect(args.includes('--no-sandbox')).toBe(process.platform === 'linux' && process.getuid?.() === 0);
});

test('a computer without a screen gets no window', () => {
  expect(hasScreen({}, 'linux')).toBe(false);
  expect(hasScreen({ DISPLAY: ':0' }, 'linux')).toBe(true);
  expect(hasScreen({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
  expect(hasScreen({}, 'darwin')).toBe(true);
});
