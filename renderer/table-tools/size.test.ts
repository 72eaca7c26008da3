import { describe, expect, it } from 'vitest';
import { resized } from './size.ts';

describe('the size of a new table', () => {
  it('follows the arrow keys', () => {
    expect(resized({ columns: 3, rows: 3 }, 'ArrowRight')).toEqual({ columns: 4, rows: 3 });
    expect(resized({ columns: 3, rows: 3 }, 'ArrowUp')).toEqual({ columns: 3, rows: 2 });
  });
  it('stays within the grid', () => {
    expect(resized({ columns: 10, rows: 8 }, 'ArrowDown')).toEqual({ columns: 10, rows: 8 });
    expect(resized({ columns: 1, rows: 1 }, 'ArrowLeft')).toEqual({ columns: 1, rows: 1 });
  });
  it('leaves other keys to the window', () => expect(resized({ columns: 3, rows: 3 }, 'Tab')).toBeNull());
});
