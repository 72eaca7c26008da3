/** Export: saves first, names what is not filled in, then hands the file to the host or to the browser. */
import { collectBlanks } from '#shared/minutes/blanks.ts';
import type { ExportFormat } from '#shared/rpc/schemas.ts';
import type { CommandContext } from '../commands/command.ts';
import { origin } from '../app/store.ts';
import { text } from '../i18n/i18n.ts';
import { handOver } from './hand-over.ts';

/** Exports the open meeting; places left to fill in are shown first. */
export async function startExport(context: CommandContext, format: ExportFormat): Promise<void> {
  const { app, session } = context;
  // A meeting that can only be read is exported as it is stored.
  if (!session) return finishExport(context, format);
  // The data file is the record itself: nothing is printed in it.
  const blanks = format === 'json' ? [] : collectBlanks(session.document());
  if (blanks.length > 0) app.getState().set({ dialog: { kind: 'exportBlanks', format, blanks } });
  else await finishExport(context, format);
}

/** Exports the open meeting as it stands. */
export async function finishExport({ app, client, session }: CommandContext, format: ExportFormat): Promise<void> {
  const { current, flush, report, toast } = app.getState();
  const id = session?.id ?? (current.kind === 'readOnly' ? current.id : null);
  if (id === null) return;
  if (!(await flush())) return void toast({ text: text('exporting', 'unsaved'), tone: 'error' });
  const revision = current.kind === 'open' ? current.saver.revision() : null;
  let hide = () => {};
  const slow = setTimeout(() => (hide = toast({ text: text('exporting', 'running') })), 1000);
  const rendered = await client.store.exports.render({ id, format });
  clearTimeout(slow);
  hide();
  if (!rendered.ok) return report(rendered.error);
  if (await handOver({ app, client }, rendered.value)) await markSent();

  /** A Word file circulates: what it held can be compared with later. She has her file also where the mark cannot be kept. */
  async function markSent(): Promise<void> {
    if (format !== 'docx' || id === null || revision === null) return;
    const marked = await client.store.versions.circulate({ id, revision, origin });
    if (marked.ok) app.getState().set({ versionsMarked: app.getState().versionsMarked + 1 });
  }
}
