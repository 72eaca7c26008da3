/** The program that writes diaries. */
import type { Fact } from './facts.ts';
import { type Program, type ProgramOptions, runProgram, startProgram } from './programs.ts';

export interface DiaristOptions {
  databasePath: string;
  seed: number;
  /** How many; endless where nothing is said. */
  saves?: number;
  meetings?: number;
  marker?: string;
  /** Makes a backup halfway. */
  backUp?: boolean;
}

/** Starts a program that writes diaries. */
export const startDiarist = (diary: DiaristOptions, options?: ProgramOptions): Program => startProgram('diarist', [JSON.stringify(diary)], options);

/** What a program that writes diaries was told is kept, after it ended. */
export const runDiarist = async (diary: DiaristOptions, options?: ProgramOptions): Promise<Fact[]> =>
  (await runProgram('diarist', [JSON.stringify(diary)], options)).map((line) => JSON.parse(line) as Fact);
