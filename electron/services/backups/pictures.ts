/** The pictures of backups: one folder for all of them, each file under its sha256 and never changed. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWhole } from './files.ts';

/** Where a picture lies in a folder of pictures. */
export const pictureIn = (folder: string, hash: string): string => join(folder, hash.slice(0, 2), hash);

/** The bytes of a picture where they are those that were kept. */
export function soundPicture(folder: string, hash: string): Buffer | null {
  try {
    const bytes = readFileSync(pictureIn(folder, hash));
    return createHash('sha256').update(bytes).digest('hex') === hash ? bytes : null;
  } catch {
    return null;
  }
}

/**
 * Sees to it that `to` holds these pictures whole, from `from` where it does not; those that neither has. Copies and
 * not links: what damages one file is not to damage both.
 */
export function bringPictures(from: string, to: string, hashes: readonly string[], look: (done: number) => void = () => undefined): string[] {
  return hashes.filter((hash, index) => {
    look(index + 1);
    if (soundPicture(to, hash)) return false;
    const bytes = soundPicture(from, hash);
    if (!bytes) return true;
    const path = pictureIn(to, hash);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeWhole(path, bytes);
    return false;
  });
}

/** Takes away the pictures that are not `kept`, unless they came within the last day. */
export function sweepPictures(folder: string, kept: ReadonlySet<string>, now: Date): void {
  const names = (inside: string): string[] => {
    try {
      return readdirSync(inside);
    } catch {
      return [];
    }
  };
  for (const first of names(folder)) {
    for (const name of names(join(folder, first))) {
      const path = join(folder, first, name);
      const age = now.getTime() - statSync(path).mtimeMs;
      if (!kept.has(name) && age > 86_400_000) rmSync(path, { force: true });
    }
  }
}
