import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isStale } from './build.ts';
import { electronPath } from './electron.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'minutebook-build-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A file of the project, last changed at a time in seconds. */
function file(path: string, time: number, content = ''): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
  utimesSync(join(folder, path), time, time);
}

function built(time: number): void {
  for (const path of ['main/desktop.js', 'main/store.js', 'preload/index.cjs', 'renderer/index.html']) file(`out/${path}`, time);
}

test('what was never built is stale', () => {
  file('renderer/main.tsx', 100);
  expect(isStale(folder)).toBe(true);
});

test('what is newer than its sources is not, however new the tests are', () => {
  file('renderer/main.tsx', 100);
  built(200);
  file('renderer/main.test.ts', 300);
  expect(isStale(folder)).toBe(false);
});

test('a newer source, deep or at the top, makes it stale', () => {
  built(200);
  file('shared/minutes/blocks/speech/index.ts', 300);
  expect(isStale(folder)).toBe(true);
  rmSync(join(folder, 'shared'), { recursive: true });
  expect(isStale(folder)).toBe(false);
  file('electron.vite.config.ts', 300);
  expect(isStale(folder)).toBe(true);
});

test('Electron is there only when its program is', () => {
  expect(electronPath(folder, {})).toBeNull();
  file('node_modules/electron/path.txt', 1, 'electron');
  expect(electronPath(folder, {})).toBeNull();
  file('node_modules/electron/dist/electron', 1);
  expect(electronPath(folder, {})).toBe(join(folder, 'node_modules/electron/dist/electron'));
});
