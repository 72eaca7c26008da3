/** A rule of how a document looks: data that `checks.ts` holds against what a file says of itself. */
import type { Align } from '../../minutes/align.ts';
import type { StyleName } from '../../minutes/styles.ts';
import type { FaceFamily } from '../faces.ts';

/** must: the text rules it. usual (一般), recommended (推薦), may (可以). layout: as the layout has it; nobody rules it. */
export const strengths = ['must', 'usual', 'recommended', 'may', 'layout'] as const;
export type Strength = (typeof strengths)[number];

type PageLength = 'width' | 'height' | 'top' | 'right' | 'bottom' | 'left' | 'typeWidth' | 'typeHeight';

/** Patterns are regular expressions as text, so that rules stay data. */
export type Check =
  /** Lengths of the page in millimetres, each within so much. */
  | { of: 'page'; mm: Partial<Record<PageLength, number>>; within: number }
  /** Lines on a page and characters in a line. */
  | { of: 'grid'; lines: number; characters: number }
  /** Face, size, weight and colour of all text; `part` = only the words before the first colon, those after it, those before the first tab, or the names behind that. */
  | { of: 'look'; part?: 'label' | 'rest' | 'beforeTab' | 'signers'; face?: FaceFamily | readonly string[]; latin?: FaceFamily; pt?: number; bold?: boolean; colour?: 'red' | 'black' }
  | { of: 'align'; align: Align | readonly Align[] }
  /** Characters; `start` = where its first line begins. */
  | { of: 'indent'; firstLine?: number; left?: number; right?: number; start?: number; within?: number }
  /** The last paragraph begins so many characters to the right of the first. */
  | { of: 'stepped'; by: number }
  /** What the text is like; `part` = up to the first tab. */
  | { of: 'form'; pattern: string; example: string; part?: 'beforeTab' }
  /** Blank lines above, as empty paragraphs or as space. */
  | { of: 'above'; lines: number }
  /** A line across the page; `side` absent = on either. */
  | { of: 'rule'; side?: 'top' | 'bottom'; colour?: 'red'; pt?: number; which?: 'first' | 'last' | 'any' }
  | { of: 'newPage' }
  /** The number before it. */
  | { of: 'label'; pattern: string; example: string }
  /** Its text or number counts on through the whole document. */
  | { of: 'running' }
  /** Page numbers at the foot of odd and even pages. */
  | { of: 'foot'; pages: 'odd' | 'even'; text: string; align: Align; indent?: number; pt?: number; latin?: FaceFamily }
  /** Millimetres between the type area and the middle of the page number, where its dashes are. */
  | { of: 'footBelow'; mm: number; within: number }
  /** What no text may hold; `like` finds what is right, to be shown. */
  | { of: 'never'; pattern: string; like: string; example: string }
  /** Words that the document says somewhere at the beginning of a paragraph, or behind its head; each a pattern, shown by its name. */
  | { of: 'told'; behindHead?: true; each: readonly (readonly [name: string, pattern: string])[] };

export interface Rule {
  /** A key of `locale/proof-clauses.ts`. */
  id: string;
  source: string;
  strength: Strength;
  /** The paragraphs that it speaks of; absent = the page, or all text. */
  roles?: readonly StyleName[];
  /** Where there is no such paragraph, the rule is broken; otherwise it says nothing then. */
  required?: boolean;
  check: Check;
}
