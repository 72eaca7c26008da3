export { MinutesEditor } from './MinutesEditor.tsx';
export { createSession } from './session.ts';
export type { EditorSession } from './session.types.ts';
