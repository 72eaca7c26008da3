/** One file from outside, read as a record. */
import { basename } from 'node:path';
import { readDocx } from '#electron/docx/reading/index.ts';
import { readWorkingCopy } from '#electron/docx/working-copy.ts';
import { isWordFile, readRecord, type ReadRecord, recordOfDocx, type RecordOptions } from '#electron/services/reading/index.ts';
import type { Doubt } from '#shared/imports/doubt.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { forPaper } from '#shared/minutes/paper.ts';
import { ok, type Result } from '#shared/result.ts';
import type { ReadFile } from '#shared/rpc/imports.ts';
import type { TextEncoding } from '#shared/rpc/schemas.ts';
import { foldFile } from './folding.ts';

/** What a file holds, before it is held against the library. */
export interface Reading extends Pick<ReadFile, 'source' | 'document' | 'before' | 'lines' | 'doubts'> {
  /** The pictures that the record shows, by the name that it knows them by. */
  pictures: ReadonlyMap<string, Uint8Array>;
  /** What was damaged in the text of a file that knows nothing of us. */
  damage: ReadRecord['damage'] | null;
}

interface Asked extends Omit<RecordOptions, 'layouts'> {
  encoding: TextEncoding | null;
  /** The layouts that a file of ours may have gone out in, the one of that id first; undefined = it names none. */
  layouts(named: string | undefined): LayoutProfile[];
  signal: AbortSignal;
}

/** Reads a file by its name and content. Errors: file.*, word.*, office.*. */
export async function readFile(bytes: Uint8Array, name: string, { encoding, layouts, signal, ...options }: Asked): Promise<Result<Reading>> {
  if (!isWordFile(bytes, name)) {
    const read = await readRecord(bytes, name, { ...options, layouts: layouts(undefined), encoding: encoding ?? undefined, signal });
    return read.ok ? ok(foreign(read.value)) : read;
  }
  const docx = readDocx(bytes, basename(name));
  if (!docx.ok) return docx;
  const copy = readWorkingCopy(docx.value);
  if (!copy.ok || !copy.value) {
    const read = foreign(recordOfDocx(docx.value, name, { ...options, layouts: layouts(undefined) }));
    // What is on the paper is whole, whatever became of the record inside.
    return ok(copy.ok ? read : { ...read, doubts: [about(copy.error.code === 'document.newer' ? 'recordNewer' : 'recordDamaged'), ...read.doubts] });
  }
  const { document, layout, script, unchanged, pictures } = copy.value;
  if (unchanged) return ok({ source: 'working', document, before: null, lines: [], doubts: [], pictures, damage: null });
  const folded = await foldFile(document, docx.value, {
    pictures,
    layouts: layouts(layout),
    paper: (record, profile) => forPaper(record, profile, script),
  });
  return ok({ source: 'edited', document: folded.document, before: document, lines: [], doubts: folded.doubts, pictures: new Map([...pictures, ...folded.pictures]), damage: null });
}

const foreign = ({ document, lines, doubts, pictures, damage }: ReadRecord): Reading => ({ source: 'foreign', document, before: null, lines, doubts, pictures, damage });

/** Everything doubtful about a file that nobody looks through place by place. */
export const doubtsOf = ({ source, doubts }: Reading): Doubt[] => [...doubts, ...(source === 'edited' ? [about('edited')] : [])];

const about = (kind: Doubt['kind']): Doubt => ({ kind, blockId: null, text: '' });
