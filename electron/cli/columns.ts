/** Columns of a table in letters of one width: a Chinese character takes two places. */

/** The places that a text takes. */
const width = (text: string): number => [...text].reduce((sum, character) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u.test(character) ? 2 : 1), 0);

/** The rows as lines, each column as wide as its widest cell; the last one as it is. */
export function columnsOf(rows: readonly (readonly string[])[]): string[] {
  const widest = (column: number): number => Math.max(0, ...rows.map((row) => width(row[column] ?? '')));
  return rows.map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : cell + ' '.repeat(widest(column) - width(cell)))).join('  ').trimEnd());
}
