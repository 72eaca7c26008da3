/** What a fault test found. */
import type { Breaking } from './breaking.ts';

export interface Figures {
  /** Times that the fault was made. */
  trials: number;
  /** Trials after which something was not as it was promised. */
  lost: number;
  /** The first of them, each with what repeats it. */
  losses: string[];
}

export interface FaultOptions {
  trials: number;
  /** Decides everything that is left to chance. */
  seed?: number;
  /** The build that is tried; null, the default, for the program as it is. */
  breaking?: Breaking | null;
}

/** More would only repeat themselves. */
const kept = 5;

/** Counts what went wrong, one trial at a time. */
export function createTally() {
  const figures: Figures = { trials: 0, lost: 0, losses: [] };
  return {
    figures,
    /** One trial is over; `wrong` says what was not as promised, nothing where all was well. */
    count(trial: string, wrong: readonly string[]): void {
      figures.trials += 1;
      if (wrong.length === 0) return;
      figures.lost += 1;
      if (figures.losses.length < kept) figures.losses.push(`${trial}: ${wrong.slice(0, 3).join('; ')}`);
    },
  };
}

/** Both figures together, for tests that run beside each other. */
export const sum = (list: readonly Figures[]): Figures => ({
  trials: list.reduce((total, { trials }) => total + trials, 0),
  lost: list.reduce((total, { lost }) => total + lost, 0),
  losses: list.flatMap(({ losses }) => losses).slice(0, kept),
});

/**
 * Whether a broken build loses something in one of a few rounds, each with a seed of its own: whether a fault strikes between an
 * answer and the disk is left to the clock, and a slow machine may miss it once.
 */
export async function losesSome(round: (seed: number) => Promise<Figures>, rounds = 6): Promise<boolean> {
  for (let seed = 1; seed <= rounds; seed += 1) if ((await round(seed)).lost > 0) return true;
  return false;
}
