/** The blocks of a file as the lines that the recogniser reads, each with what the file says of it. */
import type { ReadBlock, ReadParagraph, ReadPicture } from '#electron/docx/reading/index.ts';
import type { Doubt } from '#shared/imports/doubt.ts';
import { newId } from '#shared/minutes/id.ts';
import { type Inline, inlineText, plain } from '#shared/minutes/inline.ts';
import type { ItemLevel } from '#shared/minutes/level.ts';
import { numberLabel } from '#shared/minutes/number-label.ts';
import { type FileLine, type Line, noWords, paragraph, section } from '#shared/minutes/recognise/build.ts';
import type { BlockOf } from '#shared/minutes/blocks/index.ts';
import type { BodyBlock } from '#shared/minutes/blocks/body.ts';
import { isFramed, type PartLine, readLabelled, readLeadPart } from '#shared/minutes/parts/reading.ts';
import { organisationPrints } from '#shared/minutes/parts/title.ts';
import { readPerson } from '#shared/minutes/recognise/clause.ts';
import type { StyleName } from '#shared/minutes/styles.ts';
import { bareText } from '#shared/text/bare.ts';
import { foldScript } from '#shared/text/fold.ts';
import { cutAtBreaks, inlineOfParagraph, joined, trimmed } from './inline.ts';
import { type Counted, OwnNumbers } from './own-paper.ts';
import { ownStyle } from './own-styles.ts';
import { imageBlock, type Reading, tableBlocks } from './tables.ts';

export interface FileLines {
  lines: Line[];
  doubts: Doubt[];
  /** Lines that a layout puts around the text, and makes anew. */
  frame: PartLine[];
}

export function fileLines(blocks: readonly ReadBlock[], pictures: ReadonlyMap<string, ReadPicture>, reading: Reading): FileLines {
  const writing = new Writing(pictures, reading);
  for (const block of blocks) writing.block(block);
  return writing;
}

class Writing implements FileLines {
  readonly lines: Line[] = [];
  readonly doubts: Doubt[] = [];
  readonly frame: FileLines['frame'] = [];
  private hasTitle = false;
  private annexes: (BlockOf<'annexes'> & { data: { names: string[] } }) | null = null;
  private inAnnex = false;
  private readonly numbers: OwnNumbers | null;
  private readonly pictures: ReadonlyMap<string, ReadPicture>;
  private readonly reading: Reading;

  constructor(pictures: ReadonlyMap<string, ReadPicture>, reading: Reading) {
    this.pictures = pictures;
    this.reading = reading;
    this.numbers = reading.own && new OwnNumbers(reading.own.layout);
  }

  private get role(): Pick<FileLine, 'role'> {
    return this.inAnnex ? { role: 'annex' } : {};
  }

  block(block: ReadBlock): void {
    switch (block.type) {
      case 'paragraph':
        this.paragraph(block);
        break;
      case 'table':
        for (const table of tableBlocks(block, this.reading)) this.put(table);
        for (const inside of block.rows.flat().flatMap((cell) => cell.blocks)) {
          if (inside.type !== 'image') {
            this.doubtNotes(inside, this.lines.at(-1)?.file?.id ?? null);
            continue;
          }
          // A cell of a record holds no picture.
          this.block(inside);
          this.doubts.push({ kind: 'pictureOfTable', blockId: this.lines.at(-1)?.file?.id ?? null, text: inside.alt });
        }
        break;
      case 'image': {
        const image = imageBlock(block, this.pictures);
        if (image) this.put(image);
        break;
      }
      case 'pageBreak':
        // A record does not begin with one.
        if (this.lines.length > 0 && this.lines.at(-1)?.file?.block?.kind !== 'pageBreak') this.put({ id: newId(), kind: 'pageBreak' });
        break;
    }
  }

  private put(block: BodyBlock, text = noWords): void {
    this.lines.push({ text, folded: foldScript(text), file: { inline: [], block, id: block.id, ...this.role } });
  }

  private paragraph(read: ReadParagraph): void {
    const { own, script } = this.reading;
    const style = own ? ownStyle(read.styleName, read.style) : undefined;
    const whole = inlineOfParagraph(read, script, own !== null);
    const inline = style ? whole : trimmed(whole);
    const text = inlineText(inline);
    if (style && this.annex(style, text, read.anchors[0])) return;
    if (own && style && this.part({ style, text }, read.anchors.length > 0)) return;
    const counted = style ? (this.numbers?.counts(style, read.number) ?? null) : null;
    if (counted) this.ofLayout(read, counted, inline);
    else this.written(read, style, inline, text);
  }

  /** A line that the layout makes, or a field that it shows on a line. */
  private part(line: PartLine, isOfBlock: boolean): boolean {
    const { own, region } = this.reading;
    if (!own || line.text.trim() === '') return false;
    if (isFramed(line.style, own.layout)) this.frame.push(line);
    else if (line.style === 'body' && !isOfBlock && this.lines.every(({ file }) => file?.role !== undefined || file?.part !== undefined) && own.layout.parts.before.includes('lead') && readLeadPart(line.text)) this.lead(line);
    else {
      const part = isOfBlock ? null : readLabelled(line, own.layout, region);
      if (!part) return false;
      this.line(plain(line.text), { id: newId(), part });
    }
    return true;
  }

