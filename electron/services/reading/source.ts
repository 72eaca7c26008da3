/** What every reader of a foreign format makes of a file, before it becomes a record. */
import type { LeftOut, ReadBlock, ReadChange, ReadComment, ReadLook, ReadParagraph, ReadPicture, ReadRun } from '#electron/docx/reading/index.ts';
import type { XmlElement } from '#electron/docx/reading/xml.ts';

export interface Source {
  blocks: ReadBlock[];
  pictures: ReadonlyMap<string, ReadPicture>;
  /** What was left out of the text, and how often. */
  left: ReadonlyMap<LeftOut, number>;
  changes: readonly ReadChange[];
  comments: readonly ReadComment[];
  /** As the file itself is called in its properties; '' where it is not. */
  title: string;
  /** Who made it, which is the organisation where this program did. */
  creator: string;
  /** LibreOffice wrote what was read. */
  throughOffice?: true;
  /** BCP 47 tag; '' where the file names none. */
  language: string;
}

const look: ReadLook = { eastAsia: '', latin: '', pt: 0, bold: false, colour: null, spacing: 0 };
/** What is no Word file has no element of one. */
const element: XmlElement = { name: '', attributes: {}, children: [], text: '' };

/** A run of plain text. */
export const plainRun = (text: string, more: Partial<ReadRun> = {}): ReadRun => ({ text, marks: [], look, ...more });

/** A paragraph without a style. */
export const plainParagraph = (index: number, runs: ReadRun[], more: Partial<ReadParagraph> = {}): ReadParagraph => ({
  type: 'paragraph',
  index,
  style: '',
  styleName: '',
  heading: null,
  runs,
  number: null,
  align: null,
  anchors: [],
  element,
  notes: [],
  ...more,
});

/** A source of blocks alone. */
export const sourceOf = (blocks: ReadBlock[], more: Partial<Source> = {}): Source => ({
  blocks,
  pictures: new Map(),
  left: new Map(),
  changes: [],
  comments: [],
  title: '',
  creator: '',
  language: '',
  ...more,
});

/** The lines of a plain text. */
export const textSource = (text: string): Source => sourceOf(text.split('\n').map((line, index) => plainParagraph(index, line === '' ? [] : [plainRun(line)])));

/** Every paragraph, those of tables too. */
export const paragraphsOf = (blocks: readonly ReadBlock[]): ReadParagraph[] =>
  blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block];
    return block.type === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => paragraphsOf(cell.blocks))) : [];
  });

/** The text of a file, a line for each paragraph and each row of a table: what is read beside the record. */
export function linesOfSource(blocks: readonly ReadBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'paragraph':
        return [lineOfParagraph(block), ...block.notes.map(({ text }) => text)];
      case 'table':
        return block.rows.map((row) => row.map((cell) => cell.blocks.flatMap((one) => (one.type === 'paragraph' ? [lineOfParagraph(one)] : [])).join(' ')).join('\t'));
      default:
        return [];
    }
  });
}

const lineOfParagraph = ({ number, runs }: ReadParagraph): string => `${number?.label ?? ''}${runs.map(({ text }) => text).join('')}`;
