/** 封存檔: made and taken in, piece by piece. */
import { ok, type Result } from '#shared/result.ts';
import type { ImportReport } from '#shared/rpc/archives.ts';
import type { AppParts } from '../app/context.ts';
import { origin } from '../app/store.ts';
import { download } from '../export/download.ts';
import { text } from '../i18n/i18n.ts';
import { fetchParcel, sendParcel } from '../rpc/parcels.ts';
import { carryOut, type Hand, type Outcomes } from './work.ts';

/** Makes an archive, and puts it where she wants it. */
export async function makeArchive(parts: AppParts, passphrase: string | null): Promise<void> {
  const { flush, report, toast } = parts.app.getState();
  await flush();
  const made = await carryOut('archive', '', (hand) => make(parts, passphrase, hand));
  if (!made || parts.app.getState().dialog?.kind === 'safety') return;
  if (!made.ok) return report(made.error);
  if (made.value.name !== null) toast({ text: text('safety', 'archive.done', { name: made.value.name, count: made.value.meetings }) });
}

async function make({ app, client }: AppParts, passphrase: string | null, { job }: Hand): Promise<Result<Outcomes['archive']>> {
  const made = await client.store.archives.make({ passphrase, job });
  if (!made.ok) return made;
  const { name, parcel, size, meetings } = made.value;
  if (app.getState().info.saving === 'dialog') {
    const saved = await client.host.saveParcel({ name, parcel });
    if (!saved.ok || saved.value.name === null) await client.store.parcels.drop({ parcel });
    return saved.ok ? ok({ name: saved.value.name, meetings }) : saved;
  }
  const file = await fetchParcel(client.store.parcels, parcel, size);
  if (!file.ok) return file;
  download(name, file.value);
  return ok({ name, meetings });
}

/** An archive that she chose: left with the store once, also where its passphrase has to be tried again. */
export interface Chosen {
  file: File;
  parcel: string | null;
}

/** Takes an archive in; what is left with the store is noted in `chosen`. */
export async function takeArchive({ app, client }: AppParts, chosen: Chosen, passphrase: string | null): Promise<Result<ImportReport> | null> {
  const { file } = chosen;
  await app.getState().flush();
  const taken = await carryOut('import', file.name, async ({ job, look }) => {
    if (chosen.parcel === null) {
      const sent = await sendParcel(client.store.parcels, file, (done) => look(done, file.size));
      if (!sent.ok) return sent;
      chosen.parcel = sent.value;
    }
    look(0, 0);
    const answer = await client.store.archives.take({ parcel: chosen.parcel, name: file.name, passphrase, job, origin });
    // Another passphrase can be tried; anything else uses the parcel up.
    if (answer.ok || answer.error.code !== 'archive.passphrase') chosen.parcel = null;
    return answer;
  });
  const { library, trashed, dialog, report, toast } = app.getState();
  library.refresh();
  trashed.refresh();
  if (!taken || dialog?.kind === 'safety') return taken;
  if (taken.ok) toast({ text: text('safety', 'import.done', { added: taken.value.added, copied: taken.value.copied, same: taken.value.same }) });
  else report(taken.error);
  return taken;
}

/** The files that age makes begin so. */
const ageStart = 'age-encryption.org/';

/** Whether a file is kept under a passphrase. */
export const isEncrypted = async (file: Blob): Promise<boolean> => (await file.slice(0, ageStart.length).text()) === ageStart;
