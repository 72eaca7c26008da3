import { expect, test } from 'vitest';
import { savedTime } from './saved-time.ts';

const now = new Date(2026, 10, 23, 16, 30);

test('what was saved today says its time only', () => {
  expect(savedTime(new Date(2026, 10, 23, 9, 5, 7), now)).toBe('09:05:07');
});

test('what was saved earlier says its day, and its year where that is another', () => {
  expect(savedTime(new Date(2026, 2, 1, 14, 3, 21), now)).toBe('3/1 14:03:21');
  expect(savedTime(new Date(2025, 2, 11, 14, 3, 21), now)).toBe('2025/3/11 14:03:21');
});
