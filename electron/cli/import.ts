/** Files and folders of old minutes, taken into the library. */
import { existsSync, mkdtempSync, openAsBlob, rmSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, sep } from 'node:path';
import { databasePath } from '#electron/host/places.ts';
import type { StoreClient } from '#electron/services/store.ts';
import { byName, canImport, importEndings } from '#shared/imports/files.ts';
import { countsOf } from '#shared/imports/report.ts';
import { imports } from '#shared/locale/imports.ts';
import { newId } from '#shared/minutes/id.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { ImportEntry } from '#shared/rpc/imports.ts';
import { doubtLine } from './doubts.ts';
import { withStore } from './over-store.ts';
import { type Terminal, told } from './terms.ts';

export interface ImportOptions {
  dryRun?: boolean;
  json?: boolean;
  db?: string;
}

/** A file to read, and what it is called in the report. */
interface Found {
  /** As bytes where it comes out of a folder: a name need not be UTF-8. */
  path: string | Buffer;
  name: string;
}

/**
 * Takes in every file of `paths` that can be read, of folders those in them too, and prints the report. Nothing is
 * written with `dryRun`. Stopped on the way it leaves whole meetings, and the report says so. Errors: file.notFound;
 * import.stopped; import.someFailed where not all could be read.
 */
export async function importFiles(terminal: Terminal, paths: readonly string[], { dryRun = false, json, db }: ImportOptions): Promise<Result<null>> {
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) return fail('file.notFound', { name: basename(missing) });
  const files = (await Promise.all(paths.map(filesAt))).flat();
  const stand = dryRun ? standIn(db) : { db, remove: () => undefined };
  try {
    return await withStore(stand.db, { create: true }, async (client) => {
      const { entries, stopped } = await takeAll(terminal, client, files, dryRun);
      const at = new Date().toISOString();
      if (!dryRun && (entries.length > 0 || !stopped)) await client.imports.report({ report: { id: newId(), at, name: basename(paths[0] ?? '').slice(0, 300), stopped, entries } });
      if (json) terminal.print(JSON.stringify({ dryRun, stopped, counts: countsOf(entries), entries }, null, 2));
      else print(terminal, entries, dryRun);
      if (stopped) return fail('import.stopped', { done: entries.length, rest: files.length - entries.length });
      const { failed } = countsOf(entries);
      return failed === 0 ? ok(null) : fail('import.someFailed', { count: failed });
    });
  } finally {
    stand.remove();
  }
}

/** One after the other, until she stops it. The file under way is then left out, unless it is in already. */
async function takeAll(terminal: Terminal, client: StoreClient, files: readonly Found[], dryRun: boolean): Promise<{ entries: ImportEntry[]; stopped: boolean }> {
  const entries: ImportEntry[] = [];
  const job = newId();
  let stopped = false;
  const off = terminal.interrupted?.(() => {
    stopped = true;
    client.jobs.stop({ job }).catch(() => undefined);
  });
  try {
    for (const file of files) {
      if (stopped) break;
      const entry = await entryOf(client, file, dryRun, job);
      // Ctrl-C ends the programs that it reads with, too.
      if (stopped && entry.state === 'failed') break;
      entries.push(entry);
    }
  } finally {
    off?.();
  }
  return { entries, stopped: stopped && entries.length < files.length };
}

/** Trying out makes no database: where there is none, an empty one elsewhere stands in. */
function standIn(db: string | undefined): { db: string | undefined; remove(): void } {
  if (existsSync(databasePath(db))) return { db, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-import-'));
  return { db: join(folder, 'minutebook.db'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The files at a path: itself, or those of known endings in the folder. A file that is named is tried whatever it is. */
async function filesAt(path: string): Promise<Found[]> {
  if (!statSync(path).isDirectory()) return [{ path, name: basename(path) }];
  const files = await filesIn(Buffer.from(path), '');
  return files.sort((one, other) => byName(one.name, other.name));
}

/** `name` is the way to the folder in the report. A folder that cannot be opened is a file that cannot be read. */
async function filesIn(folder: Buffer, name: string): Promise<Found[]> {
  const found: Found[] = [];
  const inside = await readdir(folder, { withFileTypes: true, encoding: 'buffer' }).catch(() => null);
  if (!inside) return [{ path: folder, name: name || basename(folder.toString()) }];
  for (const entry of inside) {
    const path = Buffer.concat([folder, Buffer.from(sep), entry.name]);
    const own = `${name === '' ? '' : `${name}/`}${entry.name.toString()}`;
    if (entry.isDirectory()) found.push(...(await filesIn(path, own)));
    else if (entry.isFile() && canImport(own)) found.push({ path, name: own });
  }
  return found;
}

async function entryOf(client: StoreClient, { path, name }: Found, dryRun: boolean, job: string): Promise<ImportEntry> {
  const failed = (error: NonNullable<ImportEntry['error']>): ImportEntry => ({ name, state: 'failed', title: '', meeting: null, doubts: [], like: [], error });
  if (!canImport(name)) return failed({ code: 'file.format', params: { name: basename(name), known: importEndings.join(' ') } });
  try {
    const taken = await client.imports.take({ file: await openAsBlob(path), name: name.slice(-1000), dryRun, job, origin: null });
    return taken.ok ? taken.value : failed(taken.error);
  } catch {
    return failed({ code: 'file.unreadable', params: { name: basename(name) } });
  }
}

/** A line for each file: what became of it, its name, and why that is not plain. */
function print(terminal: Terminal, entries: readonly ImportEntry[], dryRun: boolean): void {
  const { language } = terminal;
  const words = imports[language];
  const filled = (text: string, params: Readonly<Record<string, string | number>>): string => text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => String(params[key] ?? ''));
  for (const { state, name, title, doubts, like, error } of entries) {
    const why = [
      ...(error ? [told(terminal, error)] : []),
      ...like.map((one) => filled(words[`like.${one.by}`], { title: one.title || words.untitled })),
      ...doubts.map((doubt) => doubtLine(doubt, language)),
    ];
    const became = dryRun && (state === 'taken' || state === 'doubtful') ? words[`dry.${state}`] : words[`state.${state}`];
    terminal.print([became, name, title, why.join(language === 'en' ? '; ' : '；')].filter((part) => part !== '').join('\t'));
  }
  terminal.print(filled(words.counts, countsOf(entries)));
}
