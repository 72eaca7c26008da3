/** Numbers of items are derived, never stored: level 1 一、 level 2 （一） level 3 1. level 4 （1）. */
import { z } from 'zod';

export const itemLevelSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type ItemLevel = z.infer<typeof itemLevelSchema>;
