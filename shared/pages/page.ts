/** 頁: a composed record, page by page. All lengths are points, measured from the upper left corner of the paper. */

/** How a piece of text is drawn. */
export interface TextLook {
  /** The names of the face, best first. */
  families: readonly string[];
  pt: number;
  bold: boolean;
  italic: boolean;
  /** RRGGBB. */
  colour: string;
  underline: boolean;
  strike: boolean;
  /** A fill behind it, RRGGBB. */
  highlight?: string;
}

/** Text of one look that is drawn without a gap, `width` points wide. */
export interface PagePiece {
  x: number;
  width: number;
  /** How much wider it is than its letters alone: what justifying and letter spacing give it. */
  spread: number;
  /** How far it stands above the baseline: 上標 and, below zero, 下標. */
  rise: number;
  text: string;
  look: TextLook;
  link?: string;
}

export interface PageLine {
  /** Upper edge of the line and its height; text stands on `baseline`. */
  y: number;
  height: number;
  baseline: number;
  pieces: PagePiece[];
}

/** The lines of one paragraph that stand on this page. */
export interface PageParagraph {
  /** Id of the block whose text this is. */
  anchor?: string;
  /** Whether the paragraph began on a page before. */
  goesOn: boolean;
  /** 1–9 for a heading: the bookmarks of a PDF. Only on the page where it begins. */
  outline?: number;
  lines: PageLine[];
}

/** A filled rectangle: rules, the borders and grounds of cells. */
export interface PageRule {
  x: number;
  y: number;
  width: number;
  height: number;
  colour: string;
}

export interface PagePicture {
  x: number;
  y: number;
  width: number;
  height: number;
  asset: string;
  mime: string;
  alt: string;
  anchor?: string;
}

export interface Page {
  /** From 1. */
  number: number;
  /** In the order in which they are read: the head of the page, its text, its foot. */
  paragraphs: PageParagraph[];
  rules: PageRule[];
  pictures: PagePicture[];
}

export interface Pages {
  width: number;
  height: number;
  language: string;
  title: string;
  /** 浮水印 behind the text of every page. */
  mark?: string;
  pages: Page[];
}
