/**
 * The paper form: what every reader outside the editor (Word, HTML, text, preview) maps.
 * Plain data; styles by name (`styles.ts`), never a kind of block.
 */
import type { Region, Script } from '../language.ts';
import type { Indent } from '../layouts/layout.ts';
import type { Align } from './align.ts';
import type { Mark } from './inline.ts';
import type { ItemLevel } from './level.ts';
import type { StyleName } from './styles.ts';

export type PrintRun =
  /** `face` is that of the layout which the run has in place of its style's; one that the layout does not have is none. */
  | { type: 'text'; text: string; marks?: Mark[]; link?: string; face?: string }
  | { type: 'break' }
  /** What follows stands at the right end of the line. */
  | { type: 'tab' }
  /** 待填: printed as 〔label〕 and reported at export. */
  | { type: 'blank'; label: string };

/** A derived number: Word numbers natively from `list` and `level`, other readers print `label`. */
export interface PrintNumber {
  /** What is counted; absent = items. */
  of?: 'chapter' | 'motion' | 'paragraph';
  /** One list instance: numbering of a level restarts where the instance changes. */
  list: string;
  level: ItemLevel;
  /** As the layout writes it: 「一、」「（二）」「3. 」「第四案　」. */
  label: string;
}

export interface PrintParagraph {
  type: 'paragraph';
  style: StyleName;
  runs: PrintRun[];
  align?: Align;
  number?: PrintNumber;
  /** Bullet depth, from 0. */
  bullet?: number;
  /** What it has in place of its style's. */
  own?: {
    /** Points; an exact line height shrinks and grows with it. */
    pt?: number;
    /** Points of white above it. */
    before?: number;
    /** The indents that are given; the others stay those of the style. */
    indent?: Partial<Indent>;
  };
  /** Id of the block that begins here; becomes bookmark `n_<id>` and the HTML id. */
  anchor?: string;
}

export interface PrintCell {
  paragraphs: PrintParagraph[];
  columns: number;
  rows: number;
  header: boolean;
}

export interface PrintTable {
  type: 'table';
  /** The first `headerRows` rows repeat on every page. */
  headerRows: number;
  /** Relative column widths, one a column; they sum to 1. */
  widths: number[];
  /** Cells that a span covers are absent, as in HTML. */
  rows: PrintCell[][];
  anchor?: string;
}

export interface PrintImage {
  type: 'image';
  /** sha256 of the file, hex. */
  asset: string;
  mime: string;
  /** Pixels of the file. */
  width: number;
  height: number;
  /** Width on paper in millimetres; null = natural size at 96 dpi, at most the type area. */
  paperWidth: number | null;
  alt: string;
  anchor?: string;
}

export interface PrintPageBreak {
  type: 'pageBreak';
}

export type PrintNode = PrintParagraph | PrintTable | PrintImage | PrintPageBreak;

export interface PrintDocument {
  title: string;
  organisation: string;
  region: Region;
  script: Script;
  /** BCP 47 tag of the text: zh-CN, zh-TW or zh-HK (by script where it differs from the region's own). */
  language: string;
  /** ISO date of the meeting, if known. */
  date: string | null;
  /** 浮水印: what stands behind the text of every page. */
  mark?: string;
  nodes: PrintNode[];
  /** 版記: stands at the foot of the last page, its last line on the last line of the type area. */
  foot: PrintNode[];
}
