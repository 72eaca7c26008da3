/**
 * The ladder of document versions, up only. A new version adds its step here, and the fixture of the version it
 * leaves stays in `fixtures/` as it was written; neither is ever changed again.
 */

/** A stored record of some version, not yet checked. */
export type StoredRecord = Record<string, unknown>;
export type Migration = (record: StoredRecord) => StoredRecord;

/** By the version that it leaves: step N makes version N + 1 of version N. */
export const migrations: Readonly<Record<number, Migration>> = {
  // Version 2 knows more of a meeting; what is not there is as it begins, so that nothing is rewritten.
  1: (record) => record,
};

/** A record brought from its version up to `target`, or null where the ladder lacks a step. */
export function climb(record: StoredRecord, target: number, ladder = migrations): StoredRecord | null {
  let climbed = record;
  for (let version = Number(record.version); version < target; version += 1) {
    const step = ladder[version];
    if (!step) return null;
    climbed = { ...step(climbed), version: version + 1 };
  }
  return climbed;
}
