/** Where something stands in another record: a decision, a row of actions. */
import { z } from 'zod';
import { idSchema } from './id.ts';

export const placeSchema = z.strictObject({
  meetingId: idSchema,
  /** The section in it. */
  blockId: idSchema,
  /** The row of the section's data, where it is one. */
  rowId: idSchema.optional(),
});
export type Place = z.infer<typeof placeSchema>;

/** One text for a place: equal places have equal keys. */
export const placeKey = ({ meetingId, blockId, rowId }: Place): string => `${meetingId}/${blockId}${rowId === undefined ? '' : `/${rowId}`}`;
