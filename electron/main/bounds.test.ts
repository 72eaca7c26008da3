import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rememberBounds, rememberedBounds } from './bounds.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-bounds-'));
  file = join(folder, 'window.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
const bounds = { x: 100, y: 80, width: 1400, height: 900 };

test('the window comes back where it was', () => {
  rememberBounds(file, bounds);
  expect(rememberedBounds(file, screens)).toEqual(bounds);
});

test('a window on a screen that is gone keeps its size only', () => {
  rememberBounds(file, { ...bounds, x: 5000 });
  expect(rememberedBounds(file, screens)).toEqual({ width: 1400, height: 900 });
});

test.each(['', '{', '{"x":1}', '{"x":0,"y":0,"width":1e9,"height":1e9}', '[]'])('“%s” is no memory', (text) => {
  writeFileSync(file, text);
  expect(rememberedBounds(file, screens)).toEqual({});
});

test('a folder that cannot be written to stops nothing', () => {
  rememberBounds(join(folder, 'none', 'window.json'), bounds);
  expect(rememberedBounds(join(folder, 'none', 'window.json'), screens)).toEqual({});
});
