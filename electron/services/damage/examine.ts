/** What is damaged of one meeting: looked at only, nothing is changed. */
import type { Db } from '#electron/db/index.ts';
import type { MeetingRow } from '#electron/db/meetings.ts';
import type { AssetFiles } from '#electron/services/asset-files.ts';
import type { Records } from '#electron/services/records.ts';
import { picturesOf } from '#shared/minutes/pictures.ts';

export interface ExaminedTexts {
  /** How many versions of it are stored. */
  versions: number;
  /** The present text cannot be shown whole; or only another stored one is not what was written. */
  damaged: 'text' | 'version' | null;
}

/** Compares the hash of every stored text of a meeting. */
export function examineTexts(db: Db, records: Records, row: MeetingRow): ExaminedTexts {
  const texts = db.repairs.texts(row.number);
  const read = records.read(row);
  const isDamaged = !read.ok && read.unreadable.reason.code === 'document.damaged';
  return {
    versions: texts.filter(({ kind }) => kind === 'version').length,
    damaged: isDamaged ? 'text' : texts.some(({ whole }) => !whole) ? 'version' : null,
  };
}

/** The pictures of a record whose files are lost or damaged; only those that are not in `seen` yet, which grows by them. */
export async function examinePictures(db: Db, records: Records, assets: AssetFiles, row: MeetingRow, seen: Set<string>): Promise<string[]> {
  const lost: string[] = [];
  for (const hash of records.glance(row, picturesOf, () => [])) {
    if (seen.has(hash)) continue;
    seen.add(hash);
    if (!(await assets.read(hash)).ok || !db.assets.find(hash)) lost.push(hash);
  }
  return lost;
}
