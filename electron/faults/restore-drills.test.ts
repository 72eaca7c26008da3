import { expect, it } from 'vitest';
import { run } from './restore-drills.ts';

it('restores texts, pictures and settings from backups, 6 times', { timeout: 300_000 }, async () => {
  expect(await run({ trials: 6 })).toEqual({ trials: 6, lost: 0, losses: [] });
});

it('would miss pictures that a backup does not keep', { timeout: 120_000 }, async () => {
  expect((await run({ trials: 3, breaking: 'pictureless' })).lost).toBeGreaterThan(0);
});
