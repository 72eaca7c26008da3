/** The store of a database for one command: its own, or that of the program that has the database open. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { chromiumPdf } from '#electron/host/chromium-pdf.ts';
import { databasePath, makeFolderOf, resourcesFolder } from '#electron/host/places.ts';
import { hasSources } from '#electron/services/damage/sources.ts';
import { startStore, type StoreClient } from '#electron/services/store.ts';
import { fail, ok, type Result } from '#shared/result.ts';

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
    if (store.error.code !== 'database.locked') return store;
    const { knock } = await import('#electron/host/door.ts');
    const neighbour = await knock(path);
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
