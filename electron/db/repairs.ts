/** What repairing needs of the tables: every stored text with whether it is whole, and texts put in from elsewhere. */
import { createHash } from 'node:crypto';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { type DocumentQueries } from './documents.ts';
import { derivedColumns, type MeetingQueries } from './meetings.ts';
import type { Connection } from './open.ts';

/** One stored text, or what one save changed. */
export interface StoredText {
  kind: 'version' | 'operation';
  revision: number;
  savedAt: string;
  bytes: Buffer;
  /** The bytes are those that were written. */
  whole: boolean;
}

/** A text from elsewhere, with what the library knew of its meeting there. */
export interface Restored {
  document: MinutesDocument;
  revision: number;
  savedAt: string;
  createdAt: string;
  pinned: boolean;
  trashedAt: string | null;
}

interface Stored extends Omit<StoredText, 'whole'> {
  sha256: Buffer;
  base: number | null;
}

/** Queries over the texts of a connection, for repairing them. */
export function repairQueries(connection: Connection, documents: DocumentQueries, meetings: Pick<MeetingQueries, 'changed'>) {
  const all = connection.prepare<[number, number], Stored>(
    `SELECT 'version' AS kind, revision, saved_at AS savedAt, document AS bytes, sha256, base FROM versions WHERE meeting = ?
     UNION ALL SELECT 'operation', revision, saved_at, CAST(changes AS BLOB), sha256, NULL FROM operations WHERE meeting = ? ORDER BY revision`,
  );
  const dropVersion = connection.prepare<[number, number]>('DELETE FROM versions WHERE meeting = ? AND revision = ?');
  const dropOperation = connection.prepare<[number, number]>('DELETE FROM operations WHERE meeting = ? AND revision = ?');
  const move = connection.prepare(
    `UPDATE meetings SET id = @id, title = @title, organisation = @organisation, body = @body, term = @term, session = @session,
     start = @start, year = @year, stage = @stage, updated_at = @savedAt, revision = @revision WHERE number = @number`,
  );
  const add = connection.prepare(
    `INSERT INTO meetings (id, title, organisation, body, term, session, start, year, stage, pinned, trashed_at, created_at, updated_at, revision)
     VALUES (@id, @title, @organisation, @body, @term, @session, @start, @year, @stage, @pinned, @trashedAt, @createdAt, @savedAt, @revision)`,
  );
  const remove = connection.prepare<[number]>('DELETE FROM meetings WHERE number = ?');
  const numbers = connection.prepare<[], number>('SELECT number FROM meetings').pluck();

  return {
    /** Makes every index anew from the rows of its table, of which nothing is changed. Throws where they do not let it. */
    reindex: (): void => void connection.exec('REINDEX'),
    /** Every meeting's row number. */
    numbers: (): number[] => numbers.all(),
    /** Every stored text of a meeting, oldest first. */
    texts(number: number): StoredText[] {
      const stored = all.all(number, number);
      const isRight = ({ bytes, sha256 }: Stored): boolean => createHash('sha256').update(bytes).digest().equals(sha256);
      const bases = new Set(stored.filter((text) => text.kind === 'version' && text.base === null && isRight(text)).map(({ revision }) => revision));
      // What is packed against another version is lost with it.
      return stored.map(({ sha256, base, ...text }) => ({ ...text, whole: isRight({ sha256, base, ...text }) && (base === null || bases.has(base)) }));
    },
    /** Takes out a text that is not whole. */
    drop: (number: number, { kind, revision }: StoredText): void => void (kind === 'version' ? dropVersion : dropOperation).run(number, revision),
    /** Writes the text of a version anew, under its own name and time. */
    mend: (number: number, { revision, savedAt }: StoredText, document: MinutesDocument): void => documents.addVersion(number, revision, document, savedAt),
    /** Makes a text the present one of a meeting that is there, at a revision that is not before the present one. */
    put(number: number, { document, revision, savedAt, createdAt }: Pick<Restored, 'document' | 'revision' | 'savedAt' | 'createdAt'>): void {
      meetings.changed();
      move.run({ id: document.id, ...derivedColumns(document, createdAt), savedAt, revision, number });
      documents.addVersion(number, revision, document, savedAt);
    },
    /** Adds a meeting as it was. */
    add({ document, pinned, ...kept }: Restored): number {
      meetings.changed();
      const row = add.run({ id: document.id, ...derivedColumns(document, kept.createdAt), ...kept, pinned: pinned ? 1 : 0 });
      const number = Number(row.lastInsertRowid);
      documents.addVersion(number, kept.revision, document, kept.savedAt);
      return number;
    },
    /** Takes out a meeting of which nothing is known: no name and no text. */
    remove(number: number): void {
      meetings.changed();
      remove.run(number);
    },
  };
}
export type RepairQueries = ReturnType<typeof repairQueries>;
