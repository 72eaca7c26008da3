/** Word files: the only folder that imports docx. */
import type { PrintDocument, PrintImage } from '#shared/minutes/print.ts';
import type { DocxOptions } from './options.ts';

export type { DocxOptions } from './options.ts';

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
