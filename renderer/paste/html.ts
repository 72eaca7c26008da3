/** Pasted HTML → our own blocks. What a block cannot hold is kept as plain paragraphs: no text is lost. */
import type { Align } from '#shared/minutes/align.ts';
import type { BodyBlock } from '#shared/minutes/blocks/body.ts';
import { newId } from '#shared/minutes/id.ts';
import type { Inline, Mark } from '#shared/minutes/inline.ts';
import type { ItemLevel } from '#shared/minutes/numbering.ts';
import { cleanHtml } from './clean.ts';
import { Line } from './flow.ts';
import { findMarker, type ListLine, settleItems } from './marker.ts';
import type { PastedBlock } from './pasted.ts';
import { alignOf, marksIn, type Style, styleOf } from './style.ts';
import { tableOf } from './table.ts';
import { preprocessWord, type WordList } from './word.ts';

type Flow = (PastedBlock | ListLine)[];

/** The blocks of pasted HTML, in order. Cleans it first; runs in about a second for a megabyte. */
export function blocksFromHtml(html: string): PastedBlock[] {
  const body = cleanHtml(html);
  return readFlow(body, preprocessWord(body));
}

interface Place {
  marks: ReadonlySet<Mark>;
  link: string | undefined;
  align: Align | undefined;
  pre: boolean;
  quote: boolean;
  heading: ItemLevel | null;
  list: { ordered: boolean; level: ItemLevel; depth: number; next: number } | null;
}

const nowhere: Place = { marks: new Set(), link: undefined, align: undefined, pre: false, quote: false, heading: null, list: null };

const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TR UL'.split(' '),
);

/** The blocks inside an element, with typed and listed numbers settled as items. */
export function readFlow(root: Element, lists: ReadonlyMap<Element, WordList>): PastedBlock[] {
  const reader = new Reader(lists);
  reader.children(root, nowhere);
  reader.flush(nowhere);
  return settleItems<PastedBlock>(reader.flow);
}

class Reader {
  readonly flow: Flow = [];
  private readonly line = new Line();
  /** What the next line opens as: a list line or bullet holds for its first paragraph only. */
  private opening: { marker: string; level: ItemLevel; number: number } | { bullet: number } | null = null;
  private readonly lists: ReadonlyMap<Element, WordList>;

  constructor(lists: ReadonlyMap<Element, WordList>) {
    this.lists = lists;
  }

  children(element: Element, place: Place): void {
    for (const child of element.childNodes) {
      if (child.nodeType === 3) this.line.text(child.nodeValue ?? '', place.marks, place.link, place.pre);
      else if (child.nodeType === 1) this.element(child as Element, place);
    }
  }

  private element(element: Element, outside: Place): void {
    const style = styleOf(element);
    if (style.get('display') === 'none') return;
    const tag = element.tagName;
    if (breaksPage(style)) {
      this.flush(outside);
      this.flow.push({ id: newId(), kind: 'pageBreak' });
      if (tag === 'BR') return;
    }
    if (tag === 'BR') return this.line.break();
    if (tag === 'IMG') return this.picture(element, outside);
    if (tag === 'TABLE') {
      this.flush(outside);
      this.flow.push(...tableOf(element as HTMLTableElement, (cell) => readFlow(cell, this.lists)));
      return;
    }
    const place: Place = {
      ...outside,
      marks: marksIn(element, style, outside.marks),
      link: tag === 'A' ? linkOf(element) ?? outside.link : outside.link,
      pre: outside.pre || tag === 'PRE' || /^pre/.test(style.get('white-space') ?? ''),
    };
    if (!blockTags.has(tag)) return this.children(element, place);

    this.flush(outside);
    place.align = alignOf(element, style) ?? (tag === 'CENTER' ? 'center' : outside.align);
    place.quote = outside.quote || tag === 'BLOCKQUOTE' || /\bMso(Intense)?Quote\b/.test(element.className);
    const heading = /^H([1-6])$/.exec(tag);
    if (heading) place.heading = Math.min(Number(heading[1]), 4) as ItemLevel;
    if (tag === 'OL' || tag === 'UL') place.list = listOf(element, style, outside.list);
    if (tag === 'LI') this.openListItem(element, place);
    const numbered = this.lists.get(element);
    if (numbered) this.openWordItem(numbered, place);
    this.children(element, place);
    this.flush(place);
    // An item without text of its own must not lend its number to what follows it.
    if (tag === 'LI' || numbered) this.opening = null;
  }

