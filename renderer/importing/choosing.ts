/** What was changed outside of the program, held against the text that is here, and taken over part by part. */
import { applyChanges } from '#shared/minutes/changes.ts';
import { type Difference, documentDifference, restoreEntry } from '#shared/minutes/difference/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';

export interface OutsideChange extends Difference {
  state: Exclude<Difference['state'], 'same'>;
  /** It was changed here as well since the copy went out. */
  isContested: boolean;
}

/** The parts that differ between the copy as it went out and as it came back, shown against the text that is here. */
export function changedOutside(sent: MinutesDocument, returned: MinutesDocument, present: MinutesDocument): OutsideChange[] {
  const idsOf = (differences: readonly Difference[]): Set<string> => new Set(differences.flatMap(({ blockId, state }) => (state === 'same' ? [] : [blockId])));
  const outside = idsOf(documentDifference(sent, returned));
  const here = present === sent ? new Set<string>() : idsOf(documentDifference(sent, present));
  return documentDifference(present, returned)
    .filter(({ blockId }) => outside.has(blockId))
    .flatMap(({ state, ...entry }) => (state === 'same' ? [] : { ...entry, state, isContested: here.has(entry.blockId) }));
}

/** The text that is here with the chosen parts as they came back. */
export function merged(present: MinutesDocument, returned: MinutesDocument, entries: readonly OutsideChange[], theirs: ReadonlySet<string>): MinutesDocument {
  return entries
    .filter(({ blockId }) => theirs.has(blockId))
    .reduce((text, { blockId }) => {
      const changes = restoreEntry(text, returned, blockId);
      return (changes && applyChanges(text, changes)) ?? text;
    }, present);
}
