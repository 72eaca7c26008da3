import { describe, expect, it } from 'vitest';
import { shimMissing } from './disk/shim.ts';
import { run } from './power-cut.ts';

describe.skipIf(shimMissing !== null)(`a power cut${shimMissing === null ? '' : ` (skipped: ${shimMissing})`}`, { timeout: 300_000 }, () => {
  it('leaves every acknowledged save and every picture on the disk, in 200 states of it', async () => {
    expect(await run({ trials: 200 })).toEqual({ trials: 200, lost: 0, losses: [] });
  });

  it.each(['normal', 'early'] as const)('would lose some of a build that is broken (%s)', async (breaking) => {
    expect((await run({ trials: 40, breaking })).lost).toBeGreaterThan(0);
  });
});
