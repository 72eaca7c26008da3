/** Right inputs of every call of the store, and how to break them. */
import { layouts } from '#shared/layouts/index.ts';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import { newBodyCard } from '#shared/directory/body.ts';
import { newPersonCard } from '#shared/directory/person.ts';
import { type Dice, pick } from './dice.ts';

/** The record that the calls are about. */
export const document = councilMeeting();
const { id } = document;
const words = { 'zh-Hant': '範本', 'zh-Hans': '模板', en: 'Template' };

const person = { ...newPersonCard('石仲平'), id: 'cardperson01', posts: [{ organisation: '青禾綠化協會', title: '理事長', since: '2022-03-01', until: null }] };
const member = { personId: person.id, seat: '理事長', rank: 1, voting: true, since: '2022-03-01', until: null };
const body = { ...newBodyCard('TW', 'Hant'), id: 'cardbody0001', organisation: '青禾綠化協會', name: '理事會', members: [member] };

/** One right input for every call; `broken` breaks it. */
export const inputs: Record<string, Record<string, unknown>> = {
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
  registers: {
    query: { register: 'actions', filters: { query: '苗圃 −預算', bodies: ['理事會'], states: ['overdue'] }, today: '2026-03-01', order: { by: 'due', down: true }, offset: 0, limit: 10 },
    facets: { register: 'decisions', filters: { outcomes: ['passed'] }, today: '2026-03-01' },
    markDone: { meetingId: id, blockId: 'acti00000001', rowId: 'acti00000003', done: { on: '2026-03-01', where: '登記簿' }, origin: 'w' },
    numbers: { meta: document.meta, meetingId: id, count: 2, given: ['3-4-1'] },
    numberTaken: { organisation: '青禾綠化協會', body: '理事會', number: '3-4-1', meetingId: id, blockId: 'reso00000001' },
    assign: { meetingId: id, origin: 'w' },
    series: { organisation: '青禾綠化協會', body: '理事會', term: 3, session: 4, except: id },
    history: { meetingId: id, blockId: 'reso00000001', matter: '新會員入會', organisation: '青禾綠化協會', body: '理事會', start: '2024-01-19T09:30' },
    export: { register: 'elections', filters: {}, today: '2026-03-01', order: null, format: 'csv', language: 'zh-Hant' },
  },
  assets: { put: { file: new Blob(['picture']) }, get: { hash: '0'.repeat(64) } },
  texts: { read: { file: new Blob(['會議紀錄']), name: 'a.txt', encoding: null } },
  templates: {
    list: undefined,
    put: { template: { id: 'own000000001', scope: 'section', name: words, description: words, order: 1000, written: { region: 'TW', script: 'Hant' }, blocks: document.blocks }, origin: 'w' },
    remove: { id: 'own000000001', origin: 'w' },
    arrange: { ids: ['own000000001'], origin: 'w' },
    export: { templates: ['own000000001'], phrases: [] },
    import: { file: new Blob(['{"format":"minutebook-templates","version":1}']), name: '範本.json', origin: 'w' },
  },
  phrases: {
    list: undefined,
    put: { phrase: { id: 'phrase000001', shortcut: 'zq', text: '出席人數已足法定人數，〔時間〕宣布開會。', order: 1000 }, origin: 'w' },
    remove: { id: 'phrase000001', origin: 'w' },
    arrange: { ids: ['phrase000001'], origin: 'w' },
    used: { organisation: '青禾綠化協會', script: 'Hant', kind: 'resolution' },
  },
  layouts: {
    list: undefined,
    put: { layout: { id: 'layout000001', name: '本會公文', order: 1000, layout: { ...layouts.taiwan, id: 'layout000001' } }, origin: 'w' },
    remove: { id: 'layout000001', origin: 'w' },
    export: { id: 'layout000001' },
    import: { file: new Blob(['{"format":"minutebook-layout","version":1}']), name: '版面.json', origin: 'w' },
  },
  people: {
    list: { query: 'szp', date: '2024-01-19', offset: 0, limit: 10 },
    get: { id: person.id },
    put: { person, origin: 'w' },
    remove: { id: person.id, origin: 'w' },
    merge: { keep: person.id, other: 'cardperson02', origin: 'w' },
    keepAll: { people: [person], bodies: [body], origin: 'w' },
    offer: { text: '石', date: '2024-01-19T09:30', roster: document.roster, limit: 8 },
    recognise: { roster: document.roster, organisation: '青禾綠化協會' },
    gather: { job: 'gather' },
  },
  bodies: {
    list: { date: null },
    get: { id: body.id },
    put: { body, origin: 'w' },
    remove: { id: body.id, origin: 'w' },
    roster: { id: body.id, date: '2024-01-19' },
  },
  exports: {
    render: { id, format: 'txt' },
    many: { ids: [id], format: 'txt', options: {}, job: 'many', name: '紀錄.zip', language: 'zh-Hant' },
    kit: { id, kind: 'signIn', blockId: null },
  },
  proofs: { make: { id, file: null } },
  wordTemplates: {
    list: undefined,
    add: { file: new Blob(['PK']), name: '用箋.docx', origin: 'w' },
    get: { id: 'wordtemp0001' },
    remove: { id: 'wordtemp0001', origin: 'w' },
  },
  comments: {
    paper: { id, origin: 'w' },
    take: { id, file: new Blob(['PK']), name: '回覆.docx' },
    list: { id },
    note: { copy: 'returned0001', by: '溫書瑜', decision: { key: id, as: 'accepted' } },
    drop: { copy: 'returned0001' },
    corrections: { id },
  },
  imports: {
    read: { file: new Blob(['主席致詞。']), name: '舊紀錄.txt', encoding: null, job: 'import' },
    keep: { file: new Blob(['主席致詞。']), name: '舊紀錄.txt', encoding: null, document, revision: 0, origin: 'w' },
    take: { file: new Blob(['散會。']), name: '舊/紀錄.txt', dryRun: false, job: '', origin: 'w' },
    report: { report: { id: 'import00000001', at: '2026-11-28T00:00:00.000Z', name: '舊', stopped: false, entries: [] } },
    reports: undefined,
  },
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
  stages: {
    step: { id, revision: 0, generation: '', stage: 'final', by: '林秘書', origin: 'w' },
    beginCorrection: { id, revision: 1, generation: '', by: '林秘書', reason: '人數誤植', origin: 'w' },
    finishCorrection: { id, revision: 2, generation: '', by: '林秘書', origin: 'w' },
    dropCorrection: { id, revision: 2, generation: '', origin: 'w' },
  },
  health: { state: undefined, check: { job: 'check' }, seen: undefined, rescuedText: { key: 'a-b.json' }, keepRescued: { key: 'a-b.json', title: '救回', origin: 'w' } },
  jobs: { stop: { job: 'archive' } },
  settings: { get: undefined, set: { settings: { zoom: 100, theme: 'dark' }, origin: 'w' } },
};
export type CallName = readonly [topic: string, name: string];
const all: readonly CallName[] = Object.entries(inputs).flatMap(([topic, list]) => Object.keys(list).map((name) => [topic, name] as const));

