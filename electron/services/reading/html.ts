/** HTML of strangers as text, tables and pictures. Nothing of it runs, and nothing is fetched: pictures are those inside the file. */
import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { columnsOf, fitted } from '#electron/docx/reading/grid.ts';
import type { LeftOut, ReadBlock, ReadCell, ReadParagraph, ReadPicture, ReadRun, ReadTable } from '#electron/docx/reading/index.ts';
import { withoutTable } from '#electron/docx/reading/table.ts';
import { withoutMetadata } from '#electron/services/picture-metadata.ts';
import { readPicture } from '#electron/services/picture.ts';
import type { Align } from '#shared/minutes/align.ts';
import { type Mark, marks as allMarks } from '#shared/minutes/inline.ts';
import { cleanText } from '#shared/text/clean.ts';
import { plainParagraph, plainRun, type Source, sourceOf } from './source.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const most = { depth: 200, pixels: 50_000_000, bytes: 30 * 1024 ** 2, rows: 10_000 };

/** What is no text of the page. */
const unread = new Set(['script', 'style', 'head', 'template', 'noscript', 'iframe', 'object', 'embed', 'audio', 'video', 'canvas', 'svg', 'math', 'button', 'select', 'input', 'textarea', 'nav', 'map']);
const lines = new Set(['p', 'div', 'section', 'article', 'header', 'footer', 'main', 'aside', 'blockquote', 'pre', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'address', 'form', 'fieldset', 'center', 'body', 'html', 'details', 'summary', 'hr', 'li', 'ul', 'ol', 'caption', 'legend']);
const marked: Readonly<Record<string, Mark>> = { b: 'bold', strong: 'bold', i: 'italic', em: 'italic', u: 'underline', ins: 'underline', s: 'strike', strike: 'strike', del: 'strike', sup: 'superscript', sub: 'subscript', mark: 'highlight' };
const alignments: Readonly<Record<string, Align>> = { left: 'start', start: 'start', center: 'center', right: 'end', end: 'end', justify: 'justify' };

/** How the text at a place looks. */
interface Look {
  marks: readonly Mark[];
  link?: string;
  heading: number | null;
  align: Align | null;
  quote: boolean;
  pre: boolean;
}

interface List {
  ordered: boolean;
  count: number;
  level: number;
}

/** The text of a page. */
export function htmlSource(html: string): Source {
  const writing = new Writing();
  const document = parse(html);
  writing.nodes(document.childNodes, plainLook, [], 0);
  writing.end();
  const title = titleOf(document.childNodes);
  return sourceOf(writing.blocks, { pictures: writing.pictures, left: writing.left, title });
}

const plainLook: Look = { marks: [], heading: null, align: null, quote: false, pre: false };

class Writing {
  readonly blocks: ReadBlock[] = [];
  readonly pictures = new Map<string, ReadPicture>();
  readonly left = new Map<LeftOut, number>();
  private runs: ReadRun[] = [];
  private count = 0;
  private look: Look = plainLook;
  /** The item whose number stands before the next words. */
  private item: List | null = null;
  private into: ReadBlock[] = this.blocks;

  nodes(nodes: readonly Node[], look: Look, lists: readonly List[], depth: number): void {
    if (depth > most.depth) {
      for (const node of nodes) this.write(textOf(node), look);
      return;
    }
    for (const node of nodes) {
      if (node.nodeName === '#text') this.write((node as DefaultTreeAdapterTypes.TextNode).value, look);
      else if ('tagName' in node) this.element(node, look, lists, depth);
    }
  }

  private element(element: Element, look: Look, lists: readonly List[], depth: number): void {
    const { tagName } = element;
    const inside = (as: Look, under = lists): void => this.nodes(element.childNodes, as, under, depth + 1);
    const style = attribute(element, 'style');
    if (unread.has(tagName) || /display\s*:\s*none/i.test(style) || isHidden(element)) return;
    if (tagName === 'br') {
      this.runs.push(plainRun('\n'));
    } else if (tagName === 'img') {
      this.picture(element);
    } else if (tagName === 'table') {
      this.end();
      this.table(element, look, depth);
    } else if (/^h[1-6]$/.test(tagName)) {
      this.line(() => inside({ ...look, heading: Number(tagName.slice(1)), align: alignOf(element, style) ?? look.align }));
    } else if (tagName === 'ul' || tagName === 'ol') {
      const start = Number(attribute(element, 'start'));
      const list: List = { ordered: tagName === 'ol', count: isCount(start) ? start - 1 : 0, level: lists.length };
      this.line(() => inside(look, [...lists, list]));
    } else if (tagName === 'li') {
      const list = lists.at(-1) ?? { ordered: false, count: 0, level: 0 };
      const value = Number(attribute(element, 'value'));
      list.count = isCount(value) ? value : list.count + 1;
      this.line(() => {
        this.item = { ...list };
        inside(look);
      });
      this.item = null;
    } else if (tagName === 'ruby') {
      this.left.set('ruby', (this.left.get('ruby') ?? 0) + 1);
      inside(look);
    } else if (tagName === 'rt' || tagName === 'rp') {
      return;
    } else if (tagName === 'q') {
      inside(look);
    } else if (lines.has(tagName)) {
      this.line(() => inside({ ...look, align: alignOf(element, style) ?? look.align, quote: look.quote || tagName === 'blockquote', pre: look.pre || tagName === 'pre' }));
    } else {
      inside(inlineLook(element, style, look));
    }
  }

