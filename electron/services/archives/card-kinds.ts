/** What a card of each collection must look like to be taken in. */
import { z } from 'zod';
import type { Collection } from '#electron/db/cards.ts';
import { bodyCardSchema } from '#shared/directory/body.ts';
import { personCardSchema } from '#shared/directory/person.ts';

const anything = z.record(z.string(), z.json());

export const cardKinds: Readonly<Record<Collection, z.ZodType<{ id?: unknown } & Record<string, unknown>>>> = {
  people: personCardSchema,
  bodies: bodyCardSchema,
  templates: anything,
  phrases: anything,
};
