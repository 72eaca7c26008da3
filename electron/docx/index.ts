/** Word files: the only folder that imports docx. */
import type { PrintDocument, PrintImage } from '#shared/minutes/print.ts';
import type { LayoutProfile } from './layout.ts';

export { associationLayout, type LayoutProfile, layoutSchema } from './layout.ts';

/** What the file says of itself. Title and creator are the record's title and organisation unless given. */
export interface DocxProperties {
  title?: string;
  creator?: string;
  subject?: string;
  keywords?: string;
}

export interface DocxOptions {
  layout: LayoutProfile;
  /** The bytes of a picture by its hash; null where the store has none. */
  asset(hash: string): Promise<Uint8Array | null>;
  properties?: DocxProperties;
}

/**
 * A record's paper form as a .docx file. The same input gives the same bytes: nothing in them comes from the clock.
 * A picture that is missing, or in a format that Word does not know (WebP), prints as a marked line with its
 * description; `unshownImages` names those beforehand.
 */
export async function printToDocx(print: PrintDocument, options: DocxOptions): Promise<Uint8Array> {
  const { render } = await import('./render.ts');
  return render(print, options);
}

/** The pictures of a record that a Word file cannot show, in order. */
export async function unshownImages(print: PrintDocument, asset: DocxOptions['asset']): Promise<PrintImage[]> {
  const { imageType } = await import('./image.ts');
  const unshown: PrintImage[] = [];
  for (const node of print.nodes) {
    if (node.type !== 'image') continue;
    const data = await asset(node.asset);
    if (!data || !imageType(data)) unshown.push(node);
  }
  return unshown;
}
