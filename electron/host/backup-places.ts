/** Where a second copy of the backups can go on this computer: drives that are plugged in, and her own folders. */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Ask } from '#electron/services/store-messages.ts';
import type { BackupPlace } from '#shared/rpc/backups.ts';
import { fail, ok, type Result } from '#shared/result.ts';

export interface FoundPlace extends BackupPlace {
  path: string;
}

const letters = [...'DEFGHIJKLMNOPQRSTUVWXYZ'];

/** The folders that drives appear in. */
function driveFolders(platform: NodeJS.Platform): string[] {
  if (platform === 'win32') return letters.map((letter) => `${letter}:\\`);
  if (platform === 'darwin') return inside('/Volumes');
  const { username } = userInfo();
  return ['/mnt', `/media/${username}`, `/run/media/${username}`].flatMap(inside);
}

function inside(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** A drive, and not the empty folder that one was plugged in at: it lies on another device than the folder around it. */
function isDrive(path: string): boolean {
  try {
    return isFolder(path) && (dirname(path) === path || statSync(path).dev !== statSync(dirname(path)).dev);
  } catch {
    return false;
  }
}

/** The places that are there now. Their ids are the same as long as their paths are, and tell nothing of them. */
export function findBackupPlaces({ platform = process.platform, home = homedir(), drives = driveFolders(platform) } = {}): FoundPlace[] {
  const place = (path: string, kind: BackupPlace['kind']): FoundPlace => ({
    id: createHash('sha256').update(path).digest('hex').slice(0, 16),
    name: basename(path) || path,
    kind,
    path,
  });
  const documents = join(home, 'Documents');
  return [
    ...drives.filter(isDrive).map((path) => place(path, 'drive')),
    ...(isFolder(documents) ? [place(documents, 'documents')] : []),
    ...(isFolder(home) ? [place(home, 'home')] : []),
  ];
}

/** What the page may know of places. */
export const offeredPlaces = (places: readonly FoundPlace[]): BackupPlace[] => places.map(({ id, name, kind }) => ({ id, name, kind }));

/** Sends copies to one of the places that are there now, or nowhere. Errors: backup.placeMissing, and those of the first copies. */
export async function sendCopies(ask: Ask, id: string | null): Promise<Result<{ name: string | null }>> {
  if (id === null) return sendCopiesTo(ask, null);
  const place = findBackupPlaces().find((one) => one.id === id);
  return place ? sendCopiesTo(ask, place.path) : fail('backup.placeMissing', { name: '' });
}

/** Sends copies to a folder, or nowhere. Errors: those of the first copies. */
export async function sendCopiesTo(ask: Ask, path: string | null): Promise<Result<{ name: string | null }>> {
  const placed = await ask({ do: 'place', path });
  return placed.ok ? ok({ name: path === null ? null : basename(path) || path }) : placed;
}
