import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fillDatabase, generateMeeting } from '#electron/db/generate.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { searchedLines } from '#shared/minutes/searched.ts';
import { noFilters } from '#shared/rpc/search-filters.ts';
import { foldScript } from '#shared/text/fold.ts';
import * as meetings from '../meetings.ts';
import type { RunningServices } from '../running.ts';
import { ask, idsOf, type Narrowed, oracle } from '../testing/search.ts';
import { paragraph, record, testFolder, testServices, valueOf } from '../testing/store.ts';
import { facets, places, query } from './index.ts';
import { facetsOf } from './entry.ts';

const origin = null;
const titles = async (running: RunningServices, text: string) => (await ask(running, text)).hits.map(({ meeting }) => meeting.title);

describe('300 meetings in both scripts', () => {
  const documents = Array.from({ length: 300 }, (_, index) => generateMeeting(index, { characters: 500 }));
  const place = testFolder();
  let running: RunningServices;
  beforeAll(() => {
    valueOf(fillDatabase(place.databasePath, documents.length, { characters: 500 }));
    running = testServices(place.databasePath);
  });
  afterAll(async () => {
    await running.close();
    place.remove();
  });

  /** Pieces of the texts themselves, of every length, at every place; pairs of them; and pieces of both scripts. */
  function* queries(): Generator<string> {
    for (let turn = 0; turn < 260; turn++) {
      const document = documents[(turn * 7) % documents.length];
      const lines = [...searchedLines(document ?? record([]))];
      const pick = (salt: number, length: number) => {
        const line = lines[(turn * 13 + salt) % lines.length]?.text ?? '';
        const from = (turn * 31 + salt * 17) % Math.max(1, line.length - length);
        return line.slice(from, from + length);
      };
      const length = 1 + (turn % 8);
      yield turn % 5 === 4 ? `${pick(1, 2)} ${pick(2, length)}` : pick(1, length);
    }
    for (let turn = 0; turn < 200; turn++) {
      const document = documents[(turn * 29) % documents.length] ?? record([]);
      const lines = [...searchedLines(document)];
      const line = lines[(turn * 7) % lines.length]?.text ?? '';
      const from = (turn * 13) % Math.max(1, line.length - 12);
      const phrase = line.slice(from, from + 2 + (turn % 11));
      const word = line.slice(from + 3, from + 5);
      const other = lines[(turn * 11) % lines.length]?.text.slice(0, 2) ?? '';
      yield [`「${phrase}」`, `"${phrase}" ${other}`, `${word} −${other}`, `${other} -“${phrase}”`, `-${word}`, `“${phrase}`][turn % 6] ?? '';
    }
    yield* ['「PM2.5、」', '"pm2.', '-PM2.5 預算', '−「COVID-19」', '"COVID-19" -A4', '「，」', '- 預算', '預算-審議', '"', '-', '""', '「審議通過」「預算」', '-"', '「2.5」', '"M2.5"'];
    yield* ['PM2.5', 'pm2', 'ＩＳＯ', '14001', '4001', 'LEED v4', 'Wi-Fi', '2024年度', '024年度', '年度', '不存在的字', 'covid', 'A4、2', 'Ａ４', '4、20'];
  }

  it('gives exactly what a scan of all texts gives, for more than 400 queries', { timeout: 120_000 }, async () => {
    let asked = 0;
    let found = 0;
    for (const text of queries()) {
      const expected = oracle(documents, text);
      const ids = await idsOf(running, text);
      expect([text, new Set(ids), ids.length]).toEqual([text, expected, expected.size]);
      asked += 1;
      found += ids.length;
    }
    expect(asked).toBeGreaterThan(400);
    expect(found).toBeGreaterThan(10_000);
  });

  it('finds what stands in sections of a kind only, and leaves out what stands there', async () => {
    for (const text of ['理事長', '審議 -預算', '石仲平', '會', '-會', '"，並"', '教授', 'PM2 年度']) {
      const expected = oracle(documents, text, ['speech']);
      expect([text, new Set(await idsOf(running, text, { kinds: ['speech'] }))]).toEqual([text, expected]);
    }
  });

  it('narrows by body, organisation, year, people and state, in both scripts, and counts what there is to choose', async () => {
    const has = (filters: Narrowed) => ({ meta, ...rest }: MinutesDocument) =>
      (filters.bodies ?? [meta.body]).map(foldScript).includes(foldScript(meta.body)) &&
      (filters.organisations ?? [meta.organisation]).map(foldScript).includes(foldScript(meta.organisation)) &&
      Number(meta.start?.slice(0, 4)) >= (filters.from ?? 0) &&
      Number(meta.start?.slice(0, 4)) <= (filters.to ?? 9999) &&
      (filters.people ?? []).every((name) => facetsOf({ meta, ...rest }).people.map(foldScript).includes(foldScript(name))) &&
      (filters.states ?? []).every((state) => state === 'blank' || state === 'complete' ? facetsOf({ meta, ...rest }).blank === (state === 'blank') : false);
    const choices: Narrowed[] = [
      {}, { bodies: ['理事会'] }, { bodies: ['監事會', '会员大会'] }, { organisations: ['遠山林業學會'] }, { from: 2001 }, { to: 2000 }, { from: 2000, to: 2001, bodies: ['理事會'] },
      { people: ['贺云舟'] }, { people: ['方若蘭', '石仲平'] }, { states: ['blank'] }, { states: ['complete'] }, { states: ['pinned'] }, { bodies: ['沒有'] },
    ];
    for (const filters of choices) {
      const left = documents.filter(has(filters));
      for (const text of ['', '預算', '-预算', '会员 "年度工作"']) {
        const expected = text === '' ? new Set(left.map(({ id }) => id)) : oracle(left, text);
        expect([filters, text, new Set(await idsOf(running, text, filters))]).toEqual([filters, text, expected]);
      }
      const counted = valueOf(facets(running.services, { filters: { ...noFilters, ...filters }, person: '' }));
      const others = documents.filter(has({ ...filters, bodies: undefined }));
      const bodies = new Map<string, number>();
      for (const { meta } of others) bodies.set(foldScript(meta.body), (bodies.get(foldScript(meta.body)) ?? 0) + 1);
      expect(new Map(counted.bodies.map(({ value, count }) => [foldScript(value), count]))).toEqual(bodies);
    }
    const { people } = valueOf(facets(running.services, { filters: noFilters, person: '云' }));
    expect(people.map(({ value }) => foldScript(value))).toEqual(['贺云舟']);
  });

  it('counts every hit, of a meeting and of all of them', async () => {
    for (const text of ['三方合作', '會', 'PM2 年度', '「，並」', '审议通过 -苗圃']) {
      const words = foldScript(text).split(' ').filter((word) => !word.startsWith('-')).map((word) => word.replaceAll('"', ''));
      const count = (document: MinutesDocument) => [...searchedLines(document)].reduce((sum, line) => sum + (foldScript(line.text).match(new RegExp(words.join('|'), 'gu'))?.length ?? 0), 0);
      const { hits } = await ask(running, text, { limit: 200 });
      for (const { meeting, places: counted } of hits) expect([text, counted]).toEqual([text, count(documents.find(({ id }) => id === meeting.id) ?? record([]))]);
      const found = new Set(await idsOf(running, text));
      const all = documents.filter(({ id }) => found.has(id)).reduce((sum, document) => sum + count(document), 0);
      expect(valueOf(await places(running.services, { query: text, filters: noFilters }, undefined))).toEqual({ places: all });
    }
  });

  it('shows where it found the words: marked letters are the words, and the block holds the line', async () => {
    for (const text of ['三方合作', '审议通过', '綠化 預算', 'iso 14001', '石仲平 監測 捐款']) {
      const words = foldScript(text).split(' ');
      const { hits } = await ask(running, text);
      expect(hits.length).toBeGreaterThan(0);
      for (const { meeting, snippets } of hits) {
        const document = documents.find(({ id }) => id === meeting.id);
        const marked = snippets.flatMap((snippet) => snippet.hits.map(([start, end]) => foldScript(snippet.text.slice(start, end))));
        expect(new Set(marked)).toEqual(new Set(words));
        expect(snippets.length).toBeLessThanOrEqual(3);
        for (const { blockId, text: shown } of snippets) {
          const lines = [...searchedLines(document ?? record([]))].filter((line) => line.blockId === blockId);
          expect(lines.some((line) => line.text.includes(shown.replaceAll('…', '')))).toBe(true);
        }
      }
    }
  });

  it('best puts the script of the query first, then titles, then the newest', async () => {
    for (const [text, script] of [['审议通过', 'Hans'], ['審議通過', 'Hant']] as const) {
      const { total } = await ask(running, text);
      const page = (offset: number) => ask(running, text, { order: 'best', offset, limit: 200 });
      const hits = [...(await page(0)).hits, ...(await page(200)).hits];
      expect(hits).toHaveLength(total);
      const scripts = hits.map(({ meeting }) => documents.find(({ id }) => id === meeting.id)?.meta.script);
      const first = scripts.filter((one) => one === script).length;
      expect(first).toBeGreaterThan(10);
      expect(scripts.slice(0, first)).toEqual(Array<string>(first).fill(script));
      const newest = (await ask(running, text, { limit: 200 })).hits.map(({ meeting }) => meeting.start ?? '');
      expect(newest).toEqual(newest.toSorted().reverse());
    }
  });
});

