/** Who was there: told in sentences (…出席會議。會議由…主持。) or in labelled lines (出席：… 列席：…). */
import { type BlockOf, sections } from '../blocks/index.ts';
import { partsText } from '../section.ts';
import { fieldText, type Line, paragraph, type Paper, sameOnPaper, section } from './build.ts';
import { readChair, readLabel } from './head.ts';

type Attendance = BlockOf<'attendance'>;
type Field = keyof Attendance['fields'];

const narrative = /(?:出席|参加|列席)了?(?:本次|此次|这次)?(?:会议|大会|理事会)|会议由[^。;]{2,30}?(?:主持|任主席)|主持了?(?:召开)?(?:本次|此次)?(?:会议|大会)/;
const labels: readonly (readonly [RegExp, Field])[] = [
  [/^(?:出席|参会)(?:人员|者|单位|代表|理事|会员)?$/, 'present'],
  [/^委托(?:出席|代理|书)?(?:人员|者)?$/, 'proxy'],
  [/^列席(?:人员|者|单位|代表)?$/, 'inAttendance'],
  [/^请假(?:人员|者)?$/, 'leave'],
  [/^缺席(?:人员|者)?$/, 'absent'],
];

/** Whether a paragraph tells who attended or chaired. */
export const tellsAttendance = (line: Line): boolean => /[,。;]/.test(line.folded) && narrative.test(line.folded);

/** Adds a paragraph that tells who attended to the section, and the chair that it names. */
export function tellAttendance(open: Attendance, line: Line): void {
  open.body.push(paragraph(line));
  open.fields['chair'] ||= fieldText(readChair(line));
  if (open.body.length === 1) open.values = { form: 'narrative' };
}

/** An attendance section with nothing in it yet. */
export const newAttendance = (): Attendance => section('attendance', {}, {}, []);

/** Reads 「出席：…」 into the section; a line that would print otherwise, or in another order, stays a paragraph. false where it is no such line. */
export function listAttendance(open: () => Attendance, line: Line, paper: Paper): boolean {
  const labelled = readLabel(line);
  const at = labels.findIndex(([pattern]) => pattern.test(labelled?.label ?? ''));
  const field = labels[at]?.[1];
  if (!labelled || !field) return false;
  const block = open();
  const value = fieldText(labelled.value.text);
  const layout = sections.attendance.section.layout({ form: 'lists' }, paper.region).before;
  const printed = partsText(layout[at] ?? [], { ...block.fields, [field]: value } as Record<Field & string, string>, paper.script);
  const laterOnes = labels.slice(at).every(([, later]) => block.fields[later] === '');
  if (value !== '' && laterOnes && block.body.length === 0 && sameOnPaper(printed, line.text)) block.fields[field] = value;
  else block.body.push(paragraph(line));
  return true;
}
