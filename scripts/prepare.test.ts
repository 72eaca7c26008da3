import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectFolder } from '#electron/host/places.ts';

const { isInstalled } = (await import(pathToFileURL(join(projectFolder(), 'scripts', 'prepare.mjs')).href)) as {
  isInstalled(folder: string): boolean;
};

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'minutebook-prepare-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const lock = (version: string) => ({
  packages: {
    '': { name: 'minutebook' },
    'node_modules/zod': { version },
    'node_modules/only-on-a-mac': { version: '1.0.0', optional: true },
  },
});

function write(file: string, content: unknown): void {
  const path = join(folder, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, JSON.stringify(content));
}

function install(version: string): void {
  write('node_modules/.package-lock.json', { packages: { 'node_modules/zod': { version } } });
  write('node_modules/node/bin/node', '');
}

test('a fresh clone is not installed', () => {
  write('package-lock.json', lock('4.0.0'));
  expect(isInstalled(folder)).toBe(false);
});

test('what the lock file asks for is installed, without the packages of other systems', () => {
  write('package-lock.json', lock('4.0.0'));
  install('4.0.0');
  expect(isInstalled(folder)).toBe(true);
});

test('another version, or a missing Node, is not', () => {
  write('package-lock.json', lock('4.0.1'));
  install('4.0.0');
  expect(isInstalled(folder)).toBe(false);
  install('4.0.1');
  rmSync(join(folder, 'node_modules/node'), { recursive: true });
  expect(isInstalled(folder)).toBe(false);
});
