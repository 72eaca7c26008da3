/** Pictures, in the three formats that every Word shows. */
import { ImageRun } from 'docx';
import type { PrintImage } from '#shared/minutes/print.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { pictureSize } from '#shared/print/picture-size.ts';

type WordImageType = 'png' | 'jpg' | 'gif';

/** The format by the file's first bytes; null for what Word cannot show (WebP among them). */
export function imageType(data: Uint8Array): WordImageType | null {
  const starts = (...bytes: number[]) => bytes.every((byte, index) => data[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'png';
  if (starts(0xff, 0xd8, 0xff)) return 'jpg';
  if (starts(0x47, 0x49, 0x46, 0x38)) return 'gif';
  return null;
}

/** The picture in the line of text, with its description for those who cannot see it. */
export function wordImage(layout: LayoutProfile, image: PrintImage, data: Uint8Array, type: WordImageType, alt: string): ImageRun {
  const { width, height } = pictureSize(layout, image);
  // docx counts in pixels at 96 dpi: 15 twips each.
  return new ImageRun({ type, data, transformation: { width: width / 15, height: height / 15 }, altText: { name: image.asset.slice(0, 12), description: alt } });
}
