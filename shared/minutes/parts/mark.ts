import { typeArea } from '../../layouts/measures.ts';
import { titleLines } from '../../text/title-lines.ts';
import { widthOf } from '../../text/width.ts';
import type { Meta } from '../meta.ts';
import { gradeHeight } from './grade.ts';
import { lined } from './lines.ts';
import type { Part } from './part.ts';

/** A longer mark stands in several lines rather than in smaller characters; points. */
const smallest = 26;

/** The red words at the head where neither the record nor the layout says them: 「×××××紀要」 of the organisation and the body that met. */
function madeMark({ organisation, body, script }: Pick<Meta, 'organisation' | 'body' | 'script'>): string {
  const [meeting, minutes] = script === 'Hant' ? ['會議', '紀要'] : ['会议', '纪要'];
  return `${body.startsWith(organisation) ? '' : organisation}${body}${/[會会][議议]$|大[會会]$/.test(body) ? '' : meeting}${minutes}`;
}

/**
 * 紀要標誌: its upper edge as far below the type area's as the style says, whatever stands above it (GB/T 9704-2012, 10.3);
 * as large as the style says where it fits on one line.
 */
export const mark: Part = (document, layout) => {
  const text = document.meta.official?.mark || layout.words.mark?.[document.meta.script] || madeMark(document.meta);
  const style = layout.styles.mark;
  const { width } = typeArea(layout);
  const pt = Math.max(Math.min(style.pt, Math.floor((width * 2) / (widthOf(text) + 1)) / 2), Math.min(smallest, style.pt));
  const before = Math.max(style.space.before - gradeHeight(document, layout), 0);
  return [{ type: 'paragraph', style: 'mark', own: { pt, before }, runs: lined(titleLines(text, Math.floor(width / pt))) }];
};
