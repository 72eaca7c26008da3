import { expect, test } from 'vitest';
import type { Page } from '#shared/pages/page.ts';
import { blockAt } from './block-at.ts';
import { gap, spreadOf } from './spread.ts';

const paper = { width: 794, height: 1123 };
const desk = { width: 1600, height: 900 };

test('page width fills the desk, with one page or with two beside each other', () => {
  const one = spreadOf(desk, paper, { zoom: 'width', beside: false }, 6);
  expect(one.columns).toBe(1);
  expect(one.scale * paper.width).toBeCloseTo(desk.width - 2 * gap);
  const two = spreadOf(desk, paper, { zoom: 'width', beside: true }, 6);
  expect(two.columns).toBe(2);
  expect(2 * two.scale * paper.width + 3 * gap).toBeCloseTo(desk.width);
});

test('a whole page is as high as the desk; as many as fit lie beside it, and never more than there are', () => {
  const whole = spreadOf(desk, paper, { zoom: 'page', beside: true }, 6);
  expect(whole.scale * paper.height).toBeCloseTo(desk.height - 2 * gap);
  expect(whole.columns).toBe(2);
  expect(spreadOf(desk, paper, { zoom: 'page', beside: true }, 1).columns).toBe(1);
  expect(spreadOf(desk, paper, { zoom: 50, beside: true }, 6)).toEqual({ scale: 0.5, columns: 3 });
});

test('a place on a page belongs to the block whose line is nearest', () => {
  const look = { families: ['a'], pt: 12, bold: false, italic: false, colour: '000000', underline: false, strike: false };
  const line = (x: number, y: number) => ({ y, height: 20, baseline: y + 15, pieces: [{ x, width: 100, spread: 0, rise: 0, text: '文', look }] });
  const page: Page = {
    number: 1,
    rules: [],
    pictures: [{ x: 80, y: 300, width: 200, height: 100, asset: 'a', mime: 'image/png', alt: '', anchor: 'picture' }],
    paragraphs: [
      { goesOn: false, lines: [line(80, 40)] },
      { anchor: 'one', goesOn: true, lines: [line(80, 100), line(80, 120)] },
      { anchor: 'cell', goesOn: false, lines: [line(300, 120)] },
    ],
  };
  expect(blockAt(page, 90, 110)).toBe('one');
  expect(blockAt(page, 310, 125)).toBe('cell');
  expect(blockAt(page, 500, 141)).toBe('cell');
  expect(blockAt(page, 100, 350)).toBe('picture');
  // What stands above the text has no block of its own.
  expect(blockAt(page, 90, 45)).toBe('one');
  expect(blockAt({ paragraphs: [], pictures: [] }, 1, 1)).toBeNull();
});
