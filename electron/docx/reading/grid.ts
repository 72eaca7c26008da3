/** The columns of tables of strangers, whose cells may claim to be wider than any table. */

/** Word's own limit. */
const mostColumns = 63;

/**
 * How many columns a table has whose rows have cells of these widths: those of its `grid`, unless the rows need more; then as
 * many as the narrowest row in which each cell of the others has its place. A row that no table can hold needs one for each cell.
 */
export function columnsOf(rows: readonly (readonly number[])[], grid = 0): number {
  const sizes = rows.map((spans) => {
    const whole = spans.reduce((sum, span) => sum + span, 0);
    const place = whole - (spans.at(-1) ?? 0) + 1;
    if (place <= mostColumns) return { whole, place };
    const cells = spans.filter((span) => span > 0).length;
    return { whole: cells, place: Math.min(cells, mostColumns) };
  });
  const needed = sizes.reduce((most, { place }) => Math.max(most, place), 1);
  if (grid >= needed) return Math.min(grid, mostColumns);
  const narrowest = sizes.reduce((least, { whole }) => (whole >= needed && whole < least ? whole : least), Infinity);
  return narrowest <= mostColumns ? narrowest : needed;
}

/** How wide a cell is where so many columns are left: the cells that follow have one each. 0 = there is none for it. */
export const fitted = (span: number, left: number, following: number): number => Math.min(Math.max(Math.min(span, left - following), 1), left);
