import type { Changes } from '../rpc/schemas.ts';
import type { Block } from './blocks/index.ts';
import type { MinutesDocument } from './document.ts';

/**
 * The record after `changes`, or null where they do not fit it: an id in the order that has no block, a block that
 * the order leaves out, an id that comes twice. The record itself stays as it is.
 */
export function applyChanges(document: MinutesDocument, changes: Changes): MinutesDocument | null {
  const order = changes.order ?? document.blocks.map((block) => block.id);
  const changed = new Map(changes.blocks.map((block) => [block.id, block]));
  const wanted = new Set(order);
  if (wanted.size !== order.length || changed.size !== changes.blocks.length) return null;
  if (changes.blocks.some((block) => !wanted.has(block.id))) return null;
  const before = new Map(document.blocks.map((block) => [block.id, block]));
  const blocks: Block[] = [];
  for (const id of order) {
    const block = changed.get(id) ?? before.get(id);
    if (!block) return null;
    blocks.push(block);
  }
  return { ...document, meta: changes.meta ?? document.meta, roster: changes.roster ?? document.roster, blocks };
}
