/** The texts: versions (whole documents, packed) and operations (what one save changed), both with their sha256. */
import { packed, sha256, unpacked } from './packing.ts';
import type { Connection } from './open.ts';

/** A whole document as stored; `json` is null where its bytes are not what was written. */
export interface StoredVersion {
  revision: number;
  json: unknown;
  savedAt: string;
}

/** What one save changed; `changes` is null where its bytes are not what was written. */
export interface Operation {
  revision: number;
  changes: unknown;
  savedAt: string;
}

/** A version without its text. */
export interface VersionRow {
  revision: number;
  savedAt: string;
  /** The whole version that it is packed against; null where it is whole by itself. */
  base: number | null;
  added: number;
  removed: number;
  name: string | null;
  circulatedAt: string | null;
}

interface StoredBytes {
  revision: number;
  bytes: Buffer;
  sha256: Buffer;
  savedAt: string;
  base: number | null;
}

/** A version as it lies in its table, packed or not. */
export type StoredRow = VersionRow & Record<'bytes' | 'sha256', Uint8Array>;

type StoredOperation = Omit<Operation, 'changes'> & { changes: string; sha256: Buffer };

/** Never packed or let go: damage of the newest loses nothing. */
export const newestKept = 3;
/** Undoing reaches so many saves back, also after the program was closed, while the versions they stand on are kept. */
const operationsKept = 1000;

