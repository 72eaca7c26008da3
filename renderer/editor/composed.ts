/** What an answer of the store brings into the text must not disturb an input method. */
import type { EditorSession } from './session.types.ts';

/** It is looked again after this, in milliseconds. */
const rest = 100;

/** Waits until nothing is being composed in the text. */
export async function whenComposed(session: Pick<EditorSession, 'isComposing'>): Promise<void> {
  while (session.isComposing()) await new Promise((later) => setTimeout(later, rest));
}
