/** One file from outside, read as a record. */
import { basename, extname } from 'node:path';
import { decodeText } from '#electron/services/text-file.ts';
import type { Doubt } from '#shared/imports/doubt.ts';
import { type MinutesDocument, newMinutes } from '#shared/minutes/document.ts';
import { recognise } from '#shared/minutes/recognise/index.ts';
import { ok, type Result } from '#shared/result.ts';
import type { ReadFile } from '#shared/rpc/imports.ts';
import type { TextEncoding } from '#shared/rpc/schemas.ts';

/** What a file holds, before it is held against the library. */
export interface Reading extends Pick<ReadFile, 'source' | 'document' | 'before' | 'lines' | 'doubts'> {
  /** The pictures that the record shows, by the name that it knows them by. */
  pictures: ReadonlyMap<string, Uint8Array>;
}

/** Reads a file by its name and content. Errors: file.*, document.*, office.failed. */
export async function readFile(bytes: Uint8Array, name: string, { encoding }: { encoding: TextEncoding | null; signal: AbortSignal }): Promise<Result<Reading>> {
  const text = decodeText(bytes, basename(name), encoding ?? undefined);
  if (!text.ok) return text;
  const empty = newMinutes({ title: basename(name, extname(name)) });
  const { meta, blocks, roster } = recognise(text.value, { region: empty.meta.region, script: empty.meta.script });
  const document: MinutesDocument = { ...empty, meta: { ...empty.meta, ...meta }, roster, blocks };
  const doubts: Doubt[] = meta.start === undefined ? [{ kind: 'noDate', blockId: null, text: '' }] : [];
  return ok({ source: 'foreign', document, before: null, lines: text.value.split('\n'), doubts, pictures: new Map() });
}
