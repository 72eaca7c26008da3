/** The picture files beside the database: each under its sha256, written once, never changed. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '#shared/result.ts';
import { flushFolder, writeFileSafely } from './write-file.ts';

export interface AssetFiles {
  /** Keeps bytes; their sha256 in hex when they are on disk. Errors: asset.unwritable. */
  keep(bytes: Buffer): Promise<Result<string>>;
  /** The bytes under a hash. Errors: asset.notFound; asset.damaged where they are not what was kept. */
  read(hash: string): Promise<Result<Buffer>>;
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The files of the folder `root`, which is made when the first one is kept. */
export function assetFiles(root: string): AssetFiles {
  const pathOf = (hash: string): string => join(root, hash.slice(0, 2), hash);
  return {
    async keep(bytes) {
      const hash = hashOf(bytes);
      const path = pathOf(hash);
      const there = await stat(path).catch(() => null);
      if (there?.size === bytes.length) return ok(hash);
      try {
        const made = await mkdir(dirname(path), { recursive: true });
        const written = await writeFileSafely(path, bytes);
        if (!written.ok) return fail('asset.unwritable');
        if (made) for (const folder of [root, dirname(root)]) await flushFolder(folder);
      } catch {
        return fail('asset.unwritable');
      }
      return ok(hash);
    },
    async read(hash) {
      try {
        const bytes = await readFile(pathOf(hash));
        return hashOf(bytes) === hash ? ok(bytes) : fail('asset.damaged');
      } catch {
        return fail('asset.notFound');
      }
    },
  };
}
