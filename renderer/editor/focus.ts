import { $getSelection, $isNodeSelection, type LexicalEditor } from 'lexical';

/** Gives the text the keys again, where it stood; a selected picture stays selected. */
export function focusText(editor: LexicalEditor): void {
  editor.focus(() => {
    const root = editor.getRootElement();
    if (!root || !editor.read('latest', () => $isNodeSelection($getSelection()))) return;
    // The page has no caret then, so that the editor gives it no focus; the caret that focus brings would deselect.
    root.focus({ preventScroll: true });
    root.ownerDocument.getSelection()?.removeAllRanges();
  });
}
