/** In which layout this program wrote a file: told by reading it as each of them and printing what was read. */
import { layouts } from '#shared/layouts/index.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { type LayoutNumber, labelOf } from '#shared/layouts/numbers.ts';
import type { ReadNumber } from '#electron/docx/reading/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import type { StyleName } from '#shared/minutes/styles.ts';
import { printToText } from '#shared/print/text.ts';

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

/** How many lines of a file a record does not print, and the other way round; 0 = the file is exactly what it prints. */
export function unlike(lines: readonly string[], document: MinutesDocument, { layout }: OwnPaper): number {
  const counts = new Map<string, number>();
  const count = (text: string, by: 1 | -1): void => {
    for (const line of text.split('\n')) {
      const bare = line.replace(/[\s•]/g, '');
      if (bare !== '') counts.set(bare, (counts.get(bare) ?? 0) + by);
    }
  };
  for (const line of lines) count(line, 1);
  count(printToText(printDocument(document, layout)), -1);
  return [...counts.values()].reduce((sum, one) => sum + Math.abs(one), 0);
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
