/** The texts: snapshots (whole documents, zstd) and operations (what one save changed), both with their sha256. */
import { createHash } from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Connection } from './open.ts';

/** A whole document as stored; `json` is null where its bytes are not what was written. */
export interface Snapshot {
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

interface StoredBytes {
  revision: number;
  bytes: Buffer;
  sha256: Buffer;
  savedAt: string;
}

/** Older snapshots are kept so that damage of the newest loses nothing. */
const keptSnapshots = 3;

/** Most records fit into one: the default of 16 KB takes many turns. Bytes. */
const decodedChunk = 64 * 1024;

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();

/** Queries over the texts of a connection. */
export function documentQueries(connection: Connection) {
  const snapshot = connection.prepare<[number, number], StoredBytes>(
    `SELECT revision, document AS bytes, sha256, saved_at AS savedAt FROM snapshots WHERE meeting = ?
     ORDER BY revision DESC LIMIT 1 OFFSET ?`,
  );
  const operations = connection.prepare<[number, number], Omit<StoredBytes, 'bytes'> & { changes: string }>(
    'SELECT revision, changes, sha256, saved_at AS savedAt FROM operations WHERE meeting = ? AND revision > ? ORDER BY revision',
  );
  const operation = connection.prepare<[number, number], { sha256: Buffer; savedAt: string }>(
    'SELECT sha256, saved_at AS savedAt FROM operations WHERE meeting = ? AND revision = ?',
  );
  const addSnapshot = connection.prepare('INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?, ?, ?)');
  const addOperation = connection.prepare('INSERT INTO operations VALUES (?, ?, ?, ?, ?)');
  const oldest = connection
    .prepare<[number, number], number>('SELECT revision FROM snapshots WHERE meeting = ? ORDER BY revision DESC LIMIT 1 OFFSET ?')
    .pluck();
  const dropSnapshots = connection.prepare<[number, number]>('DELETE FROM snapshots WHERE meeting = ? AND revision < ?');
  const dropOperations = connection.prepare<[number, number]>('DELETE FROM operations WHERE meeting = ? AND revision <= ?');

  return {
    /** The snapshots of a meeting, newest first, one at a time. */
    *snapshots(meeting: number): Generator<Snapshot> {
      // One by one, and not with an open cursor: whoever reads may write before the next one.
      for (let offset = 0; ; offset++) {
        const stored = snapshot.get(meeting, offset);
        if (!stored) return;
        const { revision, bytes, sha256: sum, savedAt } = stored;
        yield { revision, json: decode(bytes, sum), savedAt };
      }
    },
    /** The operations after a revision, in order. */
    operations(meeting: number, after: number): Operation[] {
      return operations.all(meeting, after).map(({ revision, changes, sha256: sum, savedAt }) => ({
        revision,
        changes: sha256(changes).equals(sum) ? (JSON.parse(changes) as unknown) : null,
        savedAt,
      }));
    },
    /** Keeps a whole document, and lets go of what lies before the oldest snapshot that is kept. */
    addSnapshot(meeting: number, revision: number, document: unknown, savedAt: string): void {
      const bytes = zstdCompressSync(JSON.stringify(document), { params: { [constants.ZSTD_c_compressionLevel]: 3 } });
      addSnapshot.run(meeting, revision, bytes, sha256(bytes), savedAt);
      const first = oldest.get(meeting, keptSnapshots - 1);
      if (first === undefined) return;
      dropSnapshots.run(meeting, first);
      dropOperations.run(meeting, first);
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

function decode(bytes: Buffer, sum: Buffer): unknown {
  if (!sha256(bytes).equals(sum)) return null;
  try {
    return JSON.parse(zstdDecompressSync(bytes, { chunkSize: decodedChunk }).toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
