/** Fills pages with what is set, from top to bottom, as LibreOffice does. Lengths are twips. */
import { ruleLine } from '../layouts/foot.ts';
import type { LayoutProfile } from '../layouts/layout.ts';
import { pointsOf, pointTwips } from '../layouts/measures.ts';
import { paintLines, points } from './painting.ts';
import type { Page } from './page.ts';
import type { SetParagraph } from './setting.ts';
import { heightOf, type Part, type SetRow, type SetTable, splitParts } from './tables.ts';

export type Item = { breakBefore: boolean } & ({ type: 'paragraph'; set: SetParagraph } | { type: 'table'; set: SetTable });

/** Where the text of a page stands on the paper. */
export interface Area {
  left: number;
  top: number;
  width: number;
  /** Where lines end: the last whole line of the grid where the page has one. */
  bottom: number;
  /** Where the type area ends. */
  floor: number;
}

const linesHeight = ({ lines }: SetParagraph, from = 0, to = lines.length): number => {
  let sum = 0;
  for (let index = from; index < to; index += 1) sum += lines[index]?.height ?? 0;
  return sum;
};

const ruleHeight = ({ rule }: SetParagraph): number => (rule ? (rule.gap + rule.pt) * 20 : 0);

export class Filler {
  readonly pages: Page[] = [];
  private readonly areaOf: (page: number) => Area;
  private y = 0;
  /** White below what stands last on the page. */
  private after = 0;
  private isEmpty = true;
  /** Whether the page begins where somebody wanted it, so that white above its first line stays. */
  private isWanted = true;
  /** What did not fit of cells over several rows, by their left edge, and whether the page has just been turned for a row. */
  private readonly carried = new Map<number, Part[]>();
  private isTableTop = false;

  constructor(areaOf: (page: number) => Area) {
    this.areaOf = areaOf;
    this.turn(true);
  }

  fill(items: readonly Item[]): void {
    items.forEach((item, index) => {
      if (item.breakBefore && !(this.isEmpty && this.pages.length === 1)) this.turn(true);
      if (item.type === 'paragraph') this.paragraph(items, index, item.set);
      else this.table(items, index, item.set);
    });
  }

  /**
   * 版記: puts paragraphs with rules between them so that the last rule stands on the foot of the last page. In the file an
   * empty line `height` high keeps room for it; where it finds none, it takes a page of its own.
   */
  foot(sets: readonly SetParagraph[], height: number, rules: LayoutProfile['foot']): void {
    if (sets.length === 0) return;
    if (!this.isEmpty && this.y + this.after + height > this.area.bottom + 1) this.turn(false);
    const { left, width, floor } = this.area;
    const drawRule = (place: keyof typeof rules) => {
      const thick = pointTwips(pointsOf(rules[place]));
      this.rule(left, this.y + pointTwips(ruleLine), width, thick, '000000');
      this.y += pointTwips(ruleLine) + thick;
    };
    this.y = floor - height;
    sets.forEach((set, index) => {
      drawRule(index === 0 ? 'first' : 'middle');
      this.paint(set, 0, set.lines.length);
    });
    drawRule('last');
  }

  private get page(): Page {
    return this.pages.at(-1) as Page;
  }

  private get area(): Area {
    return this.areaOf(this.pages.length);
  }

  private turn(isWanted: boolean): void {
    this.pages.push({ number: this.pages.length + 1, paragraphs: [], rules: [], pictures: [] });
    this.y = this.area.top;
    this.after = 0;
    this.isEmpty = true;
    this.isWanted = isWanted;
  }

  private whiteBefore(before: number): number {
    return this.isEmpty ? (this.isWanted ? before : 0) : Math.max(this.after, before);
  }

