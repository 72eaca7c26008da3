/** The registers over many meetings: the first look after a start, looking again, narrowing, ordering. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generateMeeting } from '#electron/db/generate.ts';
import { openDb } from '#electron/db/index.ts';
import { startStore, type StoreClient } from '#electron/services/store.ts';
import type { Block } from '#shared/minutes/blocks/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { plain } from '#shared/minutes/inline.ts';
import type { Outcome } from '#shared/minutes/outcomes.ts';
import type { Result } from '#shared/result.ts';
import { type Figure, figure, measure } from './figures.ts';

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const matters = ['年度工作計畫', '經費預算', '會員入會資格', '苗圃養護標準', '獎學金發放辦法', '章程修訂', '增聘顧問', '舊辦公室修繕', '研討會邀請名單', '出版品編輯方針'];
const owners = ['柳思源', '唐以安', '溫書瑜', '葛明遠', '紀曉棠', '賀雲舟'];
const outcomes: readonly Outcome[] = ['passed', 'unanimous', 'noObjection', 'deferred', 'referred', 'rejected'];
const perMeeting = 6;

const idOf = (index: number, part: string): string => `b${String(index).padStart(7, '0')}${part}`;
const meetingId = (index: number): string => idOf(index, 'meet');

/** Meeting number `index` with six decisions, three tasks, and what became of those of an earlier one. */
function registered(index: number): MinutesDocument {
  const document = generateMeeting(index, { characters: 200 });
  const pick = <Value>(list: readonly Value[], by: number): Value => list[(index * 7 + by * 13) % list.length] as Value;
  const decisions = Array.from({ length: perMeeting }, (_, at): Block => ({
    id: idOf(index, `reso${at}`),
    kind: 'resolution',
    heading: null,
    fields: { matter: `${pick(matters, at)}第${(index + at) % 97}號案`, decision: '' },
    values: { form: 'itemised', matterKind: 'general', outcome: pick(outcomes, at) },
    body: [{ id: idOf(index, `body${at}`), kind: 'paragraph', inline: plain('說明：依章程辦理。') }],
    data: { number: `${document.meta.term}-${document.meta.session}-${index * perMeeting + at}` },
  }));
  const rows = Array.from({ length: 3 }, (_, at) => ({ id: idOf(index, `row${at}`), task: `辦理${pick(matters, at + 3)}`, owner: pick(owners, at), due: `20${String(10 + (index % 20)).padStart(2, '0')}-0${1 + (at % 9)}-15`, note: '' }));
  const before = Math.max(0, index - 7);
  const follows = [0, 1].map((at) => ({
    id: idOf(index, `foll${at}`), decision: `辦理${matters[at]}`, owner: '', progress: '', state: at === 0 ? ('done' as const) : ('doing' as const),
    from: { meetingId: meetingId(before), blockId: idOf(before, 'acts'), rowId: idOf(before, `row${at}`) },
  }));
  const lists: Block[] = [
    { id: idOf(index, 'acts'), kind: 'actions', heading: null, fields: {}, values: {}, body: [], data: { rows } },
    { id: idOf(index, 'foll'), kind: 'followUp', heading: null, fields: {}, values: {}, body: [], data: { rows: index < 7 ? [] : follows } },
  ];
  return { ...document, id: meetingId(index), blocks: [...document.blocks, ...decisions, ...lists] };
}

function fill(path: string, count: number): void {
  const db = must(openDb(path));
  for (let first = 0; first < count; first += 500) {
    db.write(() => {
      for (let index = first; index < Math.min(first + 500, count); index++) {
        const document = registered(index);
        const at = new Date(Date.UTC(2026, 0, 1) + index).toISOString();
        db.documents.addVersion(db.meetings.insert(document, at), 0, document, at);
      }
    });
  }
  db.close();
}

const today = '2026-11-28';
type Query = Parameters<StoreClient['registers']['query']>[0];
const narrowings: readonly Omit<Query, 'today'>[] = [
  { register: 'decisions', filters: { bodies: ['理事會'] } },
  { register: 'decisions', filters: { outcomes: ['deferred'] } },
  { register: 'decisions', filters: { query: '章程' } },
  { register: 'decisions', filters: { query: '预算 第12號' } },
  { register: 'decisions', filters: { from: 2010, to: 2012 } },
  { register: 'actions', filters: { states: ['overdue'] } },
  { register: 'actions', filters: { owners: ['唐以安'], query: '顧問' } },
  { register: 'actions', filters: { states: ['open'] } },
];
const orders: readonly Omit<Query, 'today'>[] = [
  { register: 'decisions', filters: {}, order: { by: 'matter', down: true } },
  { register: 'actions', filters: { states: ['open'] }, order: { by: 'due', down: false } },
];

/** Figures for `count` meetings. */
export async function registerFigures(count: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-bench-'));
  const databasePath = join(folder, 'minutebook.db');
  const options = { databasePath, resources: folder, example: false };
  try {
    fill(databasePath, count);
    const indexed = must(await startStore(options));
    while (must(await indexed.client.registers.query({ register: 'decisions', today, limit: 1 })).indexing) await pause(250);
    await indexed.close();

    const first: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const store = must(await startStore(options));
      await store.client.meetings.list({ offset: 0, limit: 50 });
      // She looks at the window for a moment before she opens the registers.
      await pause(3000);
      const asked = performance.now();
      must(await store.client.registers.query({ register: 'decisions', today }));
      first.push(performance.now() - asked);
      await store.close();
    }
    const { client, close } = must(await startStore(options));
    const open = await measure(60, async () => must(await client.registers.query({ register: 'decisions', today })));
    const narrowed = await measure(narrowings.length * 15, async (turn) => must(await client.registers.query({ ...(narrowings[turn % narrowings.length] as Query), today })), narrowings.length);
    const ordered = await measure(orders.length * 15, async (turn) => must(await client.registers.query({ ...(orders[turn % orders.length] as Query), today })), 0);
    const facets = await measure(20, async () => must(await client.registers.facets({ register: 'decisions', today })));
    await close();
    return [
      figure(`registers, the first look three seconds after a start, ${count} meetings, ${count * perMeeting} decisions`, first, { at: 'p95', most: 100 }),
      figure('  looking again', open, { at: 'p95', most: 100 }),
      figure('  narrowed or searched', narrowed, { at: 'p95', most: 50 }),
      figure('  in another order, the first time too', ordered),
      figure('  what there is to choose from', facets),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
