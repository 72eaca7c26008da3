/**
 * A caret that the browser put beside a field (after a fixed word at the end of the line, before an empty place) is
 * led into the nearest field of its line. Typing there would otherwise be lost.
 */
import {
  $getNearestNodeFromDOMNode,
  $getPreviousSelection,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
  SELECTION_CHANGE_COMMAND,
} from 'lexical';
import { $fieldHere } from './caret.ts';
import { $isFieldNode } from './field-node.ts';

const lines = '.mb-section-heading, .mb-line, .mb-meta-line, .mb-title, .mb-organisation, .mb-aside-field, .mb-aside, .mb-head, .mb-section';

/** Registers what leads a caret back. */
export function registerAstray(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(SELECTION_CHANGE_COMMAND, () => $leadBack(editor), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_DOWN_COMMAND, $fieldEnds, COMMAND_PRIORITY_HIGH),
  );
}

function $leadBack(editor: LexicalEditor): false {
  // Cells or a picture are selected: the browser has no caret of its own then, and may put one anywhere.
  if (!$isRangeSelection($getPreviousSelection() ?? $getSelection()) || !$isRangeSelection($getSelection())) return false;
  const root = editor.getRootElement();
  const selection = root?.ownerDocument.getSelection();
  const anchor = selection?.anchorNode;
  if (!root || !selection || !anchor || !selection.isCollapsed || editor.isComposing()) return false;
  const at = anchor instanceof Element ? anchor : anchor.parentElement;
  if (!at || !root.contains(at) || at.closest('.mb-field, input, select, button')) return false;
  const line = at.closest(lines);
  if (!line || at.closest('.mb-section-body') !== line.closest('.mb-section-body')) return false;
  const range = selection.getRangeAt(0);
  const fields = [...line.querySelectorAll<HTMLElement>('.mb-field')];
  const before = fields.filter((field) => range.comparePoint(field, 0) < 0);
  const target = before.at(-1) ?? fields[0];
  const node = target && $getNearestNodeFromDOMNode(target);
  if (!$isFieldNode(node)) return false;
  if (before.length > 0) node.selectEnd();
  else node.selectStart();
  return false;
}

/** Home and End stay in the field: the end of its line is often a fixed word. */
function $fieldEnds(event: KeyboardEvent): boolean {
  if ((event.key !== 'Home' && event.key !== 'End') || event.ctrlKey || event.metaKey || event.altKey) return false;
  const here = $fieldHere();
  if (!here) return false;
  const { key, offset, type } = here.anchor;
  const selection = event.key === 'Home' ? here.field.selectStart() : here.field.selectEnd();
  if (event.shiftKey) selection.anchor.set(key, offset, type);
  event.preventDefault();
  return true;
}
