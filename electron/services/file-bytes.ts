/** A file that somebody names on this computer. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type Result } from '#shared/result.ts';

/** All of a file, of at most `limit` MB. Errors: file.notFound, file.unreadable, file.tooLarge, with the file's name. */
export async function fileBytes(path: string, limit = Infinity): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const name = basename(path);
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      return size > limit * 1024 * 1024 ? fail('file.tooLarge', { name, limit }) : ok(new Uint8Array(await file.readFile()));
    } finally {
      await file.close();
    }
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    return fail(missing ? 'file.notFound' : 'file.unreadable', { name });
  }
}
