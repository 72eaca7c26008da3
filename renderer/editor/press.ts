/** What is under the mouse stays where it is until the mouse is let go: else the click goes beside it. */
import type { LexicalEditor } from 'lexical';

/** The document in which she has just left a field by pressing the mouse somewhere else, while that press lasts; else null. */
export function pressedIn(editor: LexicalEditor): Document | null {
  const page = editor.getRootElement()?.ownerDocument;
  return page?.documentElement.matches(':active') && page.activeElement === page.body ? page : null;
}
