import { describe, expect, it } from 'vitest';
import { type Region, regionSchema, type Script, scriptSchema } from '../../language.ts';
import { toScript } from '../../text/script.ts';
import { type Outcome, outcomes } from '../outcomes.ts';
import { recognise } from '../recognise/index.ts';
import type { DecisionData } from './decision.ts';
import { readVotes } from './reading.ts';
import { type Told, voteSentence } from './sentence.ts';
import { readVote } from './vote-reading.ts';
import { attending, type CountName, type Method, methods, tally, type Vote, votersIn } from './vote.ts';

const wordings = regionSchema.options.flatMap((region) => scriptSchema.options.map((script) => ({ region, script })));
const told = (data: DecisionData, outcome: Outcome = 'passed', matter = '《志工管理辦法》修訂案', recused = 0): Told => ({ outcome, data, matter, recused });
const write = (one: Told, region: Region = 'TW', script: Script = 'Hant') => voteSentence(one, { region, script });
const vote: Vote = { seat: '理事', inPerson: 18, inFavour: 15, against: 2, abstained: 1 };

describe('the sentence of a vote', () => {
  it('is in the words of the region', () => {
    expect(write(told({ vote }), 'CN', 'Hant')).toBe('出席理事18人，贊成15票、反對2票、棄權1票，審議通過《志工管理辦法》修訂案。');
    expect(write(told({ vote: { ...vote, members: 20, inPerson: 16, proxies: 2, method: 'hands' } }, 'passed', '《志工管理办法》修订案', 1), 'CN', 'Hans')).toBe(
      '应到理事20人，实到18人（其中委托出席2人），回避1人，有表决权17人，经举手表决，赞成15票、反对2票、弃权1票，审议通过《志工管理办法》修订案。',
    );
    expect(write(told({ vote, mover: '石仲平', seconder: '柳思源' }), 'HK')).toBe('由石仲平動議，柳思源和議，出席理事18人，贊成15票、反對2票、棄權1票，通過《志工管理辦法》修訂案。');
    expect(write(told({ vote: { ...vote, notCast: 0, method: 'secret' } }, 'amended', ''))).toBe('出席理事18人，經無記名投票，贊成15票、反對2票、棄權1票，修正通過。');
  });

  it('says what an outcome brings with it', () => {
    expect(write(told({ owner: '財務組', due: '2025-06-30' }, 'referred', '預算案'))).toBe('預算案交財務組研議，於114年6月30日前提出。');
    expect(write(told({ finaliser: '秘書處' }, 'inPrinciple', '章程草案'))).toBe('原則通過章程草案，由秘書處定稿。');
    expect(write(told({ mover: '石仲平' }, 'withdrawn', '本案'))).toBe('本案由石仲平撤案。');
    expect(write(told({ names: '唐以安' }, 'elected'))).toBe('唐以安當選。');
    expect(write(told({}, 'rejected', '本案'), 'CN', 'Hans')).toBe('本案未获通过。');
    expect(write(told({}, 'open'))).toBe('');
  });

  it('is written wholly in its script', () => {
    for (const { region } of wordings) {
      for (const outcome of Object.keys(outcomes) as Outcome[]) {
        for (const method of Object.keys(methods) as Method[]) {
          const text = write(told({ vote: { ...vote, members: 20, proxies: 1, notCast: 1, method }, mover: '甲', seconder: '乙', due: '2025-06-30', owner: '丙' }, outcome, '', 1), region, 'Hans');
          expect(toScript(text, 'Hans', 'CN')).toBe(text);
        }
      }
    }
  });
});

