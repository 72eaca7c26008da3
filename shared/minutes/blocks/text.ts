/** The kinds that are lines of text: what a table cell may hold. */
import { z } from 'zod';
import { bullet } from './bullet/index.ts';
import { item } from './item/index.ts';
import { paragraph } from './paragraph/index.ts';

export const textBlockSchema = z.discriminatedUnion('kind', [paragraph.schema, item.schema, bullet.schema]);
export type TextBlock = z.infer<typeof textBlockSchema>;
