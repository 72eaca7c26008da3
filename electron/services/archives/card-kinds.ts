/** The cards that an archive carries, and what one of each collection must look like to be taken in. */
import { z } from 'zod';
import type { Collection } from '#electron/db/cards.ts';
import { bodyCardSchema } from '#shared/directory/body.ts';
import { returnedSchema } from '#shared/comments/returned.ts';
import { personCardSchema } from '#shared/directory/person.ts';

const anything = z.record(z.string(), z.json());

/** What was imported here says nothing elsewhere. */
export type ArchivedCollection = Exclude<Collection, 'importedFiles' | 'importReports'>;

export const cardKinds: Readonly<Record<ArchivedCollection, z.ZodType<{ id?: unknown } & Record<string, unknown>>>> = {
  people: personCardSchema,
  bodies: bodyCardSchema,
  templates: anything,
  phrases: anything,
  wordTemplates: anything,
  layouts: anything,
  returnedCopies: returnedSchema,
};

export const isArchived = (collection: string): collection is ArchivedCollection => Object.hasOwn(cardKinds, collection);
