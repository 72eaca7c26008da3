/** The text of word/document.xml: paragraphs, tables and pictures in the order in which they are read. */
import type { Align } from '#shared/minutes/align.ts';
import type { Mark } from '#shared/minutes/inline.ts';
import { cleanText } from '#shared/text/clean.ts';
import { CommentPlaces } from './comments.ts';
import { Fields, drawn } from './fields.ts';
import { drawnParts, raised } from './math.ts';
import type { Numbering } from './numbering.ts';
import { boxesIn, chosen } from './plain.ts';
import type { Pictures } from './pictures.ts';
import type { LeftOut, ReadBlock, ReadChange, ReadNote, ReadParagraph, ReadRun } from './read.types.ts';
import type { Relation } from './relations.ts';
import { marksOf, propertiesOf } from './runs.ts';
import { symbolOf, withSigns } from './signs.ts';
import type { Styles } from './styles.ts';
import { readTable } from './table.ts';
import { child, isOn, valueOf, within, type XmlElement } from './xml.ts';

/** What the text stands on. */
export interface Sources {
  styles: Styles;
  numbering: Numbering;
  relations: ReadonlyMap<string, Relation>;
  pictures: Pictures;
  /** The text of a note by its id. */
  notes: Readonly<Record<ReadNote['kind'], ReadonlyMap<string, string>>>;
  /** Sections that a new page follows: a section says itself how it begins, not how the next one does. */
  endsOfPages: ReadonlySet<XmlElement>;
  /** 目錄 is read with the text. */
  showsContents: boolean;
  leave(what: LeftOut): void;
}

/** How a piece of a paragraph is read. */
interface Piece {
  link?: string;
  change?: ReadChange;
  /** Of a part of a formula. */
  mark?: Mark;
}

/** A paragraph while it is read; what is not text stands before or after it. */
interface Writing {
  paragraph: ReadParagraph;
  before: ReadBlock[];
  after: ReadBlock[];
  /** What counts it; null where nothing does. */
  counted: { list: string; level: number } | null;
}

const alignments: Readonly<Record<string, Align>> = { left: 'start', start: 'start', center: 'center', right: 'end', end: 'end', both: 'justify', distribute: 'justify' };
const webAddress = /^(?:https?:|mailto:)\S{1,2000}$/i;

