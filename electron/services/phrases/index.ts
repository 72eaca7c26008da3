/** 片語: her phrase bank, and what the organisation wrote before. */
import { type Phrase, phraseSchema } from '#shared/minutes/phrases/phrase.ts';
import { ok, type Result } from '#shared/result.ts';
import { arrangeOwn, listOwn, putOwn, removeOwn, type Shelf } from '../own-cards.ts';
import type { Services } from '../services.ts';

export { used } from './used.ts';

type Origin = string | null;

export const phraseShelf: Shelf<Phrase> = {
  collection: 'phrases',
  read: (content) => phraseSchema.safeParse(content).data ?? null,
  write: (phrase) => phrase,
  missing: 'phrase.notFound',
};

/** Her phrases, in her order. */
export const list = (services: Services): Result<Phrase[]> => ok(listOwn(services, phraseShelf));

export const put = (services: Services, { phrase, origin }: { phrase: Phrase; origin: Origin }): Result<null> => putOwn(services, phraseShelf, [phrase], origin);

/** Takes a phrase away. Error: phrase.notFound. */
export const remove = (services: Services, { id, origin }: { id: string; origin: Origin }): Result<null> => removeOwn(services, phraseShelf, id, origin);

export const arrange = (services: Services, { ids, origin }: { ids: string[]; origin: Origin }): Result<null> => arrangeOwn(services, phraseShelf, ids, origin);
