/** Databases of made-up meetings, generated once for each size and kept in the temporary folder. `node meetings.ts COUNT PATH` */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDatabase, generateMeeting } from '#electron/db/generate.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { documentVersion } from '#shared/minutes/document.ts';
import { searchedLines } from '#shared/minutes/searched.ts';

const kept = join(tmpdir(), `minutebook-bench-${migrations.length}.${documentVersion}`);

/** Copies a database of `count` meetings to `path`, with the search index where one was kept. */
export function takeMeetings(count: number, path: string): void {
  const source = join(kept, `${count}.db`);
  if (!existsSync(source)) {
    mkdirSync(kept, { recursive: true });
    // In a process of its own, so that the memory it takes is not measured.
    execFileSync(process.execPath, [import.meta.filename, String(count), `${source}.part`], { stdio: 'inherit' });
    renameSync(`${source}.part`, source);
  }
  cpSync(source, path);
  if (existsSync(`${source}-search`)) cpSync(`${source}-search`, `${path}-search`);
}

/** Keeps the index that was made for a database of that size; the store must be closed. */
export function keepIndex(count: number, path: string): void {
  cpSync(`${path}-search`, join(kept, `${count}.db-search`));
}

/** Forgets the index that was kept, so that the next one is made anew. */
export const dropIndex = (count: number): void => rmSync(join(kept, `${count}.db-search`), { force: true });

/** A folder with a text file for each meeting. */
export function textFiles(count: number): string {
  const folder = join(kept, `${count}-texts`);
  if (!existsSync(folder)) {
    mkdirSync(`${folder}.part`, { recursive: true });
    for (let index = 0; index < count; index++) writeFileSync(join(`${folder}.part`, `${index}.txt`), textOf(index));
    renameSync(`${folder}.part`, folder);
  }
  return folder;
}

/** Everything that search finds in meeting number `index`. */
export const textOf = (index: number): string => [...searchedLines(generateMeeting(index))].map(({ text }) => text).join('\n');

/** Different pieces of the texts themselves, of `from` to `to` characters: common words, rare ones, and what spans two. */
export function pieces(times: number, count: number, from: number, to: number): string[] {
  const found = new Set<string>();
  for (let turn = 0; found.size < times && turn < times * 40; turn++) {
    const lines = textOf((turn * 37) % count).split('\n');
    const line = lines[(turn * 13) % lines.length] ?? '';
    const length = from + (turn % (to - from + 1));
    const piece = line.slice((turn * 31) % Math.max(1, line.length - length)).slice(0, length);
    if (piece.length === length && /^\p{Script=Han}+$/u.test(piece)) found.add(piece);
  }
  return [...found];
}

if (import.meta.main) {
  const [count, path] = process.argv.slice(2);
  rmSync(path ?? '', { force: true });
  if (!fillDatabase(path ?? '', Number(count)).ok) process.exitCode = 1;
}
