/** Blocks put in at the caret: into the body it stands in where they may stand there, else after the section. */
import { $isTableCellNode } from '@lexical/table';
import { $findMatchingParent } from '@lexical/utils';
import { $getRoot, $getSelection, $isElementNode, $isParagraphNode, $isRangeSelection, type LexicalNode } from 'lexical';
import { type Block, isSectionKind } from '#shared/minutes/blocks/index.ts';
import { textBlockSchema } from '#shared/minutes/blocks/text.ts';
import { $blockToNode } from '../blocks/registry.ts';
import { $isHeadNode } from './head-node.ts';
import { $caretNode, $isAt, $nodeAt } from './held-place.ts';
import { $emptyPlacesIn, $selectPlace } from './places.ts';
import { $isSectionNode } from './section-node.ts';
import { $textBlockAround, $topLevel } from './selection-view.ts';
import type { HeldPlace } from './session.types.ts';
import { $fieldAround, $placeOf } from './slots.ts';

/**
 * Puts blocks in at the caret, or at the end where there is none; an empty paragraph and a selection give way. At a held
 * place that the caret has left they go after the line that it was in, and what she does elsewhere stays as it is.
 */
export function $insertBlocks(blocks: readonly Block[], held: HeldPlace | null = null): void {
  if (blocks.length === 0) return;
  const isLeft = held !== null && !$isAt(held);
  const selection = $getSelection();
  if (!isLeft && $isRangeSelection(selection) && !selection.isCollapsed()) selection.removeText();
  const place = $placeFor(blocks, isLeft ? $nodeAt(held) : $caretNode());
  const nodes = blocks.map((block) => $blockToNode(block));
  let last = place;
  for (const node of nodes) {
    last.insertAfter(node, isLeft);
    last = node;
  }
  if ($isParagraphNode(place) && place.getChildrenSize() === 0 && !(isLeft && place.isSelected())) place.remove();
  if (isLeft) return;
  const first = nodes.flatMap((node) => $emptyPlacesIn(node))[0];
  if (first) $selectPlace(first);
  else if ($isElementNode(last)) last.selectEnd();
  else last.selectNext();
}

/** The node after which the blocks go that are put in at `node`. */
function $placeFor(blocks: readonly Block[], node: LexicalNode | null): LexicalNode {
  const root = $getRoot();
  const end = root.getLastChildOrThrow();
  if (!node || node.is(root)) return end;
  const top = $topLevel(node) ?? end;
  if ($isHeadNode(top)) return top;
  if (blocks.some((block) => isSectionKind(block.kind))) return top;
  const field = $fieldAround(node);
  const host = field && $placeOf(field)?.host;
  if (host) return $isSectionNode(host) ? host.getFirstChildOrThrow() : top;
  const cell = $findMatchingParent(node, $isTableCellNode);
  const block = $textBlockAround(node);
  if (!cell) return block && !$isSectionNode(block) ? block : top;
  const fits = blocks.every((one) => textBlockSchema.safeParse(one).success);
  if (fits) return block ?? top;
  return $findMatchingParent(cell, (one) => one.getParent()?.is(root) === true || $isSectionNode(one.getParent())) ?? top;
}
