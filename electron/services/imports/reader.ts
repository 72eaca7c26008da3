/** One file from outside, read as a record. */
import { readRecord } from '#electron/services/reading/index.ts';
import { ok, type Result } from '#shared/result.ts';
import type { ReadFile } from '#shared/rpc/imports.ts';
import type { TextEncoding } from '#shared/rpc/schemas.ts';

/** What a file holds, before it is held against the library. */
export interface Reading extends Pick<ReadFile, 'source' | 'document' | 'before' | 'lines' | 'doubts'> {
  /** The pictures that the record shows, by the name that it knows them by. */
  pictures: ReadonlyMap<string, Uint8Array>;
}

/** Reads a file by its name and content. Errors: file.*, word.*, office.*. */
export async function readFile(bytes: Uint8Array, name: string, { encoding, signal }: { encoding: TextEncoding | null; signal: AbortSignal }): Promise<Result<Reading>> {
  const read = await readRecord(bytes, name, { encoding: encoding ?? undefined, signal });
  if (!read.ok) return read;
  const { document, lines, doubts, pictures } = read.value;
  return ok({ source: 'foreign', document, before: null, lines, doubts, pictures });
}
