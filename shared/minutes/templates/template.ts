/**
 * A template: a whole meeting or one section. Those of the program are written once in 繁體 with blanks and used in every
 * script and region; those of her own say what they were written in.
 */
import { z } from 'zod';
import { regionSchema, scriptSchema } from '../../language.ts';
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
  /** Of a template of her own: what it was written in. Used there again, its words stay as they are. */
  written: z.strictObject({ region: regionSchema, script: scriptSchema }).optional(),
  /** Block ids are placeholders: every use gets new ones. */
  blocks: z.array(blockSchema).min(1).max(5000),
});
export type Template = z.infer<typeof templateSchema>;
