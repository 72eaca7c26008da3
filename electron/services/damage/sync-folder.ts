/** Folders that a program carries to other computers: it may take half of what is saved, or bring back what was there before. */
import { dirname } from 'node:path';

const known: readonly (readonly [RegExp, string])[] = [
  [/(^|[\\/])OneDrive( - [^\\/]*)?([\\/]|$)/i, 'OneDrive'],
  [/(^|[\\/])Dropbox( \([^\\/]*\))?([\\/]|$)/i, 'Dropbox'],
  [/(^|[\\/])(Google ?Drive|My Drive|GoogleDrive-[^\\/]*)([\\/]|$)/i, 'Google Drive'],
  [/(^|[\\/])(iCloud ?Drive|com~apple~CloudDocs)([\\/]|$)/i, 'iCloud Drive'],
  [/(^|[\\/])(Nextcloud|ownCloud|Syncthing|Seafile|MEGAsync|Box Sync|坚果云|百度网盘同步空间)([\\/]|$)/i, ''],
];

/** The service whose folder a file lies in, as far as its path says so; null where it does not. */
export function syncFolderOf(path: string): string | null {
  for (const [pattern, name] of known) {
    const found = pattern.exec(dirname(path));
    if (found) return name === '' ? (found[2] ?? '') : name;
  }
  return null;
}
