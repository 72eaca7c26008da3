/** What every command of the command line stands on. */
import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { chromiumPdf } from '#electron/host/chromium-pdf.ts';
import { knock } from '#electron/host/door.ts';
import { databasePath, makeFolderOf, resourcesFolder } from '#electron/host/places.ts';
import { hasSources } from '#electron/services/damage/sources.ts';
import { startStore, type StoreClient } from '#electron/services/store.ts';
import type { Language } from '#shared/language.ts';
import { cliStrings } from '#shared/locale/cli.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { exportFormats, type ExportFormat } from '#shared/export/options.ts';

/** The user's language, and where answers go. */
export interface Terminal {
  language: Language;
  /** Data: standard output. */
  print(text: string): void;
  /** Everything else: standard error. */
  tell(text: string): void;
  /** Calls `stop` when she presses Ctrl-C, once; without it, and a second time, that ends the program. Gives back what takes it off again. */
  interrupted?(stop: () => void): () => void;
}

/** A sentence of the command line with its places filled in. */
export function sentence({ language }: Terminal, key: keyof (typeof cliStrings)['en'], params: Record<string, string | number> = {}): string {
  return cliStrings[language][key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** The format that a file's ending asks for. Error: file.format. */
export function formatOf(path: string): Result<ExportFormat> {
  const format = exportFormats.find((known) => extname(path).toLowerCase() === `.${known}`);
  return format ? ok(format) : fail('file.format', { name: basename(path), known: exportFormats.map((known) => `.${known}`).join(' ') });
}

/**
 * Runs `task` over the store of a database and closes it, or over the store of the program that has it open. `create` allows a database that is not there yet. Errors:
 * those of opening, and of the task; `file.notFound`.
 */
export async function withStore<T>(
  asked: string | undefined,
  { create }: { create: boolean },
  task: (client: StoreClient) => Promise<Result<T>>,
): Promise<Result<T>> {
  const path = databasePath(asked);
  // One that is gone while its backups are there is made anew by opening it.
  if (!create && !existsSync(path) && !hasSources(path)) return fail('file.notFound', { name: basename(path) });
  makeFolderOf(path);
  const store = await startStore({ databasePath: path, resources: resourcesFolder(), example: false, pdf: chromiumPdf() });
  if (!store.ok) {
    const neighbour = store.error.code === 'database.locked' ? await knock(path) : null;
    return neighbour ? throughDoor(() => task(neighbour.store)) : store;
  }
  try {
    return await task(store.value.client);
  } finally {
    await store.value.close();
  }
}

/** The other program may end in the middle of it. */
async function throughDoor<T>(task: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await task();
  } catch {
    return fail('store.unreachable');
  }
}

/** All entries of a list that is read page by page. */
export async function pages<T>(read: (offset: number) => Promise<Result<{ total: number; entries: T[] }>>): Promise<Result<T[]>> {
  const all: T[] = [];
  for (;;) {
    const page = await read(all.length);
    if (!page.ok) return page;
    all.push(...page.value.entries);
    if (page.value.entries.length === 0 || all.length >= page.value.total) return ok(all);
  }
}
