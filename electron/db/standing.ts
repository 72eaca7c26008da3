/** Whether the files of an open database still stand where it was opened: a drive can be taken away, a file replaced. */
import { statSync } from 'node:fs';

export interface Standing {
  /** The database at the path is the file that is open. */
  database(): boolean;
  /** And so is its journal: what is committed now is found again. */
  whole(): boolean;
  /** Another file has taken the database's place, and its journal is still there: it would be taken for the other one's. */
  replaced(): boolean;
}

/** Remembers the files of a database that was just opened at `path`. */
export function standingOf(path: string): Standing {
  const database = fileAt(path);
  let journal = fileAt(`${path}-wal`);
  const stands = (): boolean => database !== null && fileAt(path) === database;
  return {
    database: stands,
    whole() {
      if (!stands()) return false;
      const now = fileAt(`${path}-wal`);
      // It may have been made by the first write.
      journal ??= now;
      return now === journal;
    },
    replaced() {
      const there = fileAt(path);
      return there !== null && there !== database && journal !== null && fileAt(`${path}-wal`) === journal;
    },
  };
}

/** What tells a file from another one of its name. Bigint, because the numbers of Windows are longer than a double. */
function fileAt(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}
