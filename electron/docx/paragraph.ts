/** Paragraphs of the paper form as paragraphs of Word. */
import { Bookmark, type IParagraphOptions, Paragraph, type ParagraphChild } from 'docx';
import type { Align } from '#shared/minutes/align.ts';
import type { PrintParagraph } from '#shared/minutes/print.ts';
import type { StyleName } from '#shared/minutes/styles.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { styleIds } from './layout.ts';
import { bulletList, Lists, numberPlace } from './numbering.ts';
import { wordRuns } from './runs.ts';

const alignments = { start: 'left', center: 'center', end: 'right', justify: 'both' } as const satisfies Record<Align, string>;

/** What one export remembers from block to block. */
export class Writing {
  readonly lists = new Lists();
  private readonly anchors = new Set<string>();
  private readonly numberedStyles: ReadonlySet<StyleName>;

  readonly layout: LayoutProfile;

  constructor(layout: LayoutProfile) {
    this.layout = layout;
    this.numberedStyles = new Set(['bullet', ...layout.items.map((item) => item.style), ...(layout.numbers.chapters ? (['heading1'] as const) : [])]);
  }

  /** Bookmark `n_<id>` at the start of a block. A name that Word cannot hold, or that is taken, is left out. */
  bookmark(anchor: string | undefined): Bookmark[] {
    if (anchor === undefined || this.anchors.has(anchor) || !/^\w{1,38}$/.test(anchor)) return [];
    this.anchors.add(anchor);
    return [new Bookmark({ id: `n_${anchor}`, children: [] })];
  }

  /** One paragraph with its style, number and bookmark. `before` comes ahead of its text. */
  paragraph(paragraph: PrintParagraph, options: { pageBreakBefore?: boolean; before?: ParagraphChild[] } = {}): Paragraph {
    return new Paragraph({
      style: styleIds[paragraph.style],
      ...this.numbering(paragraph),
      ...(paragraph.align && { alignment: alignments[paragraph.align] }),
      ...(options.pageBreakBefore && { pageBreakBefore: true }),
      children: [...(options.before ?? []), ...this.bookmark(paragraph.anchor), ...wordRuns(paragraph.runs)],
    });
  }

  private numbering({ style, number, bullet }: PrintParagraph): Pick<IParagraphOptions, 'numbering'> {
    if (number) return { numbering: numberPlace(number, this.lists) };
    if (bullet !== undefined) {
      return { numbering: { reference: bulletList, level: Math.min(bullet, this.layout.bullets.length - 1), instance: 0 } };
    }
    // The style alone would number it.
    return this.numberedStyles.has(style) ? { numbering: false } : {};
  }
}
