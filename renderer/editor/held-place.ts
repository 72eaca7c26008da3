/** A place in the text, kept while something is waited for that goes there. */
import { $getNodeByKey, $getSelection, $isRangeSelection, $isRootNode, type LexicalNode } from 'lexical';
import type { HeldPlace } from './session.types.ts';
import { $above } from './slots.ts';

/** Where the caret is now. */
export function $holdPlace(): HeldPlace {
  const around: string[] = [];
  for (let one = $caretNode(); one && !$isRootNode(one); one = $above(one)) around.push(one.getKey());
  return { selection: $getSelection()?.clone() ?? null, around };
}

/** Whether the caret, or what is selected, is as it was. */
export function $isAt({ selection }: HeldPlace): boolean {
  const now = $getSelection();
  if ($isRangeSelection(now) && $isRangeSelection(selection)) return now.anchor.is(selection.anchor) && now.focus.is(selection.focus);
  return now === null || selection === null ? now === selection : now.is(selection);
}

/** The innermost of what stood around the place that is still there; where the caret is if nothing is. */
export const $nodeAt = ({ around }: HeldPlace): LexicalNode | null =>
  around.map((key) => $getNodeByKey(key)).find((node) => node?.isAttached() === true) ?? $caretNode();

/** The node that the caret is in; null where nothing is selected. */
export function $caretNode(): LexicalNode | null {
  const selection = $getSelection();
  return ($isRangeSelection(selection) ? selection.focus.getNode() : selection?.getNodes().at(-1)) ?? null;
}
