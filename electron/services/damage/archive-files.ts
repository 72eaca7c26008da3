/**
 * 存檔: beside the database one file a meeting, `<year>/<id>.json.zst`, and its sha256 in a file of its own. They need
 * neither SQLite nor this program to be read; docs/archive-files.md says how. They follow the saves and never hold one up.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import type { Db } from '#electron/db/index.ts';
import type { MeetingRow } from '#electron/db/meetings.ts';
import type { Records } from '#electron/services/records.ts';
import { flushFolder, writeFileSafely } from '#electron/services/write-file.ts';

const compress = promisify(zstdCompress);

/** What a file holds; `document` is the record in the version that wrote it. */
const archivedSchema = z.object({
  format: z.literal('minutebook.meeting'),
  /** Of this head; the document has a version of its own. */
  form: z.literal(1),
  database: z.string(),
  revision: z.int().min(0),
  savedAt: z.string(),
  createdAt: z.string(),
  document: z.record(z.string(), z.unknown()),
});
export type Archived = z.infer<typeof archivedSchema>;

export interface ArchiveFiles {
  /** A text was saved: its file follows when the meeting has rested. */
  changed(number: number): void;
  /** Writes every file that is missing or behind. `breathe` is called between any two of them and may throw to stop. */
  catchUp(breathe: () => Promise<void>): Promise<void>;
  /** Writes a meeting's file anew where its bytes are not those that were written; whether that was so. */
  mend(row: MeetingRow): Promise<boolean>;
  /** Takes a meeting's file away: for a meeting that is let go of for good, and for nothing else. */
  remove(id: string): Promise<void>;
  /** Writes what was saved and has not rested yet. */
  close(): Promise<void>;
}

/** As for a version: a meeting at which nobody writes any more. Milliseconds. */
const idleBeforeWriting = 60_000;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The archive files under `root` of the meetings of a database. */
export function createArchiveFiles(db: Db, records: Records, root: string): ArchiveFiles {
  const owed = new Set<number>();
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<void> = Promise.resolve();

  /** One at a time: two for the same meeting would write over each other. */
  const inTurn = (task: () => Promise<void>): Promise<void> => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
  const placeOf = (row: MeetingRow): string => archivePlace(root, row);
  const isCurrentAt = async ([place, ...others]: readonly string[], row: MeetingRow): Promise<boolean> =>
    place !== undefined && others.length === 0 && isArchiveCurrent(root, place, row);
  const writeOne = async (row: MeetingRow, places = archivePlaces(root)): Promise<void> => {
    const document = records.glance<unknown>(row, (found) => found, () => null);
    // What cannot be read must not take the place of what could be once.
    if (document === null) return;
    const path = placeOf(row);
    await write(path, { format: 'minutebook.meeting', form: 1, database: db.identity, revision: row.revision, savedAt: row.updatedAt, createdAt: row.createdAt, document: document as Archived['document'] });
    // Its date was changed: the file is where the library has the meeting, and nowhere else.
    for (const place of places.get(row.id) ?? []) if (place !== path) await removeFile(place);
  };
  const writeOwed = async (): Promise<void> => {
    for (const number of [...owed]) {
      owed.delete(number);
      const row = db.meetings.byNumber(number);
      if (row) await writeOne(row);
    }
  };

  return {
    changed(number) {
      owed.add(number);
      clearTimeout(idle);
      // Where it fails, the next time that everything is brought up has it.
      idle = setTimeout(() => void inTurn(writeOwed).catch(() => undefined), idleBeforeWriting).unref();
    },
    catchUp: (breathe) =>
      inTurn(async () => {
        const places = archivePlaces(root);
        for (const number of db.repairs.numbers()) {
          const row = db.meetings.byNumber(number);
          if (row && !(await isCurrentAt(places.get(row.id) ?? [], row))) await writeOne(row, places);
          await breathe();
        }
      }),
    async mend(row) {
      let damaged = false;
      await inTurn(async () => {
        const place = placeOf(row);
        if (!(await isArchiveCurrent(root, place, row)) || isArchiveFileWhole(place)) return;
        damaged = true;
        await writeOne(row);
      });
      return damaged;
    },
    remove: (id) =>
      inTurn(async () => {
        for (const place of archivePlaces(root).get(id) ?? []) await removeFile(place);
      }),
    async close() {
      clearTimeout(idle);
      await inTurn(writeOwed).catch(() => undefined);
    },
  };
}

const archivePlace = (root: string, { year, id }: MeetingRow): string => join(root, String(year), `${id}.json.zst`);

/**
 * Whether the file at `place` holds a meeting as it was last saved, told from its own time, which is that of the save:
 * nothing has to be read for it.
 */
export async function isArchiveCurrent(root: string, place: string, row: MeetingRow): Promise<boolean> {
  if (place !== archivePlace(root, row)) return false;
  const stats = await stat(place).catch(() => null);
  return stats !== null && Math.abs(stats.mtimeMs - Date.parse(row.updatedAt)) < 1.5;
}

async function write(path: string, archived: Archived): Promise<void> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  // With zstd's own checksum, so that the file can be trusted even without the one beside it.
  const params = { [constants.ZSTD_c_compressionLevel]: 6, [constants.ZSTD_c_checksumFlag]: 1 };
  const bytes = await compress(Buffer.from(`${JSON.stringify(archived, null, 1)}\n`), { params });
  for (const [target, content] of [[path, bytes], [`${path}.sha256`, Buffer.from(`${hashOf(bytes)}  ${basename(path)}\n`)]] as const) {
    const written = await writeFileSafely(target, content);
    if (!written.ok) throw new Error(written.error.code);
  }
  // Last: a file that was left half done has another time, and is written again.
  await utimes(path, new Date(archived.savedAt), new Date(archived.savedAt));
  if (made) for (const parent of [dirname(folder), dirname(dirname(folder))]) await flushFolder(parent);
}

async function removeFile(place: string): Promise<void> {
  for (const path of [place, `${place}.sha256`]) await rm(path, { force: true });
}

/** Where the file of each meeting lies, by its id; in two places where the end of the program came between. */
export function archivePlaces(root: string): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const year of namesIn(root)) {
    for (const name of namesIn(join(root, year))) {
      const id = /^([a-z0-9]{6,32})\.json\.zst$/.exec(name)?.[1];
      if (id !== undefined) places.set(id, [...(places.get(id) ?? []), join(root, year, name)]);
    }
  }
  return places;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What an archive file holds; null where it is not what was written. */
export function readArchiveFile(path: string): Archived | null {
  try {
    // A wrong byte is found by the checksum inside as well: a file whose sha256 was not written any more is good.
    return archivedSchema.parse(JSON.parse(zstdDecompressSync(readFileSync(path)).toString('utf8')));
  } catch {
    return null;
  }
}

/** Whether the file and its sha256 are both as they were written; one that a save is about to replace may be neither. */
export function isArchiveFileWhole(path: string): boolean {
  try {
    return readFileSync(`${path}.sha256`, 'utf8') === `${hashOf(readFileSync(path))}  ${basename(path)}\n` && readArchiveFile(path) !== null;
  } catch {
    return false;
  }
}
