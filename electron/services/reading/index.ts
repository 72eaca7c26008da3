/** Files of other programs as records: each format has a reader, and all of them end in one way to make a record. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { type ReadDocx, readDocx } from '#electron/docx/reading/index.ts';
import { convertWithOffice, findOffice } from '#electron/services/office.ts';
import { decodeText } from '#electron/services/text-file.ts';
import { endingsOf } from '#shared/imports/files.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { TextEncoding } from '#shared/rpc/schemas.ts';
import { type ReadRecord, type RecordOptions, toRecord } from './record.ts';
import { type Source, sourceOf, textSource } from './source.ts';

export type { ReadRecord, RecordOptions } from './record.ts';

export interface ReadOptions extends RecordOptions {
  /** Of a text that is not UTF-8. */
  encoding?: TextEncoding | undefined;
  signal?: AbortSignal;
  /** LibreOffice's program; null = as if there were none. */
  office?: string | null;
}

type Reader = (bytes: Uint8Array, name: string, options: ReadOptions) => Promise<Result<Source>> | Result<Source>;

/** Reads a file as a record; its kind is told by its first bytes, then by its name. Errors: word.*, file.*, office.*. */
export async function readRecord(bytes: Uint8Array, path: string, options: ReadOptions = {}): Promise<Result<ReadRecord>> {
  const name = basename(path);
  const read = await readerOf(bytes, name)(bytes, name, options);
  return read.ok ? ok(toRecord(read.value, path, options)) : read;
}

function readerOf(bytes: Uint8Array, name: string): Reader {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const ending = extname(name).toLowerCase();
  if (start.startsWith('{\\rtf')) return throughOffice('.rtf');
  if (start.startsWith('PK')) return ending === '.odt' ? throughOffice('.odt') : docx;
  if (start.startsWith('\xd0\xcf\x11\xe0')) return oldWord;
  // Programs call web pages .doc, too.
  if (isOne(endingsOf.page, ending) || /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b/i.test(start)) return html;
  if (isOne(endingsOf.markdown, ending)) return markdown;
  return isOne(endingsOf.word, ending) ? docx : text;
}

const isOne = (endings: readonly string[], ending: string): boolean => endings.includes(ending);

const docx: Reader = (bytes, name) => {
  const read = readDocx(bytes, name);
  return read.ok ? ok(sourceOfDocx(read.value)) : read;
};

const sourceOfDocx = (read: ReadDocx): Source => sourceOf(read.blocks, { ...read, title: read.properties.title, creator: read.properties.creator });

/** Whether a file is read as a Word file of today. */
export const isWordFile = (bytes: Uint8Array, path: string): boolean => readerOf(bytes, basename(path)) === docx;

/** The record of a Word file that was read already. */
export const recordOfDocx = (read: ReadDocx, path: string, options: RecordOptions = {}): ReadRecord => toRecord(sourceOfDocx(read), path, options);

const text: Reader = (bytes, name, { encoding }) => {
  const read = decodeText(bytes, name, encoding);
  return read.ok ? ok(textSource(read.value)) : read;
};

const html: Reader = async (bytes, name, { encoding }) => {
  const read = decodeText(bytes, name, encoding ?? encodingOf(bytes));
  if (!read.ok) return read;
  const { htmlSource } = await import('./html.ts');
  return ok(htmlSource(read.value));
};

const markdown: Reader = async (bytes, name, { encoding }) => {
  const read = decodeText(bytes, name, encoding);
  if (!read.ok) return read;
  const { markdownSource } = await import('./markdown.ts');
  return ok(markdownSource(read.value));
};

/** A compound file: a .doc or .wps goes through LibreOffice; one with a password, and any other, is refused by the reader of .docx. */
const oldWord: Reader = async (bytes, name, options) => {
  const refused = readDocx(bytes, name);
  if (refused.ok || refused.error.code !== 'word.old') return refused.ok ? fail('word.damaged', { name }) : refused;
  return throughOffice('.doc')(bytes, name, options);
};

/** Lets LibreOffice write a .docx beside a copy of the file, and reads that. Errors: office.missing, office.failed, word.*. */
const throughOffice = (ending: string): Reader => async (bytes, name, options) => {
  const program = options.office === undefined ? findOffice() : options.office;
  if (program === null) return ending === '.doc' ? fail('word.old', { name }) : fail('office.missing', { name });
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-read-'));
  try {
    const file = join(folder, `source${ending}`);
    await writeFile(file, bytes);
    const made = await convertWithOffice(program, { file, folder, to: 'docx:MS Word 2007 XML', ...(options.signal && { signal: options.signal }) });
    if (!made.ok) return made;
    const read = await docx(await readFile(made.value), name, options);
    return read.ok ? ok({ ...read.value, throughOffice: true }) : read;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The encoding that a page gives itself, where it is one of ours. */
function encodingOf(bytes: Uint8Array): TextEncoding | undefined {
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))?.[1]?.toLowerCase() ?? '';
  if (/^gb(?:k|2312|18030)$/.test(named)) return 'gb18030';
  return /^big5(?:-hkscs)?$/.test(named) ? 'big5' : undefined;
}
