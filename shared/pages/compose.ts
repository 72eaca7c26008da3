/** Composes the paper form into pages: the preview, the PDF and the count of pages say the same as the Word file. */
import { footHeight } from '../layouts/foot.ts';
import type { LayoutProfile, Running } from '../layouts/layout.ts';
import { documentLanguage, pointTwips, twips } from '../layouts/measures.ts';
import type { PrintDocument, PrintNode, PrintParagraph } from '../minutes/print.ts';
import { cleanText } from '../text/clean.ts';
import { type Area, Filler, type Item } from './filling.ts';
import { plainLook, type Words } from './glyphs.ts';
import { paintLines, points } from './painting.ts';
import type { Page, Pages } from './page.ts';
import { Setter } from './setting.ts';
import { heightOf, setTable, wholePart } from './tables.ts';

export interface ComposeOptions {
  /** The face that is drawn in place of one that a layout names; itself where it is there. */
  standIn(family: string): string;
}

const asNamed: ComposeOptions = { standIn: (family) => family };

/** The pages of a record in a layout. Without any screen: the same on every computer. */
export function compose(print: PrintDocument, layout: LayoutProfile, { standIn }: ComposeOptions = asNamed): Pages {
  const { page } = layout;
  const language = documentLanguage(print);
  const setter = new Setter({ layout, language, print, standIn });
  const heads = new RunningLines(layout, print, setter);
  const filler = new Filler((number) => heads.area(number));
  filler.fill(itemsOf(print.nodes, layout, setter, heads.width));
  const foot = print.foot.filter((node): node is PrintParagraph => node.type === 'paragraph');
  filler.foot(foot.map((node) => setter.paragraph(node, heads.width)), pointTwips(footHeight(foot, layout)), layout.foot);
  filler.pages.forEach((each) => heads.draw(each, filler.pages.length));
  return {
    width: points(twips(page.width)),
    height: points(twips(page.height)),
    language: print.language,
    title: print.title || print.organisation,
    ...(print.mark !== undefined && { mark: print.mark }),
    pages: filler.pages,
  };
}

/** The nodes in the order and with the page breaks that the Word file has. */
function itemsOf(nodes: readonly PrintNode[], layout: LayoutProfile, setter: Setter, width: number): Item[] {
  const items: Item[] = [];
  const bare = (): PrintParagraph => ({ type: 'paragraph', style: 'tableText', runs: [] });
  let breakBefore = false;
  const add = (item: Omit<Extract<Item, { type: 'paragraph' }>, 'breakBefore'> | Omit<Extract<Item, { type: 'table' }>, 'breakBefore'>) => {
    items.push({ ...item, breakBefore });
    breakBefore = false;
  };
  for (const node of nodes) {
    switch (node.type) {
      case 'pageBreak':
        if (breakBefore) add({ type: 'paragraph', set: setter.paragraph(bare(), width) });
        breakBefore = true;
        break;
      case 'paragraph':
        add({ type: 'paragraph', set: setter.paragraph(node, width) });
        break;
      case 'image':
        add({ type: 'paragraph', set: setter.picture(node, width) });
        break;
      case 'table': {
        const set = setTable(node, layout, setter);
        if (!set) break;
        add({ type: 'table', set });
        const white = setter.paragraph(bare(), width);
        const height = layout.table.after * 20;
        add({ type: 'paragraph', set: { ...white, lines: [{ height, baseline: height, stretches: [] }] } });
        break;
      }
    }
  }
  if (breakBefore) add({ type: 'paragraph', set: setter.paragraph(bare(), width) });
  return items;
}

/** The lines at the head and foot of the pages. */
class RunningLines {
  readonly width: number;
  private readonly layout: LayoutProfile;
  private readonly print: PrintDocument;
  private readonly setter: Setter;

  constructor(layout: LayoutProfile, print: PrintDocument, setter: Setter) {
    this.layout = layout;
    this.print = print;
    this.setter = setter;
    this.width = twips(layout.page.width) - twips(layout.page.left) - twips(layout.page.right);
  }

  /** A header that is higher than its room moves the text down. */
  area(number: number): Area {
    const { page, header, grid, base } = this.layout;
    const head = this.shows(header, number) ? this.height(header, number, number) : 0;
    const top = Math.max(twips(page.top), twips(page.header) + head);
    const floor = twips(page.height) - twips(page.bottom);
    // A page with a grid ends with the last whole line of the grid.
    const pitch = grid && 'exact' in base.line ? pointTwips(base.line.exact) : 1;
    return { left: twips(page.left), top, width: this.width, bottom: top + Math.floor((floor - top) / pitch) * pitch, floor };
  }

  draw(page: Page, pages: number): void {
    const { layout } = this;
    const left = twips(layout.page.left);
    const drawn = page.paragraphs;
    page.paragraphs = [];
    if (this.shows(layout.header, page.number)) this.line(layout.header, page, pages, left, twips(layout.page.header));
    page.paragraphs.push(...drawn);
    if (this.shows(layout.footer, page.number)) {
      const height = this.height(layout.footer, page.number, pages);
      this.line(layout.footer, page, pages, left, twips(layout.page.height) - twips(layout.page.footer) - height);
    }
  }

  private shows(line: Running, number: number): boolean {
    return (number > 1 || line.firstPage) && this.words(line, number, number).some(({ text }) => text.trim() !== '');
  }

  private set(line: Running, number: number, pages: number) {
    const isTurned = line.mirrored && number % 2 === 0;
    const { align, indent } = line.style;
    const turned = { start: 'end', end: 'start', center: 'center', justify: 'justify' } as const;
    const style = isTurned ? { ...line.style, align: turned[align], indent: { ...indent, left: indent.right, right: indent.left } } : line.style;
    return this.setter.running(this.words(line, number, pages), style, this.width);
  }

  private height(line: Running, number: number, pages: number): number {
    const set = this.set(line, number, pages);
    return heightOf([wholePart(set)]) + (set.rule ? (set.rule.gap + set.rule.pt) * 20 : 0);
  }

  private line(line: Running, page: Page, pages: number, x: number, y: number): void {
    const set = this.set(line, page.number, pages);
    const { rule } = set;
    const top = y + set.before + (rule?.side === 'top' ? (rule.gap + rule.pt) * 20 : 0);
    paintLines(page, set, [0, set.lines.length], x, top);
    if (!rule) return;
    const edge = rule.side === 'top' ? y : top + set.lines.reduce((sum, { height }) => sum + height, 0) + rule.gap * 20;
    page.rules.push({ x: points(x), y: points(edge), width: points(this.width), height: rule.pt, colour: rule.colour });
  }

  private words(line: Running, number: number, pages: number): Words[] {
    const { title, organisation } = this.print;
    const values: Readonly<Record<string, string>> = { '{title}': title, '{organisation}': organisation };
    const figures: Readonly<Record<string, number>> = { '{page}': number, '{pages}': pages };
    return line.text[this.print.script].split(/(\{\w+\})/).map((part): Words => {
      const figure = figures[part];
      return figure === undefined ? { text: cleanText(values[part] ?? part), look: plainLook } : { text: String(figure), look: plainLook, filled: true };
    });
  }
}