export class TextReader {
  readonly changes: ReadChange[] = [];
  readonly comments = new CommentPlaces();
  private readonly fields: Fields;
  private readonly noteCounts = { footnote: 0, endnote: 0 };
  private paragraphs = 0;
  private anchor: string | null = null;
  /** A paragraph whose end was deleted: the next one goes on with it. */
  private unended: Writing | null = null;
  private boxed = false;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    this.fields = new Fields(sources.showsContents);
  }

  /** Whether what was read last is still part of 目錄. */
  get isInContents(): boolean {
    return this.fields.isContents;
  }

  /** The blocks of a body, a cell or a text box. */
  flow(container: XmlElement): ReadBlock[] {
    const blocks: ReadBlock[] = [];
    for (const one of container.children) this.block(one, blocks);
    this.endUnended(blocks);
    return blocks;
  }

  private block(element: XmlElement, into: ReadBlock[]): void {
    switch (element.name) {
      case 'w:p':
        this.paragraph(element, into);
        break;
      case 'w:tbl': {
        // Nothing goes on into a table.
        this.endUnended(into);
        const table = readTable(element, (cell) => this.flow(cell));
        if (table) into.push(table);
        break;
      }
      case 'w:altChunk':
        this.sources.leave('object');
        break;
      case 'w:bookmarkStart':
        this.bookmark(element, null);
        break;
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
        this.commentRange(element);
        break;
      case 'mc:AlternateContent':
        for (const one of chosen(element)) this.block(one, into);
        break;
      case 'w:sectPr':
      case 'w:del':
      case 'w:moveFrom':
      case 'w:tblPr':
        break;
      default:
        // 內容控制項, custom XML, insertions around blocks.
        for (const one of element.children) this.block(one, into);
    }
  }

  private paragraph(element: XmlElement, into: ReadBlock[]): void {
    const properties = child(element, 'w:pPr');
    const style = valueOf(properties, 'w:pStyle') ?? this.sources.styles.usual;
    const writing = this.begun(element, style, properties);
    if (isOn(properties, 'w:pageBreakBefore') ?? this.styleIsOn(style, 'w:pageBreakBefore')) writing.before.push({ type: 'pageBreak' });
    for (const one of element.children) this.inline(one, writing, {});
    this.fields.endParagraph();
    const section = child(properties, 'w:sectPr');
    if (section && this.sources.endsOfPages.has(section)) writing.after.push({ type: 'pageBreak' });
    const mark = child(properties, 'w:rPr');
    if (child(mark, 'w:del') ?? child(mark, 'w:moveFrom')) this.unended = writing;
    else this.end(writing, into);
  }

  private styleIsOn(style: string, name: string): boolean {
    const found = this.sources.styles.paragraphValue(style, name);
    return found !== undefined && isOn({ name: '', attributes: {}, text: '', children: [found] }, name) === true;
  }

  /** The paragraph that was not ended; a new one where it was deleted whole, which leaves what stood beside it. */
  private begun(element: XmlElement, style: string, properties: XmlElement | undefined): Writing {
    const { unended } = this;
    this.unended = null;
    if (!unended) return this.begin(element, style, properties, this.paragraphs++);
    if (unended.paragraph.runs.length > 0) return unended;
    // What was said of the deleted one is about the one in its place.
    return { ...this.begin(element, style, properties, unended.paragraph.index), before: [...unended.before, ...unended.after] };
  }

  private begin(element: XmlElement, style: string, properties: XmlElement | undefined, index: number): Writing {
    const { styles, numbering } = this.sources;
    const outline = valueOf(properties, 'w:outlineLvl');
    const own = child(properties, 'w:numPr');
    const styled = styles.paragraphValue(style, 'w:numPr');
    const list = valueOf(own, 'w:numId') ?? valueOf(styled, 'w:numId') ?? '0';
    const level = Number(valueOf(own, 'w:ilvl') ?? (valueOf(own, 'w:numId') === undefined ? (numbering.levelOf(list, styles.lineage(style)) ?? valueOf(styled, 'w:ilvl')) : undefined) ?? 0);
    const heading = outline === undefined ? styles.headingLevel(style) : Number(outline) <= 8 ? Number(outline) + 1 : null;
    const align = valueOf(properties, 'w:jc') ?? styles.paragraphValue(style, 'w:jc')?.attributes['w:val'];
    const paragraph: ReadParagraph = {
      type: 'paragraph',
      index,
      style,
      styleName: styles.nameOf(style),
      heading: heading !== null && heading >= 1 && heading <= 9 ? heading : null,
      runs: [],
      number: null,
      align: alignments[align ?? ''] ?? null,
      anchors: [],
      element,
      notes: [],
      ...(this.boxed && { boxed: true as const }),
    };
    return { paragraph, before: [], after: [], counted: list === '0' ? null : { list, level } };
  }

  private end(writing: Writing, into: ReadBlock[]): void {
    this.count(writing);
    for (const one of [...writing.before, writing.paragraph, ...writing.after]) into.push(one);
  }

  /** Nothing goes on with it: one that was deleted whole is gone. */
  private endUnended(into: ReadBlock[]): void {
    const { unended } = this;
    this.unended = null;
    if (!unended) return;
    if (unended.paragraph.runs.length > 0) this.end(unended, into);
    else into.push(...unended.before, ...unended.after);
  }

  /** Counts a paragraph once it is sure to stay. */
  private count(writing: Writing): void {
    const { counted, paragraph } = writing;
    if (counted) paragraph.number = this.sources.numbering.next(counted.list, counted.level);
    writing.counted = null;
  }

  private inline(element: XmlElement, writing: Writing, piece: Piece): void {
    const inside = (of: readonly XmlElement[], as: Piece = piece): void => {
      for (const one of of) this.inline(one, writing, as);
    };
    switch (element.name) {
      case 'w:r':
        this.run(element, writing, piece);
        break;
      case 'w:hyperlink': {
        const link = this.sources.relations.get(element.attributes['r:id'] ?? '')?.target;
        inside(element.children, link !== undefined && webAddress.test(link) ? { ...piece, link } : piece);
        break;
      }
      case 'w:fldSimple': {
        const shown = drawn(element.attributes['w:instr'] ?? '');
        if (shown !== '' && element.children.length === 0) this.write(shown, writing, piece, undefined);
        else inside(element.children);
        break;
      }
      case 'w:ins':
      case 'w:moveTo':
        inside(element.children, { ...piece, change: this.change('insertion', element, writing) });
        break;
      case 'w:del':
      case 'w:moveFrom': {
        const text = within(element, 'w:r').map((run) => run.children.map((one) => (['w:t', 'w:delText'].includes(one.name) ? one.text : one.name === 'w:tab' ? '\t' : '')).join('')).join('');
        if (text !== '') this.change('deletion', element, writing).text = cleanText(text);
        break;
      }
      case 'w:ruby':
        this.sources.leave('ruby');
        inside(child(element, 'w:rubyBase')?.children ?? []);
        break;
      case 'm:t':
        this.write(element.text, writing, piece, undefined);
        break;
      case 'mc:AlternateContent':
        inside(chosen(element));
        break;
      case 'w:bookmarkStart':
        this.bookmark(element, writing.paragraph);
        break;
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
        this.commentRange(element, writing.paragraph);
        break;
      case 'w:pPr':
      case 'w:sdtPr':
      case 'w:rPr':
        break;
      default: {
        const mark = raised[element.name];
        const as = mark ? { ...piece, mark } : piece;
        for (const part of drawnParts(element)) {
          if (typeof part === 'string') this.write(part, writing, as, undefined);
          else this.inline(part, writing, as);
        }
      }
    }
  }

  private run(element: XmlElement, writing: Writing, piece: Piece): void {
    const properties = propertiesOf(element);
    const hidden = this.sources.styles.hides(writing.paragraph.style, properties);
    if (hidden && element.children.some(({ name }) => name === 'w:t')) this.sources.leave('hidden');
    this.pieces(element.children, writing, piece, properties, hidden);
  }

  /** What stands in a run. Fields count where they are hidden, too. */
  private pieces(parts: readonly XmlElement[], writing: Writing, piece: Piece, properties: XmlElement | undefined, hidden: boolean): void {
    for (const one of parts) {
      if (hidden && !['w:fldChar', 'w:instrText'].includes(one.name)) continue;
      switch (one.name) {
        case 'w:t':
          this.write(one.text, writing, piece, properties);
          break;
        case 'w:tab':
        case 'w:ptab':
          this.write('\t', writing, piece, properties);
          break;
        case 'w:br':
          if (one.attributes['w:type'] === 'page') this.beside(writing, { type: 'pageBreak' });
          else this.write('\n', writing, piece, properties);
          break;
        case 'w:cr':
          this.write('\n', writing, piece, properties);
          break;
        case 'w:noBreakHyphen':
          this.write('-', writing, piece, properties);
          break;
        case 'w:sym':
          this.write(symbolOf(one), writing, piece, properties);
          break;
        case 'w:fldChar':
          this.write(this.fields.mark(one), writing, piece, properties);
          break;
        case 'w:instrText':
          this.fields.instruct(one.text);
          break;
        case 'w:footnoteReference':
          this.note('footnote', one, writing, piece, properties);
          break;
        case 'w:endnoteReference':
          this.note('endnote', one, writing, piece, properties);
          break;
        case 'w:commentReference':
          this.comments.mark(one, { paragraph: writing.paragraph.index, anchor: this.anchor });
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          this.drawing(one, writing);
          break;
        case 'w:ruby':
          this.inline(one, writing, piece);
          break;
        case 'mc:AlternateContent':
          this.pieces(chosen(one), writing, piece, properties, hidden);
          break;
      }
    }
  }

  private write(source: string, writing: Writing, piece: Piece, properties: XmlElement | undefined, note?: number): void {
    const { styles } = this.sources;
    const look = styles.look(writing.paragraph.style, valueOf(properties, 'w:rStyle') ?? '', properties);
    const text = withSigns(cleanText(source), look.latin);
    if (text === '' || this.fields.isCode) return;
    if (this.fields.isContents || /^toc \d$/i.test(writing.paragraph.styleName)) {
      this.sources.leave('contents');
      return;
    }
    const { paragraph } = this.behindBreak(writing);
    const link = piece.link ?? this.fields.link;
    const marks = piece.mark ? [piece.mark] : marksOf(properties, styles);
    const last = paragraph.runs.at(-1);
    const shown = link !== undefined && webAddress.test(link) ? link : undefined;
    const same = last !== undefined && last.look === look && last.link === shown && last.note === undefined && note === undefined && last.marks.join() === marks.join();
    if (same) last.text += text;
    else paragraph.runs.push({ text, marks, look, ...(shown !== undefined && { link: shown }), ...(note !== undefined && { note }) } satisfies ReadRun);
    if (piece.change) piece.change.text += text;
    this.comments.quote(text);
  }

  /** Text behind a break of pages goes on in a paragraph of its own, which looks the same and counts nothing. */
  private behindBreak(writing: Writing): Writing {
    if (!writing.after.some(({ type }) => type === 'pageBreak')) return writing;
    this.count(writing);
    writing.before.push(writing.paragraph, ...writing.after);
    writing.after = [];
    writing.paragraph = { ...writing.paragraph, index: this.paragraphs++, runs: [], number: null, anchors: [], notes: [] };
    return writing;
  }

  /** Puts what is no text before the paragraph while it is empty, behind it after that. */
  private beside({ paragraph, before, after }: Writing, block: ReadBlock): void {
    (paragraph.runs.length === 0 ? before : after).push(block);
  }

  private note(kind: ReadNote['kind'], reference: XmlElement, writing: Writing, piece: Piece, properties: XmlElement | undefined): void {
    const text = this.sources.notes[kind].get(reference.attributes['w:id'] ?? '');
    if (text === undefined) return;
    const number = (this.noteCounts[kind] += 1);
    const { notes } = this.behindBreak(writing).paragraph;
    notes.push({ kind, number, text });
    this.write(String(number), writing, piece, properties, notes.length - 1);
  }

  private drawing(element: XmlElement, writing: Writing): void {
    const boxes = boxesIn(element);
    for (const image of this.sources.pictures.read(element, this.sources.relations)) this.beside(writing, image);
    if (boxes.length === 0) return;
    const outer = { boxed: this.boxed, unended: this.unended };
    this.boxed = true;
    this.unended = null;
    // No page ends in a box.
    for (const box of boxes) writing.after.push(...this.flow(box).filter(({ type }) => type !== 'pageBreak'));
    this.boxed = outer.boxed;
    this.unended = outer.unended;
  }

  private change(kind: ReadChange['kind'], { attributes }: XmlElement, { paragraph }: Writing): ReadChange {
    const change = { kind, author: attributes['w:author'] ?? '', date: attributes['w:date'] ?? '', text: '', paragraph: paragraph.index, anchor: this.anchor };
    this.changes.push(change);
    return change;
  }

  private bookmark({ attributes }: XmlElement, paragraph: ReadParagraph | null): void {
    const id = /^n_([a-z0-9]{6,32})$/.exec(attributes['w:name'] ?? '')?.[1];
    if (id === undefined) return;
    this.anchor = id;
    paragraph?.anchors.push(id);
  }

  /** A range that begins between blocks is about the paragraph that comes next. */
  private commentRange(element: XmlElement, paragraph?: ReadParagraph): void {
    this.comments.range(element, { paragraph: paragraph?.index ?? this.paragraphs, anchor: this.anchor });
  }
}