/** They read or write everything where their input is right, or a whole folder whatever it is. */
const heavy = new Set(['backups.make', 'archives.make', 'health.check', 'templates.list', 'people.gather', 'phrases.used']);
const isHeavy = (call: CallName): boolean => heavy.has(call.join('.'));
const light = all.filter((call) => !isHeavy(call));
/** Rounds of the light calls for each one of the heavy ones. */
const rounds = 80;

/** Every call of the store in turn, without end; the heavy ones come as well, but not so often. */
export function* turns(): Generator<CallName> {
  yield* all;
  for (let round = 1; ; round++) {
    yield* light;
    if (round % rounds === 0) yield* all.filter(isHeavy);
  }
}

const strange = [
  null, undefined, true, 0, -1, 1.5, NaN, Infinity, 2 ** 53, '', 'x', '../../etc/passwd', '\0', '\ud800', '會'.repeat(3000), [], [[]], {}, { id: {} },
  new Date(0), new Map([[1, 2]]), 10n, ['__proto__'], { then: 1 }, JSON.parse('{"__proto__": {"polluted": true}}') as unknown, 'p00001', "'; DROP TABLE meetings; --",
];

/** The value with something strange at one to three places in it. */
export function broken(value: unknown, roll: Dice): unknown {
  const swap = (part: unknown, depth: number): unknown => {
    const entries = typeof part === 'object' && part !== null && !(part instanceof Blob) ? Object.entries(part) : [];
    if (entries.length === 0 || depth > roll(6)) return pick(roll, strange);
    const [key] = entries[roll(entries.length)] ?? [''];
    const choice = roll(8);
    const copy = (Array.isArray(part) ? part.slice() : { ...(part as object) }) as Record<string, unknown>;
    if (choice === 0 && !Array.isArray(part)) Reflect.deleteProperty(copy, key);
    else if (choice === 1 && !Array.isArray(part)) copy['unknownKey'] = pick(roll, strange);
    else copy[key] = swap(copy[key], depth + 1);
    return copy;
  };
  let result = value;
  for (let times = 1 + roll(3); times > 0; times--) result = swap(result, 0);
  return result;
}
