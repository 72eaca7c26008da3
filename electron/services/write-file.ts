/** Files that appear whole or not at all. */
import { randomBytes } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { access, open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fail, ok, type Result } from '#shared/result.ts';

const fullCodes = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** Programs that hold a file so that it cannot be replaced answer with one of these (Windows). */
const heldCodes = ['EBUSY', 'EPERM', 'EACCES'];

/** What is written: bytes, or who writes the file at a path, whole and flushed. */
type Content = Uint8Array | AsyncIterable<Uint8Array> | ((beside: string) => Promise<void>);

/**
 * Writes beside the target, flushes, and only then takes its name; what stood there before stays as it was on any
 * error. Errors: `file.inUse` where another program has it open, `file.unwritable`, `file.full`.
 */
export async function writeFileSafely(path: string, content: Content): Promise<Result<null>> {
  try {
    const target = await existing(path);
    const folder = dirname(target);
    if (isOpenElsewhere(target)) return fail('file.inUse', { name: basename(path) });
    // A name of its own: that of the target may be as long as a name can be.
    const beside = join(folder, `.${[...basename(target)].slice(0, 40).join('')}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      await (typeof content === 'function' ? content(beside) : writeDurably(beside, content));
      const held = await rename(beside, target).catch((error: unknown) => error);
      if (held !== undefined) {
        await rm(beside, { force: true });
        if (isHeld(held) && existsSync(target)) return fail('file.inUse', { name: basename(path) });
        throw held as Error;
      }
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

const isHeld = (error: unknown): boolean => heldCodes.includes((error as NodeJS.ErrnoException).code ?? '');

/** Word and LibreOffice leave a file beside one that they have open; replaced under their hands, one of the two texts would be lost. */
function isOpenElsewhere(target: string): boolean {
  if (!existsSync(target)) return false;
  const [folder, name] = [dirname(target), basename(target)];
  const length = [...name].length - [...extname(name)].length;
  // Word puts ~$ in the place of the first two characters, or before a name that is short.
  const cut = Math.min(2, Math.max(0, length - 6));
  return [`~$${[...name].slice(cut).join('')}`, `.~lock.${name}#`].some((lock) => existsSync(join(folder, lock)));
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
