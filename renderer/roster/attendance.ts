/** The attendance section of an open meeting and its roster: either is brought in line with the other. */
import type { BlockOf } from '#shared/minutes/blocks/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { type AttendanceForm, emptyAttendance, writtenAttendance } from '#shared/minutes/roster/attendance-text.ts';
import { rosterFromText } from '#shared/minutes/roster/compare.ts';
import type { EditorSession } from '../editor/session.types.ts';

const sectionOf = ({ blocks }: MinutesDocument): BlockOf<'attendance'> | undefined =>
  blocks.find((block): block is BlockOf<'attendance'> => block.kind === 'attendance');

/** The record with its first attendance section as the roster has it; one is put in front where there is none. */
export function withAttendance(document: MinutesDocument, form?: AttendanceForm): MinutesDocument {
  const { roster, meta } = document;
  const there = sectionOf(document);
  if (!there) return { ...document, blocks: [writtenAttendance(emptyAttendance(form), roster, meta), ...document.blocks] };
  const written = writtenAttendance(there, roster, meta, form);
  return { ...document, blocks: document.blocks.map((block) => (block === there ? written : block)) };
}

/** Writes the roster into the attendance section, as one step to undo; 'added' where the section was not there. */
export function fillAttendance(session: EditorSession, form?: AttendanceForm): 'filled' | 'added' | 'waits' {
  if (session.isComposing()) return 'waits';
  const record = session.document();
  session.put(withAttendance(record, form));
  return sectionOf(record) ? 'filled' : 'added';
}

/** Brings the roster in line with the text of the attendance section, as one step to undo. */
export function followText(session: EditorSession): void {
  const record = session.document();
  const section = sectionOf(record);
  if (section) session.setRoster(rosterFromText(section, record.roster));
}