  private paragraph(items: readonly Item[], index: number, set: SetParagraph): void {
    const { lines } = set;
    if (!this.isEmpty && this.y + this.whiteBefore(set.before) + this.need(items, index) > this.area.bottom + 1) this.turn(false);
    this.y += this.whiteBefore(set.before);
    let from = 0;
    while (from < lines.length) {
      const fits = this.fitting(set, from);
      const rest = lines.length - from - fits;
      let to = from + fits;
      if (rest > 0) {
        if (rest < set.widows) to = Math.max(lines.length - set.widows, from);
        if (to - from < (from === 0 ? set.widows : 1)) {
          if (!this.isEmpty) {
            this.turn(false);
            this.y += this.whiteBefore(set.before);
            continue;
          }
          to = from + Math.max(fits, 1);
        }
      }
      this.paint(set, from, to);
      from = to;
      if (from < lines.length) this.turn(false);
    }
    this.after = set.after;
  }

  /** How many lines fit on the page from `from` on. */
  private fitting(set: SetParagraph, from: number): number {
    let count = 0;
    let y = this.y;
    for (const { height } of set.lines.slice(from)) {
      y += height;
      if (y > this.area.bottom + 1) break;
      count += 1;
    }
    return count;
  }

  /** The height that a paragraph or table needs at least at the foot of a page, with what it has to keep with. */
  private need(items: readonly Item[], index: number): number {
    const item = items[index];
    if (!item) return 0;
    if (item.type === 'table') return tableNeed(item.set, 0) + item.set.rule;
    const { set } = item;
    const count = set.lines.length;
    const isShort = count <= set.widows + (set.widows > 1 ? 1 : 0);
    if (!set.keepNext) return set.keepLines || isShort ? linesHeight(set) + ruleHeight(set) : linesHeight(set, 0, set.widows);
    const next = items[index + 1];
    const whole = linesHeight(set) + ruleHeight(set);
    if (!next || next.breakBefore) return whole;
    return whole + Math.max(set.after, next.type === 'paragraph' ? next.set.before : 0) + this.need(items, index + 1);
  }

  private paint(set: SetParagraph, from: number, to: number): void {
    const { left, width } = this.area;
    const { rule } = set;
    const line = rule && rule.pt * 20;
    if (rule && line && rule.side === 'top' && from === 0) {
      this.rule(left, this.y, width, line, rule.colour);
      this.y += line + rule.gap * 20;
    }
    paintLines(this.page, set, [from, to], left, this.y);
    this.y += linesHeight(set, from, to);
    if (rule && line && rule.side === 'bottom' && to === set.lines.length) {
      this.y += rule.gap * 20;
      this.rule(left, this.y, width, line, rule.colour);
      this.y += line;
    }
    this.isEmpty = false;
  }

  private rule(x: number, y: number, width: number, height: number, colour: string): void {
    this.page.rules.push({ x: points(x), y: points(y), width: points(width), height: points(height), colour });
  }

  private table(items: readonly Item[], index: number, table: SetTable): void {
    const headers = table.rows.slice(0, table.headerRows);
    if (!this.isEmpty && this.y + this.after + this.need(items, index) > this.area.bottom + 1) this.turn(false);
    this.y += this.whiteBefore(0);
    // Whether nothing but rows that repeat stands on the page: then turning it would help no row.
    let isFresh = this.isEmpty;
    this.carried.clear();
    const turn = () => {
      this.closeTable(table);
      this.turn(false);
      for (const header of headers) this.row(table, header, header.height);
      isFresh = true;
      this.isTableTop = true;
    };
    table.rows.forEach((given, at) => {
      let row = given;
      this.isTableTop = false;
      const isBody = at >= table.headerRows;
      for (;;) {
        row = this.withCarried(row, table);
        // The rule below the last row of a page has to fit as well.
        const room = this.area.bottom - this.y - table.rule;
        if (row.height <= room + 0.5 && (isFresh || tableNeed(table, at, row) <= room + 0.5)) break;
        const [head, tail] = row.whole && !isFresh ? [null, null] : splitRow(row, room, table);
        if (head) this.row(table, head, room);
        else if (isFresh) break;
        if (isBody) turn();
        else this.turn(false);
        if (tail) row = tail;
      }
      this.row(table, row, row.height);
      if (isBody) isFresh = false;
    });
    this.closeTable(table);
    this.after = 0;
  }

