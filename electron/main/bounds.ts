/** Where the window was, for the next start. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const boundsSchema = z.object({ x: z.int(), y: z.int(), width: z.int().min(400).max(20_000), height: z.int().min(300).max(20_000) });

/** The bounds of `file`, where they are well formed and still reach into a screen; else none. */
export function rememberedBounds(file: string, screens: readonly Rectangle[]): Partial<Rectangle> {
  try {
    const bounds = boundsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return screens.some((screen) => overlap(bounds, screen) >= 100) ? bounds : { width: bounds.width, height: bounds.height };
  } catch {
    return {};
  }
}

/** Keeps the bounds. That they could not be kept is nobody's trouble. */
export function rememberBounds(file: string, { x, y, width, height }: Rectangle): void {
  try {
    writeFileSync(file, JSON.stringify({ x, y, width, height }));
  } catch {
    // The window opens in its usual size next time.
  }
}

/** The smaller side of what two rectangles share. Pixels. */
function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.min(width, height);
}