  /** What stands on lines of its own. */
  private line(work: () => void): void {
    this.end();
    work();
    this.end();
  }

  private write(source: string, look: Look): void {
    const text = look.pre ? cleanText(source) : cleanText(source).replace(/[ \t\n\r\f]+/g, ' ');
    if (text === '') return;
    if (this.runs.length === 0 || this.runs.every((run) => run.text.trim() === '')) this.look = look;
    this.runs.push(plainRun(text, { marks: look.marks, ...(look.link !== undefined && { link: look.link }) }));
  }

  /** Ends the line that is written. */
  end(): void {
    const runs = tidied(this.runs, this.look.pre);
    this.runs = [];
    if (runs.length === 0) return;
    const { heading, align, quote } = this.look;
    const list = this.item;
    this.item = null;
    const number: ReadParagraph['number'] = list && { label: list.ordered ? `${list.count}.` : '•', value: list.ordered ? list.count : 0, level: list.level, bullet: !list.ordered, list: 'html' };
    this.into.push(plainParagraph(this.count++, runs, { heading, align, number: heading === null ? number : null, ...(quote && { styleName: 'Quote' }) }));
  }

  private picture(element: Element): void {
    const source = attribute(element, 'src');
    const alt = cleanText(attribute(element, 'alt')).replace(/\s+/g, ' ').trim().slice(0, 1000);
    const leave = (what: LeftOut): null => {
      this.left.set(what, (this.left.get(what) ?? 0) + 1);
      return null;
    };
    const data = /^data:image\/[a-z+.-]+;base64,([a-z0-9+/=\s]+)$/i.exec(source)?.[1];
    if (data === undefined) {
      leave('external');
      if (alt !== '') this.runs.push(plainRun(`〔${alt}〕`));
      return;
    }
    const asset = this.keep(Buffer.from(data, 'base64')) ?? leave('picture');
    const runs = this.runs;
    this.end();
    if (runs.length > 0 && this.runs.length === 0) this.item = null;
    this.into.push({ type: 'image', asset, alt, paperWidth: null });
  }

