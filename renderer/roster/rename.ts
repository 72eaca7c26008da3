/** Somebody was renamed on the roster: the mentions of them in the text can follow. */
import { renamed } from '#shared/minutes/mention.ts';
import type { Person } from '#shared/minutes/roster.ts';
import type { AppStore } from '../app/state.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { text } from '../i18n/i18n.ts';
import { countMentions, rewriteMentions } from '../mentions/insert.ts';

/** Offers to bring the mentions of somebody in line with their new name and title; nothing where none would change. */
export function offerRename({ editor }: EditorSession, app: AppStore, before: Person, after: Person): void {
  const ids = [after.id, ...(after.personId === undefined ? [] : [after.personId])];
  const words = (mention: string): string | null => renamed(mention, before, after);
  const count = countMentions(editor, ids, words);
  if (count === 0) return;
  app.getState().toast({
    text: text('roster', 'mention.renamed', { count, name: before.name }),
    action: { label: text('roster', 'mention.update'), run: () => void rewriteMentions(editor, ids, words) },
  });
}
