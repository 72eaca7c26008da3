/** Tables of Word: spans as HTML has them, header rows, tables inside tables as lines. */
import type { ReadBlock, ReadCell, ReadImage, ReadLook, ReadParagraph, ReadRun, ReadTable } from './read.types.ts';
import { child, isOn, valueOf, type XmlElement } from './xml.ts';

/** Word's own limit; a row of strangers may say anything. */
const mostColumns = 63;

/** A table; null for one without cells. `flow` reads the blocks of a cell. */
export function readTable(element: XmlElement, flow: (cell: XmlElement) => ReadBlock[]): ReadTable | null {
  const rows: ReadCell[][] = [];
  /** The cell that a merge goes on from, by the column where it begins. */
  let above = new Map<number, ReadCell>();
  let headerRows = 0;
  let columns = 0;
  for (const row of named(element, 'w:tr')) {
    const properties = child(row, 'w:trPr');
    if (child(properties, 'w:del')) continue;
    const cells: ReadCell[] = [];
    const here = new Map<number, ReadCell>();
    let column = 0;
    const skip = (count: number): void => {
      if (count > 0) cells.push({ columns: count, rows: 1, blocks: [] });
      column += count;
    };
    skip(whole(valueOf(properties, 'w:gridBefore'), 0, mostColumns));
    for (const cell of named(row, 'w:tc')) {
      const own = child(cell, 'w:tcPr');
      const span = whole(valueOf(own, 'w:gridSpan'), 1, mostColumns - column);
      if (span < 1) break;
      const blocks = child(own, 'w:cellDel') ? [] : flow(cell).flatMap(textBlocks);
      const merge = child(own, 'w:vMerge');
      // The way of old programs to join cells of a row.
      const beside = valueOf(own, 'w:hMerge') ?? (child(own, 'w:hMerge') ? 'continue' : 'none');
      const left = cells.at(-1);
      if (beside === 'continue' && left) {
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
    skip(Math.min(whole(valueOf(properties, 'w:gridAfter'), 0, mostColumns), mostColumns - column));
    if (column === 0) continue;
    if (isOn(properties, 'w:tblHeader') === true && headerRows === rows.length) headerRows += 1;
    columns = Math.max(columns, column);
    rows.push(cells);
    above = here;
  }
  return rows.length === 0 ? null : { type: 'table', widths: widthsOf(child(element, 'w:tblGrid'), columns), rows, headerRows };
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
      return block.rows.flatMap(asLines);
    default:
      return [block];
  }
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

const whole = (text: string | undefined, otherwise: number, most: number): number => {
  const value = Number(text);
  return Math.min(text !== undefined && Number.isInteger(value) && value >= 0 ? value : otherwise, most);
};
