/** The pictures of a Word file: kept once by their sha256, weighed by their first bytes and never decoded. */
import { createHash } from 'node:crypto';
import { withoutMetadata } from '#electron/services/picture-metadata.ts';
import { readPicture } from '#electron/services/picture.ts';
import { cleanText } from '#shared/text/clean.ts';
import type { WordPackage } from './package.ts';
import type { LeftOut, ReadImage, ReadPicture } from './read.types.ts';
import { Refusal } from './refusal.ts';
import type { Relation } from './relations.ts';
import { within, type XmlElement } from './xml.ts';

const most = { bytes: 30 * 1024 ** 2, pixels: 50_000_000 };
/** English metric units, of which a millimetre has 36,000. */
const emuPerMillimetre = 36_000;

export class Pictures {
  readonly kept = new Map<string, ReadPicture>();
  private readonly known = new Map<string, string | null>();
  private readonly file: WordPackage;
  private readonly leave: (what: LeftOut) => void;

  constructor(file: WordPackage, leave: (what: LeftOut) => void) {
    this.file = file;
    this.leave = leave;
  }

  /** The pictures of a drawing, in either of Word's ways to draw. */
  read(drawing: XmlElement, relations: ReadonlyMap<string, Relation>): ReadImage[] {
    const alt = cleanText(within(drawing, 'wp:docPr')[0]?.attributes['descr'] ?? within(drawing, 'v:shape')[0]?.attributes['alt'] ?? '').replace(/\s+/g, ' ').trim();
    const shown = [...pictured(drawing, 'a:blip', ['r:embed', 'r:link']), ...pictured(drawing, 'v:imagedata', ['r:id', 'r:href'])];
    if (shown.length === 0 && within(drawing, 'w:txbxContent').length === 0 && hasObject(drawing)) this.leave('object');
    const extent = Number(within(drawing, 'wp:extent')[0]?.attributes['cx']);
    const width = extent > 0 ? Math.min(Math.max(extent / emuPerMillimetre, 5), 400) : null;
    return shown.map((id) => ({ type: 'image', asset: this.asset(relations.get(id)), alt: alt.slice(0, 1000), paperWidth: shown.length === 1 && width !== null ? Math.round(width * 10) / 10 : null }));
  }

  private asset(relation: Relation | undefined): string | null {
    if (!relation) return null;
    if (relation.external) {
      this.leave('external');
      return null;
    }
    const known = this.known.get(relation.target);
    if (known !== undefined) return known;
    const hash = this.keep(relation.target);
    this.known.set(relation.target, hash);
    return hash;
  }

  private keep(name: string): string | null {
    const given = this.bytes(name);
    const picture = given && readPicture(given);
    if (!given || !picture || picture.width === 0 || picture.height === 0) {
      this.leave('picture');
      return null;
    }
    if (given.length > most.bytes || picture.width * picture.height > most.pixels || Math.max(picture.width, picture.height) > 100_000) {
      this.leave('largePicture');
      return null;
    }
    const bytes = this.cleaned(given, picture.mime);
    const hash = createHash('sha256').update(bytes).digest('hex');
    this.kept.set(hash, { ...picture, bytes });
    return hash;
  }

  /** A picture that is broken is left out; the text is not refused for it. */
  private bytes(name: string): Buffer | null {
    try {
      return this.file.bytes(name);
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }

  private cleaned(bytes: Buffer, mime: ReadPicture['mime']): Buffer {
    try {
      return Buffer.from(withoutMetadata(bytes, mime));
    } catch (error) {
      // Its first bytes are those of a picture, the rest is cut short.
      if (error instanceof RangeError) return Buffer.from(bytes);
      throw error;
    }
  }
}

const pictured = (drawing: XmlElement, name: string, keys: readonly string[]): string[] =>
  outside(drawing, name).flatMap(({ attributes }) => keys.map((key) => attributes[key]).find((id) => id !== undefined && id !== '') ?? []);

/** As `within`, without what stands in text boxes: that is read with their text. */
function outside(of: XmlElement, name: string): XmlElement[] {
  return of.children.flatMap((one) => (one.name === 'w:txbxContent' ? [] : one.name === name ? [one] : outside(one, name)));
}

/** Charts, diagrams and embedded files; lines and frames are no loss. */
const hasObject = (drawing: XmlElement): boolean => drawing.name === 'w:object' || within(drawing, 'a:graphicData').some(({ attributes }) => /chart|diagram/.test(attributes['uri'] ?? ''));
