/** Library, search and save on made-up meetings, beside other ways to do the same. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generateMeeting } from '#electron/db/generate.ts';
import * as meetings from '#electron/services/meetings.ts';
import { startServices } from '#electron/services/running.ts';
import { startStore, type StoreClient } from '#electron/services/store.ts';
import type { Result } from '#shared/result.ts';
import { type Figure, figure, measure, percentile } from './figures.ts';
import { dropIndex, keepIndex, metCharacters, metWords, takeMeetings } from './meetings.ts';
import { likeFigure, miniSearchFigures, ripgrepFigure, rowFigure } from './peers.ts';

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Words that stand in nearly every meeting: the most that a search can be asked for. */
const everywhere = ['預算', '审议', '綠化', '会员', '捐款', '審議通過', '三方合作', '預算 秘書處', 'PM2', '石仲平 理事長', '會員代表', '章程 -苗圃'];

async function untilIndexed(client: StoreClient): Promise<void> {
  while (must(await client.search.query({ query: '會議', limit: 1 })).indexing) await pause(250);
}

/** Waits until the index has been brought into one piece, which goes on after it is whole. */
async function untilQuiet(databasePath: string): Promise<void> {
  const touched = (): number => statSync(`${databasePath}-search-wal`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  for (let last = -1; last !== touched(); await pause(2000)) last = touched();
}

/** How long a call has to wait while the index is made. */
async function whileIndexing(client: StoreClient, count: number): Promise<Figure[]> {
  const start = performance.now();
  const waits: number[] = [];
  for (let turn = 0; ; turn++) {
    const asked = performance.now();
    if (turn % 20 === 0 && must(await client.search.query({ query: '會議', limit: 1 })).indexing === null) break;
    if (turn % 20 !== 0) must(await client.meetings.list({ offset: 0, limit: 50 }));
    waits.push(performance.now() - asked);
    await pause(20);
  }
  return [
    { name: `making the index of ${count} meetings, in the background`, unit: 's', p50: (performance.now() - start) / 1000 },
    figure('a call meanwhile', waits),
  ];
}

interface Sizes {
  figures: Figure[];
  first: number[];
}

/** Search and library through the worker, with `count` meetings of 5,000 characters. */
async function searchFigures(count: number, fresh: boolean): Promise<Sizes> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-bench-'));
  const databasePath = join(folder, 'minutebook.db');
  try {
    if (fresh) dropIndex(count);
    takeMeetings(count, databasePath);
    const words = metWords(200);
    const characters = metCharacters(60);
    const options = { databasePath, resources: folder, example: false };
    const indexed = must(await startStore(options));
    const making = fresh ? await whileIndexing(indexed.client, count) : [];
    await untilIndexed(indexed.client);
    await untilQuiet(databasePath);
    await indexed.close();
    keepIndex(count, databasePath);

    const opened = performance.now();
    const store = must(await startStore(options));
    const { client } = store;
    const screen = (): Promise<unknown> => client.meetings.list({ offset: 0, limit: 200 });
    await screen();
    const start = performance.now() - opened;
    const list = await measure(50, screen);
    await untilIndexed(client);
    const ask = async (query: string, order: 'newest' | 'best' = 'newest'): Promise<unknown> => must(await client.search.query({ query, order }));
    const first = await measure(words.length, (turn) => ask(words[turn] ?? ''), 0);
    const common = await measure(everywhere.length, (turn) => ask(everywhere[turn] ?? ''), 0);
    const again = await measure(120, (turn) => ask(everywhere[turn % everywhere.length] ?? ''), everywhere.length);
    const one = await measure(characters.length, (turn) => ask(characters[turn] ?? ''), 0);
    const best = await measure(words.length, (turn) => ask(words[turn] ?? '', 'best'), 0);
    const facets = await measure(20, async () => must(await client.search.facets({ filters: {} })));
    await store.close();
    const memory = Number(execFileSync(process.execPath, [join(import.meta.dirname, 'memory.ts'), databasePath, ...everywhere], { encoding: 'utf8' }));
    const figures = [
      ...making,
      { name: `from nothing to the first 200 of ${count} meetings`, unit: 'ms', p50: start },
      figure(`library, first 200 of ${count} meetings`, list, { at: 'p95', most: 100 }),
      figure(`search, 2 to 4 characters, each word for the first time, ${count} meetings`, first, { at: 'p95', most: 20 }),
      figure('  words of nearly every meeting, the first time', common),
      figure('  the same asked again', again, { at: 'p95', most: 20 }),
      figure('  best first', best),
      figure(`search, one character, the first time, ${count} meetings`, one, { at: 'p95', most: 60 }),
      figure('what there is to choose from', facets),
      { name: `memory of the whole process, ${count} meetings`, unit: 'MB', p50: memory, aim: 'p50 ≤ 400 MB', met: memory <= 400 },
      { name: 'size of the index', unit: 'MB', p50: statSync(`${databasePath}-search`).size / 1e6 },
    ];
    return { figures, first };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Saves of one changed block in a record of 100,000 characters, inside the worker's thread and seen from outside. */
async function saveFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-bench-'));
  try {
    const document = { ...generateMeeting(900_001, { characters: 100_000 }), id: 'measured0001' };
    const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph');
    const changesOf = (turn: number) => {
      const block = paragraphs[turn % paragraphs.length];
      if (!block) throw new Error('the record has no paragraph');
      return { blocks: [{ ...block, inline: [{ type: 'text' as const, text: `第${turn}次修改。` }] }] };
    };
    const inside = must(startServices({ databasePath: join(folder, 'inside.db'), resources: folder, example: false }));
    must(meetings.create(inside.services, { document, origin: null }));
    let revision = 0;
    const saves = await measure(300, (turn) => {
      revision = must(meetings.save(inside.services, { id: document.id, revision, changes: changesOf(turn), origin: null })).revision;
    });
    await inside.close();

    const store = must(await startStore({ databasePath: join(folder, 'outside.db'), resources: folder, example: false }));
    must(await store.client.meetings.create({ document }));
    revision = 0;
    const answered = await measure(300, async (turn) => {
      revision = must(await store.client.meetings.save({ id: document.id, revision, changes: changesOf(turn) })).revision;
    });
    await store.close();
    const row = await rowFigure(folder);
    return [
      figure('save of a changed block, record of 100k characters, in the worker', saves, { at: 'p95', most: 2 }),
      figure('  until the answer is there', answered),
      row,
      { name: 'save ÷ whole row', unit: '×', p50: percentile(saves, 0.5) / row.p50 },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Figures for each number of meetings, how they grow, and those of the peers. `fresh` makes every index anew. */
export async function storeFigures(counts: readonly number[], fresh: boolean): Promise<Figure[]> {
  const figures: Figure[] = await saveFigures();
  const sizes: Sizes[] = [];
  for (const count of counts) sizes.push(await searchFigures(count, fresh));
  figures.push(...sizes.flatMap((size) => size.figures));
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  if (smallest && largest && smallest !== largest) {
    const growth = [0.5, 0.95].map((share) => percentile(largest.first, share) / percentile(smallest.first, share));
    const [p50 = 0, p95 = 0] = growth;
    figures.push({ name: `growth of a search from ${counts[0]} to ${counts.at(-1)} meetings`, unit: '×', p50, p95, aim: 'p95 ≤ 1.5 ×', met: p95 <= 1.5 });
  }
  const words = metWords(24);
  const grep = await ripgrepFigure(counts[0] ?? 0, words);
  return [...figures, await likeFigure(counts[0] ?? 0, words), ...(grep ? [grep] : []), ...(await miniSearchFigures(words))];
}
