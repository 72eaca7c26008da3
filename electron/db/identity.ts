/** Whether a file is our database, told from its first bytes alone: what is not ours is never handed to SQLite. */
import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fail, ok, type Result } from '#shared/result.ts';

/** 'MINB', at offset 68 of the file. */
export const applicationId = 0x4d494e42;

const headerBytes = 100;

/**
 * Looks at what lies at `path` before anything is opened. `fresh`: nothing is there yet, or an empty file.
 * Errors: database.unopenable (no folder, a folder in its place, no right to create), database.notDatabase
 * (another kind of file, or the database of another program), database.newer, database.readOnly.
 */
export function identify(path: string, newest: number): Result<'fresh' | 'ours'> {
  const name = basename(path);
  const unopenable = fail('database.unopenable', { name });
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) {
    const folder = statSync(dirname(path), { throwIfNoEntry: false });
    return folder?.isDirectory() && writable(dirname(path)) ? ok('fresh') : unopenable;
  }
  if (!stats.isFile()) return unopenable;
  if (stats.size > 0) {
    const header = readHeader(path);
    if (!header) return unopenable;
    if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0' || header.readUInt32BE(68) !== applicationId) {
      return fail('database.notDatabase', { name });
    }
    const version = header.readUInt32BE(60);
    if (version > newest) return fail('database.newer', { version });
  }
  if (!writable(path) || !writable(dirname(path))) return fail('database.readOnly');
  return ok(stats.size > 0 ? 'ours' : 'fresh');
}

function readHeader(path: string): Buffer | null {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const header = Buffer.alloc(headerBytes);
    readSync(file, header, 0, headerBytes, 0);
    return header;
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
