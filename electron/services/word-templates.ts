/** Word 版型: the organisation's own templates of Word, kept as cards. */
import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { lookThrough } from '#electron/docx/own-template/index.ts';
import { fileName } from '#shared/export/file-name.ts';
import { idSchema, newId } from '#shared/minutes/id.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type WordTemplate, wordTemplateSchema } from '#shared/rpc/own.ts';
import type { FileContent } from '#shared/rpc/schemas.ts';
import { firstOwn, listOwn, putOwn, removeOwn, type Shelf } from './own-cards.ts';
import type { Services } from './services.ts';

type Origin = string | null;

/** The file is part of the card, so that backups and archives carry it like everything of hers. */
const cardSchema = wordTemplateSchema.extend({ id: idSchema, order: z.int(), file: z.base64() });
type Card = z.infer<typeof cardSchema>;

const shelf: Shelf<Card> = {
  collection: 'wordTemplates',
  read: (content) => cardSchema.safeParse(content).data ?? null,
  write: (card) => card,
  missing: 'wordTemplate.notFound',
};

/** Her templates with what was found in them, without the files. */
export const list = (services: Services): Result<WordTemplate[]> => ok(listOwn(services, shelf).map(({ id, name, look }) => ({ id, name, look })));

/** Keeps a template that she chose. Errors: wordTemplate.tooLarge, .macros, word.*. */
export async function add(services: Services, { file, name, origin }: { file: FileContent; name: string; origin: Origin }): Promise<Result<WordTemplate>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const look = lookThrough(bytes);
  if (!look.ok) return fail(look.error.code, { name, ...look.error.params });
  const others = listOwn(services, shelf);
  const card: Card = {
    id: newId(),
    name: name.replace(/\.(?:docx|dotx)$/i, '').slice(0, 100),
    order: Math.max(firstOwn - 1, ...others.map(({ order }) => order)) + 1,
    look: look.value,
    file: Buffer.from(bytes).toString('base64'),
  };
  const kept = putOwn(services, shelf, [card], origin);
  return kept.ok ? ok({ id: card.id, name: card.name, look: card.look }) : kept;
}

/** The file as she gave it. Error: wordTemplate.notFound. */
export function get(services: Services, { id }: { id: string }): Result<{ name: string; file: FileContent }> {
  const card = listOwn(services, shelf).find((one) => one.id === id);
  if (!card) return fail('wordTemplate.notFound');
  return ok({ name: fileName(card.name, 'docx'), file: new Blob([Buffer.from(card.file, 'base64')]) });
}

/** Error: wordTemplate.notFound. */
export const remove = (services: Services, { id, origin }: { id: string; origin: Origin }): Result<null> => removeOwn(services, shelf, id, origin);

/** The file of a template. Error: wordTemplate.notFound. */
export function fileOf(services: Services, id: string): Result<Uint8Array> {
  const card = listOwn(services, shelf).find((one) => one.id === id);
  return card ? ok(Buffer.from(card.file, 'base64')) : fail('wordTemplate.notFound');
}
