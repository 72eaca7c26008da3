import { describe, expect, it } from 'vitest';
import type { BodyBlock } from '../blocks/body.ts';
import { type Block, sections } from '../blocks/index.ts';
import { type Inline, inlineText, plain } from '../inline.ts';
import type { Outcome } from '../outcomes.ts';
import { correctionsOf, type Decided, textFindings } from './contradictions.ts';
import type { DecisionData } from './decision.ts';
import { editInline } from './inline-edit.ts';
import { judge } from './judge.ts';
import { placesOf } from './places.ts';
import { toldOf, withSentence } from './put-sentence.ts';
import type { VoteRule } from './rule.ts';
import { voteSentence } from './sentence.ts';

const rule: VoteRule = { matter: 'charter', base: 'present', fraction: { numerator: 2, denominator: 3 }, comparator: 'atLeast', quorum: null, note: '', preset: false };
const decided = (outcome: Outcome, data: DecisionData, matter = '修訂章程第七條'): Decided => ({ outcome, data, matter, recused: 0, judgement: data.vote ? judge(data.vote, rule) : null });
const counted = (inFavour: number, against: number, abstained = 0): DecisionData => ({ vote: { inPerson: 18, inFavour, against, abstained } });
const own = (one: Decided, text: string) => textFindings(one, [{ blockId: 'own000', text, own: true }]).map(({ code, params }) => [code, params?.['quote']]);
const wording = { region: 'TW', script: 'Hant' } as const;

describe('text against numbers', () => {
  it('is told number by number', () => {
    expect(own(decided('passed', counted(15, 2, 1)), '出席18人，贊成15票、反對2票、棄權1票，審議通過。')).toEqual([]);
    expect(own(decided('passed', counted(15, 2, 1)), '出席19人，贊成14票、反對2票、棄權1票，審議通過。')).toEqual([
      ['text.number', '出席19人'],
      ['text.number', '贊成14票'],
    ]);
  });

  it('is told where it says 一致通過 over an opposing vote or an abstention, in either script', () => {
    expect(own(decided('passed', counted(17, 1)), '本案一致通過。')).toEqual([['text.unanimous', '一致通過']]);
    expect(own(decided('passed', counted(17, 0, 1)), '会议一致通过了本案。')).toEqual([['text.unanimous', '一致通过']]);
    expect(own(decided('passed', counted(18, 0)), '本案一致通過。')).toEqual([]);
    expect(own(decided('passed', counted(17, 1)), '本案無異議通過。')).toEqual([['text.noObjection', '無異議通過']]);
  });

  it('contradicts itself without a count too', () => {
    expect(own(decided('passed', {}), '贊成15票、反對2票、棄權1票，一致通過。')).toEqual([['text.unanimous', '一致通過']]);
  });

  it('is told where it says another outcome', () => {
    expect(own(decided('rejected', counted(3, 15)), '會議審議通過了本案。')).toEqual([['text.outcome', '審議通過']]);
    expect(own(decided('passed', counted(15, 3)), '本案未獲通過。')).toEqual([['text.outcome', '未獲通過']]);
    expect(own(decided('deferred', {}), '照案通過。')).toEqual([['text.outcome', '照案通過']]);
    expect(own(decided('open', counted(11, 7)), '本案審議通過。')).toEqual([['text.notCarried', '審議通過']]);
    expect(own(decided('partly', {}), '部分通過，其餘否決。')).toEqual([]);
  });

  it('elsewhere counts only where it names the matter', () => {
    const elsewhere = (text: string) => textFindings(decided('passed', counted(15, 2, 1)), [{ blockId: 'other0', text, own: false }]).map(({ code, blockId }) => [code, blockId]);
    expect(elsewhere('《修訂章程第七條》一致通過。')).toEqual([['text.unanimous', 'other0']]);
    expect(elsewhere('修订章程第七条：赞成18票。')).toEqual([['text.number', 'other0']]);
    expect(elsewhere('會費標準一致通過。')).toEqual([]);
  });
});

describe('the places of a matter in a record', () => {
  const paragraph = (id: string, text: string): BodyBlock => ({ id, kind: 'paragraph', inline: plain(text) });
  const [, itemised] = sections.resolution.fixtures;

  it('are its own text and wording, and the text outside of other decisions', () => {
    const section = { ...itemised, id: 'mine00000', heading: '第一案', fields: { matter: '本案', decision: '照案通過。' }, body: [paragraph('body00000', '說明。')] } as Block;
    const other = { ...itemised, id: 'other0000', body: [paragraph('body00001', '別案。')] } as Block;
    expect(placesOf([paragraph('para00000', '開會。'), section, other], 'mine00000')).toEqual([
      { blockId: 'para00000', text: '開會。', own: false },
      { blockId: 'body00000', text: '說明。', own: true },
      { blockId: 'mine00000', text: '第一案', own: true },
      { blockId: 'mine00000', text: '照案通過。', own: true },
    ]);
  });
});

