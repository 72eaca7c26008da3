/** Where in the record the caret is, as other readers of the record find it. */
import { $getSelection, $isElementNode, $isRangeSelection, $isTextNode, type LexicalNode } from 'lexical';
import { $blockId } from '../blocks/block-state.ts';
import type { CaretPlace } from './session.types.ts';
import { $above } from './slots.ts';

/** Null where nothing is selected. */
export function $caretPlace(): CaretPlace | null {
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? selection.focus.getNode() : selection?.getNodes()[0];
  if (!node) return null;
  const around: LexicalNode[] = [];
  for (let one: LexicalNode | null = node; one; one = $above(one)) if ($blockId(one)) around.push(one);
  const [block] = around;
  const offset = block && $isRangeSelection(selection) ? $charactersBefore(block, node, selection.focus.offset) : 0;
  return { blocks: around.map($blockId), offset };
}

function $charactersBefore(block: LexicalNode, node: LexicalNode, offset: number): number {
  if (!$isElementNode(block)) return 0;
  let before = 0;
  for (const text of block.getAllTextNodes()) {
    if (text.is(node)) return before + ($isTextNode(node) ? offset : 0);
    before += text.getTextContentSize();
  }
  return node.is(block) && offset === 0 ? 0 : before;
}
