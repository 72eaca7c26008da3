/** 匯出多份: into a folder where the host has a dialog for it, or as one zip. */
import type { ExportChoice } from '#shared/export/options.ts';
import { fileName } from '#shared/export/file-name.ts';
import { ok, type Result } from '#shared/result.ts';
import type { AppParts } from '../app/context.ts';
import { text } from '../i18n/i18n.ts';
import { fetchParcel } from '../rpc/parcels.ts';
import { carryOut, type Hand } from '../safety/work.ts';
import { download } from './download.ts';
import type { Exported } from './exported.types.ts';

/** Exports the meetings of these ids; what it came to stands in the window, or is said where that is closed. */
export async function exportMany(parts: AppParts, ids: readonly string[], choice: ExportChoice, into: 'folder' | 'zip'): Promise<void> {
  const { flush } = parts.app.getState();
  await flush();
  const done = await carryOut('exportMany', '', (hand) => (into === 'folder' ? toFolder(parts, ids, choice, hand) : toZip(parts, ids, choice, hand)));
  const { dialog, report, toast } = parts.app.getState();
  if (!done || dialog?.kind === 'exportMany') return;
  if (!done.ok) return report(done.error);
  const { name, report: came } = done.value;
  if (name !== null) toast({ text: text('exporting', 'many.done', { count: came.written, name }) });
}

const nothing: Exported = { name: null, report: { written: 0, failed: [] } };

async function toFolder({ client }: AppParts, ids: readonly string[], { format, ...options }: ExportChoice, { job }: Hand): Promise<Result<Exported>> {
  const done = await client.host.exportToFolder({ ids: [...ids], format, options, job });
  if (!done.ok) return done;
  return ok(done.value ? { name: done.value.folder, report: done.value.report } : nothing);
}

async function toZip({ app, client }: AppParts, ids: readonly string[], { format, ...options }: ExportChoice, { job }: Hand): Promise<Result<Exported>> {
  const { info, language } = app.getState();
  const made = await client.store.exports.many({ ids: [...ids], format, options, job, language, name: fileName(text('exporting', 'many.zipName', { count: ids.length }), 'zip') });
  if (!made.ok) return made;
  const { name, parcel, size, report } = made.value;
  if (info.saving === 'dialog') {
    const saved = await client.host.saveParcel({ name, parcel });
    if (!saved.ok || saved.value.name === null) await client.store.parcels.drop({ parcel });
    return saved.ok ? ok({ name: saved.value.name, report }) : saved;
  }
  const file = await fetchParcel(client.store.parcels, parcel, size);
  if (!file.ok) return file;
  download(name, file.value);
  return ok({ name, report });
}
