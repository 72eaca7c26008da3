import { describe, expect, it } from 'vitest';
import { readPicture } from './picture.ts';

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const png = bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 2, 128, 0, 0, 1, 224], [8, 6, 0, 0, 0]);
const sof = (marker: number) => [0xff, marker, 0, 17, 8, 1, 224, 2, 128, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
const exif = (orientation: number) => {
  const tiff = bytes('Exif\0\0', 'II*\0', [8, 0, 0, 0], [1, 0], [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0], [0, 0, 0, 0]);
  return [0xff, 0xe1, 0, tiff.length + 2, ...tiff];
};

describe('what a picture says of itself', () => {
  it.each([
    ['PNG', png, { mime: 'image/png', width: 640, height: 480 }],
    ['GIF', bytes('GIF89a', [128, 2, 224, 1, 0, 0, 0]), { mime: 'image/gif', width: 640, height: 480 }],
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0], sof(0xc0)), { mime: 'image/jpeg', width: 640, height: 480 }],
    ['JPEG, progressive, after its tables', bytes([0xff, 0xd8, 0xff, 0xc4, 0, 4, 0, 0, 0xff], sof(0xc2)), { mime: 'image/jpeg', width: 640, height: 480 }],
    ['JPEG that lies on its side', bytes([0xff, 0xd8], exif(6), sof(0xc0)), { mime: 'image/jpeg', width: 480, height: 640 }],
    ['JPEG that stands on its head', bytes([0xff, 0xd8], exif(3), sof(0xc0)), { mime: 'image/jpeg', width: 640, height: 480 }],
    ['WebP, lossy', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', [0, 0, 0, 0], [0, 0, 0, 0x9d, 1, 0x2a], [128, 2, 224, 1]), { mime: 'image/webp', width: 640, height: 480 }],
    ['WebP, lossless', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0], [0x2f, 0x7f, 0xc2, 0x77, 0]), { mime: 'image/webp', width: 640, height: 480 }],
    ['WebP, extended', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0], [0, 0, 0, 0], [127, 2, 0], [223, 1, 0]), { mime: 'image/webp', width: 640, height: 480 }],
  ])('%s', (_name, file, expected) => {
    expect(readPicture(file)).toEqual(expected);
  });

  it('is nothing where the file is something else, or cut short anywhere', () => {
    for (const text of ['', 'GIF', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'BM______', '%PDF-1.7']) expect(readPicture(Buffer.from(text))).toBeNull();
    for (let length = 0; length < 24; length++) expect(readPicture(png.subarray(0, length))).toBeNull();
    const jpeg = bytes([0xff, 0xd8], exif(6), sof(0xc0));
    for (let length = 0; length < jpeg.length - 12; length++) expect(readPicture(jpeg.subarray(0, length))).toBeNull();
  });
});
