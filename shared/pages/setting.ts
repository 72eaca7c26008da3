/** Sets nodes of the paper form at a width: paragraphs and pictures as lines. Lengths are twips. */
import type { DocumentLanguage, LayoutProfile, LayoutStyle } from '../layouts/layout.ts';
import { faceOf, pointTwips } from '../layouts/measures.ts';
import type { PrintDocument, PrintImage, PrintNumber, PrintParagraph } from '../minutes/print.ts';
import { pictureSize } from '../print/picture-size.ts';
import { cleanText } from '../text/clean.ts';
import { glyphsOf, plainLook, type Words, wordsOf } from './glyphs.ts';
import { type Label, linesOf, type Stretch, type TextLine } from './lines.ts';
import { Looks } from './looks.ts';

/** A line as it stands in the flow. */
export interface SetLine {
  height: number;
  /** From its upper edge. */
  baseline: number;
  stretches: readonly Stretch[];
  picture?: { x: number; width: number; height: number; node: PrintImage };
}

export interface SetParagraph {
  lines: SetLine[];
  before: number;
  after: number;
  keepNext: boolean;
  keepLines: boolean;
  /** Lines that stand together at least at the foot and at the head of a page. */
  widows: number;
  outline?: number;
  anchor?: string;
  rule?: NonNullable<LayoutStyle['rule']>;
}

/** What decides how a paragraph is set besides its own words. */
export interface Setting {
  layout: LayoutProfile;
  language: DocumentLanguage;
  print: Pick<PrintDocument, 'script' | 'title' | 'organisation'>;
  /** The face that is drawn in place of another; itself where it is there. */
  standIn(family: string): string;
}

export class Setter {
  private readonly looks = new Map<LayoutStyle, Looks>();
  private readonly styles = new Map<string, LayoutStyle>();
  private readonly setting: Setting;

  constructor(setting: Setting) {
    this.setting = setting;
  }

  paragraph(node: PrintParagraph, width: number): SetParagraph {
    const style = this.styleOf(node);
    return this.set(node, wordsOf(node.runs), style, this.label(node, style), width);
  }

  /** A line of the head or foot of a page. */
  running(words: readonly Words[], style: LayoutStyle, width: number): SetParagraph {
    return this.set({}, words, style, null, width);
  }

  /** A picture on a line of its own, or the words that stand for it where Word cannot show it. */
  picture(node: PrintImage, width: number): SetParagraph {
    const { layout, print } = this.setting;
    const style = layout.styles.image;
    const anchor = node.anchor === undefined ? {} : { anchor: node.anchor };
    if (node.mime === 'image/webp') {
      const alt = cleanText(node.alt) || layout.words.unnamedImage[print.script];
      const label = layout.words.missingImage[print.script].replace('{alt}', () => alt);
      return this.set(anchor, wordsOf([{ type: 'blank', label }]), style, null, width);
    }
    const size = pictureSize(layout, node);
    const set = this.set(anchor, [], style, null, width);
    const spare = Math.max(width - size.width, 0);
    const x = style.align === 'center' ? spare / 2 : style.align === 'end' ? spare : 0;
    return { ...set, lines: [{ height: size.height, baseline: size.height, stretches: [], picture: { x, ...size, node } }] };
  }

  private set(node: Pick<PrintParagraph, 'align' | 'anchor'>, words: readonly Words[], style: LayoutStyle, label: Label | null, width: number): SetParagraph {
    const { layout, language } = this.setting;
    const looks = this.looksOf(style);
    const { indent } = style;
    const em = (characters: number) => Math.round(characters * style.pt * 20);
    const lines = linesOf(
      glyphsOf(words, looks),
      label,
      { width, left: em(indent.left), right: em(indent.right), firstLine: em(indent.firstLine) - em(indent.hanging), align: node.align ?? style.align, language },
      looks.of(plainLook, 'western'),
    );
    return {
      lines: lines.map((line) => setLine(line, style.line)),
      before: pointTwips(style.space.before),
      after: pointTwips(style.space.after),
      keepNext: style.keepNext,
      keepLines: style.keepLines,
      widows: layout.widowControl ? 2 : 1,
      ...(style.outline !== undefined && { outline: style.outline }),
      ...(node.anchor !== undefined && { anchor: node.anchor }),
      ...(style.rule && { rule: style.rule }),
    };
  }

  private looksOf(style: LayoutStyle): Looks {
    const { layout, language, standIn } = this.setting;
    const known = this.looks.get(style);
    if (known) return known;
    const { pt, bold, colour = '000000', spacing = layout.base.spacing } = style;
    const face = (name: string | undefined) => faceOf(layout, name !== undefined && layout.faces[name] ? name : style.face, language);
    const looks = new Looks({ pt, bold, colour, spacing: pointTwips(spacing) }, { face, standIn });
    this.looks.set(style, looks);
    return looks;
  }

  /** The style of a paragraph with what it has of its own in place. */
  private styleOf({ style: name, bullet, own }: PrintParagraph): LayoutStyle {
    const { layout } = this.setting;
    const style = layout.styles[name];
    const sign = bullet !== undefined || name === 'bullet' ? this.bullet(bullet ?? 0) : undefined;
    if (!own && !sign) return style;
    const key = JSON.stringify([name, bullet, own]);
    const known = this.styles.get(key);
    if (known) return known;
    const pt = own?.pt ?? style.pt;
    const made: LayoutStyle = {
      ...style,
      pt,
      line: 'exact' in style.line ? { exact: (style.line.exact * pt) / style.pt } : style.line,
      space: { ...style.space, before: own?.before ?? style.space.before },
      indent: { ...(sign ? { firstLine: 0, right: 0, hanging: sign.hanging, left: sign.left } : style.indent), ...own?.indent },
    };
    this.styles.set(key, made);
    return made;
  }

  private label({ number, bullet }: PrintParagraph, style: LayoutStyle): Label | null {
    const looks = this.looksOf(style);
    if (number) {
      const tab = this.suffixOf(number) === 'tab';
      return { glyphs: glyphsOf([{ text: tab ? number.label.trimEnd() : number.label, look: plainLook }], looks), tab };
    }
    const sign = bullet === undefined ? undefined : this.bullet(bullet);
    return sign ? { glyphs: glyphsOf([{ text: sign.text, look: plainLook }], looks), tab: true } : null;
  }

  private suffixOf({ of, level }: PrintNumber): string | undefined {
    const { items, numbers } = this.setting.layout;
    switch (of) {
      case 'chapter':
        return numbers.chapters?.suffix;
      case 'motion':
        return numbers.motions?.suffix;
      case 'paragraph':
        return numbers.paragraphs?.suffix;
      case undefined:
        return items[level - 1]?.suffix;
    }
  }

  private bullet(depth: number) {
    const { bullets } = this.setting.layout;
    return bullets[Math.min(depth, bullets.length - 1)];
  }
}

/** An exact line has its baseline at four fifths, as LibreOffice has it; a line that is too low grows upwards. */
function setLine({ ascent, descent, stretches }: TextLine, line: LayoutStyle['line']): SetLine {
  if ('exact' in line) return { height: pointTwips(line.exact), baseline: pointTwips(line.exact) * 0.8, stretches };
  const natural = ascent + descent;
  const height = 'atLeast' in line ? Math.max(natural, pointTwips(line.atLeast)) : natural * line.multiple;
  return { height, baseline: height - descent, stretches };
}
