import { isAbsolute, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { databasePath, dataFolder, projectFolder, resourcesFolder } from './places.ts';

test('the database is the one asked for, then the one of MINUTEBOOK_DB, then the user’s own', () => {
  expect(databasePath('a.db', { MINUTEBOOK_DB: 'b.db' })).toBe(resolve('a.db'));
  expect(databasePath(undefined, { MINUTEBOOK_DB: 'b.db' })).toBe(resolve('b.db'));
  expect(databasePath(undefined, {})).toBe(join(dataFolder(), 'minutebook.db'));
  expect(isAbsolute(dataFolder())).toBe(true);
});

test('the project is found from any folder inside it', () => {
  expect(projectFolder(join(projectFolder(), 'electron', 'host'))).toBe(projectFolder());
  expect(resourcesFolder()).toBe(join(projectFolder(), 'resources'));
});
