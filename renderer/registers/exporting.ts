/** What a register shows, as a file. */
import type { AppParts } from '../app/context.ts';
import { download } from '../export/download.ts';
import { text } from '../i18n/i18n.ts';
import { type RegisterAsked, requestOf } from './register.ts';

export async function exportRegister({ app, client }: AppParts, asked: RegisterAsked, format: 'xlsx' | 'csv'): Promise<void> {
  const { info, language, report, toast } = app.getState();
  const rendered = await client.store.registers.export({ ...requestOf(asked), format, language });
  if (!rendered.ok) return report(rendered.error);
  const { name, file } = rendered.value;
  if (info.saving === 'download') {
    download(name, new Blob([await file.arrayBuffer()], { type: file.type }));
    return void toast({ text: text('registers', 'export.done', { name }) });
  }
  const saved = await client.host.saveFile({ name, file });
  if (!saved.ok) return report(saved.error);
  if (saved.value.name !== null) toast({ text: text('registers', 'export.done', { name: saved.value.name }) });
}
