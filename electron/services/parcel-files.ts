/** Files on their way between a window and the store, kept beside the database until they have arrived. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface ParcelFiles {
  /** The path of a new one, whose file is not there yet; those that are more than a few make room for it. */
  begin(): Promise<{ parcel: string; path: string }>;
  /** Where one lies; null where there is none. */
  find(parcel: string): Promise<string | null>;
  drop(parcel: string): Promise<void>;
}

/** A window that is gone never comes back for its file. */
const mostParcels = 4;

/** The parcels in the folder `root`; those of an earlier sitting are nobody's any more, and go. */
export function parcelFiles(root: string): ParcelFiles {
  rmSync(root, { recursive: true, force: true });
  const pathOf = (parcel: string): string => join(root, parcel);
  return {
    async begin() {
      mkdirSync(root, { recursive: true, mode: 0o700 });
      const there = await Promise.all((await readdir(root)).map(async (name) => ({ name, at: (await stat(pathOf(name))).mtimeMs })));
      const oldest = there.toSorted((one, other) => other.at - one.at).slice(mostParcels - 1);
      for (const { name } of oldest) await rm(pathOf(name), { force: true });
      const parcel = randomBytes(16).toString('hex');
      return { parcel, path: pathOf(parcel) };
    },
    async find(parcel) {
      const stats = await stat(pathOf(parcel)).catch(() => null);
      return stats?.isFile() ? pathOf(parcel) : null;
    },
    drop: (parcel) => rm(pathOf(parcel), { force: true }),
  };
}
