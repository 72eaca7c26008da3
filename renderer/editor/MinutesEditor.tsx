/** The paper on screen: one column of A4 width that the session's editor is mounted in. */
import { type CSSProperties, useCallback, useEffect } from 'react';
import { useStore } from 'zustand';
import type { Language } from '#shared/language.ts';
import { editorStrings } from '#shared/locale/editor.ts';
import { isLocked } from '#shared/minutes/stage.ts';
import { languageTag } from '#shared/minutes/printing.ts';
import './editor.css';
import { setEditorLanguage } from './editor-view.ts';
import type { EditorSession } from './session.types.ts';

export interface MinutesEditorProps {
  session: EditorSession;
  /** Per cent. */
  zoom?: number;
  language?: Language;
}

/** Shows a session. The editor outlives the component: taking it off the page does not close the meeting. */
export function MinutesEditor({ session, zoom = 100, language = 'zh-Hant' }: MinutesEditorProps) {
  const { editor } = session;
  const region = useStore(session.view, (view) => view.meta.region);
  const script = useStore(session.view, (view) => view.meta.script);
  const locked = useStore(session.view, (view) => isLocked(view.meta));
  useEffect(() => setEditorLanguage(editor, language), [editor, language]);
  const mount = useCallback(
    (root: HTMLElement | null) => {
      editor.setRootElement(root);
    },
    [editor],
  );
  const style = { '--zoom': zoom / 100 } as CSSProperties;
  return (
    <div className="mb-desk" style={style}>
      <div
        ref={mount}
        className="mb-paper paper"
        lang={languageTag(region, script)}
        role="textbox"
        aria-multiline="true"
        aria-readonly={locked || undefined}
        aria-label={editorStrings[language].paper}
        aria-description={editorStrings[language]['paper.keys']}
        contentEditable={!locked && editor.isEditable()}
        // What is locked can still be reached, read and scrolled by keyboard.
        tabIndex={locked ? 0 : undefined}
        data-locked={locked || undefined}
        suppressContentEditableWarning
        spellCheck={false}
        data-region={region}
      />
    </div>
  );
}
