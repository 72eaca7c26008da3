/** A stored meeting as a file. */
import { fail, ok, type Result } from '#shared/result.ts';
import type { ExportFormat, FileContent } from '#shared/rpc/schemas.ts';
import { exportName } from './export-name.ts';
import type { Services } from './services.ts';

/** The file of a meeting and the name to offer it under. Errors: meeting.notFound, .readOnly. */
export async function render(
  { db, records }: Services,
  { id, format }: { id: string; format: ExportFormat },
): Promise<Result<{ name: string; file: FileContent }>> {
  const row = db.meetings.find(id);
  if (!row) return fail('meeting.notFound');
  const read = records.read(row);
  if (!read.ok) return fail('meeting.readOnly');
  const name = exportName(read.document.meta, format);
  return ok({ name, file: new Blob([`${JSON.stringify(read.document, null, 2)}\n`], { type: 'application/json' }) });
}
