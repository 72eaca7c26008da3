/**
 * The first tables. `meetings` is narrow, apart from the texts: a list or a search reads it without touching them.
 * A text is its newest snapshot and the operations after it; both carry the sha256 of their bytes.
 */
export const meetings = `
CREATE TABLE meetings (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  organisation TEXT NOT NULL,
  body TEXT NOT NULL,
  term INTEGER,
  session INTEGER,
  start TEXT,
  year INTEGER NOT NULL,
  pinned INTEGER NOT NULL DEFAULT 0,
  trashed_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  revision INTEGER NOT NULL
) STRICT;

CREATE INDEX meetings_in_order ON meetings (pinned DESC, coalesce(start, created_at) DESC, number DESC) WHERE trashed_at IS NULL;
CREATE INDEX meetings_in_trash ON meetings (trashed_at DESC, number DESC) WHERE trashed_at IS NOT NULL;

CREATE TABLE snapshots (
  meeting INTEGER NOT NULL REFERENCES meetings (number) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  document BLOB NOT NULL,
  sha256 BLOB NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (meeting, revision)
) STRICT;

CREATE TABLE operations (
  meeting INTEGER NOT NULL REFERENCES meetings (number) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  changes TEXT NOT NULL,
  sha256 BLOB NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (meeting, revision)
) STRICT;

CREATE TABLE assets (
  hash TEXT PRIMARY KEY,
  mime TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  size INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO settings VALUES ('database.identity', '"' || lower(hex(randomblob(16))) || '"');
`;
