/** The registers through a real database: derived, kept and rebuilt; marks and series. */
import { existsSync, rmSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Action } from '#shared/minutes/blocks/actions/index.ts';
import type { Followed } from '#shared/minutes/blocks/follow-up/index.ts';
import type { Block } from '#shared/minutes/blocks/index.ts';
import { type MinutesDocument, newMinutes } from '#shared/minutes/document.ts';
import { plain } from '#shared/minutes/inline.ts';
import type { Outcome } from '#shared/minutes/outcomes.ts';
import { entriesOf, isEmpty } from '#shared/registers/entries-of.ts';
import type { Register } from '#shared/registers/entries.ts';
import { noRegisterFilters, type RegisterFilters } from '#shared/registers/query.ts';
import { linesOf } from '#shared/registers/rows.ts';
import { sealOf } from '#shared/minutes/seal.ts';
import * as meetings from '../meetings.ts';
import * as stages from '../stages.ts';
import { idsOf } from '../testing/search.ts';
import { programForEach } from '../testing/program.ts';
import { valueOf } from '../testing/store.ts';
import { facets, query, series, viewIn } from './index.ts';
import { render } from './exporting.ts';
import { history } from './history.ts';
import { assign, numbers, numberTaken } from './numbers.ts';
import { markDone } from './writing.ts';

const today = '2026-03-10';
const council = { organisation: '青禾綠化協會', body: '理事會' };

const program = programForEach();

const resolution = (id: string, matter: string, outcome: Outcome = 'passed'): Block => ({
  id, kind: 'resolution', heading: null, fields: { matter, decision: '' }, values: { form: 'itemised', matterKind: 'general', outcome }, body: [{ id: `${id}b`, kind: 'paragraph', inline: plain('說明。') }],
});
const actions = (id: string, rows: Action[]): Block => ({ id, kind: 'actions', heading: null, fields: {}, values: {}, body: [], data: { rows } });
const followUp = (id: string, rows: Followed[]): Block => ({ id, kind: 'followUp', heading: null, fields: {}, values: {}, body: [], data: { rows } });
const action = (id: string, task: string, due = '', owner = '柳思源'): Action => ({ id, task, owner, due, note: '' });

function meeting(id: string, start: string, blocks: Block[], meta: Partial<MinutesDocument['meta']> = {}): MinutesDocument {
  return { ...newMinutes({ ...council, title: `${start.slice(0, 4)}年理事會`, start, term: 3, session: 4, ...meta }), id, blocks };
}
const keep = (document: MinutesDocument) => valueOf(meetings.create(program.services, { document, origin: null }));
const ask = (register: Register, filters: Partial<RegisterFilters> = {}, order: { by: string; down: boolean } | null = null) =>
  valueOf(query(program.services, { register, filters: { ...noRegisterFilters, ...filters }, today, order, offset: 0, limit: 100 }));
const titles = (register: Register, filters: Partial<RegisterFilters> = {}, order: { by: string; down: boolean } | null = null) =>
  ask(register, filters, order).lines.map((line) => ('matter' in line ? line.matter : 'task' in line ? line.task : line.office));