  private openListItem(element: Element, place: Place): void {
    if (!place.list) return;
    const { ordered, level, depth, next } = place.list;
    if (!ordered) this.opening = { bullet: Math.min(depth, 3) };
    else {
      const number = Number(element.getAttribute('value')) || next;
      place.list.next = number + 1;
      this.opening = { marker: `${number}. `, level, number };
    }
  }

  private openWordItem({ marker, depth }: WordList, place: Place): void {
    if (place.heading) {
      this.line.text(`${marker} `, place.marks, undefined, false);
      return;
    }
    const found = findMarker(marker.replace(/^(\d+)、$/, '$1.'));
    if (found) this.opening = { marker, level: found.level, number: found.number };
    else if ([...marker].length === 1) this.opening = { bullet: Math.min(depth - 1, 3) };
    else this.line.text(`${marker} `, place.marks, undefined, false);
  }

  private picture(element: Element, place: Place): void {
    const source = element.getAttribute('src') ?? '';
    const alt = (element.getAttribute('alt') ?? '').trim();
    // Pictures of a web page are not fetched; one without a description is decoration there.
    if (source === '' || isSpeck(element) || (!/^(data|file):/i.test(source) && alt === '')) return;
    this.flush(place);
    this.flow.push({ id: newId(), kind: 'picture', source, alt: alt.slice(0, 1000) });
  }

  flush(place: Place): void {
    for (const inline of this.line.take()) this.flow.push(this.block(inline, place));
  }

  private block(inline: Inline[], { align, quote, heading }: Place): BodyBlock | ListLine {
    const id = newId();
    const opening = this.opening;
    this.opening = null;
    if (heading) return { id, kind: 'heading', level: heading, inline: plainWeight(inline), ...(align && { align }) };
    if (opening && 'bullet' in opening) return { id, kind: 'bullet', depth: opening.bullet, inline };
    if (opening) return { id, kind: 'listLine', ...opening, inline };
    if (quote) return { id, kind: 'quote', inline };
    return { id, kind: 'paragraph', inline, ...(align && { align }) };
  }
}

const breaksPage = (style: Style): boolean =>
  [style.get('page-break-before'), style.get('break-before')].some((value) => value === 'always' || value === 'page');

function linkOf(element: Element): string | undefined {
  const href = element.getAttribute('href')?.trim() ?? '';
  return /^(https?:|mailto:)/i.test(href) && href.length <= 2048 ? href : undefined;
}

/** Chinese counters are level 一、; decimal ones start at 1. and deepen. */
function listOf(element: Element, style: Style, outer: Place['list']): NonNullable<Place['list']> {
  const depth = outer ? outer.depth + 1 : 0;
  const type = style.get('list-style-type') ?? '';
  const chinese = /cjk|chinese|ideographic/.test(type);
  const level = chinese ? (Math.min(depth + 1, 2) as ItemLevel) : depth === 0 ? 3 : 4;
  return { ordered: element.tagName === 'OL', level, depth, next: Number(element.getAttribute('start')) || 1 };
}

/** A heading is bold by its style: weight that covers all of it says nothing. */
function plainWeight(inline: Inline[]): Inline[] {
  const texts = inline.filter((part) => part.type === 'text');
  if (!texts.every((part) => part.marks?.includes('bold'))) return inline;
  return inline.map((part) => {
    if (part.type !== 'text') return part;
    const { marks, ...rest } = part;
    const left = marks?.filter((mark) => mark !== 'bold') ?? [];
    return left.length > 0 ? { ...rest, marks: left } : rest;
  });
}

const isSpeck = (element: Element): boolean =>
  ['width', 'height'].some((side) => element.hasAttribute(side) && Number.parseFloat(element.getAttribute(side) ?? '') <= 3);
