import { describe, expect, it } from 'vitest';
import { damages, run } from './damage.ts';

describe('damage of the database', { timeout: 300_000 }, () => {
  it.each(damages)('leaves no meeting wrong without saying so, 20 times: %s', async (damage) => {
    expect(await run({ damage, trials: 20 })).toEqual({ trials: 20, lost: 0, losses: [] });
  });

  it('would end over what it opens as it is, without having looked', async () => {
    expect((await run({ damage: 'overwritten', trials: 4, breaking: 'blind' })).lost).toBeGreaterThan(0);
  });

  it('would show wrong texts if it did not compare their hashes', async () => {
    expect((await run({ damage: 'flipped', trials: 20, breaking: 'trusting' })).lost).toBeGreaterThan(0);
  });
});
