import { blankLine } from '../../layouts/measures.ts';
import type { Region } from '../../language.ts';
import type { Block, BlockOf } from '../blocks/index.ts';
import type { MinutesDocument } from '../document.ts';
import { headLabel } from '../head.ts';
import type { PrintParagraph } from '../print.ts';
import { type AttendanceState, attendanceWords, rosterLines } from '../roster.ts';
import { term } from '../section.ts';
import type { Label } from './labels.ts';
import type { Part } from './part.ts';
import type { Particular } from './particulars.ts';

const order = ['present', 'proxy', 'leave', 'absent', 'inAttendance'] as const satisfies readonly AttendanceState[];

/** What each line of the part is called. */
export const attendanceLabels = (region: Region): (readonly [Particular, Label])[] => [
  ...order.map((state) => [state, { words: attendanceWords[state], english: '' }] as const),
  ['recorder', { words: term(headLabel('recorder', region, 'Hant'), headLabel('recorder', region, 'Hans')), english: '' }],
];

/**
 * 出席、請假、列席 after the text: one blank line, the label two characters in, names that wrap under the first of them
 * (GB/T 9704-2012, 10.3); then who took the minutes. Names are those of the attendance sections, or else of the roster
 * where no section tells of it.
 */
export const attendance: Part = (document, layout) => {
  const { meta, roster, blocks } = document;
  const { region, script } = meta;
  const sections = blocks.filter(isAttendance);
  const isTold = sections.some(({ body }) => body.some((block) => !isEmptyLine(block)));
  const fromRoster = rosterLines(isTold ? [] : roster, script);
  const inSections = (state: AttendanceState): string => sections.map(({ fields }) => fields[state]).filter((names) => names !== '').join('、');
  const isWritten = order.some((state) => inSections(state) !== '');
  const lines = [
    ...order.map((state) => [attendanceWords[state][script], isWritten ? inSections(state) : fromRoster[state]] as const),
    [headLabel('recorder', region, script), meta.recorder] as const,
  ].filter(([, names]) => names !== '');
  return lines.map(([label, names], index): PrintParagraph => {
    const { left, hanging } = layout.styles.attendance.indent;
    const wider = label.length - 2;
    return {
      type: 'paragraph',
      style: 'attendance',
      own: { ...(index === 0 && { before: blankLine(layout) }), ...(wider > 0 && hanging > 0 && { indent: { left: left + wider, hanging: hanging + wider } }) },
      runs: [{ type: 'text', text: label, face: 'heading' }, { type: 'text', text: `：${names}` }],
    };
  });
};

/** The blocks of a record whose attendance stands in that part: the sections keep what else they say. */
export function withoutAttendance(blocks: MinutesDocument['blocks']): MinutesDocument['blocks'] {
  return blocks.flatMap((block): Block[] => {
    if (!isAttendance(block)) return [block];
    const fields = { ...block.fields, present: '', proxy: '', inAttendance: '', leave: '', absent: '' };
    return block.body.every(isEmptyLine) && !block.heading ? [] : [{ ...block, fields }];
  });
}

const isAttendance = (block: Block): block is BlockOf<'attendance'> => block.kind === 'attendance';
const isEmptyLine = (block: BlockOf<'attendance'>['body'][number]): boolean => block.kind === 'paragraph' && block.inline.length === 0;
