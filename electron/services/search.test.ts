import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fillDatabase, generateMeeting } from '#electron/db/generate.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { foldScript } from '#shared/text/fold.ts';
import * as meetings from './meetings.ts';
import type { RunningServices } from './running.ts';
import { query } from './search.ts';
import { searchLines } from './snippets.ts';
import { paragraph, record, testFolder, testServices, valueOf } from './testing/store.ts';

const origin = null;
const ask = async ({ services }: RunningServices, text: string, page = {}) => valueOf(await query(services, { query: text, offset: 0, limit: 50, ...page }));
const titles = async (running: RunningServices, text: string) => (await ask(running, text)).hits.map(({ meeting }) => meeting.title);

/** What search promises, said another way: a pattern for each word, tried on the folded lines of every record. */
function oracle(documents: readonly MinutesDocument[], text: string): Set<string> {
  const han = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー`;
  const words = foldScript(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const patterns = words.map((word) => new RegExp(new RegExp(`^[${han}]`, 'u').test(word) ? word : `(?<![[\\p{L}\\p{N}\\p{M}]--[${han}]])${word}`, 'v'));
  const holds = (document: MinutesDocument) => {
    const lines = [...searchLines(document)].map((line) => foldScript(line.text));
    return patterns.every((pattern) => lines.some((line) => pattern.test(line)));
  };
  return new Set(documents.filter(holds).map(({ id }) => id));
}

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
      const lines = [...searchLines(document ?? record([]))];
      const pick = (salt: number, length: number) => {
        const line = lines[(turn * 13 + salt) % lines.length]?.text ?? '';
        const from = (turn * 31 + salt * 17) % Math.max(1, line.length - length);
        return line.slice(from, from + length);
      };
      const length = 1 + (turn % 8);
      yield turn % 5 === 4 ? `${pick(1, 2)} ${pick(2, length)}` : pick(1, length);
    }
    yield* ['PM2.5', 'pm2', 'ＩＳＯ', '14001', '4001', 'LEED v4', 'Wi-Fi', '2024年度', '024年度', '年度', '不存在的字', 'covid', 'A4、2', 'Ａ４', '4、20'];
  }

  it('gives exactly what a scan of all texts gives, for more than 200 queries', { timeout: 120_000 }, async () => {
    let asked = 0;
    let found = 0;
    for (const text of queries()) {
      if (!/[\p{L}\p{N}]/u.test(text)) continue;
      const expected = oracle(documents, text);
      const { total, hits } = await ask(running, text, { limit: 200 });
      const further = total > 200 ? (await ask(running, text, { offset: 200, limit: 200 })).hits : [];
      const ids = [...hits, ...further].map(({ meeting }) => meeting.id);
      expect([text, new Set(ids)]).toEqual([text, expected]);
      expect([text, ids.length]).toEqual([text, total]);
      asked += 1;
      found += total;
    }
    expect(asked).toBeGreaterThan(200);
    expect(found).toBeGreaterThan(5000);
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
          const lines = [...searchLines(document ?? record([]))].filter((line) => line.blockId === blockId);
          expect(lines.some((line) => line.text.includes(shown.replaceAll('…', '')))).toBe(true);
        }
      }
    }
  });

  it('puts the script of the query first, then the newest', async () => {
    for (const [text, script] of [['审议通过', 'Hans'], ['審議通過', 'Hant']] as const) {
      const { total } = await ask(running, text);
      const hits = [...(await ask(running, text, { limit: 200 })).hits, ...(await ask(running, text, { offset: 200, limit: 200 })).hits];
      expect(hits).toHaveLength(total);
      const scripts = hits.map(({ meeting }) => documents.find(({ id }) => id === meeting.id)?.meta.script);
      const first = scripts.filter((one) => one === script).length;
      expect(first).toBeGreaterThan(10);
      expect(scripts.slice(0, first)).toEqual(Array<string>(first).fill(script));
      const starts = hits.slice(0, first).map(({ meeting }) => meeting.start ?? '');
      expect(starts).toEqual(starts.toSorted().reverse());
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
    expect(await ask(running, '，。！ "')).toEqual({ total: 0, hits: [] });
    for (const text of ['"', 'NOT', 'near(', '引號" OR', '100%', 'text:引號', '^引號', '引* -號', '{引號}']) await ask(running, text);
    expect(await titles(running, '"引號"')).toEqual(['符號']);
    expect(await titles(running, 'not 100')).toEqual(['符號']);
  });
});
