/** Opens databases with the real store, one after the other, and tells what is in them. */
import type { MinutesDocument } from '#shared/minutes/document.ts';
import type { Recovery } from '#shared/rpc/health.ts';
import { type ProgramOptions, startProgram } from './programs.ts';

export type FoundMeeting =
  | { state: 'editable'; revision: number; document: MinutesDocument }
  | { state: 'readOnly'; text: string; reason: string }
  | { state: 'failed'; reason: string };

export type Found =
  /** It could not be opened; or the program ended over it. */
  | { ok: false; code: string }
  | {
      ok: true;
      meetings: Record<string, FoundMeeting>;
      /** The hashes of those pictures of the records that are there and whole. */
      pictures: string[];
      zoom: number | null;
      /** What the store says became of damage. */
      recovery: Recovery | null;
      /** The meetings of which the check found something damaged; empty unless it was asked for. */
      damaged: string[];
    };

export interface Examiner {
  /** What is in a database; after a check of everything where that is asked for. */
  look(databasePath: string, check?: boolean): Promise<Found>;
  close(): Promise<void>;
}

/** A process of its own that looks at many databases: a start of the program for each would be most of the time. */
export function startExaminer(options: ProgramOptions = {}): Examiner {
  let program = startProgram('examiner', [], options);
  return {
    async look(databasePath, check = false) {
      program.child.stdin.write(`${JSON.stringify({ databasePath, check })}\n`);
      const line = await program.next();
      if (line !== null) return JSON.parse(line) as Found;
      const code = `it ended with ${await program.ended}`;
      program = startProgram('examiner', [], options);
      return { ok: false, code };
    },
    async close() {
      program.child.stdin.end();
      await program.ended;
    },
  };
}
