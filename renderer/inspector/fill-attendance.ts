/** 由名單填入: writes the roster into the attendance section of the text. */
import type { BlockOf } from '#shared/minutes/blocks/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { newId } from '#shared/minutes/id.ts';
import { rosterLines } from '#shared/minutes/roster.ts';

/** The record with its first attendance section as the roster has it; one is put in front where there is none. */
export function withAttendance(document: MinutesDocument): MinutesDocument {
  const lines = rosterLines(document.roster);
  const there = document.blocks.find((block): block is BlockOf<'attendance'> => block.kind === 'attendance');
  if (there) {
    const filled = { ...there, fields: { ...there.fields, ...lines } };
    return { ...document, blocks: document.blocks.map((block) => (block === there ? filled : block)) };
  }
  const added: BlockOf<'attendance'> = { id: newId(), kind: 'attendance', heading: null, fields: { chair: '', ...lines }, values: { form: 'lists' }, body: [] };
  return { ...document, blocks: [added, ...document.blocks] };
}
