/** A stored meeting as a file. */
import { printToDocx } from '#electron/docx/index.ts';
import { fillTemplate } from '#electron/docx/own-template/index.ts';
import { withWorkingCopy } from '#electron/docx/working-copy.ts';
import { type KitKind, kitName, kitPaper } from '#shared/kit/index.ts';
import { excerptDocument, excerptFileWords } from '#shared/excerpt/index.ts';
import { exportName, paperName } from '#shared/export/export-name.ts';
import { asItIs, type ExportFormat, type ExportOptions } from '#shared/export/options.ts';
import { layoutOf, layouts } from '#shared/layouts/index.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { type MinutesDocument, newMinutes } from '#shared/minutes/document.ts';
import type { PrintDocument } from '#shared/minutes/print.ts';
import { forPaper } from '#shared/minutes/paper.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { compose } from '#shared/pages/compose.ts';
import { pagesHtml } from '#shared/pages/html.ts';
import { printToHtml } from '#shared/print/html.ts';
import { printToMarkdown } from '#shared/print/markdown.ts';
import { markValues } from '#shared/word-templates/marks.ts';
import { printToText } from '#shared/print/text.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { FileContent } from '#shared/rpc/schemas.ts';
import type { AssetFiles } from './asset-files.ts';
import { layoutFor } from './layouts.ts';
import { noPdf, type PdfMaker, withoutTraces } from './pdf.ts';
import { withoutMetadata } from './picture-metadata.ts';
import { readPicture } from './picture.ts';
import type { Services } from './services.ts';
import { fileOf } from './word-templates.ts';
import * as settings from './settings.ts';

type Part = string | Uint8Array<ArrayBuffer>;

const types: Readonly<Record<ExportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
  json: 'application/json',
};

/** The file of a meeting, or of a section of it alone, and the name to offer it under. Errors: meeting.notFound, .readOnly, layout.notFound, export.noSection, pdf.noBrowser, pdf.failed. */
export async function render(
  services: Services,
  { id, format, options, blockId }: { id: string; format: ExportFormat; options: ExportOptions; blockId: string | null },
): Promise<Result<{ name: string; file: FileContent }>> {
  const row = services.db.meetings.find(id);
  if (!row) return fail('meeting.notFound');
  const read = services.records.read(row);
  if (!read.ok) return fail('meeting.readOnly');
  const { document } = read;
  const layout = layoutFor(services, options.layout, document.meta.layout);
  if (!layout.ok) return layout;
  const excerpt = blockId === null ? null : excerptDocument(forPaper(document, layout.value, options.script), blockId, layout.value);
  if (blockId !== null && !excerpt) return fail('export.noSection');
  const content =
    format === 'docx' && options.template !== null
      ? await ownFile(services, document, options, layout.value, excerpt)
      : await contentOf(document, format, { pictures: services.assets, pdf: services.pdf }, options, { layout: layout.value, paper: excerpt });
  if (!content.ok) return content;
  const name =
    blockId === null ? exportName(document.meta, layout.value, format, patternOf(services)) : paperName(document.meta, excerptFileWords(document, blockId), format, patternOf(services));
  return ok({ name, file: new Blob([content.value], { type: types[format] }) });
}

/** The record in her own template of Word. Errors: wordTemplate.notFound, and those of its reading. */
async function ownFile(services: Services, document: MinutesDocument, options: ExportOptions, layout: LayoutProfile, excerpt: PrintDocument | null): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const file = fileOf(services, options.template ?? '');
  if (!file.ok) return file;
  // Title and data stand where the template has them.
  const text = excerpt ?? paperOf(document, options, { ...layout, parts: { before: [], after: [], foot: [] } }).print;
  const filled = await fillTemplate(file.value, { values: markValues(forPaper(document, layout, options.script)), text }, { layout, asset: pictureOf(services.assets) });
  return filled.ok ? ok(new Uint8Array(filled.value)) : filled;
}

/** A paper around a meeting as a Word file. Errors: meeting.notFound, .readOnly. */
export async function kit(
  services: Services,
  { id, kind, blockId }: { id: string; kind: KitKind; blockId: string | null },
): Promise<Result<{ name: string; file: FileContent }>> {
  const row = services.db.meetings.find(id);
  if (!row) return fail('meeting.notFound');
  const read = services.records.read(row);
  if (!read.ok) return fail('meeting.readOnly');
  const print = kitPaper(read.document, kind, blockId);
  const bytes = new Uint8Array(await printToDocx(print, { layout: layouts.association, asset: () => Promise.resolve(null) }));
  const name = paperName(read.document.meta, kitName(kind, read.document), 'docx', patternOf(services));
  return ok({ name, file: new Blob([bytes], { type: types.docx }) });
}

