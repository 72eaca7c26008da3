/**
 * What a Word file holds, before it becomes a record: paragraphs with their levels and numbers, tables and pictures in
 * their places, and beside them what Word knows of the text. Nothing in it is a path, an address that was followed, or code.
 */
import type { Align } from '#shared/minutes/align.ts';
import type { Mark } from '#shared/minutes/inline.ts';
import type { Asset } from '#shared/rpc/schemas.ts';
import type { XmlElement } from './xml.ts';

export interface ReadDocx {
  /** The text in its order; what stands in text boxes follows the paragraph that they hang on. */
  blocks: ReadBlock[];
  /** Lines at the head and foot of pages. They are no part of the text. */
  running: ReadRunning[];
  sections: ReadSection[];
  comments: ReadComment[];
  changes: ReadChange[];
  /** Parts of other programs' data, by their namespace: the first such part wins. */
  customXml: ReadonlyMap<string, XmlElement>;
  properties: ReadProperties;
  /** The language that the file gives its Chinese text: zh-TW, zh-CN; '' where it gives none. */
  language: string;
  /** The pictures by their sha256. */
  pictures: ReadonlyMap<string, ReadPicture>;
  /** What was left out of the text, and how often. */
  left: ReadonlyMap<LeftOut, number>;
  /** A part as a tree, for whoever looks closer: `word/styles.xml`. null where there is none, or where it is broken. */
  part(name: string): XmlElement | null;
}

export type ReadBlock = ReadParagraph | ReadTable | ReadImage | ReadPageBreak;

export interface ReadRun {
  /** A tab is '\t', a line break '\n'. */
  text: string;
  /** What the run itself is; the look of its style is no mark. */
  marks: readonly Mark[];
  /** http, https or mailto. */
  link?: string;
  /** Its text is the mark of a note: an index into `notes` of the paragraph. */
  note?: number;
  look: ReadLook;
}

/** What a run is drawn like, after styles and defaults. '' and 0 where the file does not say. */
export interface ReadLook {
  eastAsia: string;
  latin: string;
  /** Points. */
  pt: number;
  bold: boolean;
  /** RRGGBB; null where it is the reader's own. */
  colour: string | null;
  /** Points between the characters, beside their own width. */
  spacing: number;
}

export interface ReadParagraph {
  type: 'paragraph';
  /** Counts the paragraphs of the text from 0, those of tables and text boxes too. */
  index: number;
  /** Id of its style, and the name by which programs know it: 'heading 1', 'Title'. '' where it has none. */
  style: string;
  styleName: string;
  /** Level of a heading from 1 to 9; null = text. */
  heading: number | null;
  runs: ReadRun[];
  number: ReadNumber | null;
  align: Align | null;
  /** Ids of our own blocks that begin here, from bookmarks `n_<id>`. */
  anchors: string[];
  /** Its `w:p`, for whoever looks closer. */
  element: XmlElement;
  notes: ReadNote[];
  /** Stands in a text box. */
  boxed?: true;
}

export interface ReadNumber {
  /** The number as Word shows it, without what parts it from the text: 「一、」, 「（二）」, 「3.」; a bullet's own sign. */
  label: string;
  /** What is counted; 0 for a bullet. */
  value: number;
  /** Depth from 0. */
  level: number;
  bullet: boolean;
  /** numId of the list. */
  list: string;
}

/** 註腳 or 章節附註. */
export interface ReadNote {
  kind: 'footnote' | 'endnote';
  /** Counted from 1 through the file, each kind by itself. */
  number: number;
  text: string;
}

export interface ReadTable {
  type: 'table';
  /** Relative widths, one a column. */
  widths: number[];
  rows: ReadCell[][];
  /** The first rows that repeat on every page. */
  headerRows: number;
}

export interface ReadCell {
  columns: number;
  rows: number;
  /** Paragraphs and pictures; the rows of a table inside it are paragraphs with tabs. */
  blocks: (ReadParagraph | ReadImage)[];
}

export interface ReadImage {
  type: 'image';
  /** sha256 in `pictures`; null where the picture could not be read, and is named in `left`. */
  asset: string | null;
  alt: string;
  /** Width on paper in millimetres; null where the file does not say. */
  paperWidth: number | null;
}

export interface ReadPageBreak {
  type: 'pageBreak';
}

export interface ReadPicture {
  mime: Asset['mime'];
  width: number;
  height: number;
  /** Without what the file tells of place, time and camera. */
  bytes: Buffer;
}

export interface ReadRunning {
  where: 'header' | 'footer';
  pages: 'default' | 'first' | 'even';
  lines: string[];
}

/** A page; millimetres. */
export interface ReadSection {
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
  header: number;
  footer: number;
}

export interface ReadComment {
  id: string;
  author: string;
  /** As the file says it: 2024-01-19T09:30:00Z; '' where it does not. */
  date: string;
  text: string;
  /** Index of the paragraph that it is about; null where it hangs on none. */
  paragraph: number | null;
  /** Id of our own block that it is about: the last bookmark `n_<id>` at or before its place. */
  anchor: string | null;
  /** The words that it is about. */
  quote: string;
}

/** 追蹤修訂: what is inserted stands in the text, what is deleted does not. */
export interface ReadChange {
  kind: 'insertion' | 'deletion';
  author: string;
  date: string;
  text: string;
  paragraph: number;
  anchor: string | null;
}

export interface ReadProperties {
  title: string;
  creator: string;
  subject: string;
  keywords: string;
  lastModifiedBy: string;
  created: string;
  modified: string;
}

/** What a record does not take from a Word file. */
export type LeftOut =
  /** Code. */
  | 'macros'
  /** Pictures and files that lie elsewhere. */
  | 'external'
  /** Pictures in a format that a record cannot hold, or broken. */
  | 'picture'
  /** Pictures of more than 50 megapixels or 30 MB. */
  | 'largePicture'
  /** Charts, diagrams, embedded files. */
  | 'object'
  /** 隱藏文字. */
  | 'hidden'
  /** The small readings above characters. */
  | 'ruby'
  /** 目錄, which a program makes of the headings. */
  | 'contents';
