import { describe, expect, it } from 'vitest';
import { decisionNumber, missingFor, nextNumbers, patternFault, usualPattern } from './numbering.ts';

const meta = { term: 6, session: 4, start: '2026-01-19T09:30' };

describe('the number of a decision', () => {
  it.each([
    ['{屆}-{次}-{序}', '6-4-3'],
    ['{届}-{次}-{序}', '6-4-3'],
    ['理{民國年}第{序}號', '理115第3號'],
    ['{年}/{序}', '2026/3'],
    ['第{屆}屆第{次}次第{序}案', '第6屆第4次第3案'],
    ['決議{序}', '決議3'],
  ])('by %s is %s', (pattern, number) => {
    expect(decisionNumber(pattern, meta, 3)).toBe(number);
  });

  it('says what a record lacks for its pattern', () => {
    const bare = { term: null, session: null, start: null };
    expect(missingFor('{屆}-{次}-{年}{民國年}-{序}', bare)).toEqual(['term', 'session', 'start']);
    expect(missingFor('{屆}-{序}', meta)).toEqual([]);
    expect(missingFor('{民國年}-{序}', { ...meta, start: '1900-01-01' })).toEqual(['start']);
  });

  it('says what is wrong with a pattern', () => {
    expect([patternFault('{屆}-{次}'), patternFault('{屆}-{號}'), patternFault('{屆}}-{序}'), patternFault(''), patternFault(usualPattern.TW)]).toEqual(['noCount', 'unknown', 'unknown', null, null]);
  });
});

describe('the next numbers', () => {
  it('go on within what the pattern names', () => {
    expect(nextNumbers('{屆}-{次}-{序}', meta, ['6-3-9', '6-4-1', '6-4-2', '16-4-8'], 2)).toEqual(['6-4-3', '6-4-4']);
    expect(nextNumbers('{年}/{序}', meta, ['2025/41', '2026/7'], 1)).toEqual(['2026/8']);
    expect(nextNumbers('{年}/{序}', meta, ['2025/41'], 1)).toEqual(['2026/1']);
  });

  it('take 繁 and 简, full width and half width for the same', () => {
    expect(nextNumbers('第{屆}屆第{序}號', meta, ['第6届第４号'], 1)).toEqual(['第6屆第5號']);
  });

  it('are never one that is taken, whatever was given before', () => {
    let seed = 7;
    const roll = (limit: number) => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648), seed % limit);
    for (let turn = 0; turn < 300; turn++) {
      const pattern = ['{屆}-{次}-{序}', '{年}/{序}', '第{序}號', '{序}-{次}', '{屆}{次}{序}'][roll(5)] ?? '';
      const taken = Array.from({ length: roll(20) }, () => decisionNumber(pattern, { term: roll(3) + 5, session: roll(3) + 3, start: `202${roll(3) + 5}-01-01` }, roll(30)));
      const numbers = nextNumbers(pattern, meta, taken, 5);
      expect(numbers).toHaveLength(5);
      expect(new Set([...numbers, ...taken]).size).toBe(5 + new Set(taken).size);
    }
  });
});
