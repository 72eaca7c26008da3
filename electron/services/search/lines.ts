/** The lines of the records that were found lately: while she types, the same meetings are found again and again. */
import type { MeetingRow } from '#electron/db/meetings.ts';
import type { Records } from '../records.ts';
import { type SearchedLine, searchedLines } from '#shared/minutes/searched.ts';
import { foldScript } from '#shared/text/fold.ts';

/** A line, and as search compares it. */
export interface FoldedLine extends SearchedLine {
  folded: string;
}

export interface Lines {
  /** What search finds in a meeting as it was last saved; of one that cannot be read whole its title and what can be. */
  of(row: MeetingRow): readonly FoldedLine[];
}

interface Held {
  revision: number;
  lines: readonly FoldedLine[];
  characters: number;
}

/** About 12 MB, or three hundred meetings. Characters. */
const mostHeld = 3_000_000;

/** Reads lines through `records`, and holds those that were asked for last. */
export function createLines(records: Records): Lines {
  const held = new Map<number, Held>();
  let characters = 0;

  const drop = (number: number): void => {
    characters -= held.get(number)?.characters ?? 0;
    held.delete(number);
  };
  const read = (row: MeetingRow): Held => {
    const lines = linesOf(records, row).map((line) => ({ ...line, folded: foldScript(line.text) }));
    return { revision: row.revision, lines, characters: lines.reduce((sum, line) => sum + 2 * line.text.length, 0) };
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

function linesOf(records: Records, row: MeetingRow): SearchedLine[] {
  return records.glance(
    row,
    (document) => [...searchedLines(document)],
    ({ text }) => [row.title, ...text.split('\n')].filter((line) => line !== '').map((line, index) => ({ part: index === 0 && row.title !== '' ? 'head' : 'text', blockId: null, text: line })),
  );
}