/** Queries over the texts of a connection. */
export function documentQueries(connection: Connection) {
  const bytesOf = 'SELECT revision, document AS bytes, sha256, saved_at AS savedAt, base FROM versions';
  const newest = connection.prepare<[number, number, number], StoredBytes>(`${bytesOf} WHERE meeting = ? AND revision <= ? ORDER BY revision DESC LIMIT 1 OFFSET ?`);
  const one = connection.prepare<[number, number], StoredBytes>(`${bytesOf} WHERE meeting = ? AND revision = ?`);
  const columns = 'revision, saved_at AS savedAt, base, added, removed, name, circulated_at AS circulatedAt';
  const timeline = connection.prepare<[number, number, number], VersionRow>(
    `SELECT ${columns} FROM versions WHERE meeting = ? ORDER BY revision DESC LIMIT ? OFFSET ?`,
  );
  const row = connection.prepare<[number, number], VersionRow>(`SELECT ${columns} FROM versions WHERE meeting = ? AND revision = ?`);
  const count = connection.prepare<[number], number>('SELECT count(*) FROM versions WHERE meeting = ?').pluck();
  const nearest = connection.prepare<[number, number], number | null>('SELECT max(revision) FROM versions WHERE meeting = ? AND revision <= ?').pluck();
  const add = connection.prepare(
    `INSERT INTO versions (meeting, revision, document, sha256, saved_at, added, removed) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET document = excluded.document, sha256 = excluded.sha256, base = NULL`,
  );
  const rows = connection.prepare<[number], VersionRow & StoredBytes>(`SELECT ${columns}, document AS bytes, sha256 FROM versions WHERE meeting = ?`);
  const take = connection.prepare<[StoredRow & { meeting: number }]>(
    `INSERT OR REPLACE INTO versions (meeting, revision, document, sha256, saved_at, base, added, removed, name, circulated_at)
     VALUES (@meeting, @revision, @bytes, @sha256, @savedAt, @base, @added, @removed, @name, @circulatedAt)`,
  );
  const name = connection.prepare<[string | null, number, number]>('UPDATE versions SET name = ? WHERE meeting = ? AND revision = ?');
  const circulate = connection.prepare<[string, number, number]>('UPDATE versions SET circulated_at = ? WHERE meeting = ? AND revision = ?');
  const repack = connection.prepare<[Buffer, Buffer, number | null, number, number]>(
    'UPDATE versions SET document = ?, sha256 = ?, base = ? WHERE meeting = ? AND revision = ?',
  );
  const resize = connection.prepare<[number, number, number, number]>('UPDATE versions SET added = ?, removed = ? WHERE meeting = ? AND revision = ?');
  const foundation = connection
    .prepare<[number, number], number | null>('SELECT max(revision) FROM versions WHERE meeting = ? AND revision < (SELECT min(revision) FROM operations WHERE meeting = ?)')
    .pluck();
  const drop = connection.prepare<[number, number]>('DELETE FROM versions WHERE meeting = ? AND revision = ?');
  const dropOperations = connection.prepare<[number, number]>('DELETE FROM operations WHERE meeting = ? AND revision <= ?');
  const many = connection.prepare<[number], number>('SELECT meeting FROM versions GROUP BY meeting HAVING count(*) > ?').pluck();
  const operations = connection.prepare<[number, number], StoredOperation>(
    'SELECT revision, changes, sha256, saved_at AS savedAt FROM operations WHERE meeting = ? AND revision > ? ORDER BY revision',
  );
  const operation = connection.prepare<[number, number], StoredOperation>(
    'SELECT revision, changes, sha256, saved_at AS savedAt FROM operations WHERE meeting = ? AND revision = ?',
  );
  const addOperation = connection.prepare('INSERT INTO operations VALUES (?, ?, ?, ?, ?)');

  const textOf = (meeting: number, { bytes, sha256: sum, base }: StoredBytes): string | null => {
    if (base === null) return unpacked(bytes, sum);
    const whole = one.get(meeting, base);
    const dictionary = whole?.base === null ? unpacked(whole.bytes, whole.sha256) : null;
    return dictionary === null ? null : unpacked(bytes, sum, dictionary);
  };
  const opened = (meeting: number, stored: StoredBytes): StoredVersion => ({
    revision: stored.revision,
    json: parsed(textOf(meeting, stored)),
    savedAt: stored.savedAt,
  });
  const read = ({ revision, changes, sha256: sum, savedAt }: StoredOperation): Operation => ({
    revision,
    changes: sha256(changes).equals(sum) ? (JSON.parse(changes) as unknown) : null,
    savedAt,
  });

  return {
    /** The versions of a meeting with their texts, from the newest at `revision` or before it back, one at a time. */
    *versions(meeting: number, revision = Number.MAX_SAFE_INTEGER): Generator<StoredVersion> {
      // One by one, and not with an open cursor: whoever reads may write before the next one.
      for (let offset = 0; ; offset++) {
        const stored = newest.get(meeting, revision, offset);
        if (!stored) return;
        yield opened(meeting, stored);
      }
    },
    /** The newest version at `revision` or before it; null where there is none. */
    versionBefore(meeting: number, revision: number): StoredVersion | null {
      const found = nearest.get(meeting, revision);
      const stored = found === undefined || found === null ? undefined : one.get(meeting, found);
      return stored ? opened(meeting, stored) : null;
    },
    /** The timeline without texts, newest first, and the count of all. */
    timeline: (meeting: number, { offset, limit }: { offset: number; limit: number }): { total: number; versions: VersionRow[] } => ({
      total: count.get(meeting) ?? 0,
      versions: timeline.all(meeting, limit, offset),
    }),
    /** One point of the timeline. */
    version: (meeting: number, revision: number): VersionRow | null => row.get(meeting, revision) ?? null,
    /** Names a version; null takes its name away. */
    name: (meeting: number, revision: number, as: string | null): void => void name.run(as, meeting, revision),
    /** Says anew how much a version changed, where another one stands before it now. */
    resize: (meeting: number, revision: number, { added, removed }: Pick<VersionRow, 'added' | 'removed'>): void => void resize.run(added, removed, meeting, revision),
    /** The version that the oldest of the kept saves stands on: without it undoing could not reach them. */
    foundation: (meeting: number): number | null => foundation.get(meeting, meeting) ?? null,
    /** Marks that a version was sent. */
    circulate: (meeting: number, revision: number, at: string): void => void circulate.run(at, meeting, revision),
    /** Lets go of the saves that only undoing needs: opening needs those behind the third newest version at most. */
    dropOldOperations(meeting: number): void {
      const oldest = timeline.all(meeting, 1, newestKept - 1)[0];
      if (oldest) dropOperations.run(meeting, oldest.revision);
    },
    /** Meetings with more versions than are always kept. */
    withManyVersions: (): number[] => many.all(newestKept),
    /** Packs a version against a whole one; null makes it whole. False, and nothing is changed, where either cannot be read. */
    repack(meeting: number, revision: number, base: number | null): boolean {
      const stored = one.get(meeting, revision);
      const whole = base === null ? null : one.get(meeting, base);
      const text = stored ? textOf(meeting, stored) : null;
      const dictionary = whole?.base === null ? unpacked(whole.bytes, whole.sha256) : null;
      if (text === null || (base !== null && dictionary === null)) return false;
      const bytes = packed(text, dictionary ?? undefined);
      // What was there is gone after this: it is read back before.
      if (unpacked(bytes, sha256(bytes), dictionary ?? undefined) !== text) return false;
      repack.run(bytes, sha256(bytes), base, meeting, revision);
      return true;
    },
    /** Lets a version go. What is packed against it must have been packed anew before. */
    drop: (meeting: number, revision: number): void => void drop.run(meeting, revision),
    /** Keeps a whole document as a version, and lets go of the saves that neither undoing nor opening needs any more. */
    addVersion(meeting: number, revision: number, document: unknown, savedAt: string, { added, removed } = { added: 0, removed: 0 }): void {
      const bytes = packed(JSON.stringify(document));
      add.run(meeting, revision, bytes, sha256(bytes), savedAt, added, removed);
      const oldest = timeline.all(meeting, 1, newestKept - 1)[0];
      if (!oldest) return;
      // From a version on: a save whose version before it is not followed by all saves since is of no use.
      const first = nearest.get(meeting, Math.min(oldest.revision, revision - operationsKept)) ?? null;
      if (first !== null) dropOperations.run(meeting, first);
    },
    /** The versions of a meeting that can be read, as they are stored: what is packed comes with what it is packed against. */
    stored: (meeting: number): StoredRow[] => rows.all(meeting).filter((row) => textOf(meeting, row) !== null),
    /** Takes over what `stored` gave in another database. */
    takeOver: (meeting: number, versions: readonly StoredRow[]): void => versions.forEach((row) => take.run({ ...row, meeting })),
    /** The operations after a revision, in order. */
    operations: (meeting: number, after: number): Operation[] => operations.all(meeting, after).map(read),
    /** The operation that led to a revision, while it is kept. */
    operation(meeting: number, revision: number): Operation | null {
      const stored = operation.get(meeting, revision);
      return stored ? read(stored) : null;
    },
    /** Appends what a save changed, as the text of its JSON. */
    addOperation(meeting: number, revision: number, changes: string, savedAt: string): void {
      addOperation.run(meeting, revision, changes, sha256(changes), savedAt);
    },
    /** When the save that led to `revision` was made, if it was made with exactly these changes. */
    savedWith(meeting: number, revision: number, changes: string): string | null {
      const stored = operation.get(meeting, revision);
      return stored && sha256(changes).equals(stored.sha256) ? stored.savedAt : null;
    },
  };
}
export type DocumentQueries = ReturnType<typeof documentQueries>;

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}
