/** The lines of the records that were found lately: while she types, the same meetings are found again and again. */
import type { MeetingRow } from '#electron/db/meetings.ts';
import type { Records } from './records.ts';
import { type SearchLine, searchLines } from './snippets.ts';

export interface Lines {
  /** What search finds in a meeting as it was last saved; nothing where it cannot be read whole. */
  of(row: MeetingRow): readonly SearchLine[];
}

interface Held {
  revision: number;
  lines: readonly SearchLine[];
  characters: number;
}

/** About 8 MB, or four hundred meetings. Characters. */
const mostHeld = 4_000_000;

/** Reads lines through `records`, and holds those that were asked for last. */
export function createLines(records: Records): Lines {
  const held = new Map<number, Held>();
  let characters = 0;

  const drop = (number: number): void => {
    characters -= held.get(number)?.characters ?? 0;
    held.delete(number);
  };
  const read = (row: MeetingRow): Held => {
    const lines = records.glance(row, (document) => [...searchLines(document)], () => []);
    return { revision: row.revision, lines, characters: lines.reduce((sum, line) => sum + line.text.length, 0) };
  };

  return {
    of(row) {
      const known = held.get(row.number);
      const found = known?.revision === row.revision ? known : read(row);
      drop(row.number);
      held.set(row.number, found);
      characters += found.characters;
      for (const oldest of held.keys()) {
        if (characters <= mostHeld) break;
        drop(oldest);
      }
      return found.lines;
    },
  };
}
