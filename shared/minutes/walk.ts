/** What a block holds, whatever its kind: for readers that go through a whole record. */
import type { Block } from './blocks/index.ts';
import type { Inline } from './inline.ts';

/** The flows inside a block, in reading order: the body of a section, the cells of a table. */
export function flowsOf(block: Block): readonly (readonly Block[])[] {
  if ('body' in block) return [block.body];
  if ('rows' in block) return block.rows.flatMap((row) => row.map((cell) => cell.blocks));
  return [];
}

/** The text of a block itself, without what is inside it. */
export function inlineOf(block: Block): readonly Inline[] {
  if ('inline' in block) return block.inline;
  return 'caption' in block ? block.caption : [];
}

/** A block and everything inside it, in reading order. */
export function* blocksWithin(block: Block): Generator<Block> {
  yield block;
  for (const flow of flowsOf(block)) for (const inner of flow) yield* blocksWithin(inner);
}

/** What a copy of a block changes. */
export interface BlockEdit {
  id?(id: string): string;
  inline?(inline: readonly Inline[]): Inline[];
  /** The words of a field, or of a heading that was written by hand. */
  words?(text: string): string;
  /** The hash of a picture. */
  asset?(hash: string): string;
}

/** A copy of a block with everything inside it changed by `edit`. The original stays as it is. */
export function editBlock<Kind extends Block>(block: Kind, edit: BlockEdit): Kind {
  const words = edit.words ?? ((text) => text);
  const inline = edit.inline ?? ((parts) => [...parts]);
  const copy: Block = { ...block, id: edit.id?.(block.id) ?? block.id };
  if ('inline' in copy) copy.inline = inline(copy.inline);
  if ('caption' in copy) {
    copy.caption = inline(copy.caption);
    copy.alt = words(copy.alt);
    copy.asset = edit.asset?.(copy.asset) ?? copy.asset;
  }
  if ('rows' in copy) {
    copy.rows = copy.rows.map((row) =>
      row.map((cell) => ({ ...cell, blocks: cell.blocks.map((inner) => editBlock(inner, edit)) })),
    );
  }
  if ('body' in copy) {
    copy.body = copy.body.map((inner) => editBlock(inner, edit));
    copy.heading = copy.heading === null ? null : words(copy.heading);
    copy.fields = Object.fromEntries(
      Object.entries(copy.fields).map(([name, text]) => [name, words(text)]),
    ) as typeof copy.fields;
    if ('data' in copy && edit.words) copy.data = editStrings(copy.data, words) as typeof copy.data;
  }
  return copy as Kind;
}

/** The same data with every string in it changed. Keys of choices and ids are letters and figures: words leave them as they are. */
function editStrings(value: unknown, words: (text: string) => string): unknown {
  if (typeof value === 'string') return words(value);
  if (Array.isArray(value)) return value.map((one) => editStrings(one, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, editStrings(one, words)]));
}
