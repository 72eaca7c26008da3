/** A file of any program, read as a record, as a file in another format. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { chromiumPdf } from '#electron/host/chromium-pdf.ts';
import { contentOf, type Means } from '#electron/services/exports.ts';
import { fileBytes } from '#electron/services/file-bytes.ts';
import { doubtsOf, readFile, type Reading } from '#electron/services/imports/reader.ts';
import { writeFileSafely } from '#electron/services/write-file.ts';
import type { Region } from '#shared/language.ts';
import { layoutOf, layouts } from '#shared/layouts/index.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { sections, type SectionKind } from '#shared/minutes/blocks/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { newId } from '#shared/minutes/id.ts';
import { blocksWithin } from '#shared/minutes/walk.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { importLimit } from '#shared/rpc/imports.ts';
import type { TextEncoding } from '#shared/rpc/schemas.ts';
import { certainClasses, type Damage } from '#shared/text/damage.ts';
import { doubtLine } from './doubts.ts';
import { layoutAsked } from './layout.ts';
import { formOf, type PaperOptions } from './paper.ts';
import { formatOf, sentence, type Terminal } from './terms.ts';

export interface ConvertOptions extends PaperOptions {
  out: string;
  save?: boolean;
  db?: string;
  encoding?: TextEncoding | 'utf-8';
  region?: Region;
}

/**
 * Reads `file`, writes `out` and, where asked, keeps the record. Tells what was repaired, recognised and doubtful. Errors:
 * file.*, word.*, office.*, document.*, layout.notFound, pdf.*, those of opening the database and of keeping in it.
 */
export async function convert(terminal: Terminal, file: string, options: ConvertOptions): Promise<Result<null>> {
  const format = formatOf(options.out);
  if (!format.ok) return format;
  const bytes = await fileBytes(file, importLimit);
  if (!bytes.ok) return bytes;
  const layout = await layoutAsked(options, options.db);
  if (!layout.ok) return layout;
  const encoding = options.encoding === 'utf-8' ? null : (options.encoding ?? null);
  const name = basename(file);
  const read = await readFile(bytes.value, name, { encoding, layouts: likelyLayouts, signal: new AbortController().signal, ...(options.region && { region: options.region }) });
  if (!read.ok) return read;
  const document = documentOf(read.value, bytes.value, options);

  const write = async (): Promise<Result<null>> => {
    const means: Means = { pictures: picturesOf(read.value), pdf: chromiumPdf() };
    const content = await contentOf(document, format.value, means, formOf(options), layout.value ? { layout: layout.value } : {});
    if (!content.ok) return content;
    const written = await writeFileSafely(options.out, typeof content.value === 'string' ? new TextEncoder().encode(content.value) : content.value);
    if (written.ok) for (const line of report(terminal, read.value, document)) terminal.tell(line);
    return written;
  };
  if (!options.save) return write();
  const { withStore } = await import('./over-store.ts');
  // The database is open before the file is written: where it cannot be opened, nothing happens at all.
  return withStore(options.db, { create: true }, async (client) => {
    const written = await write();
    if (!written.ok) return written;
    const kept = await client.imports.keep({ file: new Blob([bytes.value]), name, encoding, document, revision: null, origin: null });
    if (!kept.ok) return kept;
    terminal.tell(sentence(terminal, 'saved', { id: kept.value.id }));
    return ok(null);
  });
}

/** The layouts that a file of ours may have gone out in, the one that it names first. */
function likelyLayouts(named: string | undefined): LayoutProfile[] {
  const first = layoutOf(named);
  return [first, ...Object.values(layouts).filter(({ id }) => id !== first.id)];
}

const picturesOf = ({ pictures }: Reading): Means['pictures'] => ({
  read(hash) {
    const bytes = pictures.get(hash);
    return Promise.resolve(bytes ? ok(Buffer.from(bytes)) : fail('asset.notFound'));
  },
});

/**
 * The record with ids that follow from what was read, so that the same file becomes the same file, byte for byte. What a
 * working copy brings keeps its own; where a record is kept its id is a new one.
 */
function documentOf({ source, document, before }: Reading, bytes: Uint8Array, { region, profile, save }: ConvertOptions): MinutesDocument {
  const own = new Set(source === 'foreign' ? [] : idsIn(before ?? document));
  const nextId = idsFrom(bytes, region ?? '');
  const ids = new Map(idsIn(document).filter((id) => !own.has(id)).map((id) => [id, nextId()]));
  if (save && ids.has(document.id)) ids.set(document.id, newId());
  const named = { ...document, meta: { ...document.meta, ...(profile !== undefined && { layout: profile }) } };
  // Whatever names a person or a row by its id goes on naming it.
  return JSON.parse(JSON.stringify(named), (_, value: unknown) => (typeof value === 'string' ? (ids.get(value) ?? value) : value)) as MinutesDocument;
}

/** Every id that something in a record has, in its order. */
function idsIn(document: MinutesDocument): string[] {
  const ids: string[] = [];
  JSON.stringify(document, (key, value: unknown) => {
    if (key === 'id' && typeof value === 'string') ids.push(value);
    return value;
  });
  return ids;
}

function idsFrom(...source: readonly (string | Uint8Array)[]): () => string {
  const hash = createHash('sha256');
  for (const part of source) hash.update(part);
  const seed = hash.digest();
  let count = 0;
  return () => createHash('sha256').update(seed).update(String(count++)).digest('hex').slice(0, 16);
}

/** What was repaired and recognised in one line, and a line for each doubt. */
function report(terminal: Terminal, reading: Reading, { blocks }: MinutesDocument): string[] {
  const { language } = terminal;
  const found = new Map<string, number>();
  for (const { kind } of blocks.flatMap((block) => [...blocksWithin(block)])) found.set(kind, (found.get(kind) ?? 0) + 1);
  const named = (Object.keys(sections) as SectionKind[]).flatMap((kind) => (found.has(kind) ? [`${sections[kind].label[language]} ${found.get(kind)}`] : []));
  const first = [
    ...(reading.damage ? damageOf(terminal, reading.damage) : []),
    sentence(terminal, 'recognised', { sections: named.join(language === 'en' ? ', ' : '、') || '—', paragraphs: found.get('paragraph') ?? 0 }),
  ];
  const others = doubtsOf(reading).filter(({ kind }) => kind !== 'repaired' && kind !== 'unresolved');
  return [first.join(language === 'en' ? '; ' : '；'), ...others.map((doubt) => doubtLine(doubt, language))];
}

function damageOf(terminal: Terminal, { counts, unresolved }: Damage): string[] {
  const count = certainClasses.reduce((sum, kind) => sum + counts[kind], 0);
  return [
    count > 0 ? sentence(terminal, 'repaired', { count, pinyin: counts.pinyin, lostByte: counts.lostByte }) : sentence(terminal, 'undamaged'),
    ...(unresolved.length > 0 ? [sentence(terminal, 'unresolved', { count: unresolved.length })] : []),
  ];
}
