import { existsSync, mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { exportToFolder, exportToZip, type Many } from '#electron/services/export-many.ts';
import type { StoreClient } from '#electron/services/store.ts';
import { writeFileSafely } from '#electron/services/write-file.ts';
import { type ExportFormat } from '#shared/export/options.ts';
import { errorSentence } from '#shared/locale/sentence.ts';
import { idSchema } from '#shared/minutes/id.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { ExportReport } from '#shared/rpc/exports.ts';
import { rendered } from './show.ts';
import { withStore } from './over-store.ts';
import { formOf, type PaperOptions } from './paper.ts';
import { formatOf, sentence, type Terminal } from './terms.ts';

export interface ExportOptions extends PaperOptions {
  out?: string;
  outDir?: string;
  zip?: string;
  /** Of the files in a folder or a zip. */
  format: ExportFormat;
  db?: string;
}

/**
 * Writes one meeting to a file, or several to a folder or a zip. Errors: file.format, layout.notFound, meeting.notFound, .readOnly,
 * file.unwritable, file.full, file.inUse, export.where, .partly.
 */
export async function exportMeetings(terminal: Terminal, ids: readonly string[], { out, outDir, zip, format, db, ...paper }: ExportOptions): Promise<Result<null>> {
  const [only, ...more] = ids;
  if (out !== undefined && only !== undefined && more.length === 0) return exportOne(only, out, paper, db);
  const target = outDir ?? zip;
  if (target === undefined) return fail('export.where');
  return withStore(db, { create: false }, async (client) => {
    const many = manyOf(client, [...new Set(ids)], format, paper);
    const report = outDir === undefined ? await intoZip(terminal, target, many) : await intoFolder(outDir, many);
    return report.ok ? told(terminal, report.value) : report;
  });
}

async function exportOne(id: string, out: string, paper: PaperOptions, db: string | undefined): Promise<Result<null>> {
  const format = formatOf(out);
  if (!format.ok) return format;
  return withStore(db, { create: false }, async (client) => {
    const bytes = await rendered(client, id, format.value, formOf(paper));
    return bytes.ok ? writeFileSafely(out, bytes.value) : bytes;
  });
}

const manyOf = ({ exports, meetings }: StoreClient, ids: readonly string[], format: ExportFormat, paper: PaperOptions): Many => ({
  ids,
  async render(id) {
    return idSchema.safeParse(id).success ? exports.render({ id, format, options: formOf(paper) }) : fail('meeting.notFound');
  },
  async titleOf(id) {
    const found = idSchema.safeParse(id).success ? await meetings.open({ id }) : null;
    if (!found?.ok) return id;
    return found.value.state === 'editable' ? found.value.document.meta.title : found.value.title;
  },
});

/** A command is stopped by ending it. */
const pace = { progress: () => undefined, breathe: () => Promise.resolve() };

function intoFolder(folder: string, many: Many): Promise<Result<ExportReport>> | Result<ExportReport> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    return fail('file.unwritable', { name: basename(folder) });
  }
  return exportToFolder(folder, many, pace);
}

async function intoZip({ language }: Terminal, path: string, many: Many): Promise<Result<ExportReport>> {
  let report: Result<ExportReport> = fail('unexpected');
  const written = await writeFileSafely(path, async (beside) => {
    report = await exportToZip(beside, many, pace, { language, at: new Date() });
    if (!existsSync(beside)) throw new Error('no zip');
  });
  return report.ok && !written.ok ? written : report;
}

/** What was left out, a line each; then whether it was all. */
function told(terminal: Terminal, { written, failed }: ExportReport): Result<null> {
  for (const { id, title, error } of failed) terminal.tell([id, ...(title === id ? [] : [title]), errorSentence(error, terminal.language)].join('\t'));
  if (failed.length > 0) return fail('export.partly', { count: failed.length, total: failed.length + written });
  terminal.tell(sentence(terminal, 'exportedMany', { count: written }));
  return ok(null);
}
