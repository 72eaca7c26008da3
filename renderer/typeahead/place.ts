/** Where a small thing beside the text stands: under its place, or above it where the window ends. */
import type { LexicalEditor, NodeKey } from 'lexical';

/** Puts `popup` beside a place in a run of text. False where the place is out of sight: above or below what is shown of the text. */
export function besideText(editor: LexicalEditor, popup: HTMLElement, node: NodeKey, offset: number): boolean {
  const text = editor.getElementByKey(node)?.firstChild;
  if (!text) return false;
  const range = document.createRange();
  range.setStart(text, Math.min(offset, text.textContent?.length ?? 0));
  range.collapse(true);
  const rect = range.getBoundingClientRect();
  const below = window.innerHeight - rect.bottom - 12;
  const height = popup.offsetHeight;
  popup.style.left = `${Math.max(8, Math.min(rect.left, window.innerWidth - popup.offsetWidth - 8))}px`;
  popup.style.top = `${height <= below || below > rect.top ? rect.bottom + 4 : Math.max(8, rect.top - height - 4)}px`;
  const shown = editor.getRootElement()?.closest('.desk')?.getBoundingClientRect();
  return !shown || (rect.bottom > shown.top && rect.top < shown.bottom);
}

/**
 * Calls `place` whenever something other than `popup` itself scrolls, and `hide` when it says that its place is out of sight:
 * typing at the foot of the window scrolls the text, and is no reason to go. Returns what ends it.
 */
export function whileScrolling(popup: () => HTMLElement | null, place: () => boolean, hide: () => void): () => void {
  const onScroll = (event: Event): void => {
    if (event.target instanceof Node && popup()?.contains(event.target)) return;
    if (!place()) hide();
  };
  window.addEventListener('scroll', onScroll, true);
  return () => window.removeEventListener('scroll', onScroll, true);
}