  private row(table: SetTable, row: SetRow, height: number): void {
    const { left } = this.area;
    const { rule, padding } = table;
    row.cells.forEach((cell, index) => {
      const x = left + cell.x;
      if (cell.fill !== undefined) this.rule(x, this.y, cell.width, height, cell.fill);
      const covered = cell.rows === 1 ? height : Math.min(row.covers?.[index] ?? height, this.area.bottom - this.y);
      const room = covered - 2 * padding.y - rule;
      const [parts, rest] = cell.rows === 1 ? [cell.parts, []] : splitParts(cell.parts, room + 1);
      if (rest.length > 0) this.carried.set(cell.x, rest);
      let y = this.y + rule + padding.y + (row.isPart ? 0 : Math.max(0, (room - heightOf(parts)) / 2));
      for (const { set, from, to } of parts) {
        y += from === 0 ? set.before : 0;
        paintLines(this.page, set, [from, to], x + padding.x, y);
        y += linesHeight(set, from, to) + set.after;
      }
      if (!cell.continues || this.isEmpty) this.rule(x - rule / 2, this.y, cell.width + rule, rule, '000000');
      this.rule(x - rule / 2, this.y, rule, height + rule, '000000');
    });
    this.rule(left + table.width - rule / 2, this.y, rule, height + rule, '000000');
    this.y += height;
    this.isEmpty = false;
  }

  /** A row that a cell of the page before goes on into, higher where the rest of that cell is. */
  private withCarried(row: SetRow, { padding, rule }: SetTable): SetRow {
    if (!this.isTableTop || this.carried.size === 0) return row;
    const cells = row.cells.map((cell) => {
      const parts = cell.continues && this.carried.get(cell.x);
      return parts ? { ...cell, parts } : cell;
    });
    this.carried.clear();
    return { ...row, cells, whole: false, height: Math.max(row.height, ...cells.map(({ rows, parts }) => (rows === 1 ? heightOf(parts) + 2 * padding.y + rule : 0))) };
  }

  private closeTable({ rule, width }: SetTable): void {
    this.rule(this.area.left - rule / 2, this.y, width + rule, rule, '000000');
    this.y += rule;
  }
}

/** The height from a row on that stands together: rows that repeat with the first one below them, and rows that keep with the next. */
function tableNeed(table: SetTable, at: number, row = table.rows[at]): number {
  if (!row) return 0;
  const own = row.whole ? row.height : Math.min(row.height, firstLines(row, table));
  return at < table.headerRows || row.keepNext ? own + tableNeed(table, at + 1) : own;
}

/** The least of a row that may break. */
const firstLines = (row: SetRow, { padding, rule }: SetTable): number =>
  2 * padding.y + rule + Math.max(...row.cells.map(({ parts: [part] }) => (part ? part.set.before + (part.set.lines[part.from]?.height ?? 0) : 0)));

/** Breaks a row at a height; null where nothing of one of its cells fits. */
function splitRow(row: SetRow, room: number, { padding, rule }: SetTable): [SetRow, SetRow] | [null, null] {
  const inside = room - 2 * padding.y - rule;
  const halves = row.cells.map((cell) => splitParts(cell.parts, inside));
  if (halves.some(([head], index) => head.length === 0 && (row.cells[index]?.parts.length ?? 0) > 0)) return [null, null];
  const half = (which: 0 | 1, height: number): SetRow => ({ ...row, height, isPart: true, cells: row.cells.map((cell, index) => ({ ...cell, parts: halves[index]?.[which] ?? [] })) });
  const rest = Math.max(...halves.map(([, tail]) => heightOf(tail)));
  return [half(0, room), half(1, rest + 2 * padding.y + rule)];
}
