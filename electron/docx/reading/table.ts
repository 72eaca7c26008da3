/** Tables of Word: spans as HTML has them, header rows, tables inside tables as lines. */
import { columnsOf, fitted } from './grid.ts';
import type { ReadBlock, ReadCell, ReadImage, ReadLook, ReadParagraph, ReadRun, ReadTable } from './read.types.ts';
import { child, children, isOn, valueOf, type XmlElement } from './xml.ts';

/** A table; null for one without cells. `flow` reads the blocks of a cell. */
export function readTable(element: XmlElement, flow: (cell: XmlElement) => ReadBlock[]): ReadTable | null {
  const grid = child(element, 'w:tblGrid');
  const kept = named(element, 'w:tr').filter((row) => !child(child(row, 'w:trPr'), 'w:del'));
  const most = columnsOf(kept.map((row) => [beforeOf(row), ...named(row, 'w:tc').map(spanOf)]), children(grid, 'w:gridCol').length);
  const rows: ReadCell[][] = [];
  /** The cell that a merge goes on from, by the column where it begins. */
  let above = new Map<number, ReadCell>();
  let headerRows = 0;
  let columns = 0;
  for (const row of kept) {
    const properties = child(row, 'w:trPr');
    const given = named(row, 'w:tc');
    const cells: ReadCell[] = [];
    const here = new Map<number, ReadCell>();
    let column = 0;
    const skip = (count: number): void => {
      if (count > 0) cells.push({ columns: count, rows: 1, blocks: [] });
      column += count;
    };
    skip(Math.min(beforeOf(row), Math.max(most - given.length, 0)));
    for (const [at, cell] of given.entries()) {
      const own = child(cell, 'w:tcPr');
      const span = fitted(spanOf(cell), most - column, given.length - at - 1);
      const blocks = child(own, 'w:cellDel') ? [] : flow(cell).flatMap(textBlocks);
      const merge = child(own, 'w:vMerge');
      // The way of old programs to join cells of a row.
      const beside = valueOf(own, 'w:hMerge') ?? (child(own, 'w:hMerge') ? 'continue' : 'none');
      const left = cells.at(-1);
      if ((beside === 'continue' || span === 0) && left) {
        left.columns += span;
        left.blocks.push(...blocks.filter((block) => block.type === 'image' || block.runs.length > 0));
        column += span;
        continue;
      }
      const goesOn = merge !== undefined && merge.attributes['w:val'] !== 'restart';
      const from = goesOn ? above.get(column) : undefined;
      if (from?.columns === span) {
        from.rows += 1;
        from.blocks.push(...blocks.filter((block) => block.type === 'image' || block.runs.length > 0));
        here.set(column, from);
      } else {
        const made: ReadCell = { columns: span, rows: 1, blocks };
        cells.push(made);
        if (merge) here.set(column, made);
      }
      column += span;
    }
    skip(Math.min(whole(valueOf(properties, 'w:gridAfter'), 0), most - column));
    if (column === 0) continue;
    if (isOn(properties, 'w:tblHeader') === true && headerRows === rows.length) headerRows += 1;
    columns = Math.max(columns, column);
    rows.push(cells);
    above = here;
  }
  return rows.length === 0 ? null : { type: 'table', widths: widthsOf(grid, columns), rows, headerRows };
}

/** Rows and cells, those in content controls and insertions too. */
function named(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((one) => (one.name === name ? [one] : ['w:tbl', 'w:p', 'w:tr', 'w:tc'].includes(one.name) ? [] : named(one, name)));
}

function widthsOf(grid: XmlElement | undefined, columns: number): number[] {
  const given = (grid?.children ?? []).filter(({ name }) => name === 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
  const usable = given.filter((width) => width > 0 && width < 100_000);
  const mean = usable.length === 0 ? 1 : usable.reduce((sum, width) => sum + width, 0) / usable.length;
  return Array.from({ length: columns }, (_, at) => (usable.length === given.length && given[at] ? given[at] : mean));
}

function textBlocks(block: ReadBlock): ReadCell['blocks'] {
  switch (block.type) {
    case 'pageBreak':
      return [];
    case 'table':
      return withoutTable(block);
    default:
      return [block];
  }
}

/** What a cell holds in place of a table: its rows as lines; all that is in it where it is one cell around text. */
export function withoutTable({ rows }: ReadTable): ReadCell['blocks'] {
  const [first, ...rest] = rows.flat();
  return first && rest.length === 0 ? first.blocks : rows.flatMap(asLines);
}

/** A row of a table in a table: its cells on one line with tabs between, its pictures behind it. */
function asLines(row: readonly ReadCell[]): ReadCell['blocks'] {
  const runs: ReadRun[] = [];
  const images: ReadImage[] = [];
  const rest: ReadParagraph[] = [];
  let first: ReadParagraph | null = null;
  row.forEach((cell, at) => {
    if (at > 0) runs.push({ text: '\t', marks: [], look: noLook });
    let written = 0;
    for (const block of cell.blocks) {
      if (block.type === 'image') {
        images.push(block);
        continue;
      }
      if (block.notes.length > 0) rest.push(block);
      else {
        if (written++ > 0) runs.push({ text: ' ', marks: [], look: noLook });
        if (block.number) runs.push({ text: block.number.label, marks: [], look: noLook });
        runs.push(...block.runs);
        first ??= block;
      }
    }
  });
  const line: ReadParagraph[] = first === null ? [] : [{ ...(first as ReadParagraph), number: null, heading: null, runs }];
  return [...line, ...rest, ...images];
}

const noLook: ReadLook = { eastAsia: '', latin: '', pt: 0, bold: false, colour: null, spacing: 0 };

const whole = (text: string | undefined, otherwise: number): number => {
  const value = Number(text);
  return text !== undefined && Number.isInteger(value) && value >= 0 ? value : otherwise;
};
const spanOf = (cell: XmlElement): number => Math.max(whole(valueOf(child(cell, 'w:tcPr'), 'w:gridSpan'), 1), 1);
/** The columns that a row leaves free before its first cell. */
const beforeOf = (row: XmlElement): number => whole(valueOf(child(row, 'w:trPr'), 'w:gridBefore'), 0);
