/** Files that are on disk when the call returns. For the thread of the backups: these calls wait for the disk. */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { flushFolderSync } from '#electron/db/flush.ts';

/** Waits until what was written to a file is on disk. */
export function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Writes a whole file or none. */
export function writeWhole(path: string, bytes: Uint8Array | string): void {
  const beside = `${path}.tmp`;
  try {
    writeFileSync(beside, bytes);
    flush(beside);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  flushFolderSync(dirname(path));
}

/** The sha256 of a file of any size, in hex. */
export function hashOfFile(path: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(4 * 1024 * 1024);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
