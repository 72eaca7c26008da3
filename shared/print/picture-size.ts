import type { LayoutProfile } from '../layouts/layout.ts';
import { twips, typeHeight, typeWidth } from '../layouts/measures.ts';
import type { PrintImage } from '../minutes/print.ts';

/** The size of a picture on paper in twips: as asked or natural at 96 dpi, shrunk into the type area, never distorted. */
export function pictureSize(layout: LayoutProfile, image: Pick<PrintImage, 'width' | 'height' | 'paperWidth'>): { width: number; height: number } {
  const natural = { width: Math.max(image.width, 1) * 15, height: Math.max(image.height, 1) * 15 };
  const wanted = image.paperWidth === null ? natural.width : twips(image.paperWidth);
  // A caption still has to fit below it.
  const tallest = typeHeight(layout) * 0.85;
  const scale = Math.min(wanted / natural.width, typeWidth(layout) / natural.width, tallest / natural.height);
  return { width: Math.max(Math.round(natural.width * scale), 1), height: Math.max(Math.round(natural.height * scale), 1) };
}