describe('the sentence put into a section', () => {
  const section = (form: string, body: string[], decision = '') => ({
    fields: { matter: '修訂章程第七條', decision },
    values: { form },
    body: body.map((text, index): BodyBlock => ({ id: `body0000${index}`, kind: 'paragraph', inline: plain(text) })),
  });
  const one = decided('passed', counted(15, 2, 1));
  const body = (retold: ReturnType<typeof withSentence>) => retold.body?.map((block) => ('inline' in block ? inlineText(block.inline) : ''));
  const sentence = '出席18人，贊成15票、反對2票、棄權1票，照案通過修訂章程第七條。';

  it('fills an empty body, and stands behind a text that tells of no vote', () => {
    expect(body(withSentence(section('narrative', ['']), one, wording))).toEqual([sentence]);
    expect(body(withSentence(section('narrative', ['經充分討論。']), one, wording))).toEqual(['經充分討論。', sentence]);
  });

  it('gives its numbers to the words that say the outcome already', () => {
    expect(body(withSentence(section('narrative', ['經討論。會議審議通過了本案。']), one, wording))).toEqual(['經討論。出席18人，贊成15票、反對2票、棄權1票，會議審議通過了本案。']);
  });

  it('is corrected in place where it is there, and the rest stays', () => {
    expect(body(withSentence(section('narrative', ['出席十八人，贊成16票、反對1票、棄權1票，會議一致通過了本案。']), one, wording))).toEqual(['出席十八人，贊成15票、反對2票、棄權1票，會議照案通過了本案。']);
    // An outcome that the numbers do not bear is not put into the text.
    expect(body(withSentence(section('narrative', ['贊成18票，一致通過。']), decided('unanimous', counted(17, 1)), wording))).toEqual(['贊成17票，一致通過。']);
  });

  it('goes into the 決議 of the itemised form, where the matter is named before', () => {
    expect(withSentence(section('itemised', ['說明。']), one, wording)).toEqual({ fields: { decision: '出席18人，贊成15票、反對2票、棄權1票，照案通過。' } });
    expect(withSentence(section('itemised', [], '照案通過。'), one, wording)).toEqual({ fields: { decision: '出席18人，贊成15票、反對2票、棄權1票，照案通過。' } });
  });

  it('agrees with the numbers whatever was there before', () => {
    for (const before of ['', '討論。', '審議通過。', '一致通過。', '贊成1票、反對1票，審議通過。', '未獲通過。']) {
      for (const data of [counted(15, 2, 1), counted(18, 0), counted(12, 6)]) {
        const now = decided('passed', data);
        const [text = ''] = body(withSentence(section('narrative', [before]), now, wording))?.slice(-1) ?? [];
        expect([before, textFindings(now, [{ blockId: 'own000', text, own: true }])]).toEqual([before, []]);
        expect(correctionsOf(now, text, wording)).toEqual([]);
      }
    }
    expect(voteSentence(toldOf(section('narrative', []), one), wording)).toBe(sentence);
  });
});

it('inline text changes by place and keeps its marks', () => {
  const inline: Inline[] = [{ type: 'text', text: '贊成', marks: ['bold'] }, { type: 'text', text: '16票' }, { type: 'blank', label: '日期' }, { type: 'break' }, { type: 'text', text: '通過' }];
  const edit = (start: number, end: number, text: string) => editInline(inline, { start, end, text });
  expect(inlineText(edit(2, 4, '15'))).toBe('贊成15票〔日期〕\n通過');
  expect(edit(2, 4, '15')[0]).toEqual({ type: 'text', text: '贊成', marks: ['bold'] });
  expect(inlineText(edit(0, 0, '共'))).toBe('共贊成16票〔日期〕\n通過');
  expect(inlineText(edit(10, 12, '否決'))).toBe('贊成16票〔日期〕\n否決');
  expect(inlineText(edit(12, 12, '。'))).toBe('贊成16票〔日期〕\n通過。');
  expect(inlineText(edit(1, 11, '—'))).toBe('贊—過');
  expect(inlineText(editInline([], { start: 0, end: 0, text: '新' }))).toBe('新');
});
