/** Lines and tables of the paper form, drawn on the page to be read. */
import type { PrintCell, PrintNode, PrintParagraph } from '#shared/minutes/print.ts';
import { element } from './view.ts';

/** The element of a node of the paper form; none for pictures and page breaks, which data never print. */
export function drawPrinted(node: PrintNode): HTMLElement[] {
  if (node.type === 'paragraph') return [line(node)];
  if (node.type !== 'table') return [];
  const table = element('table', 'mb-table');
  const columns = element('colgroup', '');
  columns.append(...node.widths.map((width) => Object.assign(element('col', ''), { style: `width: ${width * 100}%` })));
  const rows = element('tbody', '');
  rows.append(
    ...node.rows.map((cells) => {
      const row = element('tr', '');
      row.append(...cells.map(cellOf));
      return row;
    }),
  );
  table.append(columns, rows);
  return [table];
}

function cellOf({ paragraphs, columns, rows, header }: PrintCell): HTMLElement {
  const cell = element(header ? 'th' : 'td', header ? 'mb-cell mb-cell-header' : 'mb-cell') as HTMLTableCellElement;
  cell.colSpan = columns;
  cell.rowSpan = rows;
  cell.append(...paragraphs.map(line));
  return cell;
}

function line({ style, runs, align, number }: PrintParagraph): HTMLElement {
  const dom = element('p', style === 'sectionHeading' ? 'mb-section-heading' : 'mb-paragraph');
  if (align) dom.style.textAlign = align;
  if (number) dom.append(number.label);
  for (const run of runs) {
    if (run.type === 'break') dom.append(document.createElement('br'));
    else if (run.type === 'tab') dom.append('\t');
    else dom.append(run.type === 'blank' ? element('span', 'mb-blank', `〔${run.label}〕`) : run.text);
  }
  return dom;
}
