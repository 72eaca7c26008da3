import { expect, test } from 'vitest';
import { formatNumber, type NumberFormat } from './numbers.ts';

test.each<[NumberFormat, Record<number, string>]>([
  ['upperRoman', { 1: 'I', 4: 'IV', 9: 'IX', 14: 'XIV', 40: 'XL', 90: 'XC', 99: 'XCIX', 400: 'CD', 1994: 'MCMXCIV' }],
  ['lowerRoman', { 9: 'ix' }],
  // Word doubles the letter and does not count as a column of a sheet does.
  ['lowerLetter', { 1: 'a', 26: 'z', 27: 'aa', 28: 'bb', 53: 'aaa' }],
  ['upperLetter', { 3: 'C', 27: 'AA' }],
  ['taiwaneseCountingThousand', { 10: '十', 11: '十一', 20: '二十', 101: '一百零一' }],
  ['ideographLegalTraditional', { 1: '壹', 2: '貳', 11: '壹拾壹' }],
  ['chineseLegalSimplified', { 2: '贰' }],
  ['decimal', { 12: '12' }],
])('%s counts as Word does', (format, expected) => {
  for (const [count, shown] of Object.entries(expected)) expect([count, formatNumber(format, Number(count))]).toEqual([count, shown]);
});
