import type { Changes } from '../rpc/schemas.ts';
import type { Block } from './blocks/index.ts';
import type { MinutesDocument } from './document.ts';

/**
 * The record after `changes`, or null where they do not fit it: an id in the order that has no block, a block that
 * the order leaves out, an id that comes twice. The record itself stays as it is.
 */
export function applyChanges(document: MinutesDocument, changes: Changes): MinutesDocument | null {
  const changed = new Map(changes.blocks.map((block) => [block.id, block]));
  if (changed.size !== changes.blocks.length) return null;
  const blocks = changes.order ? arranged(document.blocks, changed, changes.order) : replaced(document.blocks, changed);
  if (!blocks) return null;
  return { ...document, meta: changes.meta ?? document.meta, roster: changes.roster ?? document.roster, blocks };
}

type ChangedBlocks = ReadonlyMap<string, Block>;

/** Most saves: blocks changed where they stand. */
function replaced(before: readonly Block[], changed: ChangedBlocks): Block[] | null {
  let found = 0;
  const blocks = before.map((block) => {
    const now = changed.get(block.id);
    if (now) found += 1;
    return now ?? block;
  });
  return found === changed.size ? blocks : null;
}

function arranged(before: readonly Block[], changed: ChangedBlocks, order: readonly string[]): Block[] | null {
  const wanted = new Set(order);
  if (wanted.size !== order.length || ![...changed.keys()].every((id) => wanted.has(id))) return null;
  const known = new Map(before.map((block) => [block.id, block]));
  const blocks = order.map((id) => changed.get(id) ?? known.get(id)).filter((block) => block !== undefined);
  return blocks.length === order.length ? blocks : null;
}
