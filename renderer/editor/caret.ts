/** Where the caret stands in the record, and the place before and after it in the order of the paper. */
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isRangeSelection,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import type { FieldNode } from './field-node.ts';
import { $isHeadNode } from './head-node.ts';
import { $fieldsInOrder } from './places.ts';
import { $isSectionNode, type SectionNode } from './section-node.ts';
import { $topLevel } from './selection-view.ts';
import { $fieldAround, $placeOf } from './slots.ts';

/** The caret, or null where a range or a picture is selected. */
export function $caret(): RangeSelection | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) && selection.isCollapsed() ? selection : null;
}

/** The field that the whole selection stands in, with its host and its neighbours there. */
export function $fieldHere() {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const field = $fieldAround(selection.anchor.getNode());
  const place = field && $placeOf(field);
  if (!field || !place) return null;
  const { key, offset, type } = selection.anchor;
  return { field, host: place.host, anchor: { key, offset, type }, ...$fieldsInOrder(place.host) };
}

/** The section whose body the caret stands in, and the block of that body. */
export function $bodyHere(): { section: SectionNode; block: LexicalNode } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const node = selection.focus.getNode();
  if ($fieldAround(node)) return null;
  for (let one: LexicalNode | null = node; one; one = one.getParent()) {
    const parent: LexicalNode | null = one.getParent();
    if ($isSectionNode(parent)) return { section: parent, block: one };
  }
  return null;
}

/** Whether a caret stands before everything in a block. */
export function $atStart(selection: RangeSelection, block: LexicalNode): boolean {
  if (selection.anchor.offset !== 0) return false;
  for (let node: LexicalNode | null = selection.anchor.getNode(); node && !node.is(block); node = node.getParent()) {
    if (node.getPreviousSibling()) return false;
  }
  return true;
}

/** Whether a caret stands after everything in a block. */
export function $atEnd(selection: RangeSelection, block: LexicalNode): boolean {
  const point = selection.anchor;
  const node = point.getNode();
  const size = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize();
  if (point.offset !== size) return false;
  for (let one: LexicalNode | null = node; one && !one.is(block); one = one.getParent()) if (one.getNextSibling()) return false;
  return true;
}

/** Puts the caret at the first place of a top-level block: its first field, or its text. */
export function $enter(node: LexicalNode): void {
  const field = $fieldsInOrder(node).before[0];
  if (field) field.selectEnd();
  else if ($isElementNode(node)) node.selectStart();
  else if ($isDecoratorNode(node)) node.selectPrevious();
}

/** Puts the caret at the last place of a top-level block. */
export function $enterFromBelow(node: LexicalNode): void {
  const { before, after } = $fieldsInOrder(node);
  const field = after.at(-1) ?? ($isHeadNode(node) ? before.at(-1) : undefined);
  if (field) field.selectEnd();
  else if ($isElementNode(node)) node.selectEnd();
  else node.selectNext();
}

/** Goes below a section or the head: into the paragraph there, or into a new one. */
export function $leaveDown(host: LexicalNode): void {
  const next = host.getNextSibling();
  if (next && !$isSectionNode(next) && $isElementNode(next)) next.selectStart();
  else {
    const paragraph = $createParagraphNode();
    host.insertAfter(paragraph);
    paragraph.select();
  }
}

/** The next place after a field: the next field, the body, what follows the host. */
export function $afterField(field: FieldNode): boolean {
  const place = $placeOf(field);
  if (!place) return false;
  const { before, after } = $fieldsInOrder(place.host);
  const next = nextOf(before, field) ?? nextOf(after, field);
  const body = $isSectionNode(place.host) ? place.host.getFirstChild() : null;
  const below = place.host.getNextSibling();
  if (next) next.selectEnd();
  else if (before.at(-1)?.is(field) && $isElementNode(body)) body.selectStart();
  else if (below) $enter(below);
  else $leaveDown(place.host);
  return true;
}

/** The place before a field: the field before it, the body, what stands above the host. */
export function $beforeField(field: FieldNode): boolean {
  const place = $placeOf(field);
  if (!place) return false;
  const { before, after } = $fieldsInOrder(place.host);
  const previous = nextOf([...before].reverse(), field) ?? nextOf([...after].reverse(), field);
  const above = place.host.getPreviousSibling();
  if (previous) previous.selectEnd();
  else if (after[0]?.is(field) && $isSectionNode(place.host)) place.host.selectEnd();
  else if (above) $enterFromBelow(above);
  else return false;
  return true;
}

function nextOf(fields: readonly FieldNode[], field: FieldNode): FieldNode | undefined {
  const at = fields.findIndex((one) => one.is(field));
  return at === -1 ? undefined : fields[at + 1];
}

/** The top-level block at the caret. */
export function $topHere(): LexicalNode | null {
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? selection.focus.getNode() : selection?.getNodes()[0];
  return node && !node.is($getRoot()) ? $topLevel(node) : null;
}
