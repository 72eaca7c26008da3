/**
 * `npm run test:faults [-- --only NAME] [--trials N] [--seed N] [--minutes N]`: the fault tests as often as before a release, and
 * each against the builds that are broken on purpose, then ten minutes of work without a pause (`soak`), whose end is held
 * against its beginning. Prints a table; exits with 1 where anything was lost, or where a broken build lost nothing. NAME is a fault or the beginning of several.
 */
import { parseArgs } from 'node:util';
import { type Fault, faults } from '#electron/faults/index.ts';
import { run as soak } from '#electron/faults/soak.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    trials: { type: 'string' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '10' },
  },
});
const seed = Number(values.seed);
const widths = [22, 8, 6, 26, 9];
const line = (cells: readonly (string | number)[]): string => cells.map((cell, index) => (index === 0 ? String(cell).padEnd(widths[0] ?? 0) : String(cell).padStart(widths[index] ?? 0))).join('  ');

/** Tries one fault and prints its line; whether all was as it has to be. */
async function tryFault({ name, trials, run, controls, missing }: Fault): Promise<boolean> {
  if (missing !== null) {
    console.log(`${line([name, '–', '–'])}  skipped: ${missing}`);
    return true;
  }
  const began = performance.now();
  const figures = await run({ trials: Number(values.trials ?? trials), seed });
  const found: string[] = [];
  let controlled = true;
  for (const { breaking, trials: most } of controls) {
    const { lost, trials: tried } = await run({ trials: most, seed, breaking });
    found.push(`${breaking} ${lost}/${tried}`);
    if (lost === 0) controlled = false;
  }
  console.log(line([name, figures.trials, figures.lost, found.join(', ') || '–', Math.round((performance.now() - began) / 1000)]));
  for (const loss of figures.losses) console.log(`    ${loss}`);
  if (!controlled) console.log('    a build that is broken on purpose lost nothing: this test proves nothing');
  return figures.lost === 0 && controlled;
}

/** Works for some minutes and prints each; whether the last was as good as the first. */
async function trySoak(): Promise<boolean> {
  const { minutes, drift, losses } = await soak({ minutes: Number(values.minutes), seed });
  console.log(`\nsoak, ${minutes.length} minutes: medians in ms, memory in MB after collecting garbage`);
  console.table(minutes);
  for (const { name, beginning, end, change } of drift) console.log(line([name, beginning, end, `${change > 0 ? '+' : ''}${change} %`]));
  for (const loss of losses) console.log(`    ${loss}`);
  return losses.length === 0;
}

const wanted = faults.filter(({ name }) => name.startsWith(values.only));
console.log(`seed ${seed}\n${line(['fault', 'trials', 'lost', 'lost by broken builds', 'seconds'])}`);
const soaks = 'soak'.startsWith(values.only);
let isWell = wanted.length > 0 || soaks;
for (const fault of wanted) if (!(await tryFault(fault))) isWell = false;
if (soaks && !(await trySoak())) isWell = false;
process.exitCode = isWell ? 0 : 1;
