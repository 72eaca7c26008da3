/** Which way up a camera held a picture, as its JPEG file says (EXIF tag 0x0112). */

/** 1 to 8 as EXIF counts them; 1 = as it stands, also where the file says nothing. */
export function jpegOrientation(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return 1;
  let at = 2;
  while (at + 4 <= view.byteLength) {
    const marker = view.getUint16(at);
    const length = view.getUint16(at + 2);
    if ((marker & 0xff00) !== 0xff00 || marker === 0xffda || length < 2) return 1;
    if (marker === 0xffe1) {
      const found = inExif(view, at + 4, Math.min(at + 2 + length, view.byteLength));
      if (found !== null) return found;
    }
    at += 2 + length;
  }
  return 1;
}

/** The orientation in an APP1 segment, or null where the segment holds something else. */
function inExif(view: DataView, from: number, end: number): number | null {
  const tiff = from + 6;
  if (tiff + 8 > end || view.getUint32(from) !== 0x45786966) return null;
  const little = view.getUint16(tiff) === 0x4949;
  const entries = tiff + view.getUint32(tiff + 4, little);
  if (entries + 2 > end) return null;
  const count = view.getUint16(entries, little);
  for (let index = 0; index < count; index += 1) {
    const entry = entries + 2 + index * 12;
    if (entry + 12 > end) return null;
    if (view.getUint16(entry, little) !== 0x0112) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}
