/** Where a small thing beside the text stands: under its place, or above it where the window ends. */
import type { LexicalEditor, NodeKey } from 'lexical';

/** Puts `popup` beside a place in a run of text. */
export function besideText(editor: LexicalEditor, popup: HTMLElement, node: NodeKey, offset: number): void {
  const text = editor.getElementByKey(node)?.firstChild;
  if (!text) return;
  const range = document.createRange();
  range.setStart(text, Math.min(offset, text.textContent?.length ?? 0));
  range.collapse(true);
  const rect = range.getBoundingClientRect();
  const below = window.innerHeight - rect.bottom - 12;
  const height = popup.offsetHeight;
  popup.style.left = `${Math.max(8, Math.min(rect.left, window.innerWidth - popup.offsetWidth - 8))}px`;
  popup.style.top = `${height <= below || below > rect.top ? rect.bottom + 4 : Math.max(8, rect.top - height - 4)}px`;
}
