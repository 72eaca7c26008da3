/** Where damaged texts are kept when others take their place. */
import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { flushFolderSync } from '#electron/db/flush.ts';
import { writeWhole } from '#electron/services/backups/files.ts';

export interface Aside {
  /** Its name where something was put there. */
  name(): string | null;
  put(name: string, bytes: Uint8Array): void;
}

/** The time of a damage as names of folders have it, e.g. 20261124T015503Z. */
export const stamp = (at: Date): string => at.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');

/** A folder beside the database for what is replaced, made when the first of it comes. */
export function asideBeside(databasePath: string, at: Date): Aside {
  const folder = `${databasePath}-damaged-${stamp(at)}`;
  let used = false;
  return {
    name: () => (used ? basename(folder) : null),
    put(name, bytes) {
      if (mkdirSync(folder, { recursive: true, mode: 0o700 })) flushFolderSync(dirname(folder));
      used = true;
      writeWhole(join(folder, name), bytes);
    },
  };
}