  /** 附件說明, and what stands at the head of the pages of an annex: the list of the section 附件, and the headings in it. */
  private annex(style: StyleName, text: string, anchor: string | undefined): boolean {
    if (style === 'annexNote') {
      if (!this.annexes) {
        this.annexes = { ...section('annexes', {}, {}, [paragraph('')]), ...(anchor !== undefined && { id: anchor }), data: { names: [] } };
        this.lines.push({ text: noWords, folded: noWords, file: { inline: [], id: this.annexes.id, section: this.annexes } });
      }
      const { names } = this.annexes.data;
      const name = text.replace(/^附件：|^\u3000+/, '').trim();
      if (name !== '') names.push(name.replace(new RegExp(`^${names.length + 1}(?:\\. |、)`), '').slice(0, 500));
    } else if (style === 'annexLabel') {
      if (this.lines.at(-1)?.file?.block?.kind === 'pageBreak') this.lines.pop();
      this.inAnnex = true;
      // A title that comes from the list is made anew.
    } else if (style === 'annexTitle') {
      if (anchor !== undefined || !this.annexes?.data.names.some((name) => bareText(name) === bareText(text))) this.line(plain(text.replaceAll('\n', '')), { id: anchor ?? newId(), heading: 1, exact: true });
    } else return false;
    return true;
  }

  /** What the first paragraph of a 紀要 tells. It is made anew; the recogniser reads its data. */
  private lead(line: PartLine): void {
    const { day = '', place = '', chair = '' } = readLeadPart(line.text) ?? {};
    const told = [['time', day], ['place', place], ['chair', readPerson(chair)?.name ?? chair]] as const;
    for (const [field, value] of told) if (value !== '') this.line(plain(value), { id: newId(), part: { field, value } });
    this.frame.push(line);
  }

  /** A heading or a paragraph with a number that the layout made: it will make it again. */
  private ofLayout(read: ReadParagraph, counted: Counted, inline: readonly Inline[]): void {
    const id = read.anchors[0] ?? newId();
    const chapters = this.reading.own?.chapters;
    if (counted !== 'chapter') this.line(inline, { id, exact: true, ...(counted === 'motion' && { heading: 1, role: 'section' }) });
    else this.line(chapters === 'typed' ? joined([...plain(read.number?.label ?? ''), ...inline]) : inline, { id, exact: true, heading: 1, ...(chapters === 'words' && { role: 'chapter' }) });
  }

  private written(read: ReadParagraph, style: StyleName | undefined, inline: Inline[], text: string): void {
    if (text.trim() === '' && (style || !read.number)) {
      if (style === 'image') this.nameImage(read.anchors[0]);
      if (style && read.number) this.item(read, style, inline, read.anchors[0] ?? newId());
      return;
    }
    const id = read.anchors[0] ?? newId();
    this.doubtNotes(read, id);
    if (read.boxed) this.doubts.push({ kind: 'boxed', blockId: id, text: text.slice(0, 2000) });
    const last = this.lines.at(-1)?.file?.block;
    if (last?.kind === 'image' && last.caption.length === 0 && (style === 'caption' || /^caption$/i.test(read.styleName))) last.caption = inline;
    else if (style === 'title' || (!this.hasTitle && /^title$/i.test(read.styleName))) this.title(inline, style !== undefined);
    else if (read.number?.bullet) this.put({ id, kind: 'bullet', depth: Math.min(read.number.level, 3), inline }, text);
    else if (style === 'quote' || /quote$/i.test(read.styleName)) this.put({ id, kind: 'quote', inline }, text);
    else if (read.number) this.item(read, style, inline, id);
    else this.text(read, style, inline, id);
  }

  private doubtNotes({ notes }: ReadParagraph, blockId: string | null): void {
    for (const { kind, number, text } of notes) this.doubts.push({ kind: 'note', blockId, text: `${kind === 'footnote' ? '' : '*'}${number} ${text}`.slice(0, 2000) });
  }

  /** The mark of our own pictures stands in their paragraph. */
  private nameImage(id: string | undefined): void {
    const last = this.lines.at(-1)?.file;
    if (id === undefined || last?.block?.kind !== 'image') return;
    last.block.id = id;
    last.id = id;
  }

  /** The title, with the organisation on the line above it. */
  private title(inline: readonly Inline[], exact: boolean): void {
    const lines = this.unbroken(inline, exact) ?? cutAtBreaks(inline);
    lines.forEach((line, index) => {
      const role = index === lines.length - 1 ? 'title' : index === lines.length - 2 ? 'organisation' : undefined;
      this.line(line, { id: newId(), ...(role && { role }), ...(exact && { exact }) });
    });
    this.hasTitle = true;
  }

