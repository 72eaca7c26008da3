/** Puts another text of the same record in place, touching only the blocks that differ, so that the caret can stay. */
import { $getRoot, type LexicalNode } from 'lexical';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { $blockId } from '../blocks/block-state.ts';
import { $blockToNode, $nodeToBlock } from '../blocks/registry.ts';
import { $head, $patchMeta, $setRoster } from './head-node.ts';
import { same } from './same.ts';

/** Makes the open record equal to `document`, as part of an update. */
export function $replaceRecord(document: MinutesDocument): void {
  const head = $head();
  if (!head) return;
  $patchMeta(head, document.meta);
  $setRoster(head, document.roster);
  const known = new Map<string, LexicalNode>();
  for (const node of $getRoot().getChildren()) if (!node.is(head)) known.set($blockId(node), node);
  const wanted = new Set(document.blocks.map((block) => block.id));
  for (const [id, node] of known) if (!wanted.has(id)) node.remove();
  let last: LexicalNode = head;
  for (const block of document.blocks) {
    const there = known.get(block.id);
    if (there && same($nodeToBlock(there), block)) {
      if (!last.is(there.getPreviousSibling())) last.insertAfter(there, false);
      last = there;
    } else {
      there?.remove();
      const node = $blockToNode(block);
      last.insertAfter(node, false);
      last = node;
    }
  }
}
