/** The fault tests, with how often the long form makes each, and the builds that each must find at fault. */
import type { Breaking } from './breaking.ts';
import { damages, run as damage } from './damage.ts';
import { run as diskTrouble, troubles } from './disk-trouble.ts';
import { shimMissing } from './disk/shim.ts';
import type { FaultOptions, Figures } from './figures.ts';
import { run as fuzzedCalls } from './fuzzed-calls.ts';
import { run as kill } from './kill.ts';
import { run as mutatedFiles } from './mutated-files.ts';
import { run as powerCut } from './power-cut.ts';
import { run as restoreDrills } from './restore-drills.ts';
import { run as twoInstances } from './two-instances.ts';

export interface Fault {
  name: string;
  /** Before a release. */
  trials: number;
  run(options: FaultOptions): Promise<Figures>;
  /** Builds that must lose something, and in how many trials at most. */
  controls: readonly { breaking: Breaking; trials: number }[];
  /** Why it cannot be tried on this computer. */
  missing: string | null;
}

const early = (trials: number) => ({ breaking: 'early', trials }) as const;
const troubleTrials = { full: 200, failing: 200, refusing: 50, slow: 20 } as const;
const troubleControls = { full: [early(1)], failing: [early(8)], refusing: [early(1)], slow: [] } as const;

/** Without its first page a file is no database, in whatever build. */
const damageControls = {
  flipped: [{ breaking: 'trusting', trials: 60 }],
  zeroed: [{ breaking: 'blind', trials: 60 }],
  swapped: [{ breaking: 'blind', trials: 120 }],
  truncated: [{ breaking: 'blind', trials: 120 }],
  overwritten: [{ breaking: 'blind', trials: 60 }],
  headless: [],
} as const;

export const faults: readonly Fault[] = [
  { name: 'kill', trials: 2000, run: kill, controls: [early(30)], missing: null },
  { name: 'power-cut', trials: 5000, run: powerCut, controls: [{ breaking: 'normal', trials: 250 }, early(250)], missing: shimMissing },
  ...troubles.map((trouble) => ({
    name: `disk-${trouble}`,
    trials: troubleTrials[trouble],
    run: (options: FaultOptions) => diskTrouble({ ...options, trouble }),
    controls: troubleControls[trouble],
    missing: shimMissing,
  })),
  ...damages.map((kind) => ({
    name: `damage-${kind}`,
    trials: 1000,
    run: (options: FaultOptions) => damage({ ...options, damage: kind }),
    controls: damageControls[kind],
    missing: null,
  })),
  { name: 'restore-drills', trials: 50, run: restoreDrills, controls: [{ breaking: 'pictureless', trials: 5 }], missing: null },
  { name: 'fuzzed-calls', trials: 500_000, run: fuzzedCalls, controls: [{ breaking: 'unchecked', trials: 300 }], missing: null },
  { name: 'mutated-files', trials: 50_000, run: mutatedFiles, controls: [{ breaking: 'throwing', trials: 200 }], missing: null },
  { name: 'two-instances', trials: 200, run: twoInstances, controls: [{ breaking: 'shared', trials: 10 }], missing: null },
];
