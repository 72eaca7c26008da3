/** Which files were taken in, so that the same one is known again under any name. */
import type { Db } from '#electron/db/index.ts';
import { z } from 'zod';
import { idSchema } from '#shared/minutes/id.ts';

const cardSchema = z.object({ name: z.string(), meeting: idSchema });
export type FileCard = z.infer<typeof cardSchema>;

/** 128 bits of the sha256 are enough to tell files apart. */
const idOf = (sha256: string): string => sha256.slice(0, 32);

/** What became of a file; null where it was never taken in. */
export function fileCard(db: Db, sha256: string): FileCard | null {
  const read = cardSchema.safeParse(db.cards.find('importedFiles', idOf(sha256))?.content);
  return read.success ? read.data : null;
}

/** Notes that a file became a meeting. */
export const putFileCard = (db: Db, sha256: string, card: FileCard, at: string): void => db.cards.put('importedFiles', idOf(sha256), card, at);
