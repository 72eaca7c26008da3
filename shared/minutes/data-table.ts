/** The paper form of rows of data: a table with a header row. */
import type { PrintCell, PrintTable } from './print.ts';
import { plain } from './inline.ts';

export interface DataColumn<Row> {
  head: string;
  /** Relative. */
  width: number;
  text(row: Row, index: number): string;
  /** Left out where no row says anything in it. */
  optional?: true;
}

const cell = (text: string, header: boolean): PrintCell => ({
  columns: 1,
  rows: 1,
  header,
  paragraphs: [{ type: 'paragraph', style: header ? 'tableHeader' : 'tableText', runs: plain(text) }],
});

/** The rows as a table; nothing for none. */
export function dataTable<Row>(columns: readonly DataColumn<Row>[], rows: readonly Row[]): PrintTable[] {
  if (rows.length === 0) return [];
  const shown = columns.filter((column) => !column.optional || rows.some((row, index) => column.text(row, index) !== ''));
  const total = shown.reduce((sum, { width }) => sum + width, 0);
  return [
    {
      type: 'table',
      headerRows: 1,
      widths: shown.map(({ width }) => width / total),
      rows: [shown.map(({ head }) => cell(head, true)), ...rows.map((row, index) => shown.map((column) => cell(column.text(row, index), false)))],
    },
  ];
}
