/** A file of templates and phrases, to carry them from one office to another. */
import { z } from 'zod';
import { fail, ok, type Result } from '../../result.ts';
import { documentVersion } from '../document.ts';
import { newId } from '../id.ts';
import { metaSchema, newMeta } from '../meta.ts';
import { climb, type StoredRecord } from '../migrations/index.ts';
import { type Phrase, phraseSchema } from '../phrases/phrase.ts';
import { type Template, templateSchema } from './template.ts';

const format = 'minutebook-templates';
const fileSchema = z.object({
  format: z.literal(format),
  /** Of the documents that the templates hold. */
  version: z.int().min(1),
  templates: z.array(z.unknown()).max(2000).default([]),
  phrases: z.array(z.unknown()).max(10_000).default([]),
});

/** The text of a file. */
export const templatesFile = (templates: readonly Template[], phrases: readonly Phrase[]): string =>
  `${JSON.stringify({ format, version: documentVersion, templates, phrases }, null, 2)}\n`;

export interface ReadTemplates {
  templates: Template[];
  phrases: Phrase[];
  /** How many are not right, and are left out. */
  left: number;
}

/** What a file holds; each part that is not right is left out. Errors: template.file, template.newer. */
export function readTemplatesFile(text: string): Result<ReadTemplates> {
  const file = fileSchema.safeParse(parsed(text));
  if (!file.success) return fail('template.file');
  const { version, templates, phrases } = file.data;
  if (version > documentVersion) return fail('template.newer');
  const good = { templates: templates.map((one) => upgraded(one, version)), phrases: phrases.map((one) => phraseSchema.safeParse(one).data ?? null) };
  const read = { templates: good.templates.filter((one) => one !== null), phrases: good.phrases.filter((one) => one !== null) };
  return ok({ ...read, left: templates.length + phrases.length - read.templates.length - read.phrases.length });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

const looseSchema = z.looseObject({ meta: z.record(z.string(), z.unknown()).optional(), blocks: z.array(z.unknown()) });

/** A template of an older version brought up to date, its document climbing the same ladder as a record; null where it is not right. */
export function upgraded(value: unknown, version: number): Template | null {
  const loose = looseSchema.safeParse(value);
  if (!loose.success || version > documentVersion) return null;
  const { meta, blocks } = loose.data;
  const record = { version, id: newId(), meta: { ...newMeta(), ...meta }, roster: [], blocks } as unknown as StoredRecord;
  const climbed = climb(record, documentVersion);
  if (!climbed) return null;
  const known = Object.keys(metaSchema.shape).filter((name) => meta && name in meta);
  const risen = (climbed['meta'] ?? {}) as Record<string, unknown>;
  const checked = templateSchema.safeParse({
    ...loose.data,
    blocks: climbed['blocks'],
    ...(meta && { meta: Object.fromEntries(known.map((name) => [name, risen[name]])) }),
  });
  return checked.data ?? null;
}