/** Small numbers that do not repeat, from a seed. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state;
  }
}

it('what is written is read again: two thousand votes in every region and script', () => {
  const source = numbers(20_250_311);
  const below = (most: number): number => (source.next().value as number) % most;
  const maybe = <Value>(value: Value): Value | undefined => (below(2) === 0 ? value : undefined);
  const outcomeKeys = Object.keys(outcomes) as Outcome[];
  const methodKeys = Object.keys(methods) as Method[];
  for (let run = 0; run < 2000; run += 1) {
    const inPerson = below(300);
    const one: Vote = {
      seat: maybe(['理事', '會員代表', '委員'][below(3)] as string),
      method: maybe(methodKeys[below(methodKeys.length)] as Method),
      members: maybe(inPerson + below(50)),
      inPerson: maybe(inPerson),
      proxies: maybe(below(20)),
      voters: maybe(below(300)),
      inFavour: below(300),
      against: below(300),
      abstained: below(300),
      notCast: maybe(below(30)),
    };
    const recused = one.inPerson === undefined ? 0 : below(4);
    const outcome = outcomeKeys[below(outcomeKeys.length)] as Outcome;
    for (const wording of wordings) {
      const text = voteSentence({ outcome, data: { vote: one, mover: maybe('石仲平'), seconder: '柳思源' }, matter: maybe('《會費標準》修訂案') ?? '', recused }, wording);
      const sentence = readVotes(text)[0];
      const read = (name: CountName) => sentence?.numbers.find((number) => number.name === name)?.value;
      const there = attending(one);
      const expected = {
        inFavour: one.inFavour, against: one.against, abstained: one.abstained, notCast: tally(one, 'notCast'),
        members: one.members, attending: there, proxies: one.proxies ?? 0, recused,
        voters: there === undefined && one.voters === undefined ? undefined : votersIn(one, recused),
      };
      const back = {
        inFavour: read('inFavour'), against: read('against'), abstained: read('abstained'), notCast: read('notCast') ?? 0,
        members: read('members'), attending: read('attending'), proxies: read('proxies') ?? 0, recused: read('recused') ?? 0,
        voters: read('voters') ?? read('attending'),
      };
      expect([text, back]).toEqual([text, expected]);
      const data = readVote(text);
      expect([text, data?.inFavour, data?.against, data?.abstained, data && attending(data)]).toEqual([text, one.inFavour, one.against, one.abstained, there]);
    }
  }
});

describe('sentences of others', () => {
  const read = (text: string) => readVotes(text).map(({ numbers: all, said }) => [Object.fromEntries(all.map(({ name, value }) => [name, value])), said.map((one) => one.said)]);

  it.each([
    ['應到理事二十人，實到十八人，贊成十五票、反對兩票、棄權一票，審議通過。', { members: 20, attending: 18, inFavour: 15, against: 2, abstained: 1 }, ['carried']],
    ['经无记名投票，15票赞成、2票反对、1票弃权，通过《会费标准》。', { inFavour: 15, against: 2, abstained: 1 }, ['carried']],
    ['表決結果：同意15票，不同意3票，本案通過。', { inFavour: 15, against: 3 }, ['carried']],
    ['贊成者共10人，反對者共8人，未獲通過。', { inFavour: 10, against: 8 }, ['rejected']],
    ['全體理事一致同意聘任。', {}, ['unanimous']],
    ['經主席徵詢，無異議通過。', {}, ['noObjection']],
  ])('%s', (text, counts, said) => {
    expect(read(text)).toEqual([[counts, said]]);
  });

  it.each(['會議同意15人入會。', '辦法：通過後通知繳納會費。', '代表們一致認為，苗圃要由居民自己管。', '出席18人。', '通過培訓提高技能。'])('%s tells of no vote', (text) => {
    expect(readVotes(text)).toEqual([]);
  });
});

describe('votes in pasted text', () => {
  const paper = { region: 'TW', script: 'Hant' } as const;

  it('become data of the decision, and the text stays', () => {
    const text = '案由：修訂會費標準\n說明：物價上漲。\n決議：出席理事18人，贊成15票、反對2票、棄權1票，照案通過。';
    const [block] = recognise(text, paper).blocks;
    expect(block).toMatchObject({ kind: 'resolution', fields: { decision: '出席理事18人，贊成15票、反對2票、棄權1票，照案通過。' }, data: { vote: { inPerson: 18, inFavour: 15, against: 2, abstained: 1 } } });
  });

  it('are none where nobody counted', () => {
    const [block] = recognise('案由：修訂會費標準\n決議：照案通過。', paper).blocks;
    expect(block).not.toHaveProperty('data');
  });
});
