/** An HTML table → a table block: merged cells, header rows, and every row filled to the same width. */
import type { BodyBlock } from '#shared/minutes/blocks/body.ts';
import type { TableCell } from '#shared/minutes/blocks/table/index.ts';
import type { TextBlock } from '#shared/minutes/blocks/text.ts';
import { newId } from '#shared/minutes/id.ts';
import type { PastedBlock, Picture } from './pasted.ts';
import { styleOf } from './style.ts';

const maxColumns = 100;

interface Placed {
  cell: TableCell;
  row: number;
  column: number;
}

/** The blocks of a table: its caption, itself, and the pictures of its cells after it (a cell holds text only). */
export function tableOf(table: HTMLTableElement, read: (cell: Element) => PastedBlock[]): PastedBlock[] {
  // Word ends a table of uneven columns with a helper row of no height.
  const source = [...table.rows].filter((row) => row.getAttribute('height') !== '0');
  const taken: boolean[][] = source.map(() => []);
  const placed: Placed[] = [];
  const pictures: Picture[] = [];

  source.forEach((row, at) => {
    const inHead = row.parentElement?.tagName === 'THEAD';
    let column = 0;
    for (const element of row.cells) {
      while (taken[at]?.[column]) column += 1;
      if (column >= maxColumns) break;
      const columns = Math.min(Math.max(element.colSpan, 1), maxColumns - column);
      const rows = Math.min(Math.max(element.rowSpan, 1), source.length - at);
      const blocks: TextBlock[] = [];
      for (const block of read(element)) {
        if (block.kind === 'picture') pictures.push(block);
        else blocks.push(...asText(block));
      }
      if (blocks.length === 0) blocks.push(emptyParagraph());
      placed.push({ cell: { columns, rows, header: inHead || element.tagName === 'TH', blocks }, row: at, column });
      for (let down = at; down < at + rows; down += 1) for (let right = column; right < column + columns; right += 1) (taken[down] ??= [])[right] = true;
      column += columns;
    }
  });
  const caption = [...table.children].filter((child) => child.tagName === 'CAPTION').flatMap(read);
  if (placed.length === 0) return [...caption, ...pictures];

  const width = Math.max(...placed.map(({ cell, column }) => column + cell.columns));
  // A row that begins no cell of its own shows as nothing; the cells that cross it grow shorter by it.
  const kept = source.map((_, at) => placed.some(({ row }) => row === at));
  const rows = source.flatMap((_, at) => {
    if (!kept[at]) return [];
    const own = placed
      .filter(({ row }) => row === at)
      .map(({ cell, column }) => ({ column, cell: { ...cell, rows: kept.slice(at, at + cell.rows).filter(Boolean).length } }));
    const header = own.every(({ cell }) => cell.header);
    for (let column = 0; column < width; column += 1) {
      if (!taken[at]?.[column]) own.push({ column, cell: { columns: 1, rows: 1, header, blocks: [emptyParagraph()] } });
    }
    return [own.sort((a, b) => a.column - b.column).map(({ cell }) => cell)];
  });
  const block: BodyBlock = { id: newId(), kind: 'table', widths: widthsOf(table, source, width), rows };
  return [...caption, block, ...pictures];
}

const emptyParagraph = (): TextBlock => ({ id: newId(), kind: 'paragraph', inline: [] });

/** What a cell holds of a block: its lines. A heading keeps its text, a table in a table its cells. */
function asText(block: BodyBlock): TextBlock[] {
  switch (block.kind) {
    case 'paragraph':
    case 'item':
    case 'bullet':
      return [block];
    case 'heading':
    case 'quote':
      return [{ id: block.id, kind: 'paragraph', inline: block.inline }];
    case 'table':
      return block.rows.flat().flatMap((cell) => cell.blocks.filter((line) => line.inline.length > 0));
    case 'image':
    case 'pageBreak':
      return [];
  }
}

/** Relative widths where the source states one for every column, else all alike. */
function widthsOf(table: HTMLTableElement, rows: HTMLTableRowElement[], width: number): number[] {
  const equal = Array.from({ length: width }, () => 1);
  const columns = [...table.querySelectorAll(':scope > colgroup > col, :scope > col')];
  const straight = rows.find((row) => row.cells.length === width && [...row.cells].every((cell) => cell.colSpan === 1));
  const stating = columns.length === width ? columns : [...(straight?.cells ?? [])];
  const widths = stating.map((one) => Number.parseFloat(one.getAttribute('width') ?? styleOf(one).get('width') ?? ''));
  return widths.length === width && widths.every((one) => one > 0) ? widths : equal;
}
