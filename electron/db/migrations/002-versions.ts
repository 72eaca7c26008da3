/**
 * What was a snapshot becomes a version (版本) that is kept: how much it changed, a name, when it was sent. `base` is
 * the revision of the whole version that stands as its dictionary; NULL where it is whole by itself.
 */
export const versions = `
ALTER TABLE snapshots RENAME TO versions;
ALTER TABLE versions ADD COLUMN base INTEGER;
ALTER TABLE versions ADD COLUMN added INTEGER NOT NULL DEFAULT 0;
ALTER TABLE versions ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE versions ADD COLUMN name TEXT;
ALTER TABLE versions ADD COLUMN circulated_at TEXT;
`;
