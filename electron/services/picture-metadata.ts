/**
 * What a picture file says besides the picture: where and when it was taken, with which camera, by whom. A record goes
 * to everybody, so none of it is kept. The picture itself is not encoded anew.
 */
import type { Asset } from '#shared/rpc/schemas.ts';
import { exifOrientation } from './picture.ts';

/** The file without EXIF (with its GPS), XMP, IPTC and comments; colour profiles and the turn of a photo stay. */
export function withoutMetadata(bytes: Buffer, mime: Asset['mime']): Buffer {
  switch (mime) {
    case 'image/jpeg':
      return cleanJpeg(bytes);
    case 'image/png':
      return Buffer.concat([bytes.subarray(0, 8), ...pngChunks(bytes)]);
    case 'image/webp':
      return cleanWebp(bytes);
    case 'image/gif':
      return cleanGif(bytes);
  }
}

const startOfScan = 0xda;
const endOfImage = 0xd9;

function cleanJpeg(bytes: Buffer): Buffer {
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes.readUInt8(at) === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) break;
    const segmentEnd = at + 2 + bytes.readUInt16BE(at + 2);
    const end = marker === startOfScan ? endOfScan(bytes, segmentEnd) : segmentEnd;
    const segment = bytes.subarray(at, end);
    const orientation = marker === 0xe1 ? exifOrientation(segment.subarray(4)) : 1;
    if (orientation !== 1) parts.push(turnOnly(orientation));
    else if (isPicture(marker, segment)) parts.push(segment);
    at = end;
  }
  // What lies after the end (a second picture, a film) has metadata of its own.
  parts.push(Buffer.from([0xff, endOfImage]));
  return Buffer.concat(parts);
}

/** JFIF, colour profile, Adobe's note on colours, and everything that is no application segment and no comment. */
function isPicture(marker: number, segment: Buffer): boolean {
  if (marker === 0xe0 || marker === 0xee) return true;
  if (marker === 0xe2) return segment.toString('latin1', 4, 15) === 'ICC_PROFILE';
  return marker !== 0xfe && (marker < 0xe0 || marker > 0xef);
}

/** Where the next marker begins: after FF in picture data come 00 or a restart mark. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return bytes.length;
}

/** An EXIF segment that says how the photo is turned and nothing else. */
function turnOnly(orientation: number): Buffer {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, 2 + 6 + tiff.length]), Buffer.from('Exif\0\0', 'latin1'), Buffer.from(tiff)]);
}

const pngMetadata = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'];

/** The chunks of a PNG file to its end, without those that only tell of it. */
function* pngChunks(bytes: Buffer): Generator<Buffer> {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    if (!pngMetadata.includes(type)) yield bytes.subarray(at, end);
    if (type === 'IEND') return;
    at = end;
  }
}

const gif = { extension: 0x21, image: 0x2c, trailer: 0x3b, comment: 0xfe, words: 0x01, application: 0xff };
/** What programs note in a GIF that is part of the picture: how often it moves, and its colours. */
const gifPicture = ['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012'];

/** The blocks of a GIF file to its end; of one that is cut short those that are whole. */
function cleanGif(bytes: Buffer): Buffer {
  const coloursAt = (at: number, flags: number): number => at + ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  if (bytes.length < 13) return bytes;
  const begin = coloursAt(13, bytes.readUInt8(10));
  const parts = [bytes.subarray(0, begin)];
  for (let at = begin; at < bytes.length; ) {
    const kind = bytes[at];
    const data = kind === gif.extension ? at + 2 : kind === gif.image && at + 10 <= bytes.length ? coloursAt(at + 10, bytes.readUInt8(at + 9)) + 1 : bytes.length;
    const end = endOfBlocks(bytes, data);
    if (end === null) break;
    if (kind === gif.image || isGifPicture(bytes, at)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  parts.push(Buffer.from([gif.trailer]));
  return Buffer.concat(parts);
}

function isGifPicture(bytes: Buffer, at: number): boolean {
  const label = bytes[at + 1];
  if (label === gif.application) return gifPicture.includes(bytes.toString('latin1', at + 3, at + 14));
  return label !== gif.comment && label !== gif.words;
}

/** Behind the empty block that closes a row of blocks; null where it is not there. */
function endOfBlocks(bytes: Buffer, from: number): number | null {
  let at = from;
  while (at < bytes.length) {
    const size = bytes.readUInt8(at);
    at += 1 + size;
    if (size === 0) return at;
  }
  return null;
}

/** In the flags of an extended WebP file. */
const exifAndXmp = 0x08 | 0x04;

function cleanWebp(bytes: Buffer): Buffer {
  const parts = [Buffer.from(bytes.subarray(0, 12))];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const type = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    const chunk = Buffer.from(bytes.subarray(at, end));
    if (type === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~exifAndXmp, 8);
    if (type !== 'EXIF' && type !== 'XMP ') parts.push(chunk);
    at = end;
  }
  const cleaned = Buffer.concat(parts);
  cleaned.writeUInt32LE(cleaned.length - 8, 4);
  return cleaned;
}
