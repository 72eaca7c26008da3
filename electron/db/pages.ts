/**
 * Reads the rows of a database file without SQLite, page by page: what SQLite refuses as a whole is mostly still there
 * in its parts. Nothing is written, no tree is followed, and nothing is trusted: whoever uses a row checks its hash.
 * The form of the file is fixed for good: sqlite.org/fileformat.html.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

export type StoredValue = null | number | string | Buffer;

export interface StoredRow {
  /** Null in the rows of an index or of a table without row numbers. */
  number: number | null;
  values: StoredValue[];
  /** On a page that the file lists as free: it may be an older state of a row, or one that was deleted. */
  free: boolean;
}

const kinds = { innerIndex: 2, leafIndex: 10, leafTable: 13 } as const;
/** What our databases have always had; for a file whose first page is gone. Bytes. */
const usualPageSize = 4096;
/** Longer than any record: where a damaged length says more, it is not one. Bytes. */
const mostBytes = 256 * 1024 * 1024;

interface Pages {
  /** Bytes of a page that hold content. */
  usable: number;
  count: number;
  page(number: number): Buffer | null;
  free: ReadonlySet<number>;
  version: number | null;
  close(): void;
}

export interface StoredRows {
  /** The version of the schema as the first page has it; null where it cannot be read. */
  version: number | null;
  pages: number;
  /** The rows of one page, counted from 1, with what the journal beside the file has of it. */
  on(page: number): Generator<StoredRow>;
  close(): void;
}

/** The rows of the file at `path` as it was last saved: with what lies in its journal (`-wal`) and not yet in it. */
export function openRows(path: string): StoredRows {
  const pages = openPages(path);
  return { version: pages.version, pages: pages.count, on: (number) => rowsOn(pages, number), close: () => pages.close() };
}

function openPages(path: string): Pages {
  const file = openSync(path, 'r');
  const size = fstatSync(file).size;
  const header = Buffer.alloc(100);
  readSync(file, header, 0, 100, 0);
  const isHeader = header.toString('latin1', 0, 16) === 'SQLite format 3\0';
  const journal = readJournal(`${path}-wal`);
  const stated = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
  const isSize = (bytes: number): boolean => bytes >= 512 && bytes <= 65536 && (bytes & (bytes - 1)) === 0;
  const pageSize = isHeader && isSize(stated) ? stated : journal && isSize(journal.pageSize) ? journal.pageSize : usualPageSize;
  const frames = journal?.pageSize === pageSize ? journal.pages : new Map<number, Buffer>();
  const count = Math.max(Math.ceil(size / pageSize), ...frames.keys());
  const page = (number: number): Buffer | null => {
    const newer = frames.get(number);
    if (newer || number < 1 || number > count) return newer ?? null;
    const bytes = Buffer.alloc(pageSize);
    // A page that was cut off is read as far as it is there.
    return readSync(file, bytes, 0, pageSize, (number - 1) * pageSize) > 0 ? bytes : null;
  };
  const first = frames.get(1) ?? header;
  const isFirst = first.toString('latin1', 0, 16) === 'SQLite format 3\0';
  return {
    usable: pageSize - (isFirst ? (first[20] ?? 0) : 0),
    count,
    page,
    free: isFirst ? freePages(page, first.readUInt32BE(32), count) : new Set(),
    version: isFirst ? first.readUInt32BE(60) : null,
    close: () => closeSync(file),
  };
}

function freePages(page: (number: number) => Buffer | null, first: number, count: number): Set<number> {
  const free = new Set<number>();
  for (let trunk = first; trunk > 0 && trunk <= count && !free.has(trunk); ) {
    free.add(trunk);
    const bytes = page(trunk);
    const length = bytes?.readUInt32BE(4) ?? 0;
    if (!bytes || length > bytes.length / 4 - 2) break;
    for (let at = 0; at < length; at++) free.add(bytes.readUInt32BE(8 + at * 4));
    trunk = bytes.readUInt32BE(0);
  }
  return free;
}

