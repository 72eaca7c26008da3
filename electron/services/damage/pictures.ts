/** The picture files that the database has forgotten. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '#electron/db/index.ts';
import { soundPicture } from '#electron/services/backups/pictures.ts';
import { readPicture } from '#electron/services/picture.ts';

/** Puts those files of the folder, or those of these hashes, into the list of a database that are not in it: each says itself what it is. */
export function listPictures(db: Db, folder: string, at: Date, hashes = filesIn(folder)): void {
  for (const hash of hashes) {
    if (db.assets.find(hash)) continue;
    const bytes = soundPicture(folder, hash);
    const picture = bytes && readPicture(bytes);
    if (bytes && picture) db.write(() => db.assets.add({ hash, ...picture, size: bytes.length, createdAt: at.toISOString() }));
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).flatMap((first) => (/^[0-9a-f]{2}$/.test(first) ? readdirSync(join(folder, first)).filter((name) => /^[0-9a-f]{64}$/.test(name)) : []));
  } catch {
    return [];
  }
}
