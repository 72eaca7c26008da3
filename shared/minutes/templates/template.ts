/** A template: a whole meeting or one section, written once in 繁體 with blanks, used in every script and region. */
import { z } from 'zod';
import { blockSchema } from '../blocks/index.ts';
import { metaSchema } from '../meta.ts';

const wordsSchema = z.strictObject({ 'zh-Hant': z.string(), 'zh-Hans': z.string(), en: z.string() });

export const templateSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  scope: z.enum(['meeting', 'section']),
  name: wordsSchema,
  /** One line: what it is for. */
  description: wordsSchema,
  /** The order in which templates of a scope are offered. */
  order: z.int(),
  /** What a meeting starts with; absent for a section. */
  meta: metaSchema.partial().optional(),
  /** Block ids are placeholders: every use gets new ones. */
  blocks: z.array(blockSchema).min(1),
});
export type Template = z.infer<typeof templateSchema>;
