/**
 * What she keeps beside the meetings: people, bodies, templates and phrases of her own, each a card (卡片) of JSON under
 * its collection, with the sha256 of its text. A meeting's line says how far its record is (草稿, 送核, 定稿, 已確認).
 */
export const cards = `
CREATE TABLE cards (
  collection TEXT NOT NULL,
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  sha256 BLOB NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (collection, id)
) STRICT;

ALTER TABLE meetings ADD COLUMN stage TEXT NOT NULL DEFAULT 'draft';
`;
