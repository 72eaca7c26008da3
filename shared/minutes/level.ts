import { z } from 'zod';

/** The four levels of headings and numbered items. */
export const itemLevelSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type ItemLevel = z.infer<typeof itemLevelSchema>;
