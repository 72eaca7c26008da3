/** What a program did to the files under a folder, in order, as shim.c wrote it down. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** Paths are relative to the folder; `file` numbers an open file. */
export type DiskEvent =
  | { kind: 'open'; file: number; path: string; made: boolean }
  | { kind: 'write'; file: number; at: number; bytes: Buffer }
  | { kind: 'truncate'; file: number; length: number }
  | { kind: 'sync'; file: number; folder: boolean }
  | { kind: 'close'; file: number }
  /** From here on the file is written through memory too, which nothing shows. */
  | { kind: 'shared'; file: number }
  | { kind: 'rename' | 'link'; from: string; to: string }
  | { kind: 'unlink' | 'mkdir' | 'rmdir'; path: string };

const headerBytes = 24;

/** The events of a log. */
export function readLog(logPath: string, root: string): DiskEvent[] {
  const log = readFileSync(logPath);
  const events: DiskEvent[] = [];
  const within = (path: string): string => relative(root, path);
  for (let at = 0; at < log.length; ) {
    const [kind, file, place] = [log.readUInt32LE(at), log.readInt32LE(at + 4), Number(log.readBigInt64LE(at + 8))];
    const nameEnd = at + headerBytes + log.readUInt32LE(at + 16);
    const end = nameEnd + log.readUInt32LE(at + 20);
    const path = within(log.toString('utf8', at + headerBytes, nameEnd));
    const bytes = log.subarray(nameEnd, end);
    events.push(eventOf(kind, { file, place, path, bytes, within }));
    at = end;
  }
  return events;
}

interface Line {
  file: number;
  place: number;
  path: string;
  bytes: Buffer;
  within(path: string): string;
}

function eventOf(kind: number, { file, place, path, bytes, within }: Line): DiskEvent {
  switch (kind) {
    case 1:
      return { kind: 'open', file, path, made: place === 1 };
    case 2:
      return { kind: 'write', file, at: place, bytes };
    case 3:
      return { kind: 'truncate', file, length: place };
    case 4:
      return { kind: 'sync', file, folder: place === 1 };
    case 5:
      return { kind: 'close', file };
    case 6:
      return { kind: 'rename', from: path, to: within(bytes.toString()) };
    case 7:
      return { kind: 'unlink', path };
    case 8:
      return { kind: 'mkdir', path };
    case 9:
      return { kind: 'rmdir', path };
    case 10:
      return { kind: 'link', from: path, to: within(bytes.toString()) };
    case 11:
      return { kind: 'shared', file };
    default:
      throw new Error(`no event is of the kind ${kind}`);
  }
}