/** Loads what the first Word file would otherwise wait for: writes one with nothing in it. */
export async function warmUp(): Promise<void> {
  await contentOf(newMinutes(), 'docx', noMeans);
}

/** What a file is made with beside the record. */
export interface Means {
  /** Read where the record shows any. */
  pictures: Pick<AssetFiles, 'read'>;
  pdf: PdfMaker;
}

/** Nothing but the record. */
export const noMeans: Means = { pictures: { read: async () => fail('asset.notFound') }, pdf: noPdf };

/** The content of a document's file in a format. `layout`: one of her own; `paper`: what is printed in the place of the whole. Errors: pdf.noBrowser, pdf.failed. */
export async function contentOf(
  document: MinutesDocument,
  format: ExportFormat,
  means: Means,
  options: ExportOptions = asItIs,
  { layout = layoutOf(options.layout ?? document.meta.layout), paper = null }: { layout?: LayoutProfile; paper?: PrintDocument | null } = {},
): Promise<Result<Part>> {
  // Of a part that goes out alone the whole is nobody's business.
  const writing: Writing = { ...means, document, layout, script: options.script, copy: paper ? 'circulation' : options.copy, print: () => paper ?? paperOf(document, options, layout).print };
  return format === 'pdf' ? pdfOf(writing) : ok(await writers[format](writing));
}

/** What the printed formats of a document are made from: the record in the letters that are asked for, and its paper form. */
export function paperOf(
  record: MinutesDocument,
  { layout: asked, script }: ExportOptions,
  layout = layoutOf(asked ?? record.meta.layout),
): { document: MinutesDocument; layout: LayoutProfile; print: PrintDocument } {
  const document = forPaper(record, layout, script);
  return { document, layout, print: printDocument(document, layout) };
}

function patternOf(services: Services): string | undefined {
  const kept = settings.get(services);
  return kept.ok ? kept.value.exportName : undefined;
}

/** A picture as it goes out. Stored ones are clean, but one that came by another way than her hands may not be. */
function cleanPicture(bytes: Buffer): Buffer {
  const picture = readPicture(bytes);
  return picture ? withoutMetadata(bytes, picture.mime) : bytes;
}

/** The pictures of a record as they go out, by their hash. */
export const pictureOf = (pictures: Means['pictures']) => async (hash: string): Promise<Buffer | null> => {
  const bytes = await pictures.read(hash);
  return bytes.ok ? cleanPicture(bytes.value) : null;
};

interface Writing extends Means, Pick<ExportOptions, 'copy' | 'script'> {
  document: MinutesDocument;
  layout: LayoutProfile;
  /** Its paper form. */
  print(): PrintDocument;
}

/** A PDF of its pages. */
async function pdfOf(writing: Writing): Promise<Result<Part>> {
  const html = await withPictures(writing, (print, { assets: asset }) => pagesHtml(compose(print, writing.layout), { asset }));
  const printed = await writing.pdf(html);
  return printed.ok ? ok(withoutTraces(printed.value)) : printed;
}

const writers: Readonly<Record<Exclude<ExportFormat, 'pdf'>, (writing: Writing) => Promise<Part> | Part>> = {
  async docx({ document, print, layout, pictures, copy, script }) {
    const asset = async (hash: string) => {
      const bytes = await pictures.read(hash);
      return bytes.ok ? bytes.value : null;
    };
    const bytes = await printToDocx(print(), { layout, asset: pictureOf(pictures) });
    return new Uint8Array(copy === 'working' ? await withWorkingCopy(bytes, document, { layout, script, asset }) : bytes);
  },
  html: async (writing) => withPictures(writing, (print, { assets }) => printToHtml(print, { assets, layout: writing.layout })),
  md: async (writing) => withPictures(writing, printToMarkdown),
  txt: ({ print }) => printToText(print()),
  json: ({ document }) => `${JSON.stringify(document, null, 2)}\n`,
};

/** A text that holds its pictures itself. */
async function withPictures({ print: make, pictures }: Writing, write: (print: PrintDocument, options: { assets(hash: string): string | null }) => string): Promise<string> {
  const print = make();
  const picture = pictureOf(pictures);
  const shown = new Map<string, string>();
  for (const node of print.nodes) {
    if (node.type !== 'image' || shown.has(node.asset)) continue;
    const bytes = await picture(node.asset);
    if (bytes) shown.set(node.asset, `data:${node.mime};base64,${bytes.toString('base64')}`);
  }
  return write(print, { assets: (hash) => shown.get(hash) ?? null });
}
