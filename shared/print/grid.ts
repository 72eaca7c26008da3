/** The arithmetic of tables: which cell stands where, how wide, which rows stay whole. */
import type { PrintCell, PrintTable } from '../minutes/print.ts';

/** One cell of a row as it stands in a table: every row covers every column. */
export interface Slot {
  /** null = nothing was given for this place. */
  cell: PrintCell | null;
  columns: number;
  merge?: 'restart' | 'continue';
}

/** Longer rows may break across pages: kept whole, they would leave half a page white. */
const longestWholeRow = 200;

/** Puts the cells on a grid: covered places continue the cell above, missing ones are empty, spans end with the table. */
export function layGrid(table: Pick<PrintTable, 'rows' | 'widths'>): Slot[][] {
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
export function columnWidths(relative: readonly number[], count: number, total: number): number[] {
  const shares = Array.from({ length: count }, (_, column) => Math.max(relative[column] ?? 1 / count, 0.01));
  const sum = shares.reduce((all, share) => all + share, 0);
  let passed = 0;
  let edge = 0;
  return shares.map((share, column) => {
    passed += share;
    const next = column === count - 1 ? total : heldEdge(Math.round((passed / sum) * total), total);
    const own = next - edge;
    edge = next;
    return own;
  });
}

/**
 * The edge of a column that every program holds. LibreOffice counts edges in ten-thousandths of the table and makes whole
 * twips of them, often one less: a cell with room for exactly so many characters has no room for the last of them.
 */
function heldEdge(edge: number, total: number): number {
  const held = (twips: number) => Math.floor((Math.round((twips * 10_000) / total) * total) / 10_000);
  return [0, 1, -1, 2, -2].map((step) => edge + step).find((twips) => held(twips) === twips) ?? edge;
}

/** How many columns a row has. */
export const columnsOf = (slots: readonly Slot[]): number => slots.reduce((sum, slot) => sum + slot.columns, 0);

/** Whether a row stands on one page. */
export const staysWhole = (slots: readonly Slot[]): boolean => length(slots) <= longestWholeRow;

const length = (slots: readonly Slot[]): number =>
  slots
    .flatMap((slot) => slot.cell?.paragraphs ?? [])
    .flatMap((paragraph) => paragraph.runs)
    .reduce((sum, run) => sum + (run.type === 'text' ? run.text.length : 1), 0);
