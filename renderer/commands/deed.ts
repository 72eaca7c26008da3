/** What the deeds on a text share. */
import type { Section } from '#shared/minutes/blocks/index.ts';
import type { SelectionView } from '../editor/session.types.ts';
import type { CommandContext } from './command.ts';

/** Where the caret of the open meeting stands; null without one. */
export const selectionOf = ({ session }: CommandContext): SelectionView | null => session?.view.getState().selection ?? null;

/** The section at the caret. */
export function sectionAt(context: CommandContext): Section | undefined {
  const blockId = selectionOf(context)?.blockId;
  return context.session?.view.getState().sections.find(({ id }) => id === blockId);
}

/** Changes the text as one step that can be undone. Waits for nothing: an unfinished composition stops it. */
export function edit({ session }: CommandContext, change: () => void): void {
  if (!session || session.isComposing()) return;
  session.editor.update(change, { tag: 'history-push' });
  session.focus();
}