describe('the index', () => {
  let place: ReturnType<typeof testFolder>;
  let running: RunningServices;
  const start = () => (running = testServices(place.databasePath));
  const restart = async () => {
    await running.close();
    start();
  };
  const create = (text: string, title: string) => valueOf(meetings.create(running.services, { document: record([text], { title }), origin })).summary.id;
  beforeEach(() => {
    place = testFolder();
    start();
  });
  afterEach(async () => {
    await running.close();
    place.remove();
  });

  it('finds a text as soon as it is saved, and the old text no longer', async () => {
    const id = create('三足鼎立之勢', '發展論壇');
    expect(await titles(running, '三足鼎立')).toEqual(['發展論壇']);
    valueOf(meetings.save(running.services, { id, revision: 0, changes: { blocks: [paragraph(1, '兩強相爭')] }, origin }));
    expect(await titles(running, '三足鼎立')).toEqual([]);
    expect(await titles(running, '两强')).toEqual(['發展論壇']);
    valueOf(meetings.rename(running.services, { id, title: '產業論壇', origin }));
    expect(await titles(running, '产业')).toEqual(['產業論壇']);
    valueOf(meetings.trash(running.services, { id, origin }));
    expect(await titles(running, '产业')).toEqual([]);
    valueOf(meetings.restore(running.services, { id, origin }));
    await restart();
    expect(await titles(running, '产业')).toEqual(['產業論壇']);
  });

  it('is made anew where it is missing, damaged, behind or of another database', async () => {
    create('行道樹普查的結果', '普查會議');
    expect(await titles(running, '普查')).toEqual(['普查會議']);
    const index = `${place.databasePath}-search`;
    await running.close();
    const old = readFileSync(index);

    rmSync(index);
    start();
    expect(await titles(running, '普查')).toEqual(['普查會議']);

    await running.close();
    writeFileSync(index, Buffer.from(readFileSync(index)).fill(0x58, 100));
    start();
    expect(await titles(running, '普查')).toEqual(['普查會議']);

    create('苗圃的經費', '經費會議');
    await running.close();
    writeFileSync(index, old);
    start();
    expect(await titles(running, '苗圃')).toEqual(['經費會議']);

    const other = testFolder();
    const elsewhere = testServices(other.databasePath);
    await elsewhere.close();
    writeFileSync(`${other.databasePath}-search`, old);
    const strange = testServices(other.databasePath);
    expect(await titles(strange, '普查')).toEqual([]);
    await strange.close();
    other.remove();
    expect(statSync(index).size).toBeGreaterThan(0);
  });

  it('answers at once while it is being made, says of how much, and tells when it is whole', async () => {
    for (let number = 0; number < 120; number++) create(`苗圃第${number}號`, `會議${number}`);
    await restart();
    await running.close();
    rmSync(`${place.databasePath}-search`);
    start();
    const told: number[] = [];
    const watching = new AbortController();
    void (async () => {
      for await (const event of running.services.events.watch(watching.signal)) if (event.type === 'job.progress' && event.job === 'search') told.push(event.done / event.total);
    })().catch(() => undefined);
    const asked = () => valueOf(query(running.services, { query: '苗圃', filters: noFilters, order: 'newest', offset: 0, limit: 10 }));
    const first = asked();
    expect(first.indexing).toMatchObject({ total: 120 });
    expect(first.total).toBe(first.indexing?.indexed);
    expect((await ask(running, '苗圃')).total).toBe(120);
    await new Promise((done) => setTimeout(done, 20));
    expect(told.at(-1)).toBe(1);
    watching.abort();
  });

  it('shows the text and the order of now, however often it was asked before', async () => {
    const older = create('苗圃的經費', '三月會議');
    create('苗圃的土地', '四月會議');
    valueOf(meetings.save(running.services, { id: older, revision: 0, changes: { meta: { ...record([]).meta, title: '三月會議', start: '2024-03-01T09:00' }, blocks: [] }, origin }));
    expect(await titles(running, '苗圃')).toEqual(['四月會議', '三月會議']);
    const meta = { ...record([]).meta, title: '五月會議', start: '2099-05-01T09:00' };
    valueOf(meetings.save(running.services, { id: older, revision: 1, changes: { meta, blocks: [paragraph(1, '遷移苗圃。')] }, origin }));
    const { hits } = await ask(running, '苗圃');
    expect(hits.map(({ meeting, snippets }) => [meeting.title, snippets.map(({ text }) => text)])).toEqual([
      ['五月會議', ['遷移苗圃。']],
      ['四月會議', ['苗圃的土地']],
    ]);
  });

  it('finds ideographs beyond the first plane, and single characters', async () => {
    create('𠮷野先生與𰻞𰻞麵', '罕用字');
    expect(await titles(running, '𠮷野')).toEqual(['罕用字']);
    expect(await titles(running, '𰻞麵')).toEqual(['罕用字']);
    expect(await titles(running, '𠮷')).toEqual(['罕用字']);
    expect(await titles(running, '面')).toEqual(['罕用字']);
    expect(await titles(running, '野生')).toEqual([]);
  });

  it('answers a query without words, and one with the signs of its own language', async () => {
    create('AND OR NOT "引號" NEAR(a b) 100%', '符號');
    expect(await ask(running, '，。！ "')).toEqual({ total: 0, hits: [], indexing: null });
    for (const text of ['"', 'NOT', 'near(', '引號" OR', '100%', 'text:引號', '^引號', '引* -號', '{引號}']) await ask(running, text);
    expect(await titles(running, '"引號"')).toEqual(['符號']);
    expect(await titles(running, 'not 100')).toEqual(['符號']);
  });
});
