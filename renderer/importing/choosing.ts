/** What was changed outside of the program, held against the text that is here, and taken over part by part. */
import { accepted } from '#shared/imports/accepted.ts';
import { applyChanges } from '#shared/minutes/changes.ts';
import { type Difference, documentDifference, restoreEntry } from '#shared/minutes/difference/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';

export interface OutsideChange extends Difference {
  state: Exclude<Difference['state'], 'same'>;
  /** The same words were changed here as well since the copy went out. */
  isContested: boolean;
}

export interface Outside {
  /** The text that is here with everything that the copy changed. */
  whole: MinutesDocument;
  /** The parts in which it differs from the text that is here. */
  entries: OutsideChange[];
}

/** What a copy changed between going out and coming back, put into the text that is here. */
export function changedOutside(sent: MinutesDocument, returned: MinutesDocument, present: MinutesDocument): Outside {
  const outside = documentDifference(sent, returned).flatMap(({ blockId, state }) => (state === 'same' ? [] : [blockId]));
  const contested = new Set<string>();
  const whole = outside.reduce((text, blockId) => {
    const { changes, overwrites } = accepted(text, sent, returned, blockId);
    if (overwrites) contested.add(blockId);
    return (changes && applyChanges(text, changes)) ?? text;
  }, present);
  const entries = documentDifference(present, whole)
    .filter(({ blockId }) => outside.includes(blockId))
    .flatMap(({ state, ...entry }) => (state === 'same' ? [] : { ...entry, state, isContested: contested.has(entry.blockId) }));
  return { whole, entries };
}

/** The text that is here with the chosen parts as the copy has them. */
export function merged(present: MinutesDocument, { whole, entries }: Outside, theirs: ReadonlySet<string>): MinutesDocument {
  return entries
    .filter(({ blockId }) => theirs.has(blockId))
    .reduce((text, { blockId }) => {
      const changes = restoreEntry(text, whole, blockId);
      return (changes && applyChanges(text, changes)) ?? text;
    }, present);
}
