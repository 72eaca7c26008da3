/** Puts another text of the same record in place, touching only the blocks that differ, so that the caret can stay. */
import { $getRoot, $getSelection, $isElementNode, $isRangeSelection, $isTextNode, $setSelection, type LexicalNode } from 'lexical';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { $blockId } from '../blocks/block-state.ts';
import { $blockToNode, $nodeToBlock } from '../blocks/registry.ts';
import { $isFieldNode, type FieldNode } from './field-node.ts';
import { $head, $setMeta, $setRoster } from './head-node.ts';
import { $stops } from './places.ts';
import { same } from './same.ts';
import { $textBlockAround } from './selection-view.ts';
import { $fieldAround, $placeOf } from './slots.ts';

/** Makes the open record equal to `document`, as part of an update. */
export function $replaceRecord(document: MinutesDocument): void {
  const head = $head();
  if (!head) return;
  const caret = $remember();
  const selection = $getSelection()?.clone() ?? null;
  $setSelection(null);
  $setMeta(head, document.meta);
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
  if (selection?.getNodes().every((node) => node.isAttached())) $setSelection(selection);
  else if (caret) $return(caret);
}

interface Remembered {
  /** The block of the text, or the host of the field. */
  blockId: string;
  field: string | null;
  /** Characters before the caret. */
  offset: number;
}

function $remember(): Remembered | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const node = selection.focus.getNode();
  const field = $fieldAround(node);
  const place = field && $placeOf(field);
  const block = place ? place.host : $textBlockAround(node);
  const line = field ?? block;
  if (!block || !$isElementNode(line)) return null;
  let offset = $isTextNode(node) ? selection.focus.offset : 0;
  for (const text of line.getAllTextNodes()) {
    if (text.is(node)) break;
    offset += text.getTextContentSize();
  }
  return { blockId: $blockId(block), field: place?.name ?? null, offset };
}

function $return({ blockId, field, offset }: Remembered): void {
  for (const node of $stops($getRoot())) {
    const found = field === null ? $blockId(node) === blockId && blockId !== '' : $isFieldNode(node) && $isField(node, blockId, field);
    if (!found || !$isElementNode(node)) continue;
    let left = offset;
    for (const text of node.getAllTextNodes()) {
      if (left <= text.getTextContentSize()) return void text.select(left, left);
      left -= text.getTextContentSize();
    }
    return void node.selectEnd();
  }
}

function $isField(node: FieldNode, blockId: string, name: string): boolean {
  const place = $placeOf(node);
  return place?.name === name && $blockId(place.host) === blockId;
}
