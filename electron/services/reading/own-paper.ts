/** In which layout this program wrote a file: told by reading it as each of them and printing what was read. */
import { layouts } from '#shared/layouts/index.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { type LayoutNumber, labelOf } from '#shared/layouts/numbers.ts';
import type { ReadBlock, ReadNumber } from '#electron/docx/reading/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { inlineText } from '#shared/minutes/inline.ts';
import type { PrintNode } from '#shared/minutes/print.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import type { StyleName } from '#shared/minutes/styles.ts';
import { bareText } from '#shared/text/bare.ts';
import { ownStyle } from './own-styles.ts';

/** How this program may have written a file. */
export interface OwnPaper {
  layout: LayoutProfile;
  /**
   * What the headings are that the layout has numbered: sections where their words make one, headings of the text, or headings
   * with a number that was typed. On paper they look alike.
   */
  chapters: 'words' | 'headings' | 'typed';
}

/** Every way to read a file of ours, the likeliest first. */
export function ownPapers(offered: readonly LayoutProfile[] = Object.values(layouts)): OwnPaper[] {
  return offered.flatMap((layout): OwnPaper[] => (layout.numbers.chapters ? (['words', 'headings', 'typed'] as const).map((chapters) => ({ layout, chapters })) : [{ layout, chapters: 'headings' }]));
}

/**
 * How far a record in a layout is from the paper of a file: in words and the styles that they stand in first, then in numbers,
 * where one that is off moves all that follow. 0 = the file is exactly what the record prints.
 */
export function unlike(blocks: readonly ReadBlock[], document: MinutesDocument, { layout }: OwnPaper): number {
  const { nodes, foot } = printDocument(document, layout);
  const [words, labels] = [new Tally(), new Tally()];
  for (const { style, text, label } of shownIn(blocks)) {
    words.count(text === '' ? '' : `${style} ${text}`, 1);
    labels.count(label, 1);
  }
  for (const { style, text, label } of [...nodes, ...foot].flatMap(shownBy)) {
    words.count(text === '' ? '' : `${style} ${text}`, -1);
    labels.count(label, -1);
  }
  return words.apart * 4 + labels.apart;
}

class Tally {
  private readonly counts = new Map<string, number>();

  count(text: string, by: 1 | -1): void {
    const bare = bareText(text);
    if (bare !== '') this.counts.set(bare, (this.counts.get(bare) ?? 0) + by);
  }

  get apart(): number {
    return [...this.counts.values()].reduce((sum, one) => sum + Math.abs(one), 0);
  }
}

interface Shown {
  style: string;
  text: string;
  label: string;
}

const inTable = 'table';
/** Headings of sections and of the text look alike to a reader. */
const styleOf = (style: StyleName | undefined): string => (style === 'sectionHeading' ? 'heading1' : (style ?? ''));

const shownIn = (blocks: readonly ReadBlock[]): Shown[] =>
  blocks.flatMap((block): Shown[] => {
    if (block.type === 'table') return block.rows.flat().flatMap((cell) => shownIn(cell.blocks).map((one) => ({ ...one, style: inTable })));
    if (block.type !== 'paragraph') return [];
    const label = block.number && !block.number.bullet ? block.number.label : '';
    return [{ style: styleOf(ownStyle(block.styleName, block.style)), text: block.runs.map(({ text }) => text).join(''), label }];
  });

function shownBy(node: PrintNode): Shown[] {
  if (node.type === 'table') return node.rows.flat().flatMap(({ paragraphs }) => paragraphs.flatMap(shownBy).map((one) => ({ ...one, style: inTable })));
  return node.type === 'paragraph' ? [{ style: styleOf(node.style), text: inlineText(node.runs), label: node.number?.label ?? '' }] : [];
}

export type Counted = 'chapter' | 'motion' | 'paragraph';

/** Tells the numbers that a layout makes itself from those of lists that somebody made: they count on where the layout would. */
export class OwnNumbers {
  private readonly next: Record<Counted, number> = { chapter: 1, motion: 1, paragraph: 1 };
  private readonly numbers: LayoutProfile['numbers'];

  constructor({ numbers }: LayoutProfile) {
    this.numbers = numbers;
  }

  /** What a paragraph is counted as; null where its number is none of the layout's. */
  counts(style: StyleName, number: ReadNumber | null): Counted | null {
    const { chapters, motions, paragraphs } = this.numbers;
    if (!number || number.bullet || /^item/.test(style)) return null;
    if (style === 'heading1') return this.take('chapter', chapters, number);
    return style === 'sectionHeading' ? this.take('motion', motions, number) : this.take('paragraph', paragraphs, number);
  }

  private take(as: Counted, form: LayoutNumber | null, { label }: ReadNumber): Counted | null {
    const is = (count: number): boolean => form !== null && labelOf(form, [count]).trim() === label.trim();
    const count = [this.next[as], ...(as === 'motion' ? [1] : [])].find(is);
    if (count === undefined) return null;
    this.next[as] = count + 1;
    if (as === 'chapter') this.next.motion = 1;
    return as;
  }
}
