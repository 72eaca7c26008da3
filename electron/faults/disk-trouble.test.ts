import { describe, expect, it } from 'vitest';
import { run } from './disk-trouble.ts';
import { losesSome } from './figures.ts';
import { shimMissing } from './disk/shim.ts';

describe.skipIf(shimMissing !== null)(`trouble with the disk${shimMissing === null ? '' : ` (skipped: ${shimMissing})`}`, { timeout: 300_000 }, () => {
  it.each([
    { trouble: 'full', trials: 12 },
    { trouble: 'failing', trials: 6 },
    { trouble: 'refusing', trials: 3 },
  ] as const)('loses nothing acknowledged and goes on afterwards: $trouble, $trials times', async ({ trouble, trials }) => {
    expect(await run({ trouble, trials })).toEqual({ trials, lost: 0, losses: [] });
  });

  it.each([
    { trouble: 'full', trials: 1 },
    { trouble: 'failing', trials: 4 },
    { trouble: 'refusing', trials: 1 },
  ] as const)('would lose some if it answered before they are on disk: $trouble', async ({ trouble, trials }) => {
    expect(await losesSome((seed) => run({ trouble, trials, seed, breaking: 'early' }))).toBe(true);
  });
});
