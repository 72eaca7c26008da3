/** The zip of an archive, read from disk piece by piece, and never trusted. */
import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { BlobReader, configure, type FileEntry, ZipReader } from '@zip.js/zip.js';
import { fail, ok, type Result } from '#shared/result.ts';

// Streams of Node do the work, in threads of its own.
configure({ useWebWorkers: false, useCompressionStream: true });

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What an archive may hold: more is not read at all. */
const most = { entries: 200_000, entry: 50 * 1024 ** 2, total: 8 * 1024 ** 3, ratio: 200 };
/** What comes before the name of a file. */
const headBytes = 30;
/** Small files may be anything: a page of the same character packs well. Bytes. */
const smallEntry = 1024 * 1024;

export interface OpenZip {
  /** The name of the file that it begins with. */
  first: string;
  has(name: string): boolean;
  /** The content of a file; null where it is not what was put in, or is not there. */
  read(name: string): Promise<Buffer | null>;
}

/**
 * Opens the zip at `path`. What it claims to hold is weighed before any of it is read. Errors: archive.notArchive (no
 * zip), archive.damaged (one that no program of ours wrote, or cut short), archive.tooLarge.
 */
export async function openZip(path: string, shown: string): Promise<Result<OpenZip>> {
  const start = await firstBytes(path, 300);
  if (start.toString('latin1', 0, 4) !== 'PK\x03\x04' || start.length < headBytes) return fail('archive.notArchive', { name: shown });
  const reader = new ZipReader(new BlobReader(await openAsBlob(path)));
  const entries = new Map<string, FileEntry>();
  const { size } = await stat(path);
  let total = 0;
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entry.directory) continue;
      total += entry.uncompressedSize;
      if (entries.size >= most.entries || total > most.total || isHeavy(entry)) return fail('archive.tooLarge');
      if (!isPlain(entry) || entries.has(entry.filename) || entry.compressedSize > size) return fail('archive.damaged');
      entries.set(entry.filename, entry);
    }
  } catch {
    return fail('archive.damaged');
  }
  return ok({
    first: start.toString('utf8', headBytes, headBytes + start.readUInt16LE(26)),
    has: (name) => entries.has(name),
    async read(name) {
      const entry = entries.get(name);
      return entry ? inflate(entry) : null;
    },
  });
}

const isHeavy = ({ uncompressedSize, compressedSize }: FileEntry): boolean =>
  uncompressedSize > most.entry || (uncompressedSize > smallEntry && uncompressedSize > compressedSize * most.ratio);

/** A file as ours are: no link, nothing encrypted, and a name that leads nowhere else. */
function isPlain({ filename, encrypted, symlink, compressionMethod }: FileEntry): boolean {
  const leadsAway = /^[/\\]|^[a-z]:|\\|(^|\/)\.\.?(\/|$)|\p{Cc}/iu.test(filename);
  return !leadsAway && !encrypted && !symlink && (compressionMethod === 0 || compressionMethod === 8);
}

/** The bytes of an entry; its size is only what the file says of itself, so they are counted as they come. */
async function inflate(entry: FileEntry): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const room = new WritableStream<Uint8Array>({
    write(part) {
      bytes += part.length;
      if (bytes > entry.uncompressedSize) throw new Error('more than it said');
      parts.push(part);
    },
  });
  try {
    await entry.getData(room, { checkCrc32: true, checkOverlappingEntry: true });
    return Buffer.concat(parts);
  } catch {
    return null;
  }
}

/** The first bytes of a file. */
export async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
