/** 待填: the places of a record that wait to be filled in; shown on screen, named at export. */
import type { Script, Words } from '../language.ts';
import { type Block, type Section, sections } from './blocks/index.ts';
import type { MinutesDocument } from './document.ts';
import { entryName } from './entry-name.ts';
import { chairOf, headLabel } from './head.ts';
import type { FieldDefinition } from './section.ts';
import { blocksWithin, inlineOf } from './walk.ts';

export interface Blank {
  /** The innermost block that holds it; null at the head of the record. */
  blockId: string | null;
  /** The field of the head or of the section; absent for a marked place in the text. */
  field?: string;
  /** What is to be filled in. A marked place has its own words in every language. */
  label: Words;
}

const headFields = {
  title: { 'zh-Hant': '標題', 'zh-Hans': '标题', en: 'Title' },
  start: { 'zh-Hant': '時間', 'zh-Hans': '时间', en: 'Time' },
  place: { 'zh-Hant': '地點', 'zh-Hans': '地点', en: 'Place' },
  chair: { 'zh-Hant': '主席', 'zh-Hans': '主持人', en: 'Chair' },
} satisfies Record<string, Words>;

/** What is missing at the head: title, time, place, chair. */
export function headBlanks(document: Pick<MinutesDocument, 'meta' | 'blocks'>): Blank[] {
  const { title, start, place } = document.meta;
  const filled = { title, start: start ?? '', place, chair: chairOf(document) };
  // The list says what the paper says: 主持人 on the mainland, 主席 elsewhere.
  const chair = (script: Script) => headLabel('chair', document.meta.region, script);
  const labels = { ...headFields, chair: { ...headFields.chair, 'zh-Hant': chair('Hant'), 'zh-Hans': chair('Hans') } };
  return (Object.keys(labels) as (keyof typeof labels)[])
    .filter((field) => filled[field].trim() === '')
    .map((field) => ({ blockId: null, field, label: labels[field] }));
}

/** The places left to fill in in one block and what it holds: required fields first, then the text in order. */
export function blockBlanks(block: Block): Blank[] {
  return [...blocksWithin(block)].flatMap(ownBlanks);
}

/** The places left to fill in in a block itself, without what is inside it. */
export function ownBlanks(block: Block): Blank[] {
  return 'fields' in block ? fieldBlanks(block) : inlineBlanks(block);
}

/** Every place left to fill in, in the order of the paper. `where` is the outline entry it stands under, '' before the first. */
export function collectBlanks(document: MinutesDocument): (Blank & { where: string })[] {
  const { region, script } = document.meta;
  let where = '';
  return [
    ...headBlanks(document).map((blank) => ({ ...blank, where })),
    ...document.blocks.flatMap((block) => {
      where = entryName(block, region, script) ?? where;
      return blockBlanks(block).map((blank) => ({ ...blank, where }));
    }),
  ];
}

function fieldBlanks(block: Section): Blank[] {
  const fields: Readonly<Record<string, FieldDefinition>> = sections[block.kind].section.fields;
  const values: Readonly<Record<string, string>> = block.fields;
  return Object.entries(fields)
    .filter(([name, field]) => field.required && values[name]?.trim() === '')
    .map(([field, { label }]) => ({ blockId: block.id, field, label }));
}

function inlineBlanks(block: Block): Blank[] {
  return inlineOf(block)
    .filter((part) => part.type === 'blank')
    .map(({ label }) => ({ blockId: block.id, label: { 'zh-Hant': label, 'zh-Hans': label, en: label } }));
}