describe('the registers', () => {
  beforeEach(() => {
    keep(meeting('meeting001', '2025-01-10', [resolution('reso0001', '增聘顧問'), resolution('reso0002', '苗圃續租', 'deferred'), actions('acti0001', [action('row000001', '修訂辦法', '2025-03-01'), action('row000002', '洽詢苗圃', '下次會議前', '唐以安')])]));
    keep(meeting('meeting002', '2025-06-10', [
      followUp('foll0001', [{ id: 'row000003', decision: '洽詢苗圃', owner: '', progress: '已簽約', state: 'done', from: { meetingId: 'meeting001', blockId: 'acti0001', rowId: 'row000002' } }]),
      resolution('reso0003', '苗圃續租案'),
      actions('acti0002', [action('row000004', '公告章程', '2026-12-31')]),
    ], { session: 5 }));
    keep(meeting('meeting003', '2025-07-10', [resolution('reso0004', '會費調整', 'rejected')], { body: '監事會', region: 'CN', script: 'Hans' }));
  });

  it('hold every decision and task, newest meeting first', () => {
    expect(titles('decisions')).toEqual(['會費調整', '苗圃續租案', '增聘顧問', '苗圃續租']);
    expect(titles('actions')).toEqual(['公告章程', '修訂辦法', '洽詢苗圃']);
    expect(ask('elections').total).toBe(0);
  });

  it('know what a later meeting says became of a task, and what is overdue', () => {
    expect(titles('actions', { states: ['done'] })).toEqual(['洽詢苗圃']);
    expect(titles('actions', { states: ['overdue'] })).toEqual(['修訂辦法']);
    expect(titles('actions', { states: ['open'] })).toEqual(['公告章程', '修訂辦法']);
    expect(ask('actions', { states: ['done'] }).lines[0]).toMatchObject({ done: { on: '2025-06-10', where: '2025年理事會' }, marked: false, later: { words: '已簽約' } });
  });

  it('are narrowed by body, year, outcome, owner and words in either script', () => {
    expect(titles('decisions', { bodies: ['监事会'] })).toEqual(['會費調整']);
    expect(titles('decisions', { from: 2026 })).toEqual([]);
    expect(titles('decisions', { outcomes: ['deferred', 'rejected'] })).toEqual(['會費調整', '苗圃續租']);
    expect(titles('actions', { owners: ['唐以安'] })).toEqual(['洽詢苗圃']);
    expect(titles('decisions', { query: '苗圃续租' })).toEqual(['苗圃續租案', '苗圃續租']);
    expect(titles('decisions', { query: '苗圃 −續租案' })).toEqual(['苗圃續租']);
    expect(titles('decisions', { query: '。' })).toEqual([]);
  });

  it('are put in the order that is asked for', () => {
    expect(titles('actions', {}, { by: 'due', down: false })).toEqual(['修訂辦法', '公告章程', '洽詢苗圃']);
    expect(titles('actions', {}, { by: 'due', down: true })).toEqual(['洽詢苗圃', '公告章程', '修訂辦法']);
    expect(titles('decisions', {}, { by: 'date', down: false })[0]).toBe('增聘顧問');
  });

  it('say what there is to choose from', () => {
    const found = valueOf(facets(program.services, { register: 'actions', filters: { ...noRegisterFilters, owners: ['唐以安'] }, today }));
    expect(found).toMatchObject({ owners: [{ value: '柳思源', count: 2 }, { value: '唐以安', count: 1 }], states: [{ value: 'done', count: 1 }] });
  });

  it('leave out what is in the trash, and have it again', () => {
    valueOf(meetings.trash(program.services, { id: 'meeting001', origin: null }));
    expect(titles('decisions')).toEqual(['會費調整', '苗圃續租案']);
    valueOf(meetings.restore(program.services, { id: 'meeting001', origin: null }));
    expect(ask('decisions').total).toBe(4);
  });

  it('keep a mark with day and place in the record of the task, and take it back', () => {
    const mark = (done: { on: string; where: string } | null) => markDone(program.services, { meetingId: 'meeting001', blockId: 'acti0001', rowId: 'row000001', done, origin: null });
    valueOf(mark({ on: today, where: '登記簿' }));
    expect(titles('actions', { states: ['overdue'] })).toEqual([]);
    const opened = valueOf(meetings.open(program.services, { id: 'meeting001' }));
    expect(JSON.stringify(opened)).toContain('"done":{"on":"2026-03-10","where":"登記簿"}');
    valueOf(mark(null));
    expect(titles('actions', { states: ['overdue'] })).toEqual(['修訂辦法']);
    expect(markDone(program.services, { meetingId: 'meeting001', blockId: 'acti0001', rowId: 'gone00001', done: null, origin: null })).toMatchObject({ ok: false, error: { code: 'register.gone' } });
    expect(markDone(program.services, { meetingId: 'meeting999', blockId: 'acti0001', rowId: 'row000001', done: null, origin: null })).toMatchObject({ ok: false, error: { code: 'meeting.notFound' } });
  });

  it('make a window that stands on the text before a mark see the conflict, and lose nothing', () => {
    valueOf(markDone(program.services, { meetingId: 'meeting001', blockId: 'acti0001', rowId: 'row000001', done: { on: today, where: '登記簿' }, origin: null }));
    const typed = meetings.save(program.services, { id: 'meeting001', revision: 0, changes: { blocks: [resolution('reso0001', '改過的案由')] }, origin: 'other' });
    expect(typed).toMatchObject({ ok: false, error: { code: 'meeting.conflict' } });
  });

  it('know the series of a body, and who has a 屆次 already', () => {
    const asked = { ...council, term: 3, session: 5, except: null };
    expect(valueOf(series(program.services, asked))).toMatchObject({ last: { id: 'meeting002' }, next: { term: 3, session: 6 }, taken: { id: 'meeting002' } });
    expect(valueOf(series(program.services, { ...asked, except: 'meeting002' })).taken).toBeNull();
    expect(valueOf(series(program.services, { organisation: '', body: '某會', term: 1, session: 1, except: null }))).toEqual({ last: null, next: { term: null, session: null }, taken: null });
  });

  it('go out as a file of what is shown, with nothing in it that a spreadsheet carries out', async () => {
    keep(meeting('meeting004', '2025-08-10', [actions('acti0004', [action('row000009', '=HYPERLINK("https://example.org")', '', '+唐以安')])]));
    const file = async (format: 'xlsx' | 'csv') => {
      const { name, file: content } = valueOf(await render(program.services, { register: 'actions', filters: { ...noRegisterFilters, query: 'example' }, today, order: null, format, language: 'zh-Hant' }));
      return { name, bytes: new Uint8Array(await content.arrayBuffer()) };
    };
    const csv = await file('csv');
    expect(csv.name).toBe('登記簿_交辦_20260310.csv');
    expect([...csv.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(csv.bytes);
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text).toContain(`"'=HYPERLINK(""https://example.org"")",'+唐以安`);
    const parts = unzipSync((await file('xlsx')).bytes);
    const xml = Object.values(parts).map((part) => new TextDecoder().decode(part)).join('');
    expect(xml).toContain("'=HYPERLINK(");
    expect(xml).toContain("'+唐以安");
    expect(xml).toContain('承辦人');
    expect(xml).not.toMatch(/<f>|<f /);
    expect(xml).not.toContain('修訂辦法');
  });

  it('let a search ask for open actions, and for the stage of a record', async () => {
    const found = (filters: object) => idsOf(program, '', filters);
    expect(await found({ states: ['openActions'] })).toEqual(['meeting002', 'meeting001']);
    valueOf(markDone(program.services, { meetingId: 'meeting002', blockId: 'acti0002', rowId: 'row000004', done: { on: today, where: '' }, origin: null }));
    expect(await found({ states: ['openActions'] })).toEqual(['meeting001']);
    valueOf(stages.step(program.services, { id: 'meeting003', revision: 0, generation: program.services.db.generation(), stage: 'submitted', by: '溫書瑜', origin: null }));
    expect(await found({ stages: ['submitted', 'final'] })).toEqual(['meeting003']);
    expect(await found({ stages: ['draft'] })).toEqual(['meeting002', 'meeting001']);
  });

  it('number the decisions of a body, say who has a number, and both number and mark a final record', () => {
    program.services.db.write(() => program.services.db.cards.put('bodies', 'body000001', { organisation: '青禾绿化协会', name: '理事会', numbering: '理{民國年}第{序}號', series: { term: null, session: null } }, today));
    expect(valueOf(assign(program.services, { meetingId: 'meeting001', origin: null }))).toEqual({ given: 2 });
    let revision = 0;
    for (const stage of ['submitted', 'final'] as const) revision = valueOf(stages.step(program.services, { id: 'meeting002', revision, generation: program.services.db.generation(), stage, by: '溫書瑜', origin: null })).revision;
    const sealed = valueOf(meetings.open(program.services, { id: 'meeting002' }));
    valueOf(assign(program.services, { meetingId: 'meeting002', origin: null }));
    valueOf(markDone(program.services, { meetingId: 'meeting002', blockId: 'acti0002', rowId: 'row000004', done: { on: today, where: '登記簿' }, origin: null }));
    const after = valueOf(meetings.open(program.services, { id: 'meeting002' }));
    expect(sealed.state === 'editable' && after.state === 'editable' && sealOf(after.document) === sealOf(sealed.document)).toBe(true);
    const numbersOf = (body: string) => ask('decisions', { bodies: [body] }).lines.map((line) => 'number' in line && line.number);
    expect(numbersOf('理事會')).toEqual(['理114第3號', '理114第1號', '理114第2號']);
    const taken = (blockId: string) => valueOf(numberTaken(program.services, { ...council, number: '理114第1号', meetingId: 'meeting001', blockId }));
    expect(taken('reso0002')).toMatchObject({ title: '2025年理事會', matter: '增聘顧問' });
    expect(taken('reso0001')).toBeNull();
    const bare = { ...newMinutes({ ...council }).meta };
    expect(numbers(program.services, { meta: bare, meetingId: 'meeting009', count: 1, given: [] })).toMatchObject({ ok: false, error: { code: 'register.lacksStart' } });
  });

  it('tell the history of a matter, by what it is called', () => {
    const { steps } = valueOf(history(program.services, { meetingId: 'meeting002', blockId: 'reso0003', matter: '關於苗圃續租案', ...council }));
    expect(steps.map(({ meetingId, outcome, linked }) => [meetingId, outcome, linked])).toEqual([['meeting001', 'deferred', false], ['meeting002', 'passed', true]]);
  });
});

describe('the registers and a fresh derivation', () => {
  const derived = () => {
    const shelf = program.services.db.meetings.shelf();
    const registered = shelf.all.filter(({ trashed }) => !trashed).flatMap(({ number, id, title, organisation, body, term, session, start, year, stage }) => {
      const read = program.services.records.read(program.services.db.meetings.byNumber(number)!);
      const entries = read.ok ? entriesOf(read.document) : null;
      return entries && !isEmpty(entries) ? [{ meeting: { id, title, organisation, body, term, session, start, year, stage }, entries }] : [];
    });
    return linesOf(registered);
  };
  const reopen = async (path: string, withoutIndex: boolean) => {
    await program.stop();
    if (withoutIndex) for (const suffix of ['-search', '-search-wal', '-search-shm']) if (existsSync(path + suffix)) rmSync(path + suffix);
    program.start();
    for (;;) {
      if (ask('decisions').indexing === null) return;
      await new Promise((done) => setTimeout(done, 10));
    }
  };

  it('are the same after any edits, after a new start, and after the index is gone', { timeout: 60_000 }, async () => {
    let seed = 11;
    const roll = (limit: number) => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648), Math.floor(seed / 65_536) % limit);
    const ids = Array.from({ length: 12 }, (_, at) => `meeting${String(at).padStart(4, '0')}`);
    const outcomes: Outcome[] = ['passed', 'deferred', 'rejected', 'open', 'noted'];
    const section = (at: number): Block => {
      const id = `block${at}x${roll(3)}`.padEnd(9, '0');
      const from = { meetingId: ids[roll(ids.length)] ?? '', blockId: `block${roll(4)}x${roll(3)}`.padEnd(9, '0'), ...(roll(2) === 0 && { rowId: `row${roll(3)}00000` }) };
      switch (roll(4)) {
        case 0:
          return actions(id, Array.from({ length: roll(3) }, (_, row) => ({ ...action(`row${row}00000`, `事項${roll(9)}`, `2026-0${1 + roll(9)}-01`), ...(roll(3) === 0 && { done: { on: today, where: '' } }) })));
        case 1:
          return followUp(id, Array.from({ length: roll(3) }, (_, row) => ({ id: `row${row}00000`, decision: `決議${roll(9)}`, owner: '', progress: '', state: (['open', 'doing', 'done'] as const)[roll(3)] ?? 'open', from })));
        case 2:
          return { id, kind: 'paragraph', inline: plain('其他。') };
        default:
          return resolution(id, `案由${roll(9)}`, outcomes[roll(outcomes.length)]);
      }
    };
    const blocks = () => {
      const made = Array.from({ length: roll(5) }, (_, at) => section(at));
      return made.filter((block, at) => made.findIndex(({ id }) => id === block.id) === at);
    };
    for (const id of ids) keep(meeting(id, `202${roll(6)}-0${1 + roll(9)}-10`, blocks()));
    for (let turn = 0; turn < 80; turn++) {
      const id = ids[roll(ids.length)] ?? '';
      const row = program.services.db.meetings.find(id)!;
      if (row.trashedAt !== null || roll(8) === 0) valueOf((row.trashedAt === null ? meetings.trash : meetings.restore)(program.services, { id, origin: null }));
      else {
        const next = blocks();
        valueOf(meetings.save(program.services, { id, revision: row.revision, changes: { order: next.map((block) => block.id), blocks: next }, origin: null }));
      }
      if (turn % 5 === 0) expect(viewIn(program.services).lines).toEqual(derived());
    }
    const before = viewIn(program.services).lines;
    expect(before).toEqual(derived());
    expect(before.decisions.length).toBeGreaterThan(3);
    expect(before.actions.length).toBeGreaterThan(3);
    await reopen(program.databasePath, false);
    expect(viewIn(program.services).lines).toEqual(before);
    await reopen(program.databasePath, true);
    expect(viewIn(program.services).lines).toEqual(before);
  });
});
