/** The templates that come with the program, and those of her own. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileName } from '#shared/export/file-name.ts';
import { documentVersion } from '#shared/minutes/document.ts';
import { newId } from '#shared/minutes/id.ts';
import type { Phrase } from '#shared/minutes/phrases/phrase.ts';
import { readTemplatesFile, templatesFile, upgraded } from '#shared/minutes/templates/file.ts';
import { type Template, templateSchema } from '#shared/minutes/templates/template.ts';
import { ok, type Result } from '#shared/result.ts';
import type { FileContent } from '#shared/rpc/schemas.ts';
import { arrangeOwn, firstOwn, listOwn, putOwn, removeOwn, type Shelf } from './own-cards.ts';
import { phraseShelf } from './phrases/index.ts';
import type { Services } from './services.ts';
import { read as readText } from './texts.ts';

type Origin = string | null;

/** Cards hold the version of the document beside the template: a later program brings both up to date. */
const templateShelf: Shelf<Template> = {
  collection: 'templates',
  read: (content) => {
    const { version, template } = content as { version?: unknown; template?: unknown };
    return typeof version === 'number' ? upgraded(template, version) : null;
  },
  write: (template) => ({ version: documentVersion, template }),
  missing: 'template.notFound',
};

/** The templates in their order, whole meetings first, her own after those of the program. A file that is not a template is left out. */
export async function list(services: Services): Promise<Result<Template[]>> {
  const folder = join(services.resources, 'templates');
  const names = await readdir(folder).catch(() => []);
  const read = await Promise.all(names.filter((name) => name.endsWith('.json')).map((name) => readTemplate(join(folder, name))));
  const templates = [...read.filter((template) => template !== null), ...listOwn(services, templateShelf)];
  return ok(templates.sort((a, b) => a.scope.localeCompare(b.scope) || a.order - b.order || a.id.localeCompare(b.id)));
}

async function readTemplate(path: string): Promise<Template | null> {
  try {
    return templateSchema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

export const put = (services: Services, { template, origin }: { template: Template; origin: Origin }): Result<null> =>
  putOwn(services, templateShelf, [template], origin);

/** Takes a template of her own away. Error: template.notFound. */
export const remove = (services: Services, { id, origin }: { id: string; origin: Origin }): Result<null> => removeOwn(services, templateShelf, id, origin);

export const arrange = (services: Services, { ids, origin }: { ids: string[]; origin: Origin }): Result<null> => arrangeOwn(services, templateShelf, ids, origin);

/** The chosen templates and phrases as one file, in her order. */
export function exportFile(services: Services, chosen: { templates: string[]; phrases: string[] }): Result<{ name: string; file: FileContent }> {
  const templates = listOwn(services, templateShelf).filter(({ id }) => chosen.templates.includes(id));
  const phrases = listOwn(services, phraseShelf).filter(({ id }) => chosen.phrases.includes(id));
  const [only] = templates;
  const name = only && templates.length === 1 && phrases.length === 0 ? only.name['zh-Hant'].trim() : '';
  return ok({ name: fileName(name || '範本與片語', 'json'), file: new Blob([templatesFile(templates, phrases)], { type: 'application/json' }) });
}

/** Takes a file in. What is there already, word for word, stays once. Errors: file.*, template.file, template.newer. */
export async function importFile(
  services: Services,
  { file, name, origin }: { file: FileContent; name: string; origin: Origin },
): Promise<Result<{ templates: number; phrases: number; left: number }>> {
  const text = await readText({ file, name, encoding: null });
  if (!text.ok) return text;
  const read = readTemplatesFile(text.value.text);
  if (!read.ok) return read;
  const [templates, phrases] = [listOwn(services, templateShelf), listOwn(services, phraseShelf)];
  const newTemplates = fresh(read.value.templates.map((one): Template => ({ ...one, written: one.written ?? { region: 'TW', script: 'Hant' } })), templates);
  const newPhrases = fresh(read.value.phrases, phrases).map((one): Phrase => withFreeShortcut(one, phrases));
  if (newTemplates.length > 0) putOwn(services, templateShelf, newTemplates, origin);
  if (newPhrases.length > 0) putOwn(services, phraseShelf, newPhrases, origin);
  return ok({ templates: newTemplates.length, phrases: newPhrases.length, left: read.value.left });
}

/** Those that are not there yet, with ids of their own, after what is there. */
function fresh<Item extends { id: string; order: number }>(given: readonly Item[], there: readonly Item[]): Item[] {
  const words = (item: Item): string => JSON.stringify({ ...item, id: '', order: 0 });
  const known = new Set(there.map(words));
  const last = Math.max(firstOwn - 1, ...there.map(({ order }) => order));
  return given.filter((item) => !known.has(words(item)) && known.add(words(item))).map((item, index) => ({ ...item, id: newId(), order: last + 1 + index }));
}

/** A short name that is taken stays with the phrase that has it. */
const withFreeShortcut = (phrase: Phrase, there: readonly Phrase[]): Phrase =>
  there.some(({ shortcut }) => shortcut !== '' && shortcut === phrase.shortcut) ? { ...phrase, shortcut: '' } : phrase;
