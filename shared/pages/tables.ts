/** A table as rows of set cells. Lengths are twips. */
import type { LayoutProfile } from '../layouts/layout.ts';
import { pointTwips, twips, typeWidth } from '../layouts/measures.ts';
import type { PrintTable } from '../minutes/print.ts';
import { columnsOf, columnWidths, layGrid, staysWhole } from '../print/grid.ts';
import type { Setter, SetParagraph } from './setting.ts';

/** Lines of a paragraph in a cell. */
export interface Part {
  set: SetParagraph;
  from: number;
  to: number;
}

export interface SetCell {
  x: number;
  width: number;
  /** Goes on from the row above. */
  continues: boolean;
  /** Rows that it covers, its own included. */
  rows: number;
  parts: Part[];
  fill?: string;
}

export interface SetRow {
  cells: SetCell[];
  height: number;
  /** Stands on one page. */
  whole: boolean;
  keepNext: boolean;
  /** What stands on one page of a row that goes over several: its cells begin at its upper edge, not in the middle. */
  isPart?: true;
  /** The height of all rows that a cell covers, for cells that cover several. */
  covers?: number[];
}

export interface SetTable {
  rows: SetRow[];
  headerRows: number;
  width: number;
  padding: { x: number; y: number };
  /** Thickness of the rules. */
  rule: number;
}

/** Height of what stands in a cell: all white counts, that above the first line and below the last too. */
export const heightOf = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + partHeight(part), 0);

export const wholePart = (set: SetParagraph): Part => ({ set, from: 0, to: set.lines.length });

function partHeight({ set, from, to }: Part): number {
  let height = (from === 0 ? set.before : 0) + (to === set.lines.length ? set.after : 0);
  for (let index = from; index < to; index += 1) height += set.lines[index]?.height ?? 0;
  return height;
}

/** What of a cell fits into a height, and what goes on. */
export function splitParts(parts: readonly Part[], height: number): [Part[], Part[]] {
  const head: Part[] = [];
  let room = height;
  for (const [index, part] of parts.entries()) {
    const own = partHeight(part);
    if (own - (part.to === part.set.lines.length ? part.set.after : 0) <= room) {
      head.push(part);
      room -= own;
      continue;
    }
    room -= part.from === 0 ? part.set.before : 0;
    let to = part.from;
    while (to < part.to && (part.set.lines[to]?.height ?? 0) <= room) room -= part.set.lines[to++]?.height ?? 0;
    if (to > part.from) head.push({ ...part, to });
    return [head, [{ ...part, from: to }, ...parts.slice(index + 1)]];
  }
  return [head, []];
}

/** Null for a table without cells. */
export function setTable(table: PrintTable, layout: LayoutProfile, setter: Setter): SetTable | null {
  const grid = layGrid(table);
  if (grid.length === 0) return null;
  const width = typeWidth(layout);
  const widths = columnWidths(table.widths, Math.max(...grid.map(columnsOf)), width);
  const padding = { x: twips(layout.table.padding.x), y: twips(layout.table.padding.y) };
  const rule = pointTwips(layout.table.rule);
  const headerRows = table.headerRows < grid.length ? table.headerRows : 0;
  const rows = grid.map((slots, row): SetRow => {
    let column = 0;
    let x = 0;
    const cells = slots.map(({ cell, columns, merge }): SetCell => {
      const own = widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0);
      const isFirst = row === 0 && column === 0;
      const left = x;
      column += columns;
      x += own;
      const continues = merge === 'continue';
      const nodes = cell && cell.paragraphs.length > 0 ? cell.paragraphs : [{ type: 'paragraph' as const, style: 'tableText' as const, runs: [] }];
      const paragraphs = continues ? [] : nodes.map((node) => setter.paragraph(node, own - 2 * padding.x));
      const [first] = paragraphs;
      if (isFirst && first && table.anchor !== undefined) first.anchor ??= table.anchor;
      return {
        x: left,
        width: own,
        continues,
        rows: merge === 'restart' ? Math.min(Math.max(cell?.rows ?? 1, 1), grid.length - row) : 1,
        parts: paragraphs.map(wholePart),
        ...(cell?.header && { fill: layout.table.headerFill }),
      };
    });
    return { cells, height: 0, whole: row < headerRows || staysWhole(slots), keepNext: cells[0]?.parts[0]?.set.keepNext ?? false };
  });
  setHeights(rows, padding.y, rule);
  return { rows, headerRows, width, padding, rule };
}

/** A row is as high as its highest cell; what covers several rows makes the last of them higher where it has to. */
function setHeights(rows: SetRow[], padding: number, rule: number): void {
  const own = (cell: SetCell) => heightOf(cell.parts) + 2 * padding + rule;
  let top = 0;
  let open: { cell: SetCell; top: number; last: number }[] = [];
  rows.forEach((row, index) => {
    const single = row.cells.filter(({ rows: count, continues }) => count === 1 && !continues);
    open.push(...row.cells.filter(({ rows: count }) => count > 1).map((cell) => ({ cell, top, last: index + cell.rows - 1 })));
    const ending = open.filter(({ last }) => last === index);
    open = open.filter(({ last }) => last > index);
    row.height = Math.max(2 * padding + rule, ...single.map(own), ...ending.map((each) => own(each.cell) - (top - each.top)));
    top += row.height;
  });
  rows.forEach((row, index) => {
    if (!row.cells.some(({ rows: count }) => count > 1)) return;
    row.covers = row.cells.map(({ rows: count }) => rows.slice(index, index + count).reduce((sum, { height }) => sum + height, 0));
  });
}
