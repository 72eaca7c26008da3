import { describe, expect, it } from 'vitest';
import { recognise } from '../recognise/index.ts';
import type { PrintNode } from '../print.ts';
import { printBlocks } from '../printing.ts';
import { newMinutes } from '../document.ts';
import { sections } from '../blocks/index.ts';
import { type ElectionData, electionDataSchema, electionResult } from './election.ts';
import { ballotSentence, resultSentence } from './election-paper.ts';
import { readElection } from './election-reading.ts';
import type { VoteRule } from './rule.ts';

const election = (votes: Readonly<Record<string, number | undefined>>, rest: Partial<ElectionData> = {}): ElectionData => ({
  ...rest,
  candidates: Object.entries(votes).map(([name, count], index) => ({ id: `cand0000${index}`, name, ...(count !== undefined && { votes: count }) })),
});
const standings = (data: ElectionData) => electionResult(data).placed.map(({ name, standing }) => `${name} ${standing}`);
const codes = (data: ElectionData, voters?: number) => electionResult(data, voters).findings.map(({ code }) => code);

describe('who is elected', () => {
  it('follows from the votes, in order, then the alternates', () => {
    const data = election({ 丙: 3, 甲: 9, 乙: 7, 丁: 1 }, { seats: 2, alternates: 1 });
    expect(standings(data)).toEqual(['甲 elected', '乙 elected', '丙 alternate', '丁 notElected']);
    expect(codes(data)).toEqual([]);
  });

  it('is never decided at a border of equals, and is by their lots', () => {
    const tied = election({ 甲: 9, 乙: 5, 丙: 5, 丁: 1 }, { seats: 2, alternates: 1 });
    expect(standings(tied)).toEqual(['甲 elected', '乙 tied', '丙 tied', '丁 notElected']);
    expect(codes(tied)).toEqual(['candidates.tiedSeats']);
    const [first, second, third, fourth] = tied.candidates as [ElectionData['candidates'][0], ElectionData['candidates'][0], ElectionData['candidates'][0], ElectionData['candidates'][0]];
    const one = { ...tied, candidates: [first, { ...second, lot: 2 }, third, fourth] };
    expect(codes(one)).toEqual(['candidates.tiedSeats']);
    const drawn = { ...tied, candidates: [first, { ...second, lot: 2 }, { ...third, lot: 1 }, fourth] };
    expect(standings(drawn)).toEqual(['甲 elected', '丙 elected', '乙 alternate', '丁 notElected']);
    const same = { ...tied, candidates: [first, { ...second, lot: 1 }, { ...third, lot: 1 }, fourth] };
    expect(codes(same)).toEqual(['candidates.tiedSeats']);
    expect(codes(election({ 甲: 9, 乙: 5, 丙: 5 }, { seats: 1, alternates: 1 }))).toEqual(['candidates.tiedAlternates']);
    expect(codes(election({ 甲: 5, 乙: 5, 丙: 1 }, { seats: 2 }))).toEqual([]);
  });

  it('holds for every count of four candidates up to four votes: nobody with fewer votes is before one with more, and equals share their fate or drew', () => {
    for (let all = 0; all < 625; all += 1) {
      const votes = [all % 5, Math.floor(all / 5) % 5, Math.floor(all / 25) % 5, Math.floor(all / 125)];
      for (const seats of [1, 2, 3]) {
        const { placed, elected } = electionResult(election(Object.fromEntries(votes.map((count, index) => [`甲乙丙丁`[index], count])), { seats }));
        const [in_, out] = [placed.filter(({ standing }) => standing === 'elected'), placed.filter(({ standing }) => standing !== 'elected')];
        expect(elected.length).toBeLessThanOrEqual(seats);
        for (const one of in_) for (const other of out) if ((other.votes ?? 0) >= (one.votes ?? 0)) throw new Error(`${votes.join()} for ${seats}`);
      }
    }
  });

  it('waits for every count, and for a rule that is clear', () => {
    expect(standings(election({ 甲: 9, 乙: undefined }, { seats: 1 }))).toEqual(['甲 open', '乙 open']);
    const rule: VoteRule = { matter: 'election', base: 'valid', fraction: { numerator: 1, denominator: 2 }, comparator: 'moreThan', quorum: null, note: '', preset: false };
    const mainland = election({ 甲: 9, 乙: 8 }, { seats: 2, valid: 16, rule });
    expect(standings(mainland)).toEqual(['甲 elected', '乙 notElected']);
    expect(codes(mainland)).toEqual(['candidates.threshold', 'candidates.few']);
    expect(standings({ ...mainland, rule: { ...rule, comparator: 'unresolved' } })).toEqual(['甲 open', '乙 open']);
    expect(codes({ ...mainland, rule: { ...rule, comparator: 'unresolved' } })).toEqual(['candidates.unresolved']);
    expect(codes({ ...mainland, rule: { ...rule, base: null } })).toEqual(['rule.noBase']);
  });
});

