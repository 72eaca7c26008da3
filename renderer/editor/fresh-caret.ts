/**
 * The browser tells of a moved caret in a task of its own, after the key that moved it. On a busy machine the next key can
 * come first (End, then Enter), and would act where the caret stood before. Here the caret is told at every key.
 */
import type { LexicalEditor } from 'lexical';

type Place = Pick<Selection, 'anchorNode' | 'anchorOffset' | 'focusNode' | 'focusOffset'>;

const placeOf = ({ anchorNode, anchorOffset, focusNode, focusOffset }: Place): Place => ({ anchorNode, anchorOffset, focusNode, focusOffset });

const isSame = (one: Place, other: Place): boolean =>
  one.anchorNode === other.anchorNode &&
  one.anchorOffset === other.anchorOffset &&
  one.focusNode === other.focusNode &&
  one.focusOffset === other.focusOffset;

/** Registers what tells the editor of its caret before a key acts. */
export function registerFreshCaret(editor: LexicalEditor): () => void {
  return editor.registerRootListener((root) => {
    if (!root) return undefined;
    const page = root.ownerDocument;
    let told: Place | null = null;
    const note = () => {
      const selection = page.getSelection();
      told = selection && placeOf(selection);
    };
    const tell = (event: KeyboardEvent) => {
      const selection = page.getSelection();
      if (event.isComposing || !selection || (told && isSame(told, selection))) return;
      page.dispatchEvent(new Event('selectionchange'));
    };
    page.addEventListener('selectionchange', note);
    root.addEventListener('keydown', tell, { capture: true });
    return () => {
      page.removeEventListener('selectionchange', note);
      root.removeEventListener('keydown', tell, { capture: true });
    };
  });
}
