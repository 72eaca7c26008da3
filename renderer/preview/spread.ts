/** How pages lie on the desk: how many beside each other, and how large. */
import type { Look } from './look.ts';

export interface Desk {
  width: number;
  height: number;
}

export interface Spread {
  /** Pixels of the screen to one of the paper at its actual size. */
  scale: number;
  columns: number;
}

/** Around and between pages, in pixels. */
export const gap = 20;
/** A page is never drawn smaller or larger than this by itself. */
const bounds = { least: 0.15, most: 3 };

/** `paper` is the size of a page at 100 %, in pixels. */
export function spreadOf(desk: Desk, paper: Desk, { zoom, beside }: Pick<Look, 'zoom' | 'beside'>, count: number): Spread {
  const room = { width: desk.width - 2 * gap, height: desk.height - 2 * gap };
  const within = (scale: number): number => Math.min(Math.max(scale, bounds.least), bounds.most);
  const widthOf = (columns: number): number => (room.width - (columns - 1) * gap) / columns / paper.width;
  const fitting = (scale: number): number => Math.max(1, Math.floor((room.width + gap) / (paper.width * scale + gap)));
  const most = beside ? Math.max(1, count) : 1;
  if (zoom === 'width') {
    const columns = Math.min(2, most);
    return { scale: within(widthOf(columns)), columns };
  }
  if (zoom === 'page') {
    const scale = within(Math.min(room.height / paper.height, widthOf(Math.min(2, most))));
    return { scale, columns: Math.min(fitting(scale), most) };
  }
  return { scale: zoom / 100, columns: Math.min(fitting(zoom / 100), most) };
}
