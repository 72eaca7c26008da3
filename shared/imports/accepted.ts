/** A part that was changed in a copy of a record, for comment or to work on, put into the record. */
import { restoreEntry } from '../minutes/difference/index.ts';
import { orderSteps } from '../minutes/difference/sequence.ts';
import type { MinutesDocument } from '../minutes/document.ts';
import { blockText } from '../minutes/text.ts';
import type { Changes } from '../rpc/schemas.ts';
import { foldBack } from './fold-back.ts';

export interface Accepted {
  changes: Changes | null;
  /** The same place was changed in the record since the copy went out: the words of the copy stand there now. */
  overwrites: boolean;
}

/**
 * What accepting the change of a part does: what the copy changed against the text that was sent is changed in the record, and
 * what became of that part meanwhile, by another copy or by hand, stays. `sent` undefined: the part is as in the copy.
 */
export function accepted(present: MinutesDocument, sent: MinutesDocument | undefined, returned: MinutesDocument, blockId: string): Accepted {
  const alone = (document: MinutesDocument): MinutesDocument => ({ ...document, blocks: document.blocks.filter(({ id }) => id === blockId) });
  const [here, theirs] = [alone(present), alone(returned)];
  const before = sent && alone(sent);
  const count = here.blocks.length;
  if (!before || before.blocks.length !== count || theirs.blocks.length !== count) return { changes: restoreEntry(present, returned, blockId), overwrites: false };
  const folded = foldBack(here, before, theirs);
  if (folded.blocks.length !== count) return { changes: restoreEntry(present, returned, blockId), overwrites: false };
  // Only what the copy moved comes to another place.
  const placed = isMoved(sent, returned, blockId) ? returned : present;
  const next = { ...folded, blocks: placed.blocks.map((block) => (block.id === blockId ? (folded.blocks[0] ?? block) : block)) };
  return { changes: restoreEntry(present, next, blockId), overwrites: words(folded) !== words(foldBack(theirs, before, here)) };
}

function isMoved(sent: MinutesDocument, returned: MinutesDocument, blockId: string): boolean {
  const [before, after] = [sent, returned].map(({ blocks }) => blocks.map(({ id }) => id));
  return orderSteps(before ?? [], after ?? []).some(({ id, state }) => id === blockId && state !== 'kept');
}

const words = ({ blocks }: MinutesDocument): string => blocks.flatMap(blockText).join('\n');
