/** Where things lie on this computer, the same for all three hosts. */
import { existsSync, mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** The folder of the user's data: `~/.local/share/Minutebook`, `%LOCALAPPDATA%\\Minutebook\\Data`, … */
export const dataFolder = (): string => envPaths('Minutebook', { suffix: '' }).data;

/** What can be made again: `~/.cache/Minutebook`, `%LOCALAPPDATA%\\Minutebook\\Cache`, … */
export const cacheFolder = (): string => envPaths('Minutebook', { suffix: '' }).cache;

/** The database: the one that was asked for, else the one of `MINUTEBOOK_DB`, else the user's own. An absolute path. */
export function databasePath(asked: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  const given = asked ?? env['MINUTEBOOK_DB'];
  return given ? resolve(given) : join(dataFolder(), 'minutebook.db');
}

/** Where a text goes that cannot be saved, best first: on other disks, it may be, than the database. */
export const rescuePlaces = (): string[] => [dataFolder(), homedir(), tmpdir()];

/** Makes the folder of a file, for this user alone. Where that fails, opening the file says what is wrong. */
export function makeFolderOf(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  } catch {
    // See above.
  }
}

/** The folder that holds `package.json`: the project, or the installed program. */
export function projectFolder(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error('package.json is missing');
  }
}

/** Templates, icons and fonts. */
export const resourcesFolder = (): string => join(projectFolder(), 'resources');

/** The built page. */
export const pageFolder = (): string => join(projectFolder(), 'out', 'renderer');
