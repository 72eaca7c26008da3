/** 匯入: from the files that she chose or dropped to the meetings that they become. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { canImport } from '#shared/imports/files.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { newId } from '#shared/minutes/id.ts';
import { type AppError, fail, ok, type Result } from '#shared/result.ts';
import { type ImportEntry, importLimit, type ImportReport, type ReadFile } from '#shared/rpc/imports.ts';
import { type TextEncoding } from '#shared/rpc/schemas.ts';
import type { AppParts } from '../app/context.ts';
import type { AppStore } from '../app/state.ts';
import { text } from '../i18n/i18n.ts';
import { carryOut } from '../safety/work.ts';
import { type Found, folderOf } from './found.ts';

/** A file, and how it is to be read. */
export interface Chosen {
  file: File;
  encoding: TextEncoding | null;
}

/** What the window shows. */
export type Importing =
  | { kind: 'choose' }
  | { kind: 'reading'; name: string }
  | { kind: 'read'; chosen: Chosen; read: ReadFile }
  | { kind: 'refused'; chosen: Chosen; error: AppError }
  | { kind: 'many'; name: string; files: readonly Found[]; others: number }
  | { kind: 'done'; report: ImportReport; isTrial: boolean };

export const importing = createStore<{ now: Importing }>(() => ({ now: { kind: 'choose' } }));
export const useImporting = (): Importing => useStore(importing, ({ now }) => now);
export const showImporting = (now: Importing): void => importing.setState({ now });

/** Opens the window: where files are being taken in, at how far they are. */
export function openImport(app: AppStore): void {
  showImporting({ kind: 'choose' });
  app.getState().set({ dialog: { kind: 'import' } });
}

/** Opens the window with what was chosen: one file to look at, many to take in, from a folder if there is one. */
export function startImport(parts: AppParts, found: readonly Found[], folder = folderOf(found)): void {
  const files = found.filter((one) => canImport(one.name));
  const [only] = found;
  parts.app.getState().set({ dialog: { kind: 'import' } });
  if (found.length === 1 && only) return void readOne(parts, { file: only.file, encoding: null });
  const name = folder ?? text('imports', 'several', { name: only?.name ?? '', count: found.length });
  showImporting({ kind: 'many', name, files, others: found.length - files.length });
}

/** Reads one file; nothing is kept. */
export async function readOne({ client }: AppParts, chosen: Chosen): Promise<void> {
  const { file, encoding } = chosen;
  const reading: Importing = { kind: 'reading', name: file.name };
  showImporting(reading);
  const read = tooLarge(file) ?? (await client.store.imports.read({ file, name: nameOf(file), encoding }));
  // She has gone on to something else.
  if (importing.getState().now !== reading) return;
  showImporting(read.ok ? { kind: 'read', chosen, read: read.value } : { kind: 'refused', chosen, error: read.error });
}

/** A file that is not even sent. */
const tooLarge = ({ size, name }: File): Result<never> | null => (size > importLimit * 1024 * 1024 ? fail('import.tooLarge', { name, limit: importLimit }) : null);

const nameOf = ({ name }: File): string => name.slice(-1000);

/** Keeps a record that was read, and shows it; `revision` is that of the meeting whose place it takes. */
export async function keepOne({ app, client }: AppParts, { file, encoding }: Chosen, document: MinutesDocument, revision: number | null): Promise<boolean> {
  const { flush, report, set, toast, open, library } = app.getState();
  if (!(await flush())) {
    toast({ text: text('imports', 'unsaved'), tone: 'error' });
    return false;
  }
  // Of no window: the one that shows the meeting takes the new text as it takes that of another window.
  const kept = await client.store.imports.keep({ file, name: nameOf(file), encoding, document, revision, origin: null });
  if (!kept.ok) {
    report(kept.error);
    return false;
  }
  library.refresh();
  set({ dialog: null, libraryView: 'meetings' });
  await open(kept.value.id);
  toast({ text: text('imports', revision === null ? 'kept' : 'replaced', { title: kept.value.title || text('imports', 'untitled') }) });
  return true;
}

/** After so many files the library shows what came. */
const refreshAfter = 50;

/** Takes many files in, one after the other; it goes on while the window is closed. */
export async function takeMany({ app, client }: AppParts, name: string, files: readonly Found[], isTrial: boolean): Promise<void> {
  await app.getState().flush();
  const done = await carryOut('files', name, async ({ job, look }) => {
    const entries: ImportEntry[] = [];
    let stopped = false;
    for (const found of files) {
      stopped = !look(entries.length, files.length);
      if (stopped) break;
      const taken = tooLarge(found.file) ?? (await client.store.imports.take({ file: found.file, name: found.name, dryRun: isTrial, job, origin: null }).catch(() => fail('file.unreadable', { name: found.file.name })));
      stopped = !taken.ok && taken.error.code === 'work.stopped';
      if (stopped) break;
      entries.push(taken.ok ? taken.value : { name: found.name, state: 'failed', title: '', meeting: null, doubts: [], like: [], error: taken.error });
      if (entries.length % refreshAfter === 0) app.getState().library.refresh();
    }
    const report: ImportReport = { id: newId(), at: new Date().toISOString(), name: name.slice(0, 300), stopped, entries };
    if (!isTrial && entries.length > 0) {
      const kept = await client.store.imports.report({ report });
      if (!kept.ok) app.getState().report(kept.error);
    }
    return ok(report);
  });
  const { library, dialog, toast } = app.getState();
  library.refresh();
  if (!done?.ok) return;
  showImporting({ kind: 'done', report: done.value, isTrial });
  if (dialog?.kind === 'import') return;
  const show = (): void => app.getState().set({ dialog: { kind: 'import' } });
  toast({ text: text('imports', 'finished'), action: { label: text('imports', 'showReport'), run: show } });
}
