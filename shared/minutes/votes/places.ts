/** Where a record may speak of a matter that was decided. */
import { type Block, isSectionKind, type Section } from '../blocks/index.ts';
import { blockText } from '../text.ts';
import { blocksWithin } from '../walk.ts';
import type { TextPlace } from './contradictions.ts';

/** Sections that tell of their own matters, or of matters of other meetings. */
const elsewhere: ReadonlySet<string> = new Set(['resolution', 'extemporeMotion', 'followUp', 'agenda', 'election']);

/** Where the record may speak of the matter: the section itself, and the text outside of other decisions. */
export function placesOf(blocks: readonly Block[], id: string): TextPlace[] {
  return blocks.flatMap((top): TextPlace[] => {
    if (top.id !== id && elsewhere.has(top.kind)) return [];
    const own = top.id === id;
    const lines = [...blocksWithin(top)].filter((one) => !isSectionKind(one.kind)).flatMap((one) => linesOf(one, own));
    if (!own) return lines;
    const { heading, fields } = top as Section;
    const said = [heading ?? '', (fields as Readonly<Record<string, string>>)['decision'] ?? ''].filter((text) => text !== '');
    return [...lines, ...said.map((text) => ({ blockId: id, text, own }))];
  });
}

const linesOf = (block: Block, own: boolean): TextPlace[] => ('rows' in block ? [] : blockText(block).map((text) => ({ blockId: block.id, text, own })));
