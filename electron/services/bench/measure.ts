/**
 * How long list, search and save take: `node electron/services/bench/measure.ts [meetings]`. Prints milliseconds,
 * as the caller of the worker sees them.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDatabase, generateMeeting } from '#electron/db/generate.ts';
import { startStore, type StoreClient } from '#electron/services/store.ts';
import type { Block } from '#shared/minutes/blocks/index.ts';

const count = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'minutebook-measure-'));
const databasePath = join(folder, 'minutebook.db');

async function timed<Value>(work: () => Promise<Value>): Promise<{ milliseconds: number; value: Value }> {
  const start = performance.now();
  const value = await work();
  return { milliseconds: performance.now() - start, value };
}

function percentiles(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
  return `p50 ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)}`;
}

async function repeat(label: string, times: number, work: (turn: number) => Promise<unknown>): Promise<void> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) taken.push((await timed(() => work(turn))).milliseconds);
  console.log(`${label.padEnd(44)} ${percentiles(taken)}`);
}

async function saves(client: StoreClient): Promise<void> {
  const document = { ...generateMeeting(900_001, { characters: 100_000 }), id: 'measured0001' };
  console.log(`saved record: ${JSON.stringify(document).length} characters of JSON, ${document.blocks.length} blocks`);
  await client.meetings.create({ document });
  let revision = 0;
  const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph');
  await repeat('save of one changed block', 600, async (turn) => {
    const block = paragraphs[turn % paragraphs.length];
    if (!block) throw new Error('the record has no paragraph');
    const changed: Block = { ...block, inline: [{ type: 'text', text: `第${turn}次修改後的文字，其餘不變。` }] };
    const saved = await client.meetings.save({ id: document.id, revision, changes: { blocks: [changed] } });
    if (!saved.ok) throw new Error(saved.error.code);
    revision = saved.value.revision;
  });
  await repeat('open of that record', 20, () => client.meetings.open({ id: document.id }));
}

const queries: Readonly<Record<string, string[]>> = {
  'one character': ['會', '审', '水', '年', '綠'],
  'two characters': ['預算', '审议', '綠化', '会员', '資訊', '捐款'],
  'four characters': ['審議通過', '审议通过', '行道樹普', '三方合作', '一致肯定'],
  'words and figures': ['預算 秘書處', '2024年度 財務', 'PM2', 'iso 14001', '石仲平 理事長'],
};

try {
  const filled = await timed(async () => fillDatabase(databasePath, count));
  if (!filled.value.ok) throw new Error(filled.value.error.code);
  console.log(`${count} meetings written in ${(filled.milliseconds / 1000).toFixed(1)} s, ${(statSync(databasePath).size / 1e6).toFixed(0)} MB`);
  const started = await timed(() => startStore({ databasePath, resources: folder, example: false }));
  if (!started.value.ok) throw new Error(started.value.error.code);
  const { client, close } = started.value.value;
  console.log(`started in ${started.milliseconds.toFixed(0)} ms`);
  const indexed = await timed(() => client.search.query({ query: '會議' }));
  console.log(`indexed in ${(indexed.milliseconds / 1000).toFixed(1)} s, ${(statSync(`${databasePath}-search`).size / 1e6).toFixed(0)} MB`);
  await repeat('list, first 200', 50, () => client.meetings.list({ offset: 0, limit: 200 }));
  await repeat('list, all', 10, () => client.meetings.list({ offset: 0, limit: 5000 }));
  for (const [kind, list] of Object.entries(queries)) {
    await repeat(`search, ${kind}`, 60, (turn) => client.search.query({ query: list[turn % list.length] ?? '' }));
  }
  await saves(client);
  await close();
  const again = await timed(() => startStore({ databasePath, resources: folder, example: false }));
  console.log(`started again in ${again.milliseconds.toFixed(0)} ms`);
  if (again.value.ok) await again.value.value.close();
} finally {
  rmSync(folder, { recursive: true });
}
