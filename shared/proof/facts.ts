/** What a Word file says of its own look, in the units of the rules. Read by `electron/docx/proof`, judged by `checks.ts`. */
import type { Align } from '../minutes/align.ts';
import type { StyleName } from '../minutes/styles.ts';

/** Text of one look. */
export interface FactRun {
  text: string;
  /** The face for Chinese and the one for letters and figures; '' where the file names none. */
  face: string;
  latin: string;
  pt: number;
  bold: boolean;
  /** RRGGBB; null = the reader's own, black. */
  colour: string | null;
  /** Points between its characters, beside their own width. */
  spacing: number;
}

export interface FactRule {
  side: 'top' | 'bottom';
  pt: number;
  /** RRGGBB; null = black. */
  colour: string | null;
}

export interface FactParagraph {
  /** What it is, told by its style or its form; null where neither says. */
  role: StyleName | null;
  /** Its style as Word lists it. */
  style: string;
  /** Tabs as \t, line breaks as \n; without its number. */
  text: string;
  /** The number or bullet that is shown before it. */
  label: string;
  /** Depth in its list, from 1; 0 = in none. */
  level: number;
  /** 1–9 for a heading; 0 = none. */
  outline: number;
  runs: FactRun[];
  align: Align;
  /** In characters of its own size. */
  indent: { firstLine: number; hanging: number; left: number; right: number };
  /** Height of a line in points; null = as its faces have it. */
  line: number | null;
  /** Points. */
  space: { before: number; after: number };
  rules: FactRule[];
  newPage: boolean;
  place: 'text' | 'table' | 'box';
  /** The block of the record that begins here. */
  block: string | null;
}

/** The foot of the pages of one kind; `text` with {page} and {pages} where the numbers stand. */
export interface FactFoot {
  pages: 'odd' | 'even' | 'first';
  text: string;
  align: Align;
  indent: { left: number; right: number };
  face: string;
  latin: string;
  pt: number;
  /** Millimetres from the type area down to the middle of the line. */
  below: number;
}

export interface PaperFacts {
  /** Millimetres. */
  page: { width: number; height: number; top: number; right: number; bottom: number; left: number };
  /** Lines of body text on a page and characters in a line; null where the file leaves it to the reader. */
  grid: { lines: number | null; characters: number | null };
  oddAndEven: boolean;
  feet: FactFoot[];
  /** BCP 47 tag of its Chinese text; '' where it has none. */
  language: string;
  paragraphs: FactParagraph[];
  /** Other names that the file gives to a face, for a computer that lacks it. */
  otherNames: Readonly<Record<string, readonly string[]>>;
  /** What the file holds beside the document. */
  carries: Carried[];
}

/** What may travel in a file unseen. */
export const carriedThings = ['record', 'comments', 'changes', 'macros', 'outside'] as const;
export type Carried = (typeof carriedThings)[number];
