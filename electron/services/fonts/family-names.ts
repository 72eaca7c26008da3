/** The names that a font file goes by, read from its `name` table alone: files of Chinese faces are large. */
import { type FileHandle, open } from 'node:fs/promises';

/** Family (1) and typographic family (16). */
const familyIds = [1, 16];
/** Many more than any collection holds. */
const mostFaces = 64;
const mostBytes = 1 << 20;

/** The names of the families in a TrueType or OpenType file or collection, in every language it has; none where it is no such file. */
export async function familyNames(path: string): Promise<string[]> {
  const file = await open(path).catch(() => null);
  if (!file) return [];
  try {
    const names: string[] = [];
    for (const face of await faceOffsets(file)) names.push(...(await namesOfFace(file, face)));
    return [...new Set(names)];
  } catch {
    return [];
  } finally {
    await file.close();
  }
}

/** Bytes of the file; an error where it ends before. */
async function bytes(file: FileHandle, at: number, length: number): Promise<Buffer> {
  if (length > mostBytes) throw new RangeError('longer than any table of names');
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw new RangeError('the file ends before');
  return buffer;
}

async function faceOffsets(file: FileHandle): Promise<number[]> {
  const head = await bytes(file, 0, 12);
  const tag = head.toString('latin1', 0, 4);
  if (tag !== 'ttcf') return ['OTTO', 'true', '\0\u0001\0\0'].includes(tag) ? [0] : [];
  const count = Math.min(head.readUInt32BE(8), mostFaces);
  const offsets = await bytes(file, 12, count * 4);
  return Array.from({ length: count }, (_, index) => offsets.readUInt32BE(index * 4));
}

async function namesOfFace(file: FileHandle, face: number): Promise<string[]> {
  const count = (await bytes(file, face, 12)).readUInt16BE(4);
  const tables = await bytes(file, face + 12, count * 16);
  const at = Array.from({ length: count }, (_, index) => index * 16).find((entry) => tables.toString('latin1', entry, entry + 4) === 'name');
  if (at === undefined) return [];
  const table = await bytes(file, tables.readUInt32BE(at + 8), tables.readUInt32BE(at + 12));
  const strings = table.readUInt16BE(4);
  return Array.from({ length: table.readUInt16BE(2) }, (_, index) => 6 + index * 12).flatMap((record) => {
    const [platform, nameId] = [table.readUInt16BE(record), table.readUInt16BE(record + 6)];
    // Unicode and Windows write UTF-16; what the old Macintosh platform says is said there again.
    if (!familyIds.includes(nameId) || (platform !== 0 && platform !== 3)) return [];
    const from = strings + table.readUInt16BE(record + 10);
    return [bigEndian(table.subarray(from, from + table.readUInt16BE(record + 8)))];
  });
}

const bigEndian = (text: Buffer): string => Buffer.from(text.subarray(0, text.length - (text.length % 2))).swap16().toString('utf16le');
