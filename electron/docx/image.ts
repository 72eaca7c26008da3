/** Pictures, in the three formats that every Word shows. */
import { ImageRun } from 'docx';
import type { PrintImage } from '#shared/minutes/print.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { twips, typeHeight, typeWidth } from './layout.ts';

type WordImageType = 'png' | 'jpg' | 'gif';

/** The format by the file's first bytes; null for what Word cannot show (WebP among them). */
export function imageType(data: Uint8Array): WordImageType | null {
  const starts = (...bytes: number[]) => bytes.every((byte, index) => data[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'png';
  if (starts(0xff, 0xd8, 0xff)) return 'jpg';
  if (starts(0x47, 0x49, 0x46, 0x38)) return 'gif';
  return null;
}

/** Its size on paper in twips: as asked or natural at 96 dpi, shrunk into the type area, never distorted. */
export function imageSize(layout: LayoutProfile, image: Pick<PrintImage, 'width' | 'height' | 'paperWidth'>): { width: number; height: number } {
  const natural = { width: Math.max(image.width, 1) * 15, height: Math.max(image.height, 1) * 15 };
  const wanted = image.paperWidth === null ? natural.width : twips(image.paperWidth);
  // A caption still has to fit below it.
  const tallest = typeHeight(layout) * 0.85;
  const scale = Math.min(wanted / natural.width, typeWidth(layout) / natural.width, tallest / natural.height);
  return { width: Math.max(Math.round(natural.width * scale), 1), height: Math.max(Math.round(natural.height * scale), 1) };
}

/** The picture in the line of text, with its description for those who cannot see it. */
export function wordImage(layout: LayoutProfile, image: PrintImage, data: Uint8Array, type: WordImageType, alt: string): ImageRun {
  const { width, height } = imageSize(layout, image);
  // docx counts in pixels at 96 dpi: 15 twips each.
  return new ImageRun({ type, data, transformation: { width: width / 15, height: height / 15 }, altText: { name: image.asset.slice(0, 12), description: alt } });
}
