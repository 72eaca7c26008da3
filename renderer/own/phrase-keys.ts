/** ;abc and Tab: the short name of a phrase becomes the phrase. */
import { $addUpdateTag, $getSelection, $isRangeSelection, $isTextNode, COMMAND_PRIORITY_HIGH, HISTORY_PUSH_TAG, KEY_TAB_COMMAND, type LexicalEditor } from 'lexical';
import { calledPhrase, type Phrase } from '#shared/minutes/phrases/phrase.ts';
import { $insertPhrase } from '../commands/phrases.ts';

/** Listens to Tab in a text. Returns its own undo. */
export function registerPhraseKeys(editor: LexicalEditor, phrases: () => readonly Phrase[]): () => void {
  return editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      if (editor.isComposing() || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false;
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
      const node = selection.anchor.getNode();
      if (!$isTextNode(node)) return false;
      const called = calledPhrase(node.getTextContent().slice(0, selection.anchor.offset), phrases());
      if (!called) return false;
      event.preventDefault();
      $addUpdateTag(HISTORY_PUSH_TAG);
      selection.anchor.set(node.getKey(), called.at, 'text');
      $insertPhrase(called.phrase);
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}
