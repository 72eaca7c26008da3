/** 會議紀錄: one meeting's record, the stored truth. Everything else is derived from it. */
import { z } from 'zod';
import { blockSchema } from './blocks/index.ts';
import { idSchema, newId } from './id.ts';
import { type Meta, metaSchema, newMeta } from './meta.ts';
import { rosterSchema } from './roster.ts';

/** The version that this program writes. Older ones are migrated on opening, newer ones open read-only. */
export const documentVersion = 2;

export const minutesDocumentSchema = z.strictObject({
  version: z.literal(documentVersion),
  id: idSchema,
  meta: metaSchema,
  roster: rosterSchema,
  blocks: z.array(blockSchema),
});
export type MinutesDocument = z.infer<typeof minutesDocumentSchema>;

/** An empty record with one empty paragraph. */
export function newMinutes(meta: Partial<Meta> = {}): MinutesDocument {
  return {
    version: documentVersion,
    id: newId(),
    meta: { ...newMeta(meta.region, meta.script), ...meta },
    roster: [],
    blocks: [{ id: newId(), kind: 'paragraph', inline: [] }],
  };
}
