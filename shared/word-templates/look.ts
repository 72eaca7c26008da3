/** What a template has of marks, and what is wrong with them. */
import { z } from 'zod';
import { type MarkName, markOf, marks, nearestMark } from './marks.ts';

/** A mark as it stands in a template. */
export interface FoundMark {
  raw: string;
  /** It stands in the text itself, not in a head, a foot or a box. */
  inText: boolean;
  /** It is not closed, or its braces are of another width. */
  isOpen?: boolean;
}

const markName = z.enum(Object.keys(marks) as [MarkName, ...MarkName[]]);

export const templateLookSchema = z.object({
  /** Those that are known, by what they stand for. */
  marks: z.array(z.object({ raw: z.string(), mark: markName.nullable() })),
  /** What nobody knows, with what was probably meant. */
  unknown: z.array(z.object({ raw: z.string(), nearest: markName.nullable() })),
  /** Words around braces that make no mark. */
  open: z.array(z.string()),
  /** Where the text of the record would go: nowhere, to a place where it cannot be, or to its place. */
  content: z.enum(['missing', 'misplaced', 'found']),
});
export type TemplateLook = z.infer<typeof templateLookSchema>;

/** What the marks of a template come to. */
export function looked(found: readonly FoundMark[]): TemplateLook {
  const closed = found.filter(({ isOpen }) => !isOpen);
  const names = [...new Set(closed.map(({ raw }) => raw))];
  const contents = closed.filter(({ raw }) => markOf(raw) === 'content');
  return {
    marks: names.map((raw) => ({ raw, mark: markOf(raw) })),
    unknown: names.filter((raw) => markOf(raw) === null).map((raw) => ({ raw, nearest: nearestMark(raw) })),
    open: found.filter(({ isOpen }) => isOpen).map(({ raw }) => raw),
    content: contents.length === 0 ? 'missing' : contents.some(({ inText }) => inText) ? 'found' : 'misplaced',
  };
}