  /**
   * Organisation and title without the breaks that the paper has where a line is full, also where the title is not what it was
   * when the file was written; null where the file does not say what that was.
   */
  private unbroken(inline: readonly Inline[], exact: boolean): Inline[][] | null {
    const { title, creator } = this.reading;
    const [all, own] = [bareText(inlineText(inline)), bareText(title)];
    if (own === '') return null;
    if (all.endsWith(own)) {
      const above = all.slice(0, -own.length);
      return [...(above === '' ? [] : [plain(above)]), plain(title)];
    }
    if (!exact) return null;
    const whole = inlineText(inline).replaceAll('\n', '');
    const isMarked = this.reading.own?.layout.parts.before.includes('mark') ?? false;
    if (creator === '' || isMarked || !organisationPrints(creator, title)) return [plain(whole)];
    return whole.startsWith(creator) ? [plain(creator), plain(whole.slice(creator.length))] : null;
  }

  /** Whether a line without a number is about those whom the layout names elsewhere: before anything else, and in a record whose paragraphs are counted. */
  private tellsMore(text: string): boolean {
    const layout = this.reading.own?.layout;
    if (!layout || ![...layout.parts.before, ...layout.parts.after].some((name) => name === 'particulars' || name === 'attendance')) return false;
    const isFirst = this.lines.every(({ file }) => file?.part !== undefined || (file?.role !== undefined && file.role !== 'section' && file.role !== 'chapter'));
    return isFirst && (layout.numbers.paragraphs !== null || /出席|列席|法定人[數数]/.test(text));
  }

  /** A paragraph of ours is set on a side by hand where it does not stand as its style does. */
  private standing({ align }: ReadParagraph, style: StyleName): Pick<FileLine, 'align'> {
    const usual = this.reading.own?.layout.styles[style].align;
    return style === 'body' && align !== null && align !== usual ? { align } : {};
  }

  /** A number that the record makes itself is left to it; any other is text. */
  private item(read: ReadParagraph, style: StyleName | undefined, inline: readonly Inline[], id: string): void {
    const level = style ? (/^item([1-4])$/.exec(style)?.[1] ?? null) : null;
    const label = (level && read.number ? numberLabel(Number(level) as ItemLevel, read.number.value) : read.number?.label.trim()) ?? '';
    // Western numbers stand apart from what they count.
    const space = /[\w.)\]]$/.test(label) && level === null ? ' ' : '';
    if (!level) this.doubtNumber(label, id, inline);
    const heading = headingLevel(read, style);
    if (style && heading !== undefined) this.line(inline, { id, heading, exact: true, ...(style === 'sectionHeading' && { role: 'section' }) });
    else this.line(joined([...plain(label + space), ...inline]), { id, number: { label, length: label.length + space.length }, ...(heading && { heading }), ...(style && { exact: true }) });
  }

  private doubtNumber(label: string, id: string, inline: readonly Inline[]): void {
    if (!/^(?:[一二三四五六七八九十百]+、|[（(](?:[一二三四五六七八九十百]+|\d+)[）)]|\d+[.．])$/.test(label)) this.doubts.push({ kind: 'number', blockId: id, text: `${label}${inlineText(inline)}`.slice(0, 200) });
  }

  private text(read: ReadParagraph, style: StyleName | undefined, inline: readonly Inline[], id: string): void {
    const heading = headingLevel(read, style);
    if (heading !== undefined && (read.heading ?? 0) > 4) this.doubts.push({ kind: 'level', blockId: id, text: inlineText(inline).slice(0, 200) });
    const says: FileLine = { inline: [], id, ...(heading && { heading }), ...(style && { exact: true, ...this.standing(read, style) }), ...(style === 'metaLine' && { role: 'data' }), ...(style === 'sectionHeading' && { role: 'section' }), ...(style === 'body' && this.tellsMore(inlineText(inline)) && { role: 'attendance' }) };
    if (style) this.line(inline, says);
    // Lines that somebody broke by hand are lines.
    else for (const [index, line] of cutAtBreaks(inline).entries()) this.line(line, index === 0 ? says : { inline: [], id: newId(), ...(heading && { heading }) });
  }

  private line(inline: readonly Inline[], says: Omit<FileLine, 'inline'>): void {
    const text = inlineText(inline);
    this.lines.push({ text, folded: foldScript(text), file: { ...says, ...this.role, inline: [...inline] } });
  }
}

/** Deeper levels than a record has become its deepest. */
function headingLevel(read: ReadParagraph, style: StyleName | undefined): ItemLevel | undefined {
  if (style === 'sectionHeading') return 1;
  const own = style ? /^heading([1-4])$/.exec(style)?.[1] : undefined;
  if (style) return own ? (Number(own) as ItemLevel) : undefined;
  return read.heading === null ? undefined : (Math.min(read.heading, 4) as ItemLevel);
}
