import { expect, test } from 'vitest';
import { openings } from './openings.ts';

test('a code lets one window in, once', () => {
  const codes = openings();
  const code = codes.make();
  expect(code).toMatch(/^[\w-]{43}$/);
  expect(codes.make()).not.toBe(code);
  expect(codes.take(`${code}x`)).toBe(false);
  expect(codes.take(code)).toBe(true);
  expect(codes.take(code)).toBe(false);
});

test('a code that waited for half a minute is worth nothing', () => {
  let now = 0;
  const codes = openings(() => now);
  const [early, late] = [codes.make(), codes.make()];
  now = 29_999;
  expect(codes.take(early)).toBe(true);
  now = 30_000;
  expect(codes.take(late)).toBe(false);
});