/** The newest state of each page that the journal holds whole; null where there is no journal. */
function readJournal(path: string): { pageSize: number; pages: Map<number, Buffer> } | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    const header = Buffer.alloc(32);
    const magic = 0x377f0682;
    if (readSync(file, header, 0, 32, 0) < 32 || header.readUInt32BE(0) >>> 1 !== magic >>> 1) return null;
    const pageSize = header.readUInt32BE(8);
    const isBig = (header.readUInt32BE(0) & 1) === 1;
    const salt = header.subarray(16, 24);
    const pages = new Map<number, Buffer>();
    const written = new Map<number, Buffer>();
    let sum = checksum(header.subarray(0, 24), isBig, [0, 0]);
    for (let at = 32; ; at += 24 + pageSize) {
      const frame = Buffer.alloc(24 + pageSize);
      if (readSync(file, frame, 0, frame.length, at) < frame.length || !frame.subarray(8, 16).equals(salt)) break;
      const content = frame.subarray(24);
      sum = checksum(content, isBig, checksum(frame.subarray(0, 8), isBig, sum));
      if (frame.readUInt32BE(16) !== sum[0] || frame.readUInt32BE(20) !== sum[1]) break;
      written.set(frame.readUInt32BE(0), content);
      // Only what a commit closes was ever saved.
      if (frame.readUInt32BE(4) === 0) continue;
      for (const [number, bytes] of written) pages.set(number, bytes);
      written.clear();
    }
    return { pageSize, pages };
  } finally {
    closeSync(file);
  }
}

function checksum(bytes: Buffer, isBig: boolean, [first, second]: readonly [number, number]): [number, number] {
  let [a, b] = [first, second];
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (isBig ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}

function* rowsOn(pages: Pages, number: number): Generator<StoredRow> {
  const page = pages.page(number);
  if (!page) return;
  const start = number === 1 ? 100 : 0;
  const kind = page[start];
  if (kind !== kinds.leafTable && kind !== kinds.leafIndex && kind !== kinds.innerIndex) return;
  const cells = page.readUInt16BE(start + 3);
  const list = start + (kind === kinds.innerIndex ? 12 : 8);
  for (let cell = 0; cell < cells && list + cell * 2 + 2 <= page.length; cell++) {
    const row = rowAt(pages, page, page.readUInt16BE(list + cell * 2), kind);
    if (row) yield { ...row, free: pages.free.has(number) };
  }
}

/** The row of a cell; null where it is none, or not whole. */
function rowAt(pages: Pages, page: Buffer, offset: number, kind: number): Pick<StoredRow, 'number' | 'values'> | null {
  const isTable = kind === kinds.leafTable;
  let at = kind === kinds.innerIndex ? offset + 4 : offset;
  const length = varint(page, at);
  at += length.bytes;
  const rowNumber = isTable ? varint(page, at) : { value: 0, bytes: 0 };
  at += rowNumber.bytes;
  const payload = length.value > 0 && length.value < mostBytes ? payloadAt(pages, page, at, length.value, isTable) : null;
  const values = payload && valuesOf(payload);
  return values ? { number: isTable ? rowNumber.value : null, values } : null;
}

/** The bytes of a record, those on the pages that it runs over to included. */
function payloadAt({ usable, page: pageOf }: Pages, page: Buffer, at: number, length: number, isTable: boolean): Buffer | null {
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const even = least + ((length - least) % (usable - 4));
  const local = length <= most ? length : even <= most ? even : least;
  if (at + local + (local < length ? 4 : 0) > page.length) return null;
  const parts = [page.subarray(at, at + local)];
  let next = local < length ? page.readUInt32BE(at + local) : 0;
  for (let left = length - local; left > 0; left -= usable - 4) {
    const over = next > 0 ? pageOf(next) : null;
    if (!over) return null;
    parts.push(over.subarray(4, 4 + Math.min(left, usable - 4)));
    next = over.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

function valuesOf(record: Buffer): StoredValue[] | null {
  const head = varint(record, 0);
  if (head.value > record.length || head.value < 1) return null;
  const values: StoredValue[] = [];
  let body = head.value;
  for (let at = head.bytes; at < head.value; ) {
    const type = varint(record, at);
    at += type.bytes;
    const length = type.value >= 12 ? Math.floor((type.value - 12) / 2) : (numberBytes[type.value] ?? -1);
    if (length < 0 || body + length > record.length) return null;
    values.push(valueOf(type.value, record.subarray(body, body + length)));
    body += length;
  }
  return values;
}

/** How many bytes the numbers of each type take; 10 and 11 are not used. */
const numberBytes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function valueOf(type: number, bytes: Buffer): StoredValue {
  if (type >= 12) return type % 2 === 0 ? Buffer.from(bytes) : bytes.toString('utf8');
  if (type === 0) return null;
  if (type === 7) return bytes.readDoubleBE(0);
  if (type >= 8) return type - 8;
  return bytes.length === 8 ? Number(bytes.readBigInt64BE(0)) : bytes.readIntBE(0, bytes.length);
}

/** A number of one to nine bytes, seven bits of each but the ninth. */
function varint(bytes: Buffer, at: number): { value: number; bytes: number } {
  let value = 0;
  for (let length = 1; length < 9; length++) {
    const byte = bytes[at + length - 1] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, bytes: length };
  }
  return { value: value * 256 + (bytes[at + 8] ?? 0), bytes: 9 };
}
