/** What the nodes need of the window they are shown in: the interface's language and the files of pictures. */
import { defineExtension, getExtensionDependencyFromEditor } from '@lexical/extension';
import { $fullReconcile, HISTORY_MERGE_TAG, type LexicalEditor, safeCast } from 'lexical';
import type { Language } from '#shared/language.ts';

export interface EditorView {
  language: Language;
  /** An address that shows a stored picture, or null where its file is gone. */
  assetUrl: (hash: string) => Promise<string | null>;
  /** Shows where the data of a section are edited, by its id. */
  showSection: (blockId: string) => void;
}

export const EditorViewExtension = defineExtension({
  name: 'minutebook/view',
  config: safeCast<EditorView>({ language: 'zh-Hant', assetUrl: () => Promise.resolve(null), showSection: () => {} }),
  build: (_editor, config): EditorView => ({ ...config }),
});

/** The view of an editor; its language may be changed, then everything is drawn anew. */
export function editorView(editor: LexicalEditor): EditorView {
  return getExtensionDependencyFromEditor(editor, EditorViewExtension).output;
}

/** Draws everything anew in another language of the interface. Nothing of the record changes, and nothing is to undo. */
export function setEditorLanguage(editor: LexicalEditor, language: Language): void {
  const view = editorView(editor);
  if (view.language === language) return;
  view.language = language;
  editor.update($fullReconcile, { tag: HISTORY_MERGE_TAG });
}
