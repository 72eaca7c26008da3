/** What other programs do with the same meetings: scans, an index in memory, rows written whole. */
import Database from 'better-sqlite3';
import MiniSearch from 'minisearch';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { generateMeeting } from '#electron/db/generate.ts';
import { foldScript } from '#shared/text/fold.ts';
import { type Figure, figure, measure } from './figures.ts';
import { textFiles, textOf } from './meetings.ts';

/** A plain table of texts in memory, asked with LIKE: what a program without an index would do. In one script only. */
export async function likeFigure(count: number, queries: readonly string[]): Promise<Figure> {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT) STRICT');
  const insert = db.prepare('INSERT INTO texts (text) VALUES (?)');
  db.transaction(() => {
    for (let index = 0; index < count; index += 1) insert.run(textOf(index));
  })();
  const counted = db.prepare('SELECT count(*) FROM texts WHERE text LIKE ?');
  const samples = await measure(24, (turn) => counted.get(`%${queries[turn % queries.length] ?? ''}%`), 2);
  db.close();
  return figure(`peer: LIKE in memory, one script only, ${count} meetings`, samples);
}

/** ripgrep over a file for each meeting; null where it is not installed. */
export async function ripgrepFigure(count: number, queries: readonly string[]): Promise<Figure | null> {
  if (spawnSync('rg', ['--version']).status !== 0) return null;
  const folder = textFiles(count);
  const samples = await measure(16, (turn) => spawnSync('rg', ['--count', '--fixed-strings', '--', queries[turn % queries.length] ?? '', folder]), 2);
  return figure(`peer: ripgrep over text files, one script only, ${count} meetings`, samples);
}

/** It keeps every word of every text in objects: more meetings than this do not fit into memory beside the others. */
const mostInMiniSearch = 2000;

/** MiniSearch over pairs of characters. It has no phrases, so it finds more than was asked for. */
export async function miniSearchFigures(queries: readonly string[]): Promise<Figure[]> {
  const pairs = (text: string): string[] => [...foldScript(text).matchAll(/\p{Script=Han}(?=(\p{Script=Han}))/gu)].map(([one, next]) => `${one}${next ?? ''}`);
  const before = process.memoryUsage().rss;
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], tokenize: pairs });
  for (let id = 0; id < mostInMiniSearch; id++) index.add({ id, text: textOf(id) });
  const samples = await measure(60, (turn) => index.search(queries[turn % queries.length] ?? '', { combineWith: 'AND' }).length);
  const memory = (process.memoryUsage().rss - before) / 1e6;
  return [
    figure(`peer: MiniSearch over pairs of characters, ${mostInMiniSearch} meetings`, samples),
    { name: `memory of MiniSearch with ${mostInMiniSearch} meetings`, unit: 'MB', p50: memory },
  ];
}

/** The whole record of 100,000 characters written as one row at each save, as durable as ours. */
export async function rowFigure(folder: string): Promise<Figure> {
  const db = new Database(join(folder, 'rows.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, document TEXT) STRICT; INSERT INTO rows VALUES (1, NULL)');
  const document = generateMeeting(900_001, { characters: 100_000 });
  const update = db.prepare('UPDATE rows SET document = ? WHERE id = 1');
  const samples = await measure(100, (turn) => update.run(JSON.stringify({ ...document, meta: { ...document.meta, title: `第${turn}次` } })));
  db.close();
  return figure('peer: save as a whole row, record of 100k characters', samples);
}
