/** Marks the line of fields that the caret stands in, so that an empty one can be written in at its full length. */
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { $fieldAround } from './slots.ts';

/** Keeps `data-caret` on that line. Returns its own undo. */
export function registerCaretLine(editor: LexicalEditor): () => void {
  let marked: Element | null = null;
  const $fieldKey = () => {
    const selection = $getSelection();
    return $isRangeSelection(selection) ? ($fieldAround(selection.focus.getNode())?.getKey() ?? null) : null;
  };
  return editor.registerUpdateListener(({ editorState }) => {
    const key = editorState.read($fieldKey, { editor });
    const line = key === null ? null : (editor.getElementByKey(key)?.closest('.mb-line') ?? null);
    if (line === marked) return;
    marked?.removeAttribute('data-caret');
    line?.setAttribute('data-caret', '');
    marked = line;
  });
}
