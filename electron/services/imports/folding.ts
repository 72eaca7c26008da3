/** What was changed in a Word file of a record, found by reading the file as it went out and as it came back. */
import { printToDocx } from '#electron/docx/index.ts';
import { type ReadBlock, type ReadDocx, readDocx } from '#electron/docx/reading/index.ts';
import { recordOfDocx, type RecordOptions } from '#electron/services/reading/index.ts';
import type { Doubt } from '#shared/imports/doubt.ts';
import { foldPaper } from '#shared/imports/fold-paper.ts';
import { inOwnLetters } from '#shared/imports/own-letters.ts';
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
  /** The record in the letters and words in which it went out; absent = in its own. */
  paper?: (document: MinutesDocument, layout: LayoutProfile) => MinutesDocument;
  /** How it was printed; absent = as usual. */
  print?: (document: MinutesDocument, layout: LayoutProfile) => PrintDocument;
  /** The blocks that are part of the text. */
  only?: (block: ReadBlock) => boolean;
}

/** The record `sent` with the changes of a file of it. */
export async function foldFile(sent: MinutesDocument, docx: ReadDocx, { pictures, layouts, paper = (document) => document, print = printDocument, only = () => true }: Folding): Promise<Folded> {
  const read = (file: ReadDocx, options: RecordOptions) => recordOfDocx({ ...file, blocks: file.blocks.filter(only) }, '', options);
  let best: { folded: Folded; size: number } | null = null;
  // A file need not say in which layout it went out: in the right one the least of it is different.
  for (const layout of layouts) {
    const written = paper(sent, layout);
    const printed = print(written, layout);
    const bytes = await printToDocx(printed, { layout, asset: (hash) => Promise.resolve(pictures.get(hash) ?? null) });
    const out = readDocx(bytes, '');
    if (!out.ok) continue;
    // Both are read in one way: what is taken otherwise than it was meant counts on neither side.
    const options: RecordOptions = { region: printed.region, script: printed.script, own: { layout, chapters: 'headings' } };
    const [before, returned] = [read(out.value, options), read(docx, options)];
    const back = foldPaper(written, before.document, returned.document, { region: printed.region, script: printed.script, handlers: layout.handlers });
    const document = inOwnLetters(sent, written, back.document);
    const size = documentDifference(sent, document).filter(({ state }) => state !== 'same').length;
    if (best && best.size <= size) continue;
    const known = new Set(before.doubts.map(({ kind, text }) => `${kind} ${text}`));
    const doubts = [...returned.doubts.filter(({ kind, text }) => !known.has(`${kind} ${text}`)), ...back.doubts];
    best = { folded: { document, doubts, pictures: returned.pictures }, size };
    if (size <= 1) break;
  }
  if (best) return best.folded;
  const { doubts, pictures: shown } = read(docx, { region: sent.meta.region, script: sent.meta.script });
  return { document: sent, doubts, pictures: shown };
}
