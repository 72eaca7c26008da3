import type { StoreClient } from '#electron/services/store.ts';
import { idSchema } from '#shared/minutes/id.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { ExportFormat, ExportOptions } from '#shared/export/options.ts';
import { withStore } from './over-store.ts';
import type { Terminal } from './terms.ts';

export interface ShowOptions {
  json?: boolean;
  db?: string;
}

/** Prints one meeting: as plain text, or as the schema has it. Errors: meeting.notFound, .readOnly. */
export function show(terminal: Terminal, id: string, { json, db }: ShowOptions): Promise<Result<null>> {
  return withStore(db, { create: false }, async (client) => {
    const bytes = await rendered(client, id, json ? 'json' : 'txt');
    if (!bytes.ok) return bytes;
    terminal.print(new TextDecoder().decode(bytes.value).trimEnd());
    return ok(null);
  });
}

/** The bytes of a meeting in a format. An id that is none belongs to no meeting. */
export async function rendered(client: StoreClient, id: string, format: ExportFormat, options: Partial<ExportOptions> = {}): Promise<Result<Uint8Array>> {
  if (!idSchema.safeParse(id).success) return fail('meeting.notFound');
  const file = await client.exports.render({ id, format, options });
  return file.ok ? ok(new Uint8Array(await file.value.file.arrayBuffer())) : file;
}
