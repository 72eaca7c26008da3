/** Tables: absolute widths, a fixed layout, merged cells, header rows that repeat. */
import { Paragraph, Table, TableCell, TableRow } from 'docx';
import type { PrintCell, PrintTable } from '#shared/minutes/print.ts';
import { pointTwips, styleIds, tableStyleId, typeWidth } from './layout.ts';
import type { Writing } from './paragraph.ts';

/** One cell of a row as Word wants it: every row covers every column. */
interface Slot {
  /** null = nothing was given for this place. */
  cell: PrintCell | null;
  columns: number;
  merge?: 'restart' | 'continue';
}

/** Longer rows may break across pages: kept whole, they would leave half a page white. */
const longestWholeRow = 200;

/** A table of the paper form, and below it the white that also keeps two tables apart. Nothing for a table without cells. */
export function wordTable(writing: Writing, table: PrintTable): (Table | Paragraph)[] {
  const grid = layGrid(table);
  if (grid.length === 0) return [];
  const widths = columnWidths(table.widths, Math.max(...grid.map(width)), typeWidth(writing.layout));
  const headerRows = table.headerRows < grid.length ? table.headerRows : 0;
  const total = widths.reduce((sum, each) => sum + each, 0);
  const rows = grid.map((slots, row) => {
    let column = 0;
    const children = slots.map((slot) => {
      const own = widths.slice(column, column + slot.columns).reduce((sum, each) => sum + each, 0);
      const first = row === 0 && column === 0;
      column += slot.columns;
      return wordCell(writing, slot, own, first ? table.anchor : undefined);
    });
    const header = row < headerRows;
    return new TableRow({ children, ...(header && { tableHeader: true }), ...((header || length(slots) <= longestWholeRow) && { cantSplit: true }) });
  });
  return [
    new Table({ rows, style: tableStyleId, layout: 'fixed', width: { size: total, type: 'dxa' }, columnWidths: widths }),
    new Paragraph({ style: styleIds.tableText, spacing: { line: pointTwips(writing.layout.table.after), lineRule: 'exact' } }),
  ];
}

function wordCell(writing: Writing, slot: Slot, size: number, anchor: string | undefined): TableCell {
  const { cell } = slot;
  const bookmark = writing.bookmark(anchor);
  const paragraphs = cell?.paragraphs ?? [];
  const children =
    paragraphs.length > 0
      ? paragraphs.map((paragraph, index) => writing.paragraph(paragraph, index === 0 ? { before: bookmark } : {}))
      : [new Paragraph({ style: styleIds.tableText, children: bookmark })];
  return new TableCell({
    children,
    width: { size, type: 'dxa' },
    verticalAlign: 'center',
    ...(slot.columns > 1 && { columnSpan: slot.columns }),
    ...(slot.merge && { verticalMerge: slot.merge }),
    ...(cell?.header && { shading: { type: 'clear' as const, color: 'auto', fill: writing.layout.table.headerFill } }),
  });
}

/** Puts the cells on a grid: covered places continue the cell above, missing ones are empty, spans end with the table. */
function layGrid(table: Pick<PrintTable, 'rows' | 'widths'>): Slot[][] {
  const count = columnCount(table);
  if (count === 0) return [];
  const covered: (Slot & { left: number })[][] = table.rows.map(() => []);
  return table.rows.map((cells, row) => {
    const slots: Slot[] = [];
    const waiting = [...cells];
    let column = 0;
    while (column < count) {
      const above = covered[row]?.find((slot) => slot.left === column);
      if (above) {
        slots.push({ cell: above.cell, columns: above.columns, merge: 'continue' });
        column += above.columns;
        continue;
      }
      const nextCovered = Math.min(count, ...(covered[row] ?? []).map((slot) => slot.left).filter((left) => left > column));
      const cell = waiting.shift() ?? null;
      const columns = Math.min(Math.max(cell?.columns ?? 1, 1), nextCovered - column);
      const last = Math.min(row + Math.max(cell?.rows ?? 1, 1), table.rows.length);
      for (let below = row + 1; below < last; below += 1) {
        covered[below]?.push({ cell: cell && { ...cell, paragraphs: [] }, columns, left: column });
      }
      slots.push({ cell, columns, ...(last > row + 1 && { merge: 'restart' as const }) });
      column += columns;
    }
    return slots;
  });
}

/** As many columns as the widest row needs, spans from above included. */
function columnCount({ rows, widths }: Pick<PrintTable, 'rows' | 'widths'>): number {
  const used = rows.map(() => 0);
  rows.forEach((cells, row) => {
    for (const cell of cells) {
      for (let below = row; below < Math.min(row + Math.max(cell.rows, 1), rows.length); below += 1) {
        used[below] = (used[below] ?? 0) + Math.max(cell.columns, 1);
      }
    }
  });
  const needed = Math.max(0, ...used);
  return needed === 0 ? 0 : Math.max(needed, widths.length);
}

/** Whole twips that add up to the type area exactly. */
function columnWidths(relative: readonly number[], count: number, total: number): number[] {
  const shares = Array.from({ length: count }, (_, column) => Math.max(relative[column] ?? 1 / count, 0.01));
  const sum = shares.reduce((all, share) => all + share, 0);
  let passed = 0;
  let edge = 0;
  return shares.map((share) => {
    passed += share;
    const next = Math.round((passed / sum) * total);
    const own = next - edge;
    edge = next;
    return own;
  });
}

const width = (slots: readonly Slot[]): number => slots.reduce((sum, slot) => sum + slot.columns, 0);

const length = (slots: readonly Slot[]): number =>
  slots
    .flatMap((slot) => slot.cell?.paragraphs ?? [])
    .flatMap((paragraph) => paragraph.runs)
    .reduce((sum, run) => sum + (run.type === 'text' ? run.text.length : 1), 0);
