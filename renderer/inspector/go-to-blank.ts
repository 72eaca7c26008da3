import type { Blank } from '#shared/minutes/blanks.ts';
import type { EditorSession } from '../editor/session.types.ts';

/** Goes to a place that waits to be filled in; one at the head of the record is a field there. */
export function goToBlank(session: EditorSession, blank: Blank): void {
  if (blank.blockId !== null) {
    session.jumpTo(blank.blockId);
    return;
  }
  if (blank.field === undefined || session.jumpToHead(blank.field)) return;
  // The day and the time are choices beside the text.
  const paper = session.editor.getRootElement();
  paper?.scrollIntoView({ block: 'start' });
  paper?.querySelector<HTMLElement>(`[data-field="${blank.field}"]`)?.focus();
}
