/** The lines of text and the blocks that a selection touches. */
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  type BaseSelection,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import type { BlockKind } from '#shared/minutes/blocks/index.ts';
import { $blockId, $withId } from '../blocks/block-state.ts';
import { $kindOf } from '../blocks/registry.ts';
import { $isHeadNode } from '../editor/head-node.ts';
import { $isSectionNode } from '../editor/section-node.ts';
import { $above, $fieldAround } from '../editor/slots.ts';

const lineKinds: readonly (BlockKind | null)[] = ['paragraph', 'heading', 'item', 'bullet', 'quote'];

/** The line of text that a node stands in, or null: a picture, a field, a table as a whole. */
export function $lineOf(node: LexicalNode): ElementNode | null {
  if ($fieldAround(node)) return null;
  for (let at: LexicalNode | null = node; at; at = at.getParent()) {
    if ($isElementNode(at) && lineKinds.includes($kindOf(at))) return at;
  }
  return null;
}

/** The lines of text that the selection touches, in order. */
export function $selectedLines(): ElementNode[] {
  const lines = ($getSelection()?.getNodes() ?? []).map($lineOf).filter((line) => line !== null);
  return lines.filter((line, index) => lines.findIndex((other) => other.is(line)) === index);
}

/** Makes a line of another kind of it; id, text and selection stay. */
export function $turnLine<Next extends ElementNode>(line: ElementNode, next: Next): Next {
  $withId(next, $blockId(line));
  return line.replace(next, true);
}

/** The block that stands on the paper or in a section's body: a field belongs to its section, a cell to its table. */
function $blockOf(node: LexicalNode): LexicalNode | null {
  for (let at: LexicalNode | null = node; at; at = $above(at)) {
    const parent = at.getParent();
    if ($isRootNode(parent) || $isSectionNode(parent)) return at;
  }
  return null;
}

const $topOf = (node: LexicalNode): LexicalNode => {
  const parent = node.getParent();
  return $isSectionNode(parent) ? parent : node;
};

function $ends(selection: BaseSelection): (LexicalNode | undefined)[] {
  if (!$isRangeSelection(selection)) {
    const nodes = selection.getNodes();
    return [nodes[0], nodes.at(-1)];
  }
  const points = [selection.anchor.getNode(), selection.focus.getNode()];
  return selection.isBackward() ? points.reverse() : points;
}

/** The blocks that the selection stands on: neighbours under one parent, never the head of the record. */
export function $selectedBlocks(): LexicalNode[] {
  const selection = $getSelection();
  if (!selection) return [];
  let [first, last] = $ends(selection).map((node) => (node ? $blockOf(node) : null));
  if (!first || !last) return [];
  if (!first.getParent()?.is(last.getParent())) [first, last] = [$topOf(first), $topOf(last)];
  const siblings = first.getParent()?.getChildren() ?? [];
  return siblings.slice(first.getIndexWithinParent(), last.getIndexWithinParent() + 1).filter((node) => !$isHeadNode(node));
}
