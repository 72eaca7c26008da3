/** Marks an action as done from the register, or takes the mark back: where its record is open here, as a step of writing. */
import type { Done } from '#shared/minutes/due.ts';
import type { ActionLine } from '#shared/registers/rows.ts';
import { today } from '../app/today.ts';
import type { AppParts } from '../app/context.ts';
import { origin } from '../app/store.ts';
import { text } from '../i18n/i18n.ts';

/** Whether it is now as asked for. `changed` is called when the register is to be read again. */
export async function mark({ app, client }: AppParts, line: ActionLine, isDone: boolean, changed: () => void): Promise<void> {
  const { toast, report } = app.getState();
  const name = line.task;
  if (!isDone && !line.marked) return void toast({ text: text('registers', 'mark.later', { name }) });
  const done: Done | null = isDone ? { on: today(), where: text('registers', 'mark.where') } : null;
  if (!(await write({ app, client }, line, done))) return;
  changed();
  toast({
    text: text('registers', isDone ? 'mark.told' : 'mark.taken', { name }),
    action: { label: text('registers', 'undo'), run: () => void write({ app, client }, line, isDone ? null : line.done).then(changed) },
  });

  async function write(parts: AppParts, { meeting, blockId, rowId }: ActionLine, mark: Done | null): Promise<boolean> {
    const { current, flush } = parts.app.getState();
    const isOpen = current.kind === 'open' && current.id === meeting.id;
    if (isOpen && current.session.editor.isEditable()) {
      const block = current.session.document().blocks.find(({ id }) => id === blockId);
      if (block?.kind !== 'actions' || !block.data?.rows.some(({ id }) => id === rowId)) return false;
      const rows = block.data.rows.map((row) => {
        const next = { ...row };
        delete next.done;
        return row.id !== rowId ? row : mark ? { ...next, done: mark } : next;
      });
      current.session.setSection(blockId, { data: { ...block.data, rows } });
      return flush();
    }
    // A record that is final and open here takes the mark as from another window: from the store.
    const answer = await parts.client.store.registers.markDone({ meetingId: meeting.id, blockId, rowId, done: mark, origin: isOpen ? null : origin });
    if (!answer.ok) report(answer.error);
    return answer.ok;
  }
}
