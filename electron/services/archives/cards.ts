/** The cards of an archive: people, bodies, templates and phrases, as readable lists, and taken in without overwriting. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { StoredCard } from '#electron/db/cards.ts';
import type { Work } from '#electron/services/jobs.ts';
import type { Services } from '#electron/services/services.ts';
import { mergePeople } from '#shared/directory/people.ts';
import { type PersonCard } from '#shared/directory/person.ts';
import { datedTitle } from '#shared/minutes/dated-title.ts';
import { type ArchivedCollection, cardKinds, isArchived } from './card-kinds.ts';

/** A file of cards as it is to be written. */
export interface CardsToWrite {
  collection: string;
  file: string;
  cards: { id: string; updatedAt: string; content: unknown }[];
}

/** So that a file is far from the largest that is read back. Characters. */
const mostInFile = 8_000_000;

/** Every card that can be read, in files by collection. */
export function cardsToWrite(stored: readonly StoredCard[]): CardsToWrite[] {
  const files: CardsToWrite[] = [];
  const open = new Map<string, { file: CardsToWrite; size: number; part: number }>();
  for (const { collection, id, text, updatedAt, whole } of stored) {
    if (!whole || !isArchived(collection)) continue;
    const last = open.get(collection);
    const isFull = !last || last.size + text.length > mostInFile;
    const part = (last?.part ?? 0) + (isFull ? 1 : 0);
    const at = isFull ? { file: { collection, file: `cards/${collection}${part === 1 ? '' : `-${part}`}.json`, cards: [] }, size: 0, part } : last;
    if (isFull) files.push(at.file);
    open.set(collection, at);
    at.file.cards.push({ id, updatedAt, content: JSON.parse(text) as unknown });
    at.size += text.length;
  }
  return files;
}

const fileSchema = z.object({ cards: z.array(z.object({ id: z.string().max(40), updatedAt: z.iso.datetime(), content: z.unknown() })) });

/** What became of the cards of an archive. */
export interface TakenCards {
  /** Added, or filled in with what was not known here. */
  added: number;
  unreadable: string[];
}

interface ArchivedCards {
  collection: string;
  file: string;
  madeAt: string;
  bytes: Buffer | null;
}

/** Takes a file of cards in: what is here stays as it is, and what differs is put beside it, or for people into it. */
export async function takeCards(services: Services, { collection, file, madeAt, bytes }: ArchivedCards, work: Pick<Work, 'breathe'>): Promise<TakenCards> {
  const known = isArchived(collection) ? collection : null;
  const read = bytes && known ? fileSchema.safeParse(parsed(bytes.toString('utf8'))) : null;
  if (!known || !read?.success) return { added: 0, unreadable: [file] };
  const taken: TakenCards = { added: 0, unreadable: [] };
  for (const { id, updatedAt, content } of read.data.cards) {
    await work.breathe();
    const checked = cardKinds[known].safeParse(content);
    if (!checked.success || (checked.data.id !== undefined && checked.data.id !== id)) taken.unreadable.push(`${file} ${id}`);
    else if (takeCard(services, known, { id, updatedAt, content: checked.data }, new Date(madeAt))) taken.added += 1;
  }
  services.directory.forget();
  return taken;
}

type Taken = { id: string; updatedAt: string; content: { id?: unknown } & Record<string, unknown> };

/** Whether anything came of it. */
function takeCard(services: Services, collection: ArchivedCollection, { id, updatedAt, content }: Taken, madeAt: Date): boolean {
  const { db } = services;
  const put = (as: string, value: unknown): boolean => {
    db.write(() => db.cards.put(collection, as, value, updatedAt));
    return true;
  };
  if (collection === 'people') {
    const person = services.directory.person(id);
    if (person) return fillIn(services, person, content as unknown as PersonCard);
  }
  const here = db.cards.find(collection, id);
  if (!here) return put(id, content);
  if (same(here.content, content)) return false;
  // Made of the content itself: the same archive, taken in once more, adds no second copy.
  const copy = createHash('sha256').update(JSON.stringify(content)).digest().readBigUInt64BE().toString(36).padStart(13, '0').slice(-12);
  if (db.cards.find(collection, copy)) return false;
  const named = (title: string): string => datedTitle({ title, script: content['script'] === 'Hans' ? 'Hans' : 'Hant' }, madeAt, 'archive');
  return put(copy, copied(content, id, copy, named));
}

/** A card under another id and name, be it the card itself that has them or what it holds, and the name in one language or in several. */
function copied(content: Record<string, unknown>, id: string, copy: string, named: (name: string) => string): Record<string, unknown> {
  const isPart = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
  const nameOf = (name: unknown): unknown => {
    if (typeof name === 'string') return named(name);
    return isPart(name) ? Object.fromEntries(Object.entries(name).map(([language, words]) => [language, typeof words === 'string' ? named(words) : words])) : name;
  };
  const renamed = (part: Record<string, unknown>): Record<string, unknown> => ({ ...part, ...(part['id'] === id && { id: copy }), ...('name' in part && { name: nameOf(part['name']) }) });
  return renamed(Object.fromEntries(Object.entries(content).map(([key, value]) => [key, isPart(value) && value['id'] === id ? renamed(value) : value])));
}

/** Adds to a person what is known of them elsewhere: nothing that is here goes. */
function fillIn(services: Services, person: PersonCard, other: PersonCard): boolean {
  const { former, ...merged } = mergePeople(person, other);
  const filled = { ...merged, former: [...new Set([...person.former, ...former.filter((id) => id !== other.id)])] };
  if (same(filled, person)) return false;
  services.directory.write({ people: [filled] }, services.now());
  return true;
}

/** The order in which the keys of a card stand says nothing. */
const same = (one: unknown, other: unknown): boolean => ordered(one) === ordered(other);
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1))) : part,
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
