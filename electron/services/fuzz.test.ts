import { afterAll, beforeAll, expect, it } from 'vitest';
import { storeContract } from '#shared/rpc/contract.ts';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import type { StoreHandle } from './store.ts';
import { testFolder, testStore, valueOf } from './testing/store.ts';

/** As many as fit into half a minute; the long form of the fault tests says otherwise. */
const turns = Number(process.env['FUZZED_CALLS'] ?? 3000);
const seed = Number(process.env['FUZZ_SEED'] ?? 20240119);

let place: ReturnType<typeof testFolder>;
let store: StoreHandle;
beforeAll(async () => {
  place = testFolder();
  store = await testStore(place.databasePath);
});
afterAll(async () => {
  await store.close();
  place.remove();
});

const document = councilMeeting();
const { id } = document;

/** One right input for every call; the fuzz breaks it. */
const inputs: Record<string, Record<string, unknown>> = {
  meetings: {
    list: { offset: 0, limit: 10, trashed: false },
    create: { document, origin: 'w' },
    open: { id },
    save: { id, revision: 0, changes: { meta: document.meta, roster: document.roster, order: document.blocks.map((block) => block.id), blocks: document.blocks }, origin: 'w' },
    duplicateAsNext: { id },
    copy: { document, title: '副本' },
    rename: { id, title: '新名' },
    pin: { id, pinned: true },
    trash: { id },
    restore: { id },
  },
  search: {
    query: { query: '「審議，通過」 −預算 會', filters: { bodies: ['理事會'], from: 2000, kinds: ['speech'], people: ['石仲平'], states: ['complete'] }, order: 'best', offset: 0, limit: 10 },
    places: { query: '審議通過', filters: {} },
    facets: { filters: { organisations: ['青禾綠化協會'], to: 2030 }, person: '石' },
  },
  assets: { put: { file: new Blob(['picture']) }, get: { hash: '0'.repeat(64) } },
  texts: { read: { file: new Blob(['會議紀錄']), name: 'a.txt', encoding: null } },
  templates: { list: undefined },
  exports: { render: { id, format: 'txt' } },
  backups: {
    state: undefined,
    make: { job: 'backup' },
    verify: { id: '20261124T015503Z', job: '' },
    rehearse: { id: '20261124T015503Z', job: '' },
    meetings: { id: '20261124T015503Z', query: '理事會', offset: 0, limit: 10 },
    restoreMeeting: { id: '20261124T015503Z', meeting: id, origin: 'w' },
    restore: { id: '20261124T015503Z', job: '' },
  },
  archives: {
    make: { passphrase: null, job: 'archive' },
    take: { parcel: '0'.repeat(32), name: '封存檔.zip', passphrase: null, job: '', origin: 'w' },
  },
  parcels: {
    begin: undefined,
    add: { parcel: '0'.repeat(32), piece: new Blob(['piece']) },
    read: { parcel: '0'.repeat(32), offset: 0 },
    drop: { parcel: '0'.repeat(32) },
  },
  versions: { list: { id, offset: 0, limit: 10 }, open: { id, revision: 0 }, name: { id, revision: 0, name: '初稿', origin: 'w' }, circulate: { id, revision: 0, origin: 'w' }, before: { id, revision: 1 } },
  health: { state: undefined, check: { job: 'check' }, seen: undefined, rescuedText: { key: 'a-b.json' }, keepRescued: { key: 'a-b.json', title: '救回', origin: 'w' } },
  jobs: { stop: { job: 'archive' } },
  settings: { get: undefined, set: { settings: { zoom: 100, theme: 'dark' }, origin: 'w' } },
};
const calls = Object.entries(inputs).flatMap(([topic, list]) => Object.keys(list).map((name) => [topic, name] as const));

const strange = [
  null, undefined, true, 0, -1, 1.5, NaN, Infinity, 2 ** 53, '', 'x', '../../etc/passwd', '\0', '\ud800', '會'.repeat(3000), [], [[]], {}, { id: {} },
  new Date(0), new Map([[1, 2]]), 10n, ['__proto__'], { then: 1 }, JSON.parse('{"__proto__": {"polluted": true}}') as unknown, 'p00001', "'; DROP TABLE meetings; --",
];

/** A sequence of numbers in [0, limit) that is the same every time. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
}

/** The value with something strange at one to three places in it. */
function broken(value: unknown, roll: (limit: number) => number): unknown {
  const swap = (part: unknown, depth: number): unknown => {
    const entries = typeof part === 'object' && part !== null && !(part instanceof Blob) ? Object.entries(part) : [];
    if (entries.length === 0 || depth > roll(6)) return strange[roll(strange.length)];
    const [key] = entries[roll(entries.length)] ?? [''];
    const choice = roll(8);
    const copy = (Array.isArray(part) ? part.slice() : { ...(part as object) }) as Record<string, unknown>;
    if (choice === 0 && !Array.isArray(part)) Reflect.deleteProperty(copy, key);
    else if (choice === 1 && !Array.isArray(part)) copy['unknownKey'] = strange[roll(strange.length)];
    else copy[key] = swap(copy[key], depth + 1);
    return copy;
  };
  let result = value;
  for (let times = 1 + roll(3); times > 0; times--) result = swap(result, 0);
  return result;
}

it(`answers ${turns} broken calls with a result each, and is as well as before after them`, { timeout: 120_000 + turns * 50 }, async () => {
  valueOf(await store.client.meetings.create({ document }));
  const roll = dice(seed);
  const answers = new Map<string, number>();
  for (let turn = 0; turn < turns; turn++) {
    const [topic, name] = calls[turn % calls.length] ?? ['meetings', 'list'];
    const input = broken(inputs[topic]?.[name], roll);
    const call = (store.client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[topic]?.[name];
    const answer = (await call?.(input)) as { ok: boolean; error?: { code: string } };
    expect(typeof answer.ok).toBe('boolean');
    const code = answer.ok ? 'ok' : (answer.error?.code ?? '');
    answers.set(code, (answers.get(code) ?? 0) + 1);
  }
  expect(answers.get('request.invalid')).toBeGreaterThan(turns / 3);
  expect(answers.get('unexpected')).toBeUndefined();
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();

  const meeting = valueOf(await store.client.meetings.open({ id }));
  expect(meeting.state).toBe('editable');
  const { meetings } = valueOf(await store.client.meetings.list({ offset: 0, limit: 5000 }));
  for (const { id: one } of meetings) expect(valueOf(await store.client.meetings.open({ id: one })).state).toBe('editable');
});

it('has tried every call of the contract', () => {
  const all = Object.entries(storeContract).flatMap(([topic, list]) => Object.keys(list).map((name) => `${topic}.${name}`));
  expect(calls.map((call) => call.join('.')).toSorted()).toEqual(all.filter((name) => name !== 'events.watch').toSorted());
});
