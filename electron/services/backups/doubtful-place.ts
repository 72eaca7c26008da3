/** Whether the database lies where something else than this program writes into its files, or takes them away. */
import { statfsSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { AppError } from '#shared/result.ts';

/** Folders that programs keep in step between computers, as these programs name them. */
const synced = /^(OneDrive|Dropbox|Google Drive|GoogleDrive|My Drive|iCloud ?Drive|Mobile Documents|CloudStorage|Nextcloud|ownCloud|Box|Box Sync|pCloud ?Drive|Nutstore|坚果云|MEGA|Syncthing|Seafile)\b/i;

/** Numbers by which Linux names file systems of other computers: NFS, SMB, SMB2, CIFS, Coda, AFS, 9p. */
const remote = new Set([0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x73757245, 0x5346414f, 0x01021997]);

/** place.synced or place.network; null where the database lies well, or that cannot be told. */
export function doubtfulPlace(databasePath: string, platform: NodeJS.Platform = process.platform): AppError | null {
  const folder = dirname(resolve(databasePath));
  const name = folder.split(sep).find((part) => synced.test(part));
  if (name !== undefined) return { code: 'place.synced', params: { name } };
  if (platform === 'win32' && folder.startsWith('\\\\')) return { code: 'place.network' };
  try {
    if (platform === 'linux' && remote.has(statfsSync(folder).type)) return { code: 'place.network' };
  } catch {
    // There is no folder yet.
  }
  return null;
}
