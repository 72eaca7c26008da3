/** word/styles.xml of any program: what a paragraph or run is by its style, and by the styles under that. */
import type { ReadLook } from './read.types.ts';
import { child, children, isOn, valueOf, type XmlElement } from './xml.ts';

interface Style {
  id: string;
  /** Its own id, and those of the styles under it. */
  lineage: string[];
  name: string;
  /** The properties of its chain, its own first. */
  paragraph: XmlElement[];
  run: XmlElement[];
}

export class Styles {
  private readonly sources = new Map<string, XmlElement>();
  private readonly known = new Map<string, Style>();
  private readonly defaults: XmlElement[];
  private readonly looks = new Map<string, ReadLook>();
  /** The style of paragraphs that name none. */
  readonly usual: string;

  constructor(part: XmlElement | null) {
    for (const style of children(part, 'w:style')) {
      const id = style.attributes['w:styleId'];
      if (id !== undefined && !this.sources.has(id)) this.sources.set(id, style);
    }
    const usual = children(part, 'w:style').find(({ attributes }) => attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''));
    this.usual = usual?.attributes['w:styleId'] ?? '';
    const own = child(child(child(part, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    this.defaults = own ? [own] : [];
  }

  /** The name by which programs know a style, in lower case where it is Word's own: 'heading 1'. */
  nameOf(id: string): string {
    return this.style(id).name;
  }

  /** The first that a style, or one under it, says of a paragraph. */
  paragraphValue(id: string, name: string): XmlElement | undefined {
    for (const properties of this.style(id).paragraph) {
      const found = child(properties, name);
      if (found) return found;
    }
    return undefined;
  }

  /** A style and those under it, by their ids. */
  lineage(id: string): readonly string[] {
    return this.style(id).lineage;
  }

  /** What a style of characters says of a run, its own first. */
  runProperties(id: string): readonly XmlElement[] {
    return this.style(id).run;
  }

  /** Level of a heading from 1 by its style; null for text. */
  headingLevel(id: string): number | null {
    const level = Number(this.paragraphValue(id, 'w:outlineLvl')?.attributes['w:val'] ?? NaN);
    if (level >= 0 && level <= 8) return level + 1;
    const named = /^(?:heading|標題|标题) ?([1-9])$/i.exec(this.nameOf(id));
    return named && Number.isNaN(level) ? Number(named[1]) : null;
  }

  /** Whether text is hidden by itself, by the style of its characters or by that of its paragraph. */
  hides(paragraphStyle: string, own: XmlElement | undefined): boolean {
    const chain = [...(own ? [own] : []), ...this.style(valueOf(own, 'w:rStyle') ?? '').run, ...this.style(paragraphStyle).run];
    return chain.map((one) => isOn(one, 'w:vanish')).find((one) => one !== undefined) === true;
  }

  /** The language of the Chinese text of paragraphs that name none. */
  get language(): string {
    return child(this.defaults[0], 'w:lang')?.attributes['w:eastAsia'] ?? '';
  }

  /** numId of a style of lists. */
  listOf(id: string): string | undefined {
    return valueOf(this.paragraphValue(id, 'w:numPr'), 'w:numId');
  }

  /** What a run is drawn like: its own properties, then its style's, its paragraph's style's, and the defaults. */
  look(paragraphStyle: string, runStyle: string, own: XmlElement | undefined): ReadLook {
    const fonts = child(own, 'w:rFonts')?.attributes;
    const said = [paragraphStyle, runStyle, fonts?.['w:eastAsia'], fonts?.['w:ascii'], valueOf(own, 'w:sz'), isOn(own, 'w:b'), valueOf(own, 'w:color'), valueOf(own, 'w:spacing')];
    const key = said.join('\t');
    const known = this.looks.get(key);
    if (known) return known;
    const chain = [...(own ? [own] : []), ...this.style(runStyle).run, ...this.style(paragraphStyle).run, ...this.defaults];
    const font = (name: string): string => chain.map((one) => child(one, 'w:rFonts')?.attributes[name]).find((one) => one !== undefined) ?? '';
    const value = (name: string): string | undefined => chain.map((one) => valueOf(one, name)).find((one) => one !== undefined);
    const colour = value('w:color');
    const look: ReadLook = {
      eastAsia: font('w:eastAsia'),
      latin: font('w:ascii'),
      pt: (Number(value('w:sz')) || 0) / 2,
      bold: chain.map((one) => isOn(one, 'w:b')).find((one) => one !== undefined) === true,
      colour: colour === undefined || colour === 'auto' ? null : colour.toUpperCase(),
      spacing: (Number(value('w:spacing')) || 0) / 20,
    };
    this.looks.set(key, look);
    return look;
  }

  private style(id: string): Style {
    const known = this.known.get(id);
    if (known) return known;
    const source = this.sources.get(id);
    const style: Style = { id, lineage: [], name: valueOf(source, 'w:name') ?? '', paragraph: [], run: [] };
    const seen = new Set<string>();
    for (let at = source; at; ) {
      const own = at.attributes['w:styleId'] ?? '';
      // A style that stands on itself: what it says counts once.
      if (seen.has(own)) break;
      seen.add(own);
      style.lineage.push(own);
      const [paragraph, run] = [child(at, 'w:pPr'), child(at, 'w:rPr')];
      if (paragraph) style.paragraph.push(paragraph);
      if (run) style.run.push(run);
      at = this.sources.get(valueOf(at, 'w:basedOn') ?? '');
    }
    this.known.set(id, style);
    return style;
  }
}
