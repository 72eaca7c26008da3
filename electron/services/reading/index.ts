/** Files of other programs as records: each format has a reader, and all of them end in one way to make a record. */
import { basename, extname } from 'node:path';
import { readDocx } from '#electron/docx/reading/index.ts';
import { decodeText } from '#electron/services/text-file.ts';
import { ok, type Result } from '#shared/result.ts';
import type { TextEncoding } from '#shared/rpc/schemas.ts';
import { type ReadRecord, type RecordOptions, toRecord } from './record.ts';
import { type Source, sourceOf, textSource } from './source.ts';

export type { ReadRecord } from './record.ts';

export interface ReadOptions extends RecordOptions {
  /** Of a text that is not UTF-8. */
  encoding?: TextEncoding | undefined;
  signal?: AbortSignal;
}

/** Reads a file as a record; its kind is told by its first bytes, then by its name. Errors: word.*, file.*, office.*. */
export async function readRecord(bytes: Uint8Array, path: string, options: ReadOptions = {}): Promise<Result<ReadRecord>> {
  const source = await readSource(bytes, basename(path), options);
  return source.ok ? ok(toRecord(source.value, path, options)) : source;
}

async function readSource(bytes: Uint8Array, name: string, { encoding }: ReadOptions): Promise<Result<Source>> {
  if (['.docx', '.docm', '.dotx'].includes(extname(name).toLowerCase())) {
    const read = readDocx(bytes, name);
    return read.ok ? ok(sourceOf(read.value.blocks, { ...read.value, title: read.value.properties.title, creator: read.value.properties.creator })) : read;
  }
  const text = decodeText(bytes, name, encoding);
  return text.ok ? ok(textSource(text.value)) : text;
}
