/** Gives a file to whoever keeps files here: a dialog of the host, or the browser's downloads. */
import type { FileContent } from '#shared/rpc/schemas.ts';
import type { AppParts } from '../app/context.ts';
import type { Toast } from '../app/state.ts';
import { text } from '../i18n/i18n.ts';
import { download } from './download.ts';

/** Whether it was kept; she may have thought better of it. `next` is offered beside the notice. */
export async function handOver({ app, client }: AppParts, { name, file }: { name: string; file: FileContent }, next?: Toast['action']): Promise<boolean> {
  const { info, report, toast } = app.getState();
  let kept: string | null = name;
  if (info.saving === 'download') {
    download(name, new Blob([await file.arrayBuffer()], { type: file.type }));
  } else {
    const saved = await client.host.saveFile({ name, file });
    if (!saved.ok) {
      report(saved.error);
      return false;
    }
    kept = saved.value.name;
  }
  if (kept !== null) toast({ text: text('exporting', 'done', { name: kept }), ...(next && { action: next }) });
  return kept !== null;
}
