/** Cards of her own in an order that she chose: templates, phrases, layouts. */
import type { Collection } from '#electron/db/cards.ts';
import { type ErrorCode } from '#shared/locale/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Services } from './services.ts';

interface Ordered {
  id: string;
  order: number;
}

export interface Shelf<Item extends Ordered> {
  collection: Extract<Collection, 'templates' | 'phrases' | 'wordTemplates' | 'layouts'>;
  /** What a card holds; null where it is damaged, or of a newer program. */
  read(content: unknown): Item | null;
  write(item: Item): unknown;
  missing: ErrorCode;
}

type Origin = string | null;

/** Those that can be read, in her order. */
export function listOwn<Item extends Ordered>({ db }: Services, { collection, read }: Shelf<Item>): Item[] {
  const items = db.cards.all(collection).map(({ content }) => (content === null ? null : read(content)));
  return items.filter((item) => item !== null).sort((one, other) => one.order - other.order);
}

/** Keeps them as they are now, each under its own id, and tells the windows. */
export function putOwn<Item extends Ordered>(services: Services, { collection, write }: Shelf<Item>, items: readonly Item[], origin: Origin): Result<null> {
  const { db, events, now } = services;
  const at = now().toISOString();
  db.write(() => items.forEach((item) => db.cards.put(collection, item.id, write(item), at)));
  events.publish({ type: 'own.changed', origin });
  return ok(null);
}

/** Takes one away. Error: what the shelf says of one that is not there. */
export function removeOwn<Item extends Ordered>({ db, events }: Services, { collection, missing }: Shelf<Item>, id: string, origin: Origin): Result<null> {
  if (!db.write(() => db.cards.remove(collection, id))) return fail(missing);
  events.publish({ type: 'own.changed', origin });
  return ok(null);
}

/** Gives each its place; one that is not named comes after those that are, as it stood. */
export function arrangeOwn<Item extends Ordered>(services: Services, shelf: Shelf<Item>, ids: readonly string[], origin: Origin): Result<null> {
  const place = new Map(ids.map((id, index) => [id, index]));
  const arranged = listOwn(services, shelf)
    .map((item, index) => ({ item, at: place.get(item.id) ?? ids.length + index }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }, index) => ({ ...item, order: firstOwn + index }));
  return putOwn(services, shelf, arranged, origin);
}

/** Her own come after those of the program, whose orders are small. */
export const firstOwn = 1000;
