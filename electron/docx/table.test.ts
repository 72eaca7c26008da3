import { describe, expect, test } from 'vitest';
import type { PrintCell, PrintTable } from '#shared/minutes/print.ts';
import { all, at, openDocx, textOf, val } from './testing/opened.ts';
import { exported, paper, paragraph } from './testing/records.ts';

const cell = (text: string, given: Partial<PrintCell> = {}): PrintCell => ({
  paragraphs: [paragraph(text, { style: given.header ? 'tableHeader' : 'tableText' })],
  columns: 1,
  rows: 1,
  header: false,
  ...given,
});
const head = (text: string, given: Partial<PrintCell> = {}) => cell(text, { header: true, ...given });

async function opened(table: Partial<PrintTable>) {
  const file = openDocx(await exported(paper([{ type: 'table', headerRows: 0, widths: [], rows: [], ...table }])));
  const rows = all(file.body, 'w:tr');
  return { file, rows, cells: rows.map((row) => all(row, 'w:tc')) };
}

/** A row as text: `text×columns`, with ↓ where a merge begins and ↑ where it goes on. */
const drawn = (cells: Awaited<ReturnType<typeof opened>>['cells']) =>
  cells.map((row) =>
    row.map((each) => {
      const span = val(each, 'w:gridSpan');
      const merge = at(each, 'w:vMerge');
      const mark = merge ? (merge.attributes['w:val'] === 'restart' ? '↓' : '↑') : '';
      return `${textOf(each)}${span ? `×${span}` : ''}${mark}`;
    }),
  );

describe('a table', () => {
  test('repeats its header rows, and only those', async () => {
    const { rows } = await opened({ headerRows: 1, widths: [0.5, 0.5], rows: [[head('項次'), head('金額')], [cell('1'), cell('2')]] });
    expect(rows.map((row) => at(row, 'w:tblHeader') !== undefined)).toEqual([true, false]);
    expect(at(rows[1], 'w:tblHeader')).toBeUndefined();
  });

  test('does not repeat headers that are the whole table', async () => {
    const { rows } = await opened({ headerRows: 1, widths: [1], rows: [[head('項次')]] });
    expect(at(rows[0], 'w:tblHeader')).toBeUndefined();
  });

  test('has a fixed layout and absolute widths that fill the type area exactly', async () => {
    const { file, cells } = await opened({ widths: [0.2, 0.3, 0.5], rows: [[cell('a'), cell('b'), cell('c')], [cell('d', { columns: 2 }), cell('e')]] });
    const grid = all(file.body, 'w:gridCol').map((column) => Number(column.attributes['w:w']));
    expect(grid.reduce((sum, each) => sum + each)).toBe(8844);
    expect(val(file.body, 'w:tblStyle')).toBe('MinutesTable');
    expect(at(file.body, 'w:tblLayout')?.attributes['w:type']).toBe('fixed');
    expect(at(file.body, 'w:tblW')?.attributes).toMatchObject({ 'w:w': '8844', 'w:type': 'dxa' });
    const wide = at(cells[1]?.[0], 'w:tcW')?.attributes;
    expect(wide).toMatchObject({ 'w:w': String(grid[0]! + grid[1]!), 'w:type': 'dxa' });
  });

  test('keeps cells that span columns and rows', async () => {
    const { cells } = await opened({
      widths: [0.2, 0.4, 0.4],
      rows: [[cell('合併', { rows: 2 }), cell('甲', { columns: 2 })], [cell('乙'), cell('丙')], [cell('四', { columns: 2, rows: 2 }), cell('丁')], [cell('戊')]],
    });
    expect(drawn(cells)).toEqual([
      ['合併↓', '甲×2'],
      ['↑', '乙', '丙'],
      ['四×2↓', '丁'],
      ['×2↑', '戊'],
    ]);
  });

  test('a row that is wholly covered from above still has its cells', async () => {
    const { cells } = await opened({ widths: [0.5, 0.5], rows: [[cell('甲', { rows: 2 }), cell('乙', { rows: 2 })], []] });
    expect(drawn(cells)).toEqual([['甲↓', '乙↓'], ['↑', '↑']]);
  });

  test('short rows are filled, spans past the end are cut, a cell without text has a paragraph', async () => {
    const { cells } = await opened({ widths: [0.5, 0.5], rows: [[cell('甲'), cell('乙', { rows: 9 })], [], [cell('丙', { paragraphs: [] })]] });
    expect(drawn(cells)).toEqual([['甲', '乙↓'], ['', '↑'], ['', '↑']]);
    expect(cells.flat().every((each) => each.children.at(-1)?.name === 'w:p')).toBe(true);
  });

  test('shades header cells, sets their text in the header style, and keeps paragraph alignment', async () => {
    const right = cell('120,000', { paragraphs: [paragraph('120,000', { style: 'tableText', align: 'end' })] });
    const { cells } = await opened({ headerRows: 1, widths: [1], rows: [[head('金額')], [right]] });
    expect(at(cells[0]?.[0], 'w:shd')?.attributes['w:fill']).toBe('F2F2F2');
    expect(val(cells[0]?.[0], 'w:pStyle')).toBe('TableHeader');
    expect(val(cells[1]?.[0], 'w:jc')).toBe('right');
  });

  test('two tables in a row stay two, and the file does not end on a table', async () => {
    const table = { type: 'table' as const, headerRows: 0, widths: [1], rows: [[cell('甲')]] };
    const { body } = openDocx(await exported(paper([table, table])));
    expect(body.children.map((child) => child.name)).toEqual(['w:tbl', 'w:p', 'w:tbl', 'w:p', 'w:sectPr']);
  });

  test('a table without any cell is left out', async () => {
    const { file } = await opened({ rows: [[], []] });
    expect(all(file.body, 'w:tbl')).toEqual([]);
  });

  test('rows stay whole, but a row as long as a page may break', async () => {
    const { rows } = await opened({ widths: [1], rows: [[cell('短')], [cell('會議決定'.repeat(100))]] });
    expect(rows.map((row) => at(row, 'w:cantSplit') !== undefined)).toEqual([true, false]);
  });
});
