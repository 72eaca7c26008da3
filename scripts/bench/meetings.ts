/** Databases of made-up meetings, generated once for each size and kept in the temporary folder. `node meetings.ts COUNT PATH` */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDatabase, generateMeeting, subjectRank, subjectWord } from '#electron/db/generate.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { documentVersion } from '#shared/minutes/document.ts';
import { searchedLines } from '#shared/minutes/searched.ts';

const kept = join(tmpdir(), `minutebook-bench-${migrations.length}.${documentVersion}-subjects`);

/** About 5,000 characters in all, a sixth of them words that are spread as in natural text. */
const options = { characters: 4200, subjects: 240 };

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
export const textOf = (index: number): string => [...searchedLines(generateMeeting(index, options))].map(({ text }) => text).join('\n');

/** Different words as one meets them in the texts: a common one as often as it is common. */
export function metWords(times: number): string[] {
  const found = new Set<string>();
  // Even steps, in an order that mixes them.
  for (let turn = 0; found.size < times; turn++) found.add(subjectWord(subjectRank((turn * 0.618034) % 1)));
  return [...found];
}

/** Different characters of the texts. */
export function metCharacters(times: number): string[] {
  const found = new Set([...Array.from({ length: 20 }, (_, index) => textOf(index)).join('')].filter((character) => /\p{Script=Han}/u.test(character)));
  return [...found].slice(0, times);
}

if (import.meta.main) {
  const [count, path] = process.argv.slice(2);
  rmSync(path ?? '', { force: true });
  if (!fillDatabase(path ?? '', Number(count), options).ok) process.exitCode = 1;
}
