/** Tables: absolute widths, a fixed layout, merged cells, header rows that repeat. */
import { Paragraph, Table, TableCell, TableRow } from 'docx';
import { pointTwips, typeWidth } from '#shared/layouts/measures.ts';
import type { PrintTable } from '#shared/minutes/print.ts';
import { columnsOf, columnWidths, layGrid, type Slot, staysWhole } from '#shared/print/grid.ts';
import { styleIds, tableStyleId } from './layout.ts';
import type { Writing } from './paragraph.ts';

/** A table of the paper form, and below it the white that also keeps two tables apart. Nothing for a table without cells. */
export function wordTable(writing: Writing, table: PrintTable): (Table | Paragraph)[] {
  const grid = layGrid(table);
  if (grid.length === 0) return [];
  const widths = columnWidths(table.widths, Math.max(...grid.map(columnsOf)), typeWidth(writing.layout));
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
    return new TableRow({ children, ...(header && { tableHeader: true }), ...((header || staysWhole(slots)) && { cantSplit: true }) });
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
