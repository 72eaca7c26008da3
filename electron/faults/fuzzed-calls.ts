/** Broken calls: every one is answered with a result, and the store is as well as before after them. */
import { spawnSync } from 'node:child_process';
import { placeOf } from './breaking.ts';
import type { FaultOptions, Figures } from './figures.ts';

/** `trials` calls by the test that knows a right input of each, services/fuzz.test.ts; it counts as one loss where it fails. */
export const run = ({ trials, seed = 1 }: FaultOptions): Promise<Figures> => {
  const { status, stdout } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--reporter', 'dot', 'electron/services/fuzz.test.ts'], {
    cwd: placeOf('.'),
    env: { ...process.env, FUZZED_CALLS: String(trials), FUZZ_SEED: String(seed) },
    encoding: 'utf8',
  });
  const isWell = status === 0;
  return Promise.resolve({ trials, lost: isWell ? 0 : 1, losses: isWell ? [] : [`seed ${seed}: ${stdout.slice(-1500)}`] });
};
