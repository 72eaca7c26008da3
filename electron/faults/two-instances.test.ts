import { expect, it } from 'vitest';
import { losesSome } from './figures.ts';
import { run } from './two-instances.ts';

it('lets one of two programs own the database and tells the other, 5 times', { timeout: 120_000 }, async () => {
  expect(await run({ trials: 5 })).toEqual({ trials: 5, lost: 0, losses: [] });
});

it('would let both at it without the lock', { timeout: 60_000 }, async () => {
  expect(await losesSome((seed) => run({ trials: 3, seed, breaking: 'shared' }))).toBe(true);
});
