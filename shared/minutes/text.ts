/** The text of a record: for search, counting and reading aloud; never for the paper. */
import type { TextContext } from './block.ts';
import { type Block, blocks } from './blocks/index.ts';
import type { MinutesDocument } from './document.ts';

const context: TextContext = { text: (list) => list.flatMap((block) => blockText(block as Block)) };

/** The lines of text of one block with its fields and body, in order. Empty lines are not among them. */
export function blockText(block: Block): string[] {
  const definition = blocks[block.kind] as { toText(block: Block, context: TextContext): string[] };
  return definition.toText(block, context).filter((line) => line !== '');
}

/** The text of all blocks, a line for each line. What stands at the head (title, place, chair) is not in it. */
export function documentText(document: MinutesDocument): string {
  return document.blocks.flatMap(blockText).join('\n');
}

/** Counts characters as Word does without spaces: no white space, a character outside the BMP once. */
export function plainCharacters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const space = code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x3000 || code === 0x2028;
    const secondHalf = code >= 0xdc00 && code <= 0xdfff;
    if (!space && !secondHalf) count += 1;
  }
  return count;
}
