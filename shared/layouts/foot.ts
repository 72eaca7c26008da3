/** 版記: how high the lines at the foot of the last page are. */
import { inlineText } from '../minutes/inline.ts';
import type { PrintParagraph } from '../minutes/print.ts';
import { widthOf } from '../text/width.ts';
import type { LayoutProfile } from './layout.ts';
import { charactersOf, lineHeight, pointsOf } from './measures.ts';

/** The line that a rule stands under, in points. */
export const ruleLine = 1;

/** The height in points of the lines with the rules around them; 0 where there are none. */
export function footHeight(lines: readonly PrintParagraph[], layout: LayoutProfile): number {
  if (lines.length === 0) return 0;
  const heights = lines.map((line) => rowsOf(line, layout) * lineHeight(layout.styles[line.style]));
  const { first, middle, last } = layout.foot;
  const rules = pointsOf(first + middle * (lines.length - 1) + last) + (lines.length + 1) * ruleLine;
  return heights.reduce((sum, height) => sum + height, 0) + rules;
}

/** How many lines a paragraph takes. */
function rowsOf({ style: name, runs, own }: PrintParagraph, layout: LayoutProfile): number {
  const style = layout.styles[name];
  const { left, right, hanging } = { ...style.indent, ...own?.indent };
  const first = charactersOf(layout, style) - left - right + hanging;
  const width = widthOf(inlineText(runs));
  return width <= first ? 1 : 1 + Math.ceil((width - first) / (first - hanging));
}
