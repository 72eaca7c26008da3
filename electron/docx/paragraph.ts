/** Paragraphs of the paper form as paragraphs of Word. */
import { Bookmark, type IParagraphOptions, Paragraph, type ParagraphChild } from 'docx';
import type { Align } from '#shared/minutes/align.ts';
import type { PrintParagraph } from '#shared/minutes/print.ts';
import type { StyleName } from '#shared/minutes/styles.ts';
import type { DocumentLanguage, Indent, LayoutProfile } from '#shared/layouts/layout.ts';
import { faceOf, pointTwips, typeWidth } from '#shared/layouts/measures.ts';
import { styleIds } from './layout.ts';
import { bulletList, Lists, numberPlace } from './numbering.ts';
import { type Look, wordRuns } from './runs.ts';
import { fontsOf, lineOf, twipsOf } from './styles.ts';

export const alignments = { start: 'left', center: 'center', end: 'right', justify: 'both' } as const satisfies Record<Align, string>;

/** What one export remembers from block to block. */
export class Writing {
  readonly lists = new Lists();
  private readonly anchors = new Set<string>();
  private readonly numberedStyles: ReadonlySet<StyleName>;

  readonly layout: LayoutProfile;
  private readonly language: DocumentLanguage;

  constructor(layout: LayoutProfile, language: DocumentLanguage) {
    this.layout = layout;
    this.language = language;
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
    const { own } = paragraph;
    const look: Look = own?.pt === undefined ? {} : { size: own.pt * 2, sizeComplexScript: own.pt * 2 };
    return new Paragraph({
      style: styleIds[paragraph.style],
      ...this.numbering(paragraph),
      ...this.setting(paragraph),
      ...(paragraph.align && { alignment: alignments[paragraph.align] }),
      ...(options.pageBreakBefore && { pageBreakBefore: true }),
      children: [...(options.before ?? []), ...this.bookmark(paragraph.anchor), ...wordRuns(paragraph.runs, look, (face) => this.face(face))],
    });
  }

  /** The look of a face that a run has in place of its style's. */
  private face(name: string): Look {
    if (!this.layout.faces[name]) return {};
    const { bold } = faceOf(this.layout, name, this.language);
    return { font: fontsOf(this.layout, name, this.language), ...(bold && { bold }) };
  }

  /** White, indents and line height that are not those of the style, and the end of the line for what stands there. */
  private setting({ style: name, runs, own }: PrintParagraph): Pick<IParagraphOptions, 'spacing' | 'indent' | 'tabStops'> {
    const style = this.layout.styles[name];
    const pt = own?.pt ?? style.pt;
    const indent: Indent = { ...style.indent, ...own?.indent };
    const line = 'exact' in style.line && own?.pt !== undefined ? lineOf({ exact: (style.line.exact * pt) / style.pt }) : {};
    const before = own?.before === undefined ? {} : { before: pointTwips(own.before) };
    const right = typeWidth(this.layout) - pointTwips(indent.right * pt);
    return {
      ...(own && { spacing: { ...before, ...line } }),
      ...(own?.indent && { indent: twipsOf(indent, pt) }),
      ...(runs.some(({ type }) => type === 'tab') && { tabStops: [{ type: 'right' as const, position: right }] }),
    };
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
