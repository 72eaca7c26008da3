/** Picture files as Word can show them: WebP becomes PNG, and a turned photograph is stored the right way up. */
import { jpegOrientation } from './orientation.ts';

/** Where EXIF stands, if it stands anywhere: segments before the picture itself. */
const headBytes = 256 * 1024;
/** Photographs drawn anew keep what an eye can see. */
const jpegQuality = 0.92;

/** The file itself where nothing is to be done, or where the browser cannot read it: the store says then what is wrong. */
export async function preparePicture(file: Blob): Promise<Blob> {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  if (isWebp(head)) return redraw(file, 'image/png');
  return jpegOrientation(head) === 1 ? file : redraw(file, 'image/jpeg');
}

const isWebp = (head: Uint8Array): boolean => ascii(head, 0) === 'RIFF' && ascii(head, 8) === 'WEBP';
const ascii = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/** Draws a picture as it is meant to be seen: reading it turns it as its file says. */
async function redraw(file: Blob, type: 'image/png' | 'image/jpeg'): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file);
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    picture.close();
    return await canvas.convertToBlob({ type, quality: jpegQuality });
  } catch {
    return file;
  }
}
