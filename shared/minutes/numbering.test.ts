import { describe, expect, it } from 'vitest';
import type { Block } from './blocks/index.ts';
import { newId } from './id.ts';
import { plain } from './inline.ts';
import type { ItemLevel } from './level.ts';
import { computeNumbers, numberLabel } from './numbering.ts';

const item = (level: ItemLevel, restart?: true) =>
  ({ id: newId(), kind: 'item' as const, level, ...(restart && { restart }), inline: plain('事項') });
const paragraph = () => ({ id: newId(), kind: 'paragraph' as const, inline: plain('說明') });
const heading = () => ({ id: newId(), kind: 'heading' as const, level: 1 as const, inline: plain('討論事項') });

/** The labels of the items, in the order in which they stand. */
const labels = (blocks: Block[]) => [...computeNumbers(blocks).values()].map((number) => number.label).join('');

describe('the number of an item', () => {
  it('is written by level', () => {
    expect([1, 2, 3, 4].map((level) => numberLabel(level as ItemLevel, 3))).toEqual(['三、', '（三）', '3.', '（3）']);
  });

  it.each([
    [1, '一、'],
    [10, '十、'],
    [11, '十一、'],
    [20, '二十、'],
    [99, '九十九、'],
    [100, '一百、'],
    [101, '一百零一、'],
    [110, '一百一十、'],
  ])('counts %i as %s', (count, label) => {
    expect(numberLabel(1, count)).toBe(label);
  });

  it('starts again under a new item of a higher level', () => {
    expect(labels([item(1), item(2), item(2), item(3), item(1), item(2)])).toBe('一、（一）（二）1.二、（一）');
  });

  it('goes on over paragraphs, tables and pictures between', () => {
    expect(labels([item(1), paragraph(), item(1)])).toBe('一、二、');
  });

  it('starts again after a heading and at a section', () => {
    const section: Block = {
      id: newId(),
      kind: 'speech',
      heading: null,
      fields: { organisation: '', name: '方若蘭', title: '' },
      values: { genre: 'address' },
      body: [item(1), item(1)],
    };
    expect(labels([item(1), heading(), item(1), section, item(1)])).toBe('一、一、一、二、一、');
  });

  it('starts again where an item says so, and the higher level goes on', () => {
    const blocks = [item(1), item(2), item(2), item(2, true), item(2), item(1), item(2)];
    expect(labels(blocks)).toBe('一、（一）（二）（一）（二）二、（一）');
  });

  it('counts each table cell for itself', () => {
    const cell = () => ({ columns: 1, rows: 1, header: false, blocks: [item(3), item(3)] });
    const table: Block = { id: newId(), kind: 'table', widths: [1, 1], rows: [[cell(), cell()]] };
    expect(labels([item(3), table, item(3)])).toBe('1.1.2.1.2.2.');
  });
});

describe('a list', () => {
  const lists = (blocks: Block[]) => {
    const numbers = computeNumbers(blocks);
    return blocks.filter((block) => block.kind === 'item').map((block) => numbers.get(block.id)?.list);
  };

  it('is named after the item that opens it and holds its deeper levels', () => {
    const [one, under, two] = [item(1), item(2), item(1)];
    expect(lists([one, under, two])).toEqual([one.id, one.id, one.id]);
  });

  it('ends at a heading', () => {
    const [one, two] = [item(1), item(1)];
    expect(lists([one, heading(), two])).toEqual([one.id, two.id]);
  });

  it('is left by a level that restarts, until the higher level goes on', () => {
    const blocks = [item(1), item(2), item(2, true), item(3), item(1), item(2)];
    const [one, , again] = blocks.map((block) => block.id);
    expect(lists(blocks)).toEqual([one, one, again, again, one, one]);
  });
});
