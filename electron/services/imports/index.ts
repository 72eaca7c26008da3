/** 匯入: files from outside are read, held against the library, and kept. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { summaryOf } from '#electron/db/meetings.ts';
import type { Work } from '#electron/services/jobs.ts';
import { likelyLayouts } from '#electron/services/layouts.ts';
import type { Services } from '#electron/services/services.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { type AppError, fail, ok, type Result } from '#shared/result.ts';
import { type ImportEntry, importLimit, type Like, type ReadFile } from '#shared/rpc/imports.ts';
import type { FileContent, MeetingSummary, TextEncoding } from '#shared/rpc/schemas.ts';
import { keepAsMeeting, keepAsVersion } from './keeping.ts';
import { likeOf } from './like.ts';
import { doubtsOf, type Reading, readFile } from './reader.ts';

export { report, reports } from './reports.ts';

interface Given {
  file: FileContent;
  name: string;
  encoding: TextEncoding | null;
}

type Held = Reading & { sha256: string };

/** Errors: file.*, word.*, office.*. */
async function open(services: Services, { file, name, encoding }: Given, signal: AbortSignal): Promise<Result<Held>> {
  if (file.size > importLimit * 1024 * 1024) return fail('import.tooLarge', { name: basename(name), limit: importLimit });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readFile(bytes, name, { encoding, layouts: (named) => likelyLayouts(services, named), signal });
  return read.ok ? ok({ ...read.value, sha256: createHash('sha256').update(bytes).digest('hex') }) : read;
}

/** What a file holds; nothing is kept. Errors: file.*, word.*, office.*, work.stopped. */
export function read(services: Services, { job, ...given }: Given & { job: string }): Promise<Result<ReadFile>> {
  return services.jobs.run(job, async ({ signal }) => {
    const held = await open(services, given, signal);
    if (!held.ok) return held;
    const { source, document, before, lines, doubts, sha256 } = held.value;
    return ok({ source, document, before, lines, doubts, like: likeOf(services, sha256, document) });
  });
}

interface Chosen extends Given {
  document: MinutesDocument;
  /** Where the meeting stands whose place it takes; null = a meeting of its own. */
  revision: number | null;
  origin: string | null;
}

/** Keeps what she made of a file. Errors: those of `read`; meeting.notFound, .trashed, .conflict, .readOnly, record.locked, asset.*. */
export async function keep(services: Services, { document, revision, origin, ...given }: Chosen): Promise<Result<MeetingSummary>> {
  const held = await open(services, given, new AbortController().signal);
  if (!held.ok) return held;
  const { pictures, sha256 } = held.value;
  const keeping = { document, pictures, sha256, name: given.name, origin };
  const kept = await (revision === null ? keepAsMeeting(services, keeping) : keepAsVersion(services, keeping, revision));
  return kept.ok ? ok(summaryOf(kept.value)) : kept;
}

interface OneOfMany {
  file: FileContent;
  name: string;
  dryRun: boolean;
  job: string;
  origin: string | null;
}

/** Takes in one file of many as well as it can be read: a failure of one is an entry, and stops none of the others. */
export function take(services: Services, { job, ...one }: OneOfMany): Promise<Result<ImportEntry>> {
  return services.jobs.run(job, async (work) => {
    try {
      return ok(await entryOf(services, one, work));
    } catch (error) {
      if (work.signal.aborted) throw error;
      return ok(failed(one.name, { code: 'unexpected' }));
    }
  });
}

async function entryOf(services: Services, { file, name, dryRun, origin }: Omit<OneOfMany, 'job'>, { signal, breathe }: Work): Promise<ImportEntry> {
  const held = await open(services, { file, name, encoding: null }, signal);
  await breathe();
  if (!held.ok) return failed(name, held.error);
  const { document, pictures, sha256 } = held.value;
  const found = likeOf(services, sha256, document);
  const doubts = doubtsOf(held.value);
  const entry = { name, title: document.meta.title, doubts, like: found.map(({ by, meeting }) => ({ by, id: meeting.id, title: meeting.title })), error: null };
  const here = found.find(isTheSame);
  if (here) return { ...entry, state: 'duplicate', meeting: here.meeting.id };
  const state = doubts.length > 0 || found.length > 0 ? 'doubtful' : 'taken';
  if (dryRun) return { ...entry, state, meeting: null };
  const kept = await keepAsMeeting(services, { document, pictures, sha256, name, origin });
  return kept.ok ? { ...entry, state, meeting: kept.value.id } : failed(name, kept.error);
}

const isTheSame = ({ by }: Like): boolean => by === 'file' || by === 'text';

const failed = (name: string, error: AppError): ImportEntry => ({ name, state: 'failed', title: '', meeting: null, doubts: [], like: [], error });
