import { expect, it } from 'vitest';
import { run } from './mutated-files.ts';

it('answers 2,000 mutated files in its own words', { timeout: 300_000 }, async () => {
  expect(await run({ trials: 2000 })).toEqual({ trials: 2000, lost: 0, losses: [] });
});

it('would not, if what goes wrong were thrown', { timeout: 60_000 }, async () => {
  expect((await run({ trials: 200, breaking: 'throwing' })).lost).toBeGreaterThan(0);
});
