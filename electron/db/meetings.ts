/** The narrow table of the library: what a list shows of each meeting, without its text. */
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { type Stage, stageOf } from '#shared/minutes/stage.ts';
import type { MeetingSummary } from '#shared/rpc/schemas.ts';
import type { Connection } from './open.ts';

export interface MeetingRow extends MeetingSummary {
  /** Row number: the key of the other tables and of the search index. */
  number: number;
}

/** What a search and the registers know of every meeting without reading its row. */
export interface Shelved {
  number: number;
  id: string;
  year: number;
  start: string | null;
  term: number | null;
  session: number | null;
  stage: Stage;
  organisation: string;
  body: string;
  title: string;
  pinned: boolean;
  trashed: boolean;
}

export interface Shelf {
  /** Every meeting, newest first, those in the trash too. */
  all: readonly Shelved[];
  /** The numbers of those that are not in the trash, in that order: most searches need no more, and read it a hundred times as fast. */
  kept: Uint32Array;
}

/** A row as SQLite gives it. */
export type StoredMeeting = Omit<MeetingRow, 'pinned'> & { pinned: number };

export const columns = `number, id, title, organisation, body, term, session, start, year, pinned, trashed_at AS trashedAt,
  created_at AS createdAt, updated_at AS updatedAt, revision, stage`;
export const libraryOrder = 'pinned DESC, coalesce(start, created_at) DESC, number DESC';

export const fromStored = (stored: StoredMeeting): MeetingRow => ({ ...stored, pinned: stored.pinned === 1 });

/** The line of the library without the row number. */
export function summaryOf(row: MeetingRow): MeetingSummary {
  const summary: MeetingSummary & { number?: number } = { ...row };
  delete summary.number;
  return summary;
}

/** The columns that are derived from a document; `createdAt` gives the year where the meeting has no date. */
export function derivedColumns({ meta }: MinutesDocument, createdAt: string) {
  return {
    title: meta.title,
    organisation: meta.organisation,
    body: meta.body,
    term: meta.term,
    session: meta.session,
    start: meta.start,
    year: Number((meta.start ?? createdAt).slice(0, 4)),
    stage: stageOf(meta),
  };
}

type ShelfLine = Pick<MeetingRow, 'start' | 'title' | 'organisation' | 'body' | 'year' | 'term' | 'session' | 'stage'>;
const lineOf = ({ start, title, organisation, body, year, term, session, stage }: ShelfLine): string =>
  JSON.stringify([start, title, organisation, body, year, term, session, stage]);

type ShelfRow = [
  number: number, id: string, year: number, start: string | null, term: number | null, session: number | null, stage: Stage,
  organisation: string, body: string, title: string, pinned: number, trashed: number,
];

