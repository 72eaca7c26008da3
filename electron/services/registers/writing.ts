/** What the registers write into records: marks and numbers, which are outside of what is sealed. */
import type { MeetingRow } from '#electron/db/meetings.ts';
import type { Block } from '#shared/minutes/blocks/index.ts';
import type { Done } from '#shared/minutes/due.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { after, told } from '../meetings.ts';
import type { Services } from '../services.ts';
import { wellFormed } from '../well-formed.ts';

/** Changes the blocks for which `change` gives another one, as one save. Errors: meeting.trashed, .readOnly, register.gone where it gives none. */
export function writeSections(services: Services, row: MeetingRow, origin: string | null, change: (block: Block) => Block | null): Result<{ revision: number }> {
  const { records, now } = services;
  if (row.trashedAt !== null) return fail('meeting.trashed');
  const read = records.read(row);
  if (!read.ok) return fail('meeting.readOnly');
  const blocks = read.document.blocks.flatMap((block) => change(block) ?? []);
  if (blocks.length === 0) return fail('register.gone');
  const changed = records.change(row, wellFormed({ blocks }), after(row, now()));
  if (!changed.ok) return changed;
  told(services, changed.value, origin, row);
  return ok({ revision: changed.value.revision });
}

/** Marks a row of actions as done in its own record, or takes the mark back. Errors: meeting.notFound and those of writing. */
export function markDone(
  services: Services,
  { meetingId, blockId, rowId, done, origin }: { meetingId: string; blockId: string; rowId: string; done: Done | null; origin: string | null },
): Result<{ revision: number }> {
  const row = services.db.meetings.find(meetingId);
  if (!row) return fail('meeting.notFound');
  return writeSections(services, row, origin, (block) => {
    if (block.kind !== 'actions' || block.id !== blockId || !block.data?.rows.some(({ id }) => id === rowId)) return null;
    const rows = block.data.rows.map((action) => {
      if (action.id !== rowId) return action;
      const next = { ...action };
      delete next.done;
      return done ? { ...next, done } : next;
    });
    return { ...block, data: { ...block.data, rows } };
  });
}
