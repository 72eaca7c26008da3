import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { databasePath, dataFolder, makeFolderOf, projectFolder, resourcesFolder } from './places.ts';

test('the database is the one asked for, then the one of MINUTEBOOK_DB, then the user’s own', () => {
  expect(databasePath('a.db', { MINUTEBOOK_DB: 'b.db' })).toBe(resolve('a.db'));
  expect(databasePath(undefined, { MINUTEBOOK_DB: 'b.db' })).toBe(resolve('b.db'));
  expect(databasePath(undefined, {})).toBe(join(dataFolder(), 'minutebook.db'));
  expect(isAbsolute(dataFolder())).toBe(true);
});

test.runIf(process.platform !== 'win32')('a folder that is made for the database is closed to other users', () => {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-places-'));
  makeFolderOf(join(folder, 'new', 'a.db'));
  expect(statSync(join(folder, 'new')).mode & 0o077).toBe(0);
  rmSync(folder, { recursive: true });
});

test('the project is found from any folder inside it', () => {
  expect(projectFolder(join(projectFolder(), 'electron', 'host'))).toBe(projectFolder());
  expect(resourcesFolder()).toBe(join(projectFolder(), 'resources'));
});
