import { describe, expect, it } from 'vitest';
import { jpegOrientation } from './orientation.ts';

/** The start of a JPEG file with an EXIF segment that holds one entry. */
function photo({ tag = 0x0112, value = 6, little = false, before = [] as number[] } = {}): Uint8Array {
  const short = (number: number) => (little ? [number & 255, number >> 8] : [number >> 8, number & 255]);
  const long = (number: number) => (little ? [...short(number), 0, 0] : [0, 0, ...short(number)]);
  const tiff = [...(little ? [0x49, 0x49] : [0x4d, 0x4d]), ...short(42), ...long(8), ...short(1), ...short(tag), ...short(3), ...long(1), ...short(value), 0, 0, ...long(0)];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return Uint8Array.from([0xff, 0xd8, ...before, 0xff, 0xe1, 0, exif.length + 2, ...exif, 0xff, 0xda, 0, 2]);
}

describe('the orientation of a photograph', () => {
  it.each([1, 3, 6, 8])('%i is read in either byte order', (value) => {
    expect(jpegOrientation(photo({ value }))).toBe(value);
    expect(jpegOrientation(photo({ value, little: true }))).toBe(value);
  });

  it('is found behind other segments', () => expect(jpegOrientation(photo({ before: [0xff, 0xe0, 0, 4, 1, 2] }))).toBe(6));

  it('counts as upright where the file does not say it, says nonsense, breaks off or is no photograph', () => {
    expect(jpegOrientation(photo({ tag: 0x010f }))).toBe(1);
    expect(jpegOrientation(photo({ value: 9 }))).toBe(1);
    for (let length = 0; length < 34; length += 1) expect(jpegOrientation(photo().subarray(0, length))).toBe(1);
    expect(jpegOrientation(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))).toBe(1);
  });
});