/** Queries over the meetings of a connection. */
export function meetingQueries(connection: Connection) {
  const find = connection.prepare<[string], StoredMeeting>(`SELECT ${columns} FROM meetings WHERE id = ?`);
  const list = connection.prepare<[number, number], StoredMeeting>(
    `SELECT ${columns} FROM meetings WHERE trashed_at IS NULL ORDER BY ${libraryOrder} LIMIT ? OFFSET ?`,
  );
  const listTrash = connection.prepare<[number, number], StoredMeeting>(
    `SELECT ${columns} FROM meetings WHERE trashed_at IS NOT NULL ORDER BY trashed_at DESC, number DESC LIMIT ? OFFSET ?`,
  );
  const count = connection.prepare<[], number>('SELECT count(*) FROM meetings WHERE trashed_at IS NULL').pluck();
  const countTrash = connection.prepare<[], number>('SELECT count(*) FROM meetings WHERE trashed_at IS NOT NULL').pluck();
  const insert = connection.prepare(
    `INSERT INTO meetings (id, title, organisation, body, term, session, start, year, stage, created_at, updated_at, revision)
     VALUES (@id, @title, @organisation, @body, @term, @session, @start, @year, @stage, @createdAt, @createdAt, 0)`,
  );
  const advance = connection.prepare(
    `UPDATE meetings SET title = @title, organisation = @organisation, body = @body, term = @term, session = @session,
     start = @start, year = @year, stage = @stage, updated_at = @updatedAt, revision = revision + 1 WHERE number = @number AND revision = @revision`,
  );
  const pin = connection.prepare<[number, string]>('UPDATE meetings SET pinned = ? WHERE id = ?');
  const trash = connection.prepare<[string | null, string]>('UPDATE meetings SET trashed_at = ? WHERE id = ?');
  // Never the last one: its number would be given to the next meeting, which the search would take for it.
  const notLast = 'number < (SELECT max(number) FROM meetings)';
  const trashedBefore = connection.prepare<[string], StoredMeeting>(`SELECT ${columns} FROM meetings WHERE trashed_at < ? AND ${notLast}`);
  const erase = connection.prepare<[number]>(`DELETE FROM meetings WHERE number = ? AND ${notLast}`);
  const shelved = connection
    .prepare<[], ShelfRow>(
      `SELECT number, id, year, start, term, session, stage, organisation, body, title, pinned, trashed_at IS NOT NULL FROM meetings
       ORDER BY coalesce(start, created_at) DESC, number DESC`,
    )
    .raw();
  /** What `shelf` gave: a search for a common word would spend most of its time on sorting and reading ten thousand rows. */
  let shelf: Shelf | null = null;
  const revisions = connection
    .prepare<[], [number: number, revision: number]>('SELECT number, revision FROM meetings ORDER BY coalesce(start, created_at) DESC')
    .raw();
  const alike = connection.prepare<[{ title: string; term: number | null; session: number | null; day: string | null }], StoredMeeting>(
    `SELECT ${columns} FROM meetings WHERE trashed_at IS NULL
     AND ((title = @title AND title <> '') OR (term = @term AND session = @session) OR substr(start, 1, 10) = @day) ORDER BY number LIMIT 200`,
  );
  const byNumber = connection.prepare<[number], StoredMeeting>(`SELECT ${columns} FROM meetings WHERE number = ?`);

  return {
    /** The row of an id, also of a meeting in the trash. */
    find(id: string): MeetingRow | null {
      const stored = find.get(id);
      return stored ? fromStored(stored) : null;
    },
    byNumber(number: number): MeetingRow | null {
      const stored = byNumber.get(number);
      return stored ? fromStored(stored) : null;
    },
    /** Those that may be of one meeting: of the same title, 屆次 or day. Not those in the trash. */
    alike: (of: { title: string; term: number | null; session: number | null; day: string | null }): MeetingRow[] => alike.all(of).map(fromStored),
    /** One page and the count of all: pinned first, then newest; of the trash the last thrown away first. */
    list({ offset, limit, trashed }: { offset: number; limit: number; trashed: boolean }): { total: number; meetings: MeetingRow[] } {
      return {
        total: (trashed ? countTrash : count).get() ?? 0,
        meetings: (trashed ? listTrash : list).all(limit, offset).map(fromStored),
      };
    },
    /** Adds a meeting at revision 0 and returns its row number. */
    insert(document: MinutesDocument, createdAt: string): number {
      shelf = null;
      return Number(insert.run({ id: document.id, ...derivedColumns(document, createdAt), createdAt }).lastInsertRowid);
    },
    /** Moves a meeting one revision on; false where it does not stand at `row.revision` any more. */
    advance(row: MeetingRow, document: MinutesDocument, updatedAt: string): boolean {
      const { number, revision } = row;
      const derived = derivedColumns(document, row.createdAt);
      if (lineOf(derived) !== lineOf(row)) shelf = null;
      return advance.run({ ...derived, updatedAt, number, revision }).changes === 1;
    },
    pin(id: string, pinned: boolean): void {
      shelf = null;
      pin.run(pinned ? 1 : 0, id);
    },
    trash(id: string, at: string | null): void {
      shelf = null;
      trash.run(at, id);
    },
    /** The meetings that were thrown away before a time and can be erased: all but the newest row. */
    trashedBefore: (at: string): MeetingRow[] => trashedBefore.all(at).map(fromStored),
    /** Deletes a meeting with everything of it, for good; the newest row of all stays until there is another. */
    erase(number: number): void {
      shelf = null;
      erase.run(number);
    },
    /** Every meeting's revision, newest meeting first. */
    revisions: (): [number: number, revision: number][] => revisions.all(),
    /** Somebody else has written in the table: what a search goes through is read again. */
    changed: (): void => void (shelf = null),
    /** What a search goes through. The same as long as nothing of it has changed. */
    shelf(): Shelf {
      if (shelf) return shelf;
      const all = shelved.all().map(([number, id, year, start, term, session, stage, organisation, body, title, pinned, trashed]): Shelved => ({
        number, id, year, start, term, session, stage, organisation, body, title, pinned: pinned === 1, trashed: trashed === 1,
      }));
      shelf = { all, kept: Uint32Array.from(all.filter(({ trashed }) => !trashed), ({ number }) => number) };
      return shelf;
    },
  };
}
export type MeetingQueries = ReturnType<typeof meetingQueries>;
