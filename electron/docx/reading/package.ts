/** The zip around a Word file of strangers: weighed before any of it is unpacked, and unpacked part by part. */
import { crc32, inflateRawSync } from 'node:zlib';
import { Refusal } from './refusal.ts';
import { parseXml, type XmlElement } from './xml.ts';

export interface WordPackage {
  names: readonly string[];
  /** The bytes of a part; null where there is none. Throws word.damaged where they are not what was put in. */
  bytes(name: string): Buffer | null;
  /** A part as a tree; null where there is none. Throws as `parseXml` does. */
  xml(name: string): XmlElement | null;
}

/** More is not read at all. Bytes. */
const most = { file: 200 * 1024 ** 2, entries: 20_000, entry: 64 * 1024 ** 2, total: 400 * 1024 ** 2, ratio: 400 };
/** Small parts may be anything: a page of the same character packs well. */
const smallEntry = 1024 ** 2;

interface Entry {
  method: number;
  crc: number;
  packed: number;
  size: number;
  /** Of the local header. */
  offset: number;
}

/**
 * Opens the bytes of a zip. Throws a Refusal: word.encrypted, word.old (.doc), word.notWord (no zip), word.damaged (cut
 * short, two parts of one name), word.unsafe (a name that leads elsewhere), word.tooLarge (a bomb).
 */
export function openPackage(bytes: Uint8Array): WordPackage {
  if (bytes.length > most.file) throw new Refusal('word.tooLarge');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isCompound(buffer)) throw new Refusal(holds(buffer, 'EncryptedPackage') ? 'word.encrypted' : holds(buffer, 'WordDocument') ? 'word.old' : 'word.notWord');
  if (buffer.toString('latin1', 0, 2) !== 'PK') throw new Refusal('word.notWord');
  const entries = directory(buffer);
  const trees = new Map<string, XmlElement>();
  const read = (name: string): Buffer | null => {
    const entry = entries.get(name.toLowerCase());
    return entry ? inflate(buffer, entry) : null;
  };
  return {
    names: [...entries.keys()],
    bytes: read,
    xml(name) {
      const known = trees.get(name);
      if (known) return known;
      const content = read(name);
      if (!content) return null;
      const tree = parseXml(content);
      trees.set(name, tree);
      return tree;
    },
  };
}

/** A file of Office before 2007, and the shell of one with a password. */
const isCompound = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 8) === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** Whether it has a stream of that name; names are UTF-16. */
const holds = (bytes: Buffer, stream: string): boolean => bytes.includes(Buffer.from(stream, 'utf16le'));

/** The list at the end of a zip, checked. Names are told apart without regard to case, as Word does. */
function directory(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > bytes.length) throw new Refusal('word.damaged');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > most.entries) throw new Refusal('word.tooLarge');
  const entries = new Map<string, Entry>();
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) throw new Refusal('word.damaged');
    const flags = bytes.readUInt16LE(at + 8);
    const entry: Entry = {
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    const [nameLength, extraLength, commentLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/').toLowerCase();
    at += 46 + nameLength + extraLength + commentLength;
    if (name.endsWith('/')) continue;
    if (/^\/|^[a-z]:|(?:^|\/)\.\.?(?:\/|$)|\p{Cc}/u.test(name)) throw new Refusal('word.unsafe');
    if ((flags & 1) !== 0) throw new Refusal('word.encrypted');
    total += entry.size;
    if (entry.size > most.entry || total > most.total || (entry.size > smallEntry && entry.size > entry.packed * most.ratio)) throw new Refusal('word.tooLarge');
    if (entries.has(name) || entry.offset + entry.packed > bytes.length) throw new Refusal('word.damaged');
    entries.set(name, entry);
  }
  return entries;
}

/** The bytes of an entry. Its size is only what the file says of itself: unpacking ends there. */
function inflate(bytes: Buffer, entry: Entry): Buffer {
  try {
    if (bytes.readUInt32LE(entry.offset) !== 0x04034b50) throw new Refusal('word.damaged');
    const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
    const packed = bytes.subarray(start, start + entry.packed);
    const content = entry.method === 0 ? packed : entry.method === 8 ? inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) }) : null;
    if (!content || content.length !== entry.size || crc32(content) !== entry.crc) throw new Refusal('word.damaged');
    return content;
  } catch {
    // Whatever zlib has to say of it, or an offset beyond the end.
    throw new Refusal('word.damaged');
  }
}
