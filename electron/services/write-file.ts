/** Files that appear whole or not at all. */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '#shared/result.ts';

const fullCodes = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/**
 * Writes beside the target, flushes, and only then takes its name; what stood there before stays as it was on any
 * error. Errors: `file.unwritable`, `file.full`.
 */
export async function writeFileSafely(path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<Result<null>> {
  try {
    const target = await existing(path);
    const folder = dirname(target);
    const beside = join(folder, `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      await writeDurably(beside, bytes);
      await rename(beside, target);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
    await flushFolder(folder);
    return ok(null);
  } catch (error) {
    return fail(isFull(error) ? 'file.full' : 'file.unwritable', { name: basename(path) });
  }
}

/** Whether a file could not be written because there is no room for it. */
export const isFull = (error: unknown): boolean => fullCodes.includes((error as NodeJS.ErrnoException).code ?? '');

/** The file behind a link, so that the link stays; a file that may not be written is not replaced either. */
async function existing(path: string): Promise<string> {
  try {
    const target = await realpath(path);
    await access(target, constants.W_OK);
    return target;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return path;
    throw error;
  }
}

async function writeDurably(path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the new name durable where folders can be flushed; Windows cannot. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
