import { expect, it } from 'vitest';
import { losesSome } from './figures.ts';
import { run } from './kill.ts';

it('loses no acknowledged save when the program is killed 30 times', { timeout: 300_000 }, async () => {
  expect(await run({ trials: 30 })).toEqual({ trials: 30, lost: 0, losses: [] });
});

it('would lose some if it answered before they are on disk', { timeout: 120_000 }, async () => {
  expect(await losesSome((seed) => run({ trials: 3, seed, breaking: 'early' }))).toBe(true);
});
