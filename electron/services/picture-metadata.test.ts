import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { withoutMetadata } from './picture-metadata.ts';
import { exifOrientation, readPicture } from './picture.ts';

const bytes = (...parts: (string | number[] | Buffer)[]) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const segment = (marker: number, content: Buffer) => bytes([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff], content);
/** Says how the photo is turned, and where it was taken. */
const exif = (orientation: number) =>
  segment(0xe1, bytes('Exif\0\0', 'II*\0', [8, 0, 0, 0], [1, 0], [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0], [0, 0, 0, 0], 'GPS 22.28,114.15'));
const frame = segment(0xc2, bytes([8, 1, 224, 2, 128, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]));
const scan = (data: number[]) => bytes(segment(0xda, bytes([1, 1, 0, 0, 63, 0])), data);
const profile = segment(0xe2, bytes('ICC_PROFILE\0', [1, 1], 'sRGB'));
const jfif = segment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]));
const end = [0xff, 0xd9];

describe('a picture that is kept', () => {
  it('is the same JPEG without place, time, camera, comments and what lies behind it', () => {
    // The second table holds the bytes of an end mark, the scan a stuffed byte, a restart mark and one that looks like EXIF.
    const table = segment(0xc4, bytes([0xff, 0xd9, 0xff, 0xe1]));
    const data = [1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 0xe1];
    const photo = bytes([0xff, 0xd8], jfif, exif(1), segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0<GPS/>')), profile, segment(0xed, bytes('Photoshop 3.0\0GPS')), segment(0xfe, bytes('GPS')), frame, scan(data), table, scan(data), end, 'GPS film', end);
    const clean = withoutMetadata(photo, 'image/jpeg');
    expect(clean).toEqual(bytes([0xff, 0xd8], jfif, profile, frame, scan(data), table, scan(data), end));
    expect(withoutMetadata(clean, 'image/jpeg')).toEqual(clean);
  });

  it.each([3, 6, 8])('stays turned as the camera was held (%d)', (orientation) => {
    const photo = bytes([0xff, 0xd8], exif(orientation), frame, scan([1, 2, 3]), end);
    const clean = withoutMetadata(photo, 'image/jpeg');
    expect(clean.includes('GPS')).toBe(false);
    expect(readPicture(clean)).toEqual(readPicture(photo));
    expect(exifOrientation(clean.subarray(6))).toBe(orientation);
  });

  it('is whole up to where it was cut short', () => {
    const photo = bytes([0xff, 0xd8], exif(1), frame, scan([1, 2, 3, 4]));
    expect(withoutMetadata(photo, 'image/jpeg')).toEqual(bytes([0xff, 0xd8], frame, scan([1, 2, 3, 4]), end));
    for (let length = 2; length < photo.length; length++) expect(withoutMetadata(photo.subarray(0, length), 'image/jpeg').includes('GPS 22.28,114.15')).toBe(false);
  });

  it('is the same PNG without its notes', () => {
    const chunk = (type: string, content: Buffer) => {
      const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(content.length);
      sum.writeUInt32BE(crc32(bytes(type, content)));
      return bytes(length, type, content, sum);
    };
    const signature = '\x89PNG\r\n\x1a\n';
    const picture = [chunk('IHDR', bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])), chunk('IDAT', deflateSync(Buffer.from([0, 1, 2, 3]))), chunk('IEND', Buffer.alloc(0))] as const;
    const notes = ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME'].map((type) => chunk(type, bytes('GPS')));
    expect(withoutMetadata(bytes(signature, picture[0], ...notes, picture[1], picture[2], 'GPS'), 'image/png')).toEqual(bytes(signature, ...picture));
  });

  it('is the same GIF without comments, notes of programs and what lies behind it; one that moves goes on moving', () => {
    const blocks = (...texts: string[]) => bytes(...texts.flatMap((text) => [[text.length], text]), [0]);
    const head = bytes('GIF89a', [1, 0, 1, 0, 0x80, 0, 0], [0, 0, 0, 255, 255, 255]);
    const repeat = bytes([0x21, 0xff], blocks('NETSCAPE2.0', '\x01\x00\x00'));
    const pace = bytes([0x21, 0xf9], blocks('\x00\x0a\x00\x00'));
    // Its picture data hold the bytes of an end and of a comment; a table of colours of its own stands before them.
    const frame = bytes([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0x80], [1, 2, 3, 4, 5, 6], [2], blocks('\x3b\x21\xfe'));
    const notes = [bytes([0x21, 0xfe], blocks('GPS 22.28', 'GPS 114.15')), bytes([0x21, 0xff], blocks('XMP DataXMP', '<GPS/>')), bytes([0x21, 0x01], blocks('\x00'.repeat(12), 'GPS'))];
    const gif = bytes(head, notes[0]!, repeat, pace, frame, notes[1]!, pace, frame, notes[2]!, [0x3b], 'GPS film');
    const clean = withoutMetadata(gif, 'image/gif');
    expect(clean).toEqual(bytes(head, repeat, pace, frame, pace, frame, [0x3b]));
    expect(withoutMetadata(clean, 'image/gif')).toEqual(clean);
    expect(readPicture(clean)).toEqual(readPicture(gif));
    for (let length = 13; length < gif.length; length++) expect(withoutMetadata(gif.subarray(0, length), 'image/gif').includes('GPS')).toBe(false);
  });

  it('is the same WebP without its notes, and does not announce them', () => {
    const chunk = (type: string, content: Buffer) => bytes(type, [content.length, 0, 0, 0], content, content.length % 2 === 1 ? [0] : []);
    const webp = (...chunks: Buffer[]) => bytes('RIFF', [chunks.reduce((sum, one) => sum + one.length, 4), 0, 0, 0], 'WEBP', ...chunks);
    const head = (flags: number) => chunk('VP8X', bytes([flags, 0, 0, 0, 127, 2, 0, 223, 1, 0]));
    const picture = chunk('VP8 ', bytes([1, 2, 3]));
    expect(withoutMetadata(webp(head(0x2c), picture, chunk('EXIF', bytes('GPS')), chunk('XMP ', bytes('<GPS/>'))), 'image/webp')).toEqual(webp(head(0x20), picture));
  });
});
