/** Export: saves first, names what is not filled in, then hands the file to the host or to the browser. */
import { asItIs, type ExportChoice, type ExportFormat } from '#shared/export/options.ts';
import { collectBlanks } from '#shared/minutes/blanks.ts';
import type { CommandContext } from '../commands/command.ts';
import { origin } from '../app/store.ts';
import { once } from '../app/under-way.ts';
import { text } from '../i18n/i18n.ts';
import { proofOf } from '../proof/proof.ts';
import { handOver } from './hand-over.ts';

/** Exports the open meeting as it is in its own layout; where places are left to fill in, the window shows them first. */
export async function startExport(context: CommandContext, format: ExportFormat): Promise<void> {
  const { app, session } = context;
  // The data file is the record itself: nothing is printed in it.
  const blanks = session && format !== 'json' ? collectBlanks(session.document()) : [];
  if (blanks.length > 0) app.getState().set({ dialog: { kind: 'export', format } });
  else await finishExport(context, { format, ...asItIs });
}

interface Going {
  /** Her own for the file. */
  name?: string;
  /** The section that goes out alone, of any meeting. */
  excerpt?: { meetingId: string; blockId: string };
}

/** Exports the open meeting as it stands, or a section of a meeting. Whether it was kept. */
export async function finishExport(context: CommandContext, choice: ExportChoice, going: Going = {}): Promise<boolean> {
  const { current } = context.app.getState();
  const id = going.excerpt?.meetingId ?? context.session?.id ?? (current.kind === 'readOnly' ? current.id : null);
  if (id === null) return false;
  return (await once(['export', id, going.excerpt?.blockId, choice.format].join(' '), () => exportOf(id, context, choice, going))) ?? false;
}

async function exportOf(id: string, { app, client }: CommandContext, { format, ...options }: ExportChoice, { name, excerpt }: Going): Promise<boolean> {
  const { current, flush, report, toast } = app.getState();
  if (!(await flush())) {
    toast({ text: text('exporting', 'unsaved'), tone: 'error' });
    return false;
  }
  const revision = current.kind === 'open' ? current.saver.revision() : null;
  let hide = () => {};
  const slow = setTimeout(() => (hide = toast({ text: text('exporting', 'running') })), 1000);
  const rendered = await client.store.exports.render({ id, format, options, blockId: excerpt?.blockId ?? null });
  clearTimeout(slow);
  hide();
  if (!rendered.ok) {
    report(rendered.error);
    return false;
  }
  const isKept = await handOver({ app, client }, { file: rendered.value.file, name: name ?? rendered.value.name }, format === 'docx' && !excerpt ? proofOf(app, options, rendered.value.file) : undefined);
  if (isKept) await markSent();
  return isKept;

  /** A Word file circulates: what it held can be compared with later. She has her file also where the mark cannot be kept. */
  async function markSent(): Promise<void> {
    if (format !== 'docx' || excerpt || revision === null) return;
    const marked = await client.store.versions.circulate({ id, revision, origin });
    if (marked.ok) app.getState().set({ versionsMarked: app.getState().versionsMarked + 1 });
  }
}
