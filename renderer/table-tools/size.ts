/** The size of a new table, as the grid of squares offers it. */
export const columnsAtMost = 10;
export const rowsAtMost = 8;

export interface Size {
  columns: number;
  rows: number;
}

/** The size after an arrow key, within the grid; null for any other key. */
export function resized({ columns, rows }: Size, key: string): Size | null {
  const within = (value: number, most: number) => Math.min(Math.max(value, 1), most);
  switch (key) {
    case 'ArrowRight':
      return { columns: within(columns + 1, columnsAtMost), rows };
    case 'ArrowLeft':
      return { columns: within(columns - 1, columnsAtMost), rows };
    case 'ArrowDown':
      return { columns, rows: within(rows + 1, rowsAtMost) };
    case 'ArrowUp':
      return { columns, rows: within(rows - 1, rowsAtMost) };
    case 'Home':
      return { columns: 1, rows: 1 };
    default:
      return null;
  }
}
