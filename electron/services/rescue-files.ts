/** Texts that could not be saved, written elsewhere until they are: one file a meeting, in the first folder that works. */
import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { writeFileSafely } from './write-file.ts';

/** What is known of a rescued text. */
export interface RescueFile {
  /** The name of its file. */
  key: string;
  /** When it was written, ISO. */
  at: string;
  /** It was written for this database, and not for another one. */
  ours: boolean;
  /** As it was written, unchecked. */
  document: unknown;
}

export interface RescueFiles {
  /** Writes a text; the time of its writing. Errors: file.unwritable, file.full, where no folder works. */
  keep(document: MinutesDocument, revision: number): Promise<Result<{ at: string }>>;
  /** It was saved after all: its file goes, from every folder. */
  drop(id: string): Promise<void>;
  /** What an earlier run of the program left behind, newest first. */
  list(): Promise<RescueFile[]>;
  /** It is in the database now: takes it off the list, and keeps the file under another name. */
  putAway(key: string): Promise<void>;
}

const ending = '.json';
/** The name of the folder in each place. */
const folderName = 'Minutebook-rescue';

/** Names a database by where it really lies, whatever path leads there. */
export function databaseKey(databasePath: string): string {
  return createHash('sha256').update(realPathOf(databasePath)).digest('hex').slice(0, 16);
}

function realPathOf(path: string): string {
  for (const [real, rest] of [[path, ''], [dirname(path), basename(path)]] as const) {
    try {
      return join(realpathSync(real), rest);
    } catch {
      // It is not there yet, or no longer: its folder is enough.
    }
  }
  return path;
}

/** The rescued texts of a database; a folder of theirs lies in each of `places`, the best one first. `since`: the start of this run of the program, in milliseconds. */
export function rescueFiles(places: readonly string[], databasePath: string, since = Date.now()): RescueFiles {
  const database = databaseKey(databasePath);
  const folders = places.map((place) => join(place, folderName));
  const nameOf = (id: string): string => `${database}-${id}${ending}`;

  const findAll = async (): Promise<{ path: string; key: string }[]> => {
    const found = await Promise.all(
      folders.map(async (folder) => {
        if (!(await isPrivate(folder))) return [];
        const names = await readdir(folder).catch(() => []);
        return names.filter((name) => name.endsWith(ending)).map((key) => ({ path: join(folder, key), key }));
      }),
    );
    return found.flat();
  };

  return {
    async keep(document, revision) {
      const at = new Date().toISOString();
      const bytes = Buffer.from(JSON.stringify({ at, database, revision, document }));
      let last: Result<null> = fail('file.unwritable', { name: folderName });
      for (const folder of folders) {
        if (!(await madePrivate(folder))) continue;
        last = await writeFileSafely(join(folder, nameOf(document.id)), bytes);
        if (last.ok) return ok({ at });
      }
      return last.ok ? fail('file.unwritable', { name: folderName }) : last;
    },
    async drop(id) {
      for (const folder of folders) if (await isPrivate(folder)) await rm(join(folder, nameOf(id)), { force: true }).catch(() => undefined);
    },
    async list() {
      const files: RescueFile[] = [];
      for (const { path, key } of await findAll()) {
        try {
          const { mtimeMs } = await stat(path);
          const kept = JSON.parse(await readFile(path, 'utf8')) as { at: string; database: string; document: unknown };
          // What is younger belongs to a window that still holds the text.
          if (mtimeMs < since) files.push({ key, at: kept.at, ours: kept.database === database, document: kept.document });
        } catch {
          // Half a file never has this name; what cannot be read now is looked at again at the next start.
        }
      }
      return files.sort((one, other) => other.at.localeCompare(one.at));
    },
    async putAway(key) {
      for (const found of await findAll()) if (found.key === key) await rename(found.path, `${found.path}.kept-${Date.now()}`);
    },
  };
}

async function madePrivate(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (!(await isPrivate(folder))) return false;
    await chmod(folder, 0o700);
    return true;
  } catch {
    return false;
  }
}

/** A folder for temporary files is everybody's: what another user put there is not read, and not written to. */
async function isPrivate(folder: string): Promise<boolean> {
  const stats = await lstat(folder).catch(() => null);
  return stats !== null && stats.isDirectory() && (process.getuid === undefined || stats.uid === process.getuid());
}
