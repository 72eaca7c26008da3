/**
 * A disk rebuilt from what a program did to it: what was flushed is there after a power cut; of what was not, any part
 * may be: writes and names alike, each sector by itself.
 */
import { dirname } from 'node:path';
import { type Dice, pick } from '../dice.ts';
import type { DiskEvent } from './log.ts';

/** Bytes that are put at a place, or the new length. */
type Change = { at: number; bytes: Buffer } | { length: number };

interface DiskFile {
  durable: Buffer;
  /** Not flushed, in order. */
  pending: Change[];
}

/** What a name stands for; null where it stands for nothing. */
type Named = DiskFile | 'folder' | null;
type Naming = readonly (readonly [path: string, named: Named])[];

export type DiskState = Map<string, Buffer>;

export const cutModes = ['dropped', 'kept', 'begun', 'some', 'shuffled', 'torn'] as const;
export type CutMode = (typeof cutModes)[number];

/** A disk on which nothing has happened yet. */
export function createDisk() {
  const names = new Map<string, Named>();
  const durableNames = new Map<string, Named>();
  /** By the folder that has to be flushed for them. */
  const pendingNames = new Map<string, Naming[]>();
  const open = new Map<number, { path: string; file: DiskFile | null }>();

  const fileAt = (path: string): DiskFile => {
    const named = names.get(path);
    if (!named || named === 'folder') throw new Error(`the log knows no file ${path}`);
    return named;
  };
  const openFile = (number: number): DiskFile => {
    const file = open.get(number)?.file;
    if (!file) throw new Error(`the log knows no open file ${number}`);
    return file;
  };
  const name = (...naming: Naming): void => {
    for (const [path, named] of naming) {
      if (named === null) names.delete(path);
      else names.set(path, named);
    }
    for (const folder of new Set(naming.map(([path]) => dirname(path)))) {
      pendingNames.set(folder, [...(pendingNames.get(folder) ?? []), naming]);
    }
  };
  const flushFolder = (path: string): void => {
    for (const naming of pendingNames.get(path) ?? []) {
      for (const [named, what] of naming) durableNames.set(named, what);
      // A renaming from one folder to another is one step.
      for (const [folder, list] of pendingNames) if (folder !== path) pendingNames.set(folder, list.filter((one) => one !== naming));
    }
    pendingNames.delete(path);
  };

  return {
    apply(event: DiskEvent): void {
      switch (event.kind) {
        case 'open': {
          if (event.made) name([event.path, { durable: Buffer.alloc(0), pending: [] }]);
          const named = names.get(event.path);
          open.set(event.file, { path: event.path, file: named && named !== 'folder' ? named : null });
          return;
        }
        case 'write':
          openFile(event.file).pending.push({ at: event.at, bytes: event.bytes });
          return;
        case 'truncate':
          openFile(event.file).pending.push({ length: event.length });
          return;
        case 'sync': {
          if (event.folder) return flushFolder(folderName(open.get(event.file)?.path));
          const file = openFile(event.file);
          file.durable = laid(file.durable, file.pending);
          file.pending = [];
          return;
        }
        case 'shared': {
          // The journal's index, which is made anew by whoever opens first; of any other file something would be missed.
          const path = open.get(event.file)?.path ?? '';
          if (!path.endsWith('-shm')) throw new Error(`${path} is written through memory, which the log does not show`);
          names.delete(path);
          return;
        }
        case 'close':
          open.delete(event.file);
          return;
        case 'rename':
          return name([event.to, fileOrFolder(names, event.from)], [event.from, null]);
        case 'link':
          return name([event.to, fileAt(event.from)]);
        case 'unlink':
        case 'rmdir':
          return name([event.path, null]);
        case 'mkdir':
          return name([event.path, 'folder']);
      }
    },
    /** The path that an open file was opened by. */
    nameOf: (file: number): string | undefined => open.get(file)?.path,
    /** Everything as the program itself sees it. */
    seen(): DiskState {
      return stateOf(names, (file) => laid(file.durable, file.pending));
    },
    /** What may be there after the power was cut now. */
    cut(mode: CutMode, roll: Dice): DiskState {
      const surviving = new Map(durableNames);
      for (const namings of pendingNames.values()) {
        for (const naming of kept(namings, mode, roll)) for (const [path, named] of naming) surviving.set(path, named);
      }
      return stateOf(surviving, (file) => (file.pending.length === 0 ? file.durable : laid(file.durable, kept(sectors(file.pending, mode, roll), mode, roll))));
    },
  };
}

/** The root is '.' in the names of what lies in it, and '' as a path of its own. */
const folderName = (path: string | undefined): string => (path === undefined || path === '' ? '.' : path);

function fileOrFolder(names: ReadonlyMap<string, Named>, path: string): Named {
  const named = names.get(path);
  if (named === 'folder') throw new Error('a folder was renamed: its contents would have to move with it');
  return named ?? null;
}

function stateOf(names: ReadonlyMap<string, Named>, contentOf: (file: DiskFile) => Buffer): DiskState {
  const isThere = (path: string): boolean => path === '.' || (names.get(path) === 'folder' && isThere(dirname(path)));
  const state: DiskState = new Map();
  for (const [path, named] of names) if (named && named !== 'folder' && isThere(dirname(path))) state.set(path, contentOf(named));
  return state;
}

function kept<Item>(list: readonly Item[], mode: CutMode, roll: Dice): readonly Item[] {
  if (list.length === 0) return list;
  switch (mode) {
    case 'dropped':
      return [];
    case 'kept':
      return list;
    case 'begun':
      return list.slice(0, roll(list.length + 1));
    case 'some':
    case 'torn': {
      const share = 1 + roll(9);
      return list.filter(() => roll(10) < share);
    }
    case 'shuffled': {
      const share = 1 + roll(9);
      return list
        .filter(() => roll(10) < share)
        .map((item) => [roll(1 << 30), item] as const)
        .toSorted(([one], [other]) => one - other)
        .map(([, item]) => item);
    }
  }
}

/** The same changes, each write in pieces that a disk writes whole. */
function sectors(changes: readonly Change[], mode: CutMode, roll: Dice): readonly Change[] {
  if (mode !== 'torn') return changes;
  const sector = pick(roll, [512, 4096]);
  return changes.flatMap((change) => {
    if (!('bytes' in change)) return [change];
    const pieces: Change[] = [];
    for (let from = 0; from < change.bytes.length; ) {
      const to = Math.min(change.bytes.length, from + sector - ((change.at + from) % sector));
      pieces.push({ at: change.at + from, bytes: change.bytes.subarray(from, to) });
      from = to;
    }
    return pieces;
  });
}

/** `bytes` with the changes laid over it, in their order. */
function laid(bytes: Buffer, changes: readonly Change[]): Buffer {
  let length = bytes.length;
  let longest = length;
  for (const change of changes) {
    length = 'length' in change ? change.length : Math.max(length, change.at + change.bytes.length);
    longest = Math.max(longest, length);
  }
  const result = Buffer.alloc(longest);
  bytes.copy(result);
  let end = bytes.length;
  for (const change of changes) {
    if ('length' in change) {
      if (change.length < end) result.fill(0, change.length, end);
      end = change.length;
    } else {
      change.bytes.copy(result, change.at);
      end = Math.max(end, change.at + change.bytes.length);
    }
  }
  return result.subarray(0, end);
}
