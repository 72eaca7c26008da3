import type { PrintRun } from '../print.ts';

/** Lines that a reader keeps: a break between two. */
export const lined = (lines: readonly string[]): PrintRun[] =>
  lines.flatMap((line, index): PrintRun[] => (index === 0 ? [{ type: 'text', text: line }] : [{ type: 'break' }, { type: 'text', text: line }]));
