/** List, search and save on made-up meetings, through the worker, beside a scan with LIKE. */
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDatabase, generateMeeting } from '#electron/db/generate.ts';
import { startStore, type StoreClient } from '#electron/services/store.ts';
import type { Result } from '#shared/result.ts';
import { documentText } from '#shared/minutes/text.ts';
import { type Figure, figure, measure, percentile } from './figures.ts';

const queries = ['預算', '审议', '綠化', '会员', '資訊', '捐款', '審議通過', '行道樹普', '三方合作', '預算 秘書處', 'PM2', '石仲平 理事長'];

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** A plain table of texts in memory, asked with LIKE: what a program without an index would do. In one script only. */
function likeScan(count: number): (query: string) => unknown {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT) STRICT');
  const insert = db.prepare('INSERT INTO texts (text) VALUES (?)');
  db.transaction(() => {
    for (let index = 0; index < count; index += 1) insert.run(documentText(generateMeeting(index)));
  })();
  const scan = db.prepare('SELECT id FROM texts WHERE text LIKE ? LIMIT 50');
  const counted = db.prepare('SELECT count(*) FROM texts WHERE text LIKE ?');
  return (query) => [counted.get(`%${query.split(' ')[0] ?? ''}%`), scan.all(`%${query.split(' ')[0] ?? ''}%`)];
}

async function saves(client: StoreClient): Promise<number[]> {
  const document = { ...generateMeeting(900_001, { characters: 100_000 }), id: 'measured0001' };
  must(await client.meetings.create({ document }));
  const blocks = document.blocks.filter((block) => block.kind === 'paragraph');
  let revision = 0;
  return measure(300, async (turn) => {
    const block = blocks[turn % blocks.length];
    if (!block) throw new Error('the record has no paragraph');
    const changes = { blocks: [{ ...block, inline: [{ type: 'text' as const, text: `第${turn}次修改。` }] }] };
    revision = must(await client.meetings.save({ id: document.id, revision, changes })).revision;
  });
}

/** Figures of `count` meetings of 5,000 characters. */
export async function storeFigures(count: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-bench-'));
  const databasePath = join(folder, 'minutebook.db');
  try {
    must(fillDatabase(databasePath, count));
    const store = must(await startStore({ databasePath, resources: folder, example: false }));
    const { client } = store;
    must(await client.search.query({ query: '會議' }));
    const list = await measure(50, () => client.meetings.list({ offset: 0, limit: 200 }));
    const search = await measure(240, (turn) => client.search.query({ query: queries[turn % queries.length] ?? '' }), 12);
    const one = await measure(40, (turn) => client.search.query({ query: ['會', '审', '水', '年'][turn % 4] ?? '' }), 4);
    const saving = await saves(client);
    await store.close();
    const scan = likeScan(count);
    const like = await measure(24, (turn) => scan(queries[turn % queries.length] ?? ''), 2);
    return [
      figure(`library, first 200 of ${count} meetings`, list),
      figure(`search, two characters or more, ${count} meetings`, search, { at: 'p95', most: 30 }),
      figure(`search, one character, ${count} meetings`, one),
      figure(`the same with LIKE in memory (peer, one script only)`, like),
      { name: 'search ÷ LIKE', unit: '×', p50: percentile(search, 0.5) / percentile(like, 0.5) },
      figure('save of a changed block, record of 100k characters, answered when durable', saving),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
