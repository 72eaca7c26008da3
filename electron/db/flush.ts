/** What a rename or a new name needs to survive a power cut. */
import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Puts the names of a folder's files on disk. Windows does so by itself. */
export function flushFolderSync(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
