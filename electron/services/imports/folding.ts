/** What was changed in a Word file of a record, found by reading the file as it went out and as it came back. */
import { printToDocx } from '#electron/docx/index.ts';
import { type ReadBlock, type ReadDocx, readDocx } from '#electron/docx/reading/index.ts';
import { type OwnPaper, recordOfDocx } from '#electron/services/reading/index.ts';
import type { Doubt } from '#shared/imports/doubt.ts';
import { foldBack } from '#shared/imports/fold-back.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { documentDifference } from '#shared/minutes/difference/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import type { PrintDocument } from '#shared/minutes/print.ts';
import { printDocument } from '#shared/minutes/printing.ts';

/** A record as a file says it now. */
export interface Folded {
  document: MinutesDocument;
  /** What the reader was not sure of, beyond what it says of the file as it went out. */
  doubts: Doubt[];
  /** The pictures that the file shows, by their sha256. */
  pictures: ReadonlyMap<string, Uint8Array>;
}

interface Folding {
  pictures: ReadonlyMap<string, Uint8Array>;
  /** The layouts that it may have gone out in, the likeliest first. */
  layouts: readonly LayoutProfile[];
  /** How the record went out; null = as it is usually printed. */
  print?: (document: MinutesDocument, layout: LayoutProfile) => PrintDocument;
  /** The blocks that are part of the text. */
  only?: (block: ReadBlock) => boolean;
}

/** The record `sent` with the changes of a file of it. */
export async function foldFile(sent: MinutesDocument, docx: ReadDocx, { pictures, layouts, print = printDocument, only = () => true }: Folding): Promise<Folded> {
  const { region, script } = sent.meta;
  const read = (file: ReadDocx, own?: OwnPaper) => recordOfDocx({ ...file, blocks: file.blocks.filter(only) }, '', { region, script, ...(own && { own }) });
  let best: { folded: Folded; size: number } | null = null;
  // A file need not say in which layout it went out: in the right one the least of it is different.
  for (const layout of layouts) {
    const bytes = await printToDocx(print(sent, layout), { layout, asset: (hash) => Promise.resolve(pictures.get(hash) ?? null) });
    const out = readDocx(bytes, '');
    if (!out.ok) continue;
    // Both are read in one way: what is taken otherwise than it was meant counts on neither side.
    const own: OwnPaper = { layout, chapters: 'headings' };
    const [before, returned] = [read(out.value, own), read(docx, own)];
    const document = foldBack(sent, before.document, returned.document);
    const size = documentDifference(sent, document).filter(({ state }) => state !== 'same').length;
    if (best && best.size <= size) continue;
    const known = new Set(before.doubts.map(({ kind, text }) => `${kind} ${text}`));
    const doubts = returned.doubts.filter(({ kind, text }) => !known.has(`${kind} ${text}`));
    best = { folded: { document, doubts, pictures: returned.pictures }, size };
    if (size <= 1) break;
  }
  if (best) return best.folded;
  const { doubts, pictures: shown } = read(docx);
  return { document: sent, doubts, pictures: shown };
}
