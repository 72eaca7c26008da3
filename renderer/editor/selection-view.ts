/** What the toolbar shows of the place where the caret stands. */
import { $isLinkNode } from '@lexical/link';
import { $isTableCellNode, $isTableSelection } from '@lexical/table';
import { $findMatchingParent } from '@lexical/utils';
import { $getRoot, $getSelection, $getState, $isElementNode, $isRangeSelection, type ElementNode, type LexicalNode } from 'lexical';
import { marks } from '#shared/minutes/inline.ts';
import { $align, $blockId } from '../blocks/block-state.ts';
import { $headingLevel } from '../blocks/heading/index.ts';
import { $isHeadingNode } from '@lexical/rich-text';
import { markFormats } from '../blocks/inline.ts';
import { $isItemNode, itemLevelState } from '../blocks/item/item-node.ts';
import { $kindOf } from '../blocks/registry.ts';
import type { SelectionView } from './session.types.ts';
import { $above, $fieldAround } from './slots.ts';

export const nowhere: SelectionView = {
  marks: [],
  block: null,
  level: null,
  align: null,
  link: null,
  inTable: false,
  canMergeCells: false,
  inField: false,
  blockId: null,
};

/** The innermost block (not a section) that a node stands in, or null: a field, the head. */
export function $textBlockAround(node: LexicalNode): LexicalNode | null {
  if ($fieldAround(node)) return null;
  return $findMatchingParent(node, (one) => {
    const kind = $kindOf(one);
    return kind !== null;
  });
}

/** The top-level node that a node stands in, through fields and bodies; null for the root. */
export function $topLevel(node: LexicalNode): LexicalNode | null {
  const root = $getRoot();
  let one: LexicalNode | null = node;
  while (one && !root.is(one.getParent())) one = $above(one);
  return one;
}

/** Reads the selection; costs as much as the caret is deep. */
export function $selectionView(): SelectionView {
  const selection = $getSelection();
  if (!selection) return nowhere;
  if (!$isRangeSelection(selection)) {
    const nodes = selection.getNodes();
    const first = nodes[0];
    const top = first ? $topLevel(first) : null;
    return {
      ...nowhere,
      inTable: $isTableSelection(selection),
      canMergeCells: $isTableSelection(selection) && nodes.filter($isTableCellNode).length > 1,
      block: $isTableSelection(selection) ? 'table' : nodes.length === 1 && first ? $kindOf(first) : null,
      blockId: top ? $blockId(top) || null : null,
    };
  }
  const anchor = selection.anchor.getNode();
  const focus = selection.focus.getNode();
  const top = $topLevel(anchor);
  const block = $textBlockAround(anchor);
  const other = focus.is(anchor) ? block : $textBlockAround(focus);
  const kind = block ? $kindOf(block) : null;
  const alike = kind !== null && (block?.is(other) || (other !== null && $kindOf(other) === kind));
  const link = $findMatchingParent(anchor, $isLinkNode);
  const cell = $findMatchingParent(anchor, $isTableCellNode);
  return {
    marks: marks.filter((mark) => selection.hasFormat(markFormats[mark])),
    block: alike ? kind : null,
    level: alike && block ? $level(block) : null,
    align: $isElementNode(block) ? ($align(block as ElementNode).align ?? null) : null,
    link: link?.getURL() ?? null,
    inTable: cell !== null,
    canMergeCells: false,
    inField: $fieldAround(anchor) !== null,
    blockId: top ? $blockId(top) || null : null,
  };
}

function $level(node: LexicalNode) {
  if ($isHeadingNode(node)) return $headingLevel(node);
  return $isItemNode(node) ? $getState(node, itemLevelState) : null;
}
