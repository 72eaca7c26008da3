/** What is kept beside the meetings: people, bodies, templates and phrases of her own, and what was imported; values are JSON. */
import { createHash } from 'node:crypto';
import type { Connection } from './open.ts';

export type Collection = 'people' | 'bodies' | 'templates' | 'phrases' | 'wordTemplates' | 'layouts' | 'importedFiles' | 'importReports' | 'returnedCopies';

/** One card as it is stored; `content` is null where its text is not what was written. */
export interface Card {
  id: string;
  content: unknown;
  updatedAt: string;
}

/** Which card: its collection is told as it is written, be it one that this program does not know. */
export interface CardName {
  collection: string;
  id: string;
}

/** The text of a card as it lies there, for those who copy or repair it. */
export interface StoredCard extends CardName {
  text: string;
  updatedAt: string;
  /** It is what was written. */
  whole: boolean;
}

interface CardRow {
  id: string;
  content: string;
  sha256: Buffer;
  updatedAt: string;
}

const sumOf = (content: string): Buffer => createHash('sha256').update(content).digest();

const fromStored = ({ id, content, sha256, updatedAt }: CardRow): Card => ({
  id,
  content: sumOf(content).equals(sha256) ? (JSON.parse(content) as unknown) : null,
  updatedAt,
});

/** Queries over the cards of a connection. */
export function cardQueries(connection: Connection) {
  const all = connection.prepare<[string], CardRow>('SELECT id, content, sha256, updated_at AS updatedAt FROM cards WHERE collection = ? ORDER BY rowid');
  const find = connection.prepare<[string, string], CardRow>('SELECT id, content, sha256, updated_at AS updatedAt FROM cards WHERE collection = ? AND id = ?');
  const put = connection.prepare(
    `INSERT INTO cards (collection, id, content, sha256, updated_at) VALUES (@collection, @id, @content, @sha256, @updatedAt)
     ON CONFLICT (collection, id) DO UPDATE SET content = @content, sha256 = @sha256, updated_at = @updatedAt`,
  );
  const stored = connection.prepare<[], CardRow & CardName>('SELECT collection, id, content, sha256, updated_at AS updatedAt FROM cards ORDER BY rowid');
  const remove = connection.prepare<[string, string]>('DELETE FROM cards WHERE collection = ? AND id = ?');
  return {
    /** Every card of a collection, in the order in which they were first kept. */
    all: (collection: Collection): Card[] => all.all(collection).map(fromStored),
    find(collection: Collection, id: string): Card | null {
      const stored = find.get(collection, id);
      return stored ? fromStored(stored) : null;
    },
    /** Keeps a card, in the place of the one of that id. */
    put(collection: Collection, id: string, value: unknown, updatedAt: string): void {
      const content = JSON.stringify(value);
      put.run({ collection, id, content, sha256: sumOf(content), updatedAt });
    },
    /** Every card of every collection as it lies there. */
    stored: (): StoredCard[] =>
      stored.all().map(({ collection, id, content, sha256, updatedAt }) => ({ collection, id, text: content, updatedAt, whole: sumOf(content).equals(sha256) })),
    /** Keeps a card as it lay elsewhere, with its time. */
    putStored: ({ collection, id, text, updatedAt }: Omit<StoredCard, 'whole'>): void =>
      void put.run({ collection, id, content: text, sha256: sumOf(text), updatedAt }),
    /** Takes a card out; false where there is none. */
    remove: (collection: Collection, id: string): boolean => remove.run(collection, id).changes > 0,
  };
}
export type CardQueries = ReturnType<typeof cardQueries>;
