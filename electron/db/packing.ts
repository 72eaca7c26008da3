/** How whole documents lie in the database: JSON under zstd, with another version as the dictionary where one is given. */
import { createHash } from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Most records fit into one: the default of 16 KB takes many turns. Bytes. */
const decodedChunk = 64 * 1024;
/** As far back as a repetition is looked for: beyond the longest record, or its dictionary would be out of reach. 2^n bytes. */
const window = 24;

export const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();

/** The JSON of a document as stored bytes. */
export function packed(json: string, dictionary?: string): Buffer {
  // The checksum is of the text: against another dictionary than its own it would otherwise unpack to another text.
  const params = { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 };
  if (dictionary === undefined) return zstdCompressSync(json, { params });
  return zstdCompressSync(json, { params: { ...params, [constants.ZSTD_c_windowLog]: window }, dictionary: Buffer.from(dictionary) });
}

/** The JSON that `packed` was given; null where the bytes are not what was written. */
export function unpacked(bytes: Buffer, sum: Buffer, dictionary?: string): string | null {
  if (!sha256(bytes).equals(sum)) return null;
  try {
    const params = { [constants.ZSTD_d_windowLogMax]: window };
    return zstdDecompressSync(bytes, { chunkSize: decodedChunk, ...(dictionary !== undefined && { params, dictionary: Buffer.from(dictionary) }) }).toString('utf8');
  } catch {
    return null;
  }
}
