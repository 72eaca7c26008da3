/** Puts another database in the place of the present one, so that a kill at any moment leaves the one or the other whole. */
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { flushFolderSync } from './flush.ts';

/** Why a database is replaced, and what the folder is called that the one before it is set aside in. */
const asides = { restoring: 'before-restore', recovered: 'damaged' } as const;
export type Replacing = keyof typeof asides;

/**
 * The whole file that is to become the database at `path`. Its having this name is the decision: whoever opens the
 * database from then on finishes the replacing first.
 */
export const replacementOf = (path: string, why: Replacing = 'restoring'): string => `${path}-${why}`;

/** The folder that what is at `path` is set aside in at a time. */
export const asideOf = (path: string, why: Replacing, at: Date): string =>
  `${path}-${asides[why]}-${at.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')}`;

/** Files of one database: they are moved together or it is damaged. */
const parts = ['', '-wal', '-shm', '-journal'];
/** Made from the database, and wrong for another one. */
const derived = ['-search', '-search-wal', '-search-shm', '-search-journal'];

/** Decides for the file `prepared`, on disk as it is, to replace the database at `path`, which nobody may have open. */
export function decideReplacement(prepared: string, path: string, why: Replacing = 'restoring'): void {
  renameSync(prepared, replacementOf(path, why));
  flushFolderSync(dirname(path));
}

/**
 * Finishes a replacement that was decided: the present files are set aside whole, the new one takes their place. Can
 * be broken off and called again at any point. The folder with what was set aside; null where nothing was decided.
 */
export function finishReplacement(path: string): string | null {
  return finish(path, 'recovered') ?? finish(path, 'restoring');
}

function finish(path: string, why: Replacing): string | null {
  const replacement = replacementOf(path, why);
  const stats = statSync(replacement, { throwIfNoEntry: false });
  if (!stats) return null;
  // Named after a time that stays the same however often this is called.
  const aside = asideOf(path, why, stats.mtime);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const part of parts) {
    const from = `${path}${part}`;
    if (existsSync(from)) renameSync(from, freeName(join(aside, `${basename(path)}${part}`)));
  }
  for (const part of derived) rmSync(`${path}${part}`, { force: true });
  flushFolderSync(aside);
  renameSync(replacement, path);
  flushFolderSync(dirname(path));
  return aside;
}

/** Two restores within one second: what is set aside never takes the place of what was. */
function freeName(path: string): string {
  let name = path;
  for (let number = 2; existsSync(name); number++) name = `${path}.${number}`;
  return name;
}