describe('the sums of an election', () => {
  const good = election({ 甲: 9, 乙: 7 }, { seats: 2, issued: 18, returned: 17, valid: 16, void: 1 });

  it('fit, or it is said which do not', () => {
    expect(codes(good, 18)).toEqual([]);
    expect(codes({ ...good, void: 2 })).toEqual(['ballots.sum']);
    expect(codes({ ...good, issued: 16 })).toEqual(['ballots.returned']);
    expect(codes(good, 17)).toEqual(['ballots.issued']);
    expect(codes({ ...good, marks: 1, valid: 15, void: 2 })).toEqual(['candidates.sum']);
    expect(codes({ ...good, valid: 8, void: 9 })).toEqual(['candidates.votes']);
    expect(codes(election({ 甲: 9 }))).toEqual(['seats.missing']);
    expect(codes(election({ 甲: 9 }, { seats: 2 }))).toEqual(['candidates.few']);
    expect(codes({ seats: 1, candidates: [{ id: 'cand00000', name: '甲', votes: 2 }, { id: 'cand00001', name: '甲', votes: 1 }] })).toEqual(['candidates.twice']);
  });
});

describe('on paper', () => {
  const lines = (nodes: PrintNode[]) => nodes.map((node) => (node.type === 'table' ? node.rows.map((row) => row.map((cell) => cell.paragraphs.flatMap(({ runs }) => runs.map((run) => (run.type === 'text' ? run.text : ''))).join('')).join(' ')) : node.type === 'paragraph' ? node.runs.map((run) => (run.type === 'text' ? run.text : '')).join('') : ''));
  const [fixture] = sections.election.fixtures;
  const paper = (data: ElectionData) => lines(printBlocks({ meta: newMinutes({ region: 'TW', script: 'Hant' }).meta, blocks: [{ ...fixture!, data }] }));

  it('stand heading, tellers, text, ballots, table and who is elected', () => {
    expect(paper(fixture!.data as ElectionData)).toEqual([
      '選舉第四屆常務理事', '計票：溫書瑜', '監票：葛明遠', '以無記名單記法投票。',
      '應選2名，發出選票9張，收回9張，有效票8張、廢票1張。',
      ['名次 姓名 得票 結果', '1 石仲平 4 當選', '2 柳思源 3 當選', '3 唐以安 1 候補'],
      '當選：石仲平4票、柳思源3票。候補：唐以安1票。',
    ]);
  });

  it('nothing of the data stands where the text tells it, and nothing where nobody counted', () => {
    expect(paper({ ...(fixture!.data as ElectionData), prints: 'none' })).toEqual(['選舉第四屆常務理事', '計票：溫書瑜', '監票：葛明遠', '以無記名單記法投票。']);
    expect(paper({ candidates: [] })).toHaveLength(4);
  });

  it('what is written is read again', () => {
    const data = electionDataSchema.parse(fixture!.data);
    for (const region of ['CN', 'TW', 'HK'] as const) {
      const text = ballotSentence(data, { region, script: 'Hans' }) + resultSentence(data, { region, script: 'Hans' });
      const read = readElection(text);
      expect([region, read?.candidates.map(({ name, votes }) => [name, votes])]).toEqual([region, data.candidates.map(({ name, votes }) => [name, votes])]);
      expect(read).toMatchObject({ seats: 2, issued: 9, returned: 9, valid: 8, void: 1 });
    }
  });
});

describe('in pasted text', () => {
  const paper = { region: 'TW', script: 'Hant' } as const;
  const read = (text: string) => recognise(text, paper).blocks;

  it('a heading opens an election, and its lines tell the numbers and stay as they are', () => {
    const [block] = read('選舉第四屆理事\n發出選票18張，收回18張，有效票17張，廢票1張。\n石仲平15票、柳思源十四票當選；候補：唐以安9票。');
    expect(block).toMatchObject({ kind: 'election', heading: null, fields: { office: '第四屆理事' }, data: { prints: 'none', issued: 18, valid: 17, void: 1 } });
    if (block?.kind !== 'election') return;
    expect((block.data as ElectionData).candidates.map(({ name, votes }) => [name, votes])).toEqual([['石仲平', 15], ['柳思源', 14], ['唐以安', 9]]);
    expect(block.body).toHaveLength(2);
  });

  it.each([
    ['改選監事', '監事', '改選監事'],
    ['選舉結果', '', '選舉結果'],
    ['伍、選舉理事長', '理事長', '伍、選舉理事長'],
    ['选举第四届监事', '第四届监事', '选举第四届监事'],
  ])('%s', (line, office, heading) => {
    expect(read(line)[0]).toMatchObject({ kind: 'election', heading, fields: { office } });
  });

  it.each(['選舉事項', '選舉辦法', '選舉產生了新一屆理事會', '選舉結果由主席宣布。'])('%s opens none', (line) => {
    expect(read(line)[0]?.kind).not.toBe('election');
  });
});
