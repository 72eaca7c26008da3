import { blankLine, typeArea } from '../../layouts/measures.ts';
import { widthOf } from '../../text/width.ts';
import { plain } from '../inline.ts';
import type { PrintParagraph } from '../print.ts';
import { dayOf, isLetter } from './masthead.ts';
import type { Part } from './part.ts';

/** How far the organisation stays from the right edge, and how far the day begins to the right of it, in characters. */
const aside = 2;

/** 署名 without a seal: the organisation two characters from the right, the day two to the right of its first character; the longer day moves both (GB/T 9704-2012, 7.3.5.2). */
export const signature: Part = ({ meta }, layout) => {
  const [name, day] = [meta.organisation, dayOf(meta)];
  if (!isLetter(meta) || name === '') return [];
  const { pt, spacing = layout.base.spacing } = layout.styles.signature;
  const advance = (pt + spacing) / pt;
  const line = typeArea(layout).width / pt - aside;
  const [nameWidth, dayWidth] = [widthOf(name) * advance, widthOf(day) * advance];
  const left = Math.max(dayWidth > nameWidth ? line - dayWidth - aside : line - nameWidth, 0);
  const at = (characters: number, text: string, before?: number): PrintParagraph => ({
    type: 'paragraph',
    style: 'signature',
    own: { ...(before !== undefined && { before }), indent: { left: Math.round(characters * 100) / 100 } },
    runs: plain(text),
  });
  return [at(left, name, blankLine(layout)), ...(day === '' ? [] : [at(left + aside, day)])];
};
