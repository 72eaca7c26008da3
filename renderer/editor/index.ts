export { MinutesEditor, type MinutesEditorProps } from './MinutesEditor.tsx';
export { createSession, type SessionOptions } from './session.ts';
export type { EditorSession, OutlineEntry, SelectionView, SessionView } from './session.types.ts';
