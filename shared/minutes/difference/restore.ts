/** How a record is changed so that a part of it, or all of it, is again as it was. */
import type { Changes } from '../../rpc/schemas.ts';
import type { MinutesDocument } from '../document.ts';
import { metaEntry, rosterEntry } from './difference.ts';
import { orderSteps } from './sequence.ts';

/**
 * The changes that make one entry of a difference as it was in `past`: a changed block is put back, one that is gone
 * comes back to its old place, one that is new goes, one that moved returns. null where there is nothing to change.
 */
export function restoreEntry(present: MinutesDocument, past: MinutesDocument, blockId: string): Changes | null {
  if (blockId === metaEntry) return { meta: past.meta, blocks: [] };
  if (blockId === rosterEntry) return { roster: past.roster, blocks: [] };
  const was = past.blocks.find(({ id }) => id === blockId);
  const order = present.blocks.map(({ id }) => id);
  if (!was) return order.includes(blockId) ? { order: order.filter((id) => id !== blockId), blocks: [] } : null;
  const pastOrder = past.blocks.map(({ id }) => id);
  const kept = new Set(orderSteps(pastOrder, order).flatMap(({ id, state }) => (state === 'kept' ? [id] : [])));
  if (kept.has(blockId)) return { blocks: [was] };
  const anchor = pastOrder.slice(0, pastOrder.indexOf(blockId)).findLast((id) => kept.has(id));
  return { order: placed(order, blockId, anchor), blocks: [was] };
}

/** The changes that make the whole record as it was in `past`. */
export function restoreAll(present: MinutesDocument, past: MinutesDocument): Changes {
  const now = new Map(present.blocks.map((block) => [block.id, JSON.stringify(block)]));
  return {
    meta: past.meta,
    roster: past.roster,
    order: past.blocks.map(({ id }) => id),
    blocks: past.blocks.filter((block) => now.get(block.id) !== JSON.stringify(block)),
  };
}

/** `order` with `blockId` behind `anchor`: one that is in its old place itself, or else two could change places for ever. */
function placed(order: readonly string[], blockId: string, anchor: string | undefined): string[] {
  const others = order.filter((id) => id !== blockId);
  return others.toSpliced(anchor === undefined ? 0 : others.indexOf(anchor) + 1, 0, blockId);
}
