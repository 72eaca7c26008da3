/**
 * Room kept for the day when the disk is full: with a full disk SQLite can neither save nor tidy up, so a file beside
 * the database is given up then, and the save goes through.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Reserve {
  /** Gives the room up; false where there is none. */
  give(): boolean;
  /** Makes it where there is none and room enough. */
  tend(): void;
  /** It is given up or could never be made: the disk is nearly full. False before the first `tend`. */
  isMissing(): boolean;
  /** Hears when `isMissing` changes. */
  watch(listener: () => void): void;
}

const reserveBytes = 4 * 1024 * 1024;
/** It is not made with the last room of a disk. Bytes. */
const roomWanted = 100 * 1024 * 1024;

/** The reserve at `path`; nothing is made before `tend`. */
export function reserveAt(path: string): Reserve {
  let missing = false;
  let listener = (): void => undefined;
  const note = (now: boolean): void => {
    if (now === missing) return;
    missing = now;
    listener();
  };
  return {
    give() {
      if (!existsSync(path)) return false;
      try {
        rmSync(path);
      } catch {
        return false;
      }
      note(true);
      return true;
    },
    tend() {
      if (!existsSync(path) && hasRoom(path)) make(path);
      note(!existsSync(path));
    },
    isMissing: () => missing,
    watch: (heard) => void (listener = heard),
  };
}

function hasRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize > roomWanted;
  } catch {
    return false;
  }
}

function make(path: string): void {
  const beside = `${path}.tmp`;
  try {
    const file = openSync(beside, 'w');
    try {
      // Nothing that a file system can pack, or leave out as a hole.
      writeSync(file, randomBytes(reserveBytes));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch {
    rmSync(beside, { force: true });
  }
}
