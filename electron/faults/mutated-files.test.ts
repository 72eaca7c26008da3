import { expect, it } from 'vitest';
import { run } from './mutated-files.ts';

it('answers 1,000 mutated files in its own words', { timeout: 300_000 }, async () => {
  expect(await run({ trials: 1000 })).toEqual({ trials: 1000, lost: 0, losses: [] });
});

it('would not, if what goes wrong were thrown', { timeout: 60_000 }, async () => {
  expect((await run({ trials: 200, breaking: 'throwing' })).lost).toBeGreaterThan(0);
});
