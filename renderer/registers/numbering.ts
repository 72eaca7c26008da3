/** 為決議編號: numbers for the decisions of the open meeting that have none. */
import type { Section } from '#shared/minutes/blocks/index.ts';
import { entriesOf } from '#shared/registers/entries-of.ts';
import type { CommandContext } from '../commands/command.ts';
import { whenComposed } from '../editor/composed.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { text } from '../i18n/i18n.ts';
import { changeData } from '../inspector/change-data.ts';
import { isNumbered, numberOf } from './decision.ts';

/** The decisions of the open text that were decided and have no number. */
export function unnumbered(session: EditorSession): Section[] {
  const { sections } = session.view.getState();
  const decided = new Set(entriesOf({ blocks: [...sections] }).decisions.filter(({ outcome, number }) => outcome !== 'open' && number === null).map(({ blockId }) => blockId));
  return sections.filter((block) => decided.has(block.id) && isNumbered(block));
}

/** Gives numbers to these decisions, or to all that have none. In a final record they are kept too: they are outside of its seal. */
export async function numberDecisions({ app, client, session }: CommandContext, only?: readonly Section[]): Promise<void> {
  const { toast, report, flush } = app.getState();
  if (!session || session.isComposing()) return;
  const given = (count: number) => toast({ text: count === 0 ? text('registers', 'number.none') : text('registers', 'number.given', { count }) });
  if (!session.editor.isEditable()) {
    if (!(await flush())) return;
    const answer = await client.store.registers.assign({ meetingId: session.id, origin: null });
    if (answer.ok) given(answer.value.given);
    else report(answer.error);
    return;
  }
  const left = only ?? unnumbered(session);
  if (left.length === 0) return void given(0);
  const { meta, sections } = session.view.getState();
  const known = sections.map(numberOf).filter((number) => number !== '');
  const answer = await client.store.registers.numbers({ meta, meetingId: session.id, count: left.length, given: known });
  if (!answer.ok) return report(answer.error);
  await whenComposed(session);
  // Meanwhile she went on: to another meeting, or to numbers of her own.
  const { current } = app.getState();
  if (current.kind !== 'open' || current.session !== session) return;
  const waiting = left.flatMap(({ id }) => session.section(id) ?? []).filter((block) => numberOf(block) === '');
  for (const [at, { id }] of waiting.entries()) changeData(session, id, { number: answer.value.numbers[at] });
  given(waiting.length);
}
