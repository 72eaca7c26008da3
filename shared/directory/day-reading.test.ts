import { expect, test } from 'vitest';
import { readDay } from './day-reading.ts';

test.each([
  ['2024-03-01', '2024-03-01'],
  ['2024/3/1', '2024-03-01'],
  ['2024.3.1', '2024-03-01'],
  ['２０２４年３月１日', '2024-03-01'],
  ['113年3月1日', '2024-03-01'],
  ['民國一百一十三年三月一日', '2024-03-01'],
  ['2019', '2019-01-01'],
  ['2019年', '2019-01-01'],
  ['民國108年', '2019-01-01'],
  ['108年3月', '2019-03-01'],
  ['2019-03', '2019-03-01'],
  ['2019年12月', '2019-12-01'],
])('%s is %s', (typed, day) => expect(readDay(typed)).toBe(day));

test.each(['', '  '])('an empty field is no day that is known', (typed) => expect(readDay(typed)).toBeNull());
test.each(['2023-02-29', '2024年13月', '去年', '3月1日', '999', '2024-3-1-2'])('%s is no day', (typed) => expect(readDay(typed)).toBeUndefined());
