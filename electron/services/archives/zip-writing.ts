/**
 * Writes a zip to disk, file by file. Of a file that is written only what the directory says of it stays in memory: an
 * archive may hold a hundred thousand. The format is that of PKWARE's APPNOTE, with its 64-bit parts where needed.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);

export interface ZipFile {
  /** Adds a file; `packed` where its bytes are compressed already. */
  add(name: string, bytes: Uint8Array, at: Date, packed?: boolean): Promise<void>;
  /** The sha256 of every file so far, in hex. */
  sums(): Record<string, string>;
  /** Writes the directory; everything is on disk after it. */
  finish(): Promise<void>;
  /** Lets go of a file that is not finished. */
  close(): Promise<void>;
}

const linesAWrite = 1000;

/** What the directory says of a file. */
export interface Entry {
  name: string;
  at: Date;
  method: 0 | 8;
  crc: number;
  packedSize: number;
  size: number;
  offset: number;
}

const full = { 16: 0xffff, 32: 0xffffffff } as const;
/** Names are UTF-8. */
const flags = 0x0800;
/** Of the format: 2.0, and 4.5 for what is larger than 32 bits. */
const versions = { plain: 20, large: 45 } as const;
/** Made on Unix: a plain file that its owner can write. */
const system = 3 << 8;
const mode = 0o100644;

/** A record of numbers of 2, 4 or 8 bytes. */
function record(...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value), at);
    else buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
}

/** As a zip has it: to two seconds, from 1980 on. In UTC, so that it is the same in every place. */
function dosTime(at: Date): readonly [time: number, date: number] {
  const year = Math.min(Math.max(at.getUTCFullYear(), 1980), 2107);
  return [
    (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  ];
}

/** The time to the second and without doubt about its zone. */
const timeExtra = (at: Date): Buffer => Buffer.concat([record([2, 0x5455], [2, 5]), Buffer.from([1]), record([4, Math.floor(at.getTime() / 1000) >>> 0])]);

function common({ at, method, crc, packedSize, size, name }: Entry, extra: number): readonly (readonly [2 | 4, number])[] {
  const [time, date] = dosTime(at);
  return [[2, flags], [2, method], [2, time], [2, date], [4, crc], [4, packedSize], [4, size], [2, Buffer.byteLength(name)], [2, extra]];
}

/** What stands before the bytes of a file. */
function headOf(entry: Entry): Buffer {
  const extra = timeExtra(entry.at);
  return Buffer.concat([record([4, 0x04034b50], [2, versions.plain], ...common(entry, extra.length)), Buffer.from(entry.name), extra]);
}

/** The line of the directory for a file. */
export function lineOf(entry: Entry): Buffer {
  const isFar = entry.offset >= full[32];
  const extra = isFar ? Buffer.concat([record([2, 1], [2, 8], [8, entry.offset]), timeExtra(entry.at)]) : timeExtra(entry.at);
  const version = isFar ? versions.large : versions.plain;
  const fields = record(
    [4, 0x02014b50], [2, system | version], [2, version], ...common(entry, extra.length),
    [2, 0], [2, 0], [2, 0], [4, mode * 0x10000], [4, Math.min(entry.offset, full[32])],
  );
  return Buffer.concat([fields, Buffer.from(entry.name), extra]);
}

/** The end of the file: how many there are, and where the directory lies. */
export function endOf(count: number, size: number, offset: number): Buffer {
  const isLarge = count >= full[16] || size >= full[32] || offset >= full[32];
  const large = record([4, 0x06064b50], [8, 44], [2, system | versions.large], [2, versions.large], [4, 0], [4, 0], [8, count], [8, count], [8, size], [8, offset]);
  const pointer = record([4, 0x07064b50], [4, 0], [8, offset + size], [4, 1]);
  const listed = Math.min(count, full[16]);
  const end = record([4, 0x06054b50], [2, 0], [2, 0], [2, listed], [2, listed], [4, Math.min(size, full[32])], [4, Math.min(offset, full[32])], [2, 0]);
  return isLarge ? Buffer.concat([large, pointer, end]) : end;
}

/** Begins a zip at `path`, where nothing may be. */
export async function createZip(path: string): Promise<ZipFile> {
  const file = await open(path, 'wx', 0o600);
  const entries: Entry[] = [];
  const sums: Record<string, string> = {};
  let offset = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    await file.writeFile(bytes);
    offset += bytes.length;
  };
  return {
    async add(name, bytes, at, packed = false) {
      sums[name] = createHash('sha256').update(bytes).digest('hex');
      const content = packed ? bytes : await deflate(bytes, { level: 6 });
      const entry: Entry = { name, at, method: packed ? 0 : 8, crc: crc32(bytes), packedSize: content.length, size: bytes.length, offset };
      await write(headOf(entry));
      await write(content);
      entries.push(entry);
    },
    sums: () => sums,
    async finish() {
      const from = offset;
      for (let at = 0; at < entries.length; at += linesAWrite) await write(Buffer.concat(entries.slice(at, at + linesAWrite).map(lineOf)));
      await write(endOf(entries.length, offset - from, from));
      await file.sync();
      await file.close();
    },
    close: () => file.close(),
  };
}
