/** 大綱: the headings and sections of a record. */
import { ownBlanks } from './blanks.ts';
import type { Block, BlockKind } from './blocks/index.ts';
import type { MinutesDocument } from './document.ts';
import { entryName } from './entry-name.ts';
import { blocksWithin } from './walk.ts';

export interface OutlineEntry {
  blockId: string;
  kind: BlockKind;
  /** 1 for sections and headings of level 1, then by level; a heading in a section is at least 2. */
  depth: 1 | 2 | 3 | 4;
  text: string;
  /** How many places wait to be filled in, from here to the next entry. */
  blanks: number;
}

/** The headings and sections in order, those inside sections too. */
export function outlineOf(document: Pick<MinutesDocument, 'meta' | 'blocks'>): OutlineEntry[] {
  const { region, script } = document.meta;
  const entries: OutlineEntry[] = [];
  for (const top of document.blocks) {
    for (const block of blocksWithin(top)) {
      const text = entryName(block, region, script);
      const blanks = ownBlanks(block).length;
      const last = entries.at(-1);
      if (text !== null) entries.push({ blockId: block.id, kind: block.kind, depth: depthOf(block, block !== top), text, blanks });
      else if (last) last.blanks += blanks;
    }
  }
  return entries;
}

function depthOf(block: Block, inside: boolean): OutlineEntry['depth'] {
  const level = block.kind === 'heading' ? block.level : 1;
  return inside && level === 1 ? 2 : level;
}