  private keep(given: Buffer): string | null {
    const picture = readPicture(given);
    if (!picture || picture.width === 0 || picture.height === 0 || given.length > most.bytes || picture.width * picture.height > most.pixels) return null;
    try {
      const bytes = Buffer.from(withoutMetadata(given, picture.mime));
      const hash = createHash('sha256').update(bytes).digest('hex');
      this.pictures.set(hash, { ...picture, bytes });
      return hash;
    } catch (error) {
      // Cut short behind its first bytes.
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  private table(element: Element, look: Look, depth: number): void {
    const given = rowsOf(element).map(cellsOf);
    const most = columnsOf(widthsOf(given));
    const rows: ReadCell[][] = [];
    let headerRows = 0;
    let columns = 0;
    /** Columns that cells from above still cover: how many rows each. */
    const covered: number[] = [];
    for (const own of given) {
      const cells: ReadCell[] = [];
      let column = 0;
      for (const [at, cell] of own.entries()) {
        while ((covered[column] ?? 0) > 0) column += 1;
        const span = fitted(spanOf(cell), Math.max(most - column, 0), own.length - at - 1);
        const deep = depthOf(cell);
        const blocks = this.cell(cell, look, depth);
        if (span > 0) cells.push({ columns: span, rows: deep, blocks });
        else (cells.at(-1) ?? rows.at(-1)?.at(-1))?.blocks.push(...blocks);
        for (let at = column; at < column + span; at++) covered[at] = deep;
        column += span;
      }
      if (cells.length === 0 && covered.every((left) => !left)) continue;
      if (own.length > 0 && own.every(({ tagName }) => tagName === 'th') && headerRows === rows.length) headerRows += 1;
      rows.push(cells);
      columns = Math.max(columns, covered.length);
      covered.forEach((left, at) => (covered[at] = Math.max(left - 1, 0)));
    }
    const [first, ...others] = rows.flat();
    if (!first) return;
    if (others.length === 0) {
      // One cell is a frame around text.
      this.into.push(...first.blocks);
      return;
    }
    const table: ReadTable = { type: 'table', widths: Array.from({ length: Math.max(columns, 1) }, () => 1), rows, headerRows };
    this.into.push(table);
  }

  private cell(cell: Element, look: Look, depth: number): ReadCell['blocks'] {
    const outer = this.into;
    const blocks: ReadBlock[] = [];
    this.into = blocks;
    this.nodes(cell.childNodes, { ...look, heading: null }, [], depth + 1);
    this.end();
    this.into = outer;
    return blocks.flatMap((block): ReadCell['blocks'] => (block.type === 'table' ? withoutTable(block) : block.type === 'pageBreak' ? [] : [block]));
  }
}

function inlineLook(element: Element, style: string, look: Look): Look {
  const mark = marked[element.tagName];
  const own = new Set<Mark>(look.marks);
  if (mark) own.add(mark);
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) own.add('bold');
  if (/font-style\s*:\s*italic/i.test(style)) own.add('italic');
  const link = element.tagName === 'a' ? attribute(element, 'href').trim() : '';
  return { ...look, marks: allMarks.filter((one) => own.has(one)), ...(/^(?:https?:|mailto:)\S{1,2000}$/i.test(link) && { link }) };
}

/** White space as a page shows it: none at the ends of a line, one blank in a row. */
function tidied(runs: readonly ReadRun[], pre: boolean): ReadRun[] {
  const result: ReadRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    const text = !pre && (!last || /[ \n]$/.test(last.text)) ? run.text.replace(/^ /, '') : run.text;
    if (text === '') continue;
    if (text.startsWith('\n') && last) last.text = last.text.replace(/ $/, '');
    result.push({ ...run, text });
  }
  const words = result.map(({ text }) => text).join('').trim();
  return words === '' ? [] : result;
}

function* elementsOf(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) if ('tagName' in node) yield node;
}

/** The rows of a table, not those of tables inside it. */
function rowsOf(table: Element): Element[] {
  return [...elementsOf(table.childNodes)].flatMap((one) => (one.tagName === 'tr' ? [one] : ['thead', 'tbody', 'tfoot'].includes(one.tagName) ? [...elementsOf(one.childNodes)].filter(({ tagName }) => tagName === 'tr') : []));
}

const cellsOf = (row: Element): Element[] => [...elementsOf(row.childNodes)].filter(({ tagName }) => tagName === 'td' || tagName === 'th');

/** The widths of the cells of each row, behind what cells from above take of it. */
function widthsOf(rows: readonly (readonly Element[])[]): number[][] {
  /** By the row that they no longer cover. */
  const ending = new Map<number, number>();
  let covered = 0;
  return rows.map((cells, at) => {
    covered -= ending.get(at) ?? 0;
    const widths = [covered, ...cells.map(spanOf)];
    for (const cell of cells) {
      const end = at + depthOf(cell);
      covered += spanOf(cell);
      ending.set(end, (ending.get(end) ?? 0) + spanOf(cell));
    }
    return widths;
  });
}

const attribute = (element: Element, name: string): string => element.attrs.find((one) => one.name === name)?.value ?? '';
const isHidden = (element: Element): boolean => element.attrs.some(({ name }) => name === 'hidden');
const alignOf = (element: Element, style: string): Align | undefined => alignments[(/text-align\s*:\s*(\w+)/i.exec(style)?.[1] ?? attribute(element, 'align')).toLowerCase()];
const whole = (text: string): number => {
  const value = Number(text || 1);
  return Number.isInteger(value) && value > 0 ? value : 1;
};

const spanOf = (cell: Element): number => whole(attribute(cell, 'colspan'));
const depthOf = (cell: Element): number => Math.min(whole(attribute(cell, 'rowspan')), most.rows);
/** What a list may count from. */
const isCount = (value: number): boolean => Number.isInteger(value) && value > 0 && value < 10_000;

function textOf(node: Node): string {
  let text = '';
  const open: Node[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.nodeName === '#text') text += (next as DefaultTreeAdapterTypes.TextNode).value;
    else if ('tagName' in next && !unread.has(next.tagName)) open.push(...next.childNodes.toReversed());
  }
  return text;
}

function titleOf(nodes: readonly Node[]): string {
  for (const element of elementsOf(nodes)) {
    if (element.tagName === 'title') return cleanText(textOf(element)).replace(/\s+/g, ' ').trim();
    if (element.tagName === 'html' || element.tagName === 'head') {
      const found = titleOf(element.childNodes);
      if (found !== '') return found;
    }
  }
  return '';
}
