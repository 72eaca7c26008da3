/** Many meetings at once, into a folder or a zip: one file after the other, and what cannot be exported is told at the end. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportFormat, ExportOptions } from '#shared/export/options.ts';
import { uniqueNames } from '#shared/export/file-name.ts';
import type { Language } from '#shared/language.ts';
import { exporting } from '#shared/locale/export.ts';
import { errorSentence } from '#shared/locale/sentence.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { ExportReport } from '#shared/rpc/exports.ts';
import type { FileContent } from '#shared/rpc/schemas.ts';
import { trouble } from './archives/trouble.ts';
import { createZip } from './archives/zip-writing.ts';
import { render } from './exports.ts';
import type { Work } from './jobs.ts';
import type { Services } from './services.ts';
import { writeFileSafely } from './write-file.ts';

interface Rendered {
  name: string;
  file: FileContent;
}

/** Where files go; their names are unique already. */
interface Sink {
  add(name: string, bytes: Uint8Array): Promise<Result<null>>;
}

export interface Many {
  ids: readonly string[];
  /** The file of one of them, and the name that it should have. */
  render(id: string): Promise<Result<Rendered>>;
  /** What one that cannot be read is called. */
  titleOf(id: string): Promise<string> | string;
}

type Pace = Pick<Work, 'progress' | 'breathe'>;

/** Troubles after which no other file could be written either. */
const hopeless: ReadonlySet<string> = new Set(['file.full', 'archive.full', 'archive.failed']);

/** Puts one after the other into a sink. Rejects where it was stopped. Errors: those of the sink that concern every file. */
async function exportInto(sink: Sink, { ids, render, titleOf }: Many, unique: (name: string) => string, { progress, breathe }: Pace): Promise<Result<ExportReport>> {
  const report: ExportReport = { written: 0, failed: [] };
  for (const [index, id] of ids.entries()) {
    await breathe();
    progress(index, ids.length);
    const made = await render(id);
    const added = made.ok ? await sink.add(unique(made.value.name), new Uint8Array(await made.value.file.arrayBuffer())) : made;
    if (added.ok) report.written += 1;
    else if (hopeless.has(added.error.code)) return added;
    else report.failed.push({ id, title: await titleOf(id), error: added.error });
  }
  progress(ids.length, ids.length);
  return ok(report);
}

/** Into a folder, beside what is there: nothing is written over. Errors: file.unwritable, file.full. */
export async function exportToFolder(folder: string, many: Many, pace: Pace): Promise<Result<ExportReport>> {
  const unique = uniqueNames();
  try {
    for (const name of await readdir(folder)) unique(name);
  } catch {
    return fail('file.unwritable', { name: folder });
  }
  return exportInto({ add: (name, bytes) => writeFileSafely(join(folder, name), bytes) }, many, unique, pace);
}

/**
 * Into a new zip at `path`, where nothing may be; what could not be exported stands in a text beside the others. Nothing is
 * left where it was stopped. Errors: archive.full, .failed.
 */
export async function exportToZip(path: string, many: Many, pace: Pace, { language, at }: { language: Language; at: Date }): Promise<Result<ExportReport>> {
  let isDone = false;
  const words = exporting[language];
  const unique = uniqueNames();
  unique(words['many.listName']);
  try {
    const zip = await createZip(path);
    try {
      const sink: Sink = {
        add: (name, bytes) =>
          zip.add(name, bytes, at, name.endsWith('.docx')).then(
            () => ok(null),
            (error: unknown) => trouble(error),
          ),
      };
      const report = await exportInto(sink, many, unique, pace);
      if (!report.ok) return report;
      if (report.value.failed.length > 0) await zip.add(words['many.listName'], new TextEncoder().encode(listOf(report.value, language)), at);
      await zip.finish();
      isDone = true;
      return report;
    } finally {
      if (!isDone) await zip.close().catch(() => undefined);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return trouble(error);
    throw error;
  } finally {
    if (!isDone) await rm(path, { force: true });
  }
}

/** Which meetings are missing, and why: a line each. */
const listOf = ({ failed }: ExportReport, language: Language): string =>
  [exporting[language]['many.list'], ...failed.map(({ title, error }) => `${title}\t${errorSentence(error, language)}`), ''].join('\r\n');

export interface ManyAsked {
  ids: readonly string[];
  format: ExportFormat;
  options: ExportOptions;
}

const manyOf = (services: Services, { ids, format, options }: ManyAsked): Many => ({
  ids: [...new Set(ids)],
  render: (id) => render(services, { id, format, options, blockId: null }),
  titleOf: (id) => services.db.meetings.find(id)?.title ?? id,
});

/** The chosen meetings as a zip, to fetch as a parcel. Errors: archive.full, .failed, work.stopped. */
export function many(
  services: Services,
  { job, language, name, ...asked }: ManyAsked & { job: string; language: Language; name: string },
): Promise<Result<{ name: string; parcel: string; size: number; report: ExportReport }>> {
  return services.jobs.run(job, async (work) => {
    const { parcel, path } = await services.parcels.begin();
    const made = await exportToZip(path, manyOf(services, asked), work, { language, at: services.now() });
    return made.ok ? ok({ name, parcel, size: (await stat(path)).size, report: made.value }) : made;
  });
}

/** The chosen meetings in a folder of this computer. Errors: file.unwritable, .full, work.stopped: what is written stays. */
export const manyInFolder = (services: Services, { job, folder, ...asked }: ManyAsked & { job: string; folder: string }): Promise<Result<ExportReport>> =>
  services.jobs.run(job, (work) => exportToFolder(folder, manyOf(services, asked), work));
