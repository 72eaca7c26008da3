/** 範本與片語: what she begins with and writes often, the program's own and hers. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { regionSchema, scriptSchema } from '../language.ts';
import { idSchema } from '../minutes/id.ts';
import { phraseSchema } from '../minutes/phrases/phrase.ts';
import { templateSchema } from '../minutes/templates/template.ts';
import { templateLookSchema } from '../word-templates/look.ts';
import { origin } from './origin.ts';
import { fileContentSchema, resultOf } from './schemas.ts';

const ids = z.array(idSchema).max(10_000);

export const templatesContract = {
  /** Those of the program, then her own; whole meetings first. */
  list: oc.output(resultOf(z.array(templateSchema))),
  /** Keeps a template of her own, in the place of the one of that id. */
  put: oc.input(z.strictObject({ template: templateSchema.extend({ id: idSchema, written: z.strictObject({ region: regionSchema, script: scriptSchema }) }), origin })).output(resultOf(z.null())),
  /** Takes a template of her own away. Error: template.notFound. */
  remove: oc.input(z.strictObject({ id: idSchema, origin })).output(resultOf(z.null())),
  /** The order in which her own are offered. Those that are not named come last. */
  arrange: oc.input(z.strictObject({ ids, origin })).output(resultOf(z.null())),
  /** Templates and phrases of her own as one file. */
  export: oc
    .input(z.strictObject({ templates: ids, phrases: ids }))
    .output(resultOf(z.object({ name: z.string(), file: fileContentSchema }))),
  /** Takes a file in; what is there already stays once. Errors: file.*, template.file, template.newer. */
  import: oc
    .input(z.strictObject({ file: fileContentSchema, name: z.string().max(300), origin }))
    .output(resultOf(z.object({ templates: z.int(), phrases: z.int(), left: z.int() }))),
};

/** Word 版型: an own template of Word, without its file. */
export const wordTemplateSchema = z.object({ id: idSchema, name: z.string().max(100), look: templateLookSchema });
export type WordTemplate = z.infer<typeof wordTemplateSchema>;

export const wordTemplatesContract = {
  /** Hers, in the order in which they came. */
  list: oc.output(resultOf(z.array(wordTemplateSchema))),
  /** Keeps a .docx or .dotx with its marks {{…}}. Errors: wordTemplate.tooLarge, .macros, word.*. */
  add: oc.input(z.strictObject({ file: fileContentSchema, name: z.string().max(300), origin })).output(resultOf(wordTemplateSchema)),
  /** The file as she gave it. Error: wordTemplate.notFound. */
  get: oc.input(z.strictObject({ id: idSchema })).output(resultOf(z.object({ name: z.string(), file: fileContentSchema }))),
  /** Error: wordTemplate.notFound. */
  remove: oc.input(z.strictObject({ id: idSchema, origin })).output(resultOf(z.null())),
};

export const phrasesContract = {
  list: oc.output(resultOf(z.array(phraseSchema))),
  put: oc.input(z.strictObject({ phrase: phraseSchema, origin })).output(resultOf(z.null())),
  /** Error: phrase.notFound. */
  remove: oc.input(z.strictObject({ id: idSchema, origin })).output(resultOf(z.null())),
  arrange: oc.input(z.strictObject({ ids, origin })).output(resultOf(z.null())),
  /**
   * What this organisation wrote before in sections of a kind, most frequent first. Derived from the stored records in
   * the background: nothing is kept, and what is not derived yet is an empty list with `isWhole` false.
   */
  used: oc
    .input(z.strictObject({ organisation: z.string().max(500), script: scriptSchema, kind: z.string().max(40) }))
    .output(resultOf(z.object({ phrases: z.array(z.string()), isWhole: z.boolean() }))),
};
