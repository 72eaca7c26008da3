/** 審稿意見: what came back of a record that was sent for comment. */
import { z } from 'zod';
import { minutesDocumentSchema } from '../minutes/document.ts';
import { idSchema } from '../minutes/id.ts';

export const decisionSchema = z.enum(['accepted', 'declined']);
export type Decision = z.infer<typeof decisionSchema>;

/** Words about a part of the text: written into its slot, or as a comment of Word. */
export const remarkSchema = z.strictObject({
  id: idSchema,
  /** The top-level block that it is about; null where that cannot be told. */
  blockId: idSchema.nullable(),
  /** Who wrote it; '' = whoever returned the copy. */
  by: z.string().max(200),
  /** The words of the text that it is about; '' for the whole block. */
  quote: z.string().max(2000),
  text: z.string().max(20_000),
});
export type Remark = z.infer<typeof remarkSchema>;

/** A copy that came back. */
export const returnedSchema = z.strictObject({
  id: idSchema,
  meeting: idSchema,
  /** The revision that was sent. */
  revision: z.int().min(0),
  /** The file's name. */
  name: z.string().max(300),
  at: z.iso.datetime(),
  /** Who returned it; '' where the file does not say. */
  by: z.string().max(200),
  /** The record as the copy says it: what differs from what was sent is proposed. */
  document: minutesDocumentSchema,
  /** Who changed a block under tracked changes, by its id. */
  authors: z.record(z.string(), z.string().max(200)),
  remarks: z.array(remarkSchema).max(5000),
  /** Changes that could not be put in their place, as the reader told them. */
  unplaced: z.array(z.string().max(2000)).max(500),
  /** By the id of a remark, or of a block whose text is proposed. */
  decisions: z.record(z.string(), decisionSchema),
});
export type Returned = z.infer<typeof returnedSchema>;
