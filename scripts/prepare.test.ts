import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Runs the script in a clone with an npm that only writes down what it was asked, and fails where it is told to. */
function prepare(failing = '') {
  mkdirSync(join(folder, 'scripts'));
  copyFileSync(join(projectFolder(), 'scripts', 'prepare.mjs'), join(folder, 'scripts', 'prepare.mjs'));
  const npm = join(folder, 'npm.cjs');
  const asked = join(folder, 'asked.txt');
  writeFileSync(npm, `const words = process.argv.slice(2).join(' '); require('fs').appendFileSync(${JSON.stringify(asked)}, words + '\\n'); console.log(words); process.exitCode = words === '${failing}' ? 7 : 0;`);
  const { status, stdout } = spawnSync(process.execPath, [join(folder, 'scripts', 'prepare.mjs'), '--quiet'], { env: { ...process.env, npm_execpath: npm }, encoding: 'utf8' });
  return { status, stdout, asked: existsSync(asked) ? readFileSync(asked, 'utf8').trim().split('\n') : [] };
}

test('a fresh clone is installed without the scripts of packages, except that of Node, and keeps standard output clean', () => {
  write('package-lock.json', lock('4.0.0'));
  expect(prepare()).toEqual({ status: 0, stdout: '', asked: ['ci --ignore-scripts', 'rebuild node'] });
});

test('what is installed is left alone, and an installation that fails says so', () => {
  write('package-lock.json', lock('4.0.0'));
  install('4.0.0');
  expect(prepare()).toEqual({ status: 0, stdout: '', asked: [] });
  rmSync(join(folder, 'node_modules'), { recursive: true });
  rmSync(join(folder, 'scripts'), { recursive: true });
  expect(prepare('ci --ignore-scripts')).toMatchObject({ status: 7, asked: ['ci --ignore-scripts'] });
});
