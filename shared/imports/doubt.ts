/** 疑點: what a reader of a file from outside was not sure of. */
import { z } from 'zod';
import { idSchema } from '../minutes/id.ts';

/** What may be doubtful; the words are `doubt.<kind>` in `shared/locale/imports.ts`. */
export const doubtKinds = ['edited', 'noDate'] as const;

export const doubtSchema = z.object({
  kind: z.enum(doubtKinds),
  /** The block it is about; null = the head of the record, or all of it. */
  blockId: idSchema.nullable(),
  /** The words of the file that it is about; '' where there are none. */
  text: z.string().max(2000),
});
export type Doubt = z.infer<typeof doubtSchema>;
