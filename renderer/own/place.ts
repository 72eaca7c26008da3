/** Where the caret stands, for offering what could follow. */
import { $getSelection, $isRangeSelection, $isTextNode, type NodeKey } from 'lexical';
import { looseKind } from '#shared/minutes/phrases/used.ts';
import { $isSectionNode, $sectionKind } from '../editor/section-node.ts';
import { $textBlockAround, $topLevel } from '../editor/selection-view.ts';
import { $fieldAround } from '../editor/slots.ts';

export interface Place {
  node: NodeKey;
  /** The text of the block up to the caret. */
  before: string;
  /** Of the section it stands in. */
  kind: string;
}

/** The end of a line of text, where the caret stands; null elsewhere: in a field, within a line, with something selected. */
export function $placeAtEnd(): Place | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !node.isSimpleText() || node.getNextSibling() !== null || selection.anchor.offset !== node.getTextContentSize()) return null;
  if ($fieldAround(node)) return null;
  const block = $textBlockAround(node);
  const top = $topLevel(node);
  if (!block || !node.getParent()?.is(block)) return null;
  return { node: node.getKey(), before: block.getTextContent(), kind: $isSectionNode(top) ? $sectionKind(top) : looseKind };
}
