import { writeFileSafely } from '#electron/services/write-file.ts';
import type { Result } from '#shared/result.ts';
import { rendered } from './show.ts';
import { formatOf, withStore } from './terms.ts';

export interface ExportOptions {
  out: string;
  db?: string;
}

/** Writes one meeting to a file. Errors: file.format, meeting.notFound, .readOnly, file.unwritable, file.full. */
export async function exportMeeting(id: string, { out, db }: ExportOptions): Promise<Result<null>> {
  const format = formatOf(out);
  if (!format.ok) return format;
  return withStore(db, { create: false }, async (client) => {
    const bytes = await rendered(client, id, format.value);
    return bytes.ok ? writeFileSafely(out, bytes.value) : bytes;
  });
}
