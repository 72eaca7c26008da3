import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../blocks/index.ts';
import { plain } from '../inline.ts';
import { calledPhrase, type Phrase, phraseInline } from './phrase.ts';
import { continuation, sentenceBefore } from './suggest.ts';
import { looseKind, phrasesOf, UsedPhrases } from './used.ts';

const phrase = (shortcut: string, text = '出席人數已足法定人數。'): Phrase => ({ id: 'phrase000001', shortcut, text, order: 0 });

describe('a phrase of the bank', () => {
  it.each([
    ['主席報告：;zq', 'zq', 5],
    ['；開會', '開會', 0],
    ['see ;ZQ', 'zq', 4],
    ['第一項；第二項;ｚｑ', 'zq', 7],
  ])('is called in 「%s」', (before, shortcut, at) => expect(calledPhrase(before, [phrase(shortcut)])?.at).toBe(at));

  it.each(['zq', ';zq ', ';z', ';;', ';', '一是；二是'])('is not called in 「%s」', (before) => expect(calledPhrase(before, [phrase('zq'), phrase('')])).toBeNull());

  it('has places to fill in', () => {
    expect(phraseInline(phrase('', '〔時間〕宣布〔〕開會〔'))).toEqual([{ type: 'blank', label: '時間' }, ...plain('宣布〔〕開會〔')]);
  });
});

const paragraph = (text: string): Block => ({ id: 'para00000001', kind: 'paragraph', inline: plain(text) });
const section = (kind: string, text: string) => ({ id: 'sect00000001', kind, heading: null, fields: {}, values: {}, body: [paragraph(text)] }) as unknown as Block;

describe('what was written before', () => {
  it('is sentences, and their beginnings up to each comma', () => {
    expect(phrasesOf('會議聽取了工作報告，審議了預算案，一致通過。短。')).toEqual([
      '會議聽取了工作報告，',
      '會議聽取了工作報告，審議了預算案，',
      '會議聽取了工作報告，審議了預算案，一致通過。',
    ]);
    expect(phrasesOf(`${'長'.repeat(81)}。`)).toEqual([]);
    expect(phrasesOf('請〔姓名〕宣讀上次會議紀錄。')).toEqual(['宣讀上次會議紀錄。']);
  });

  it('counts by kind of section, once for each meeting, most frequent first', () => {
    const used = new UsedPhrases();
    used.add([section('resolution', '經充分討論，照案通過。經充分討論，照案通過。'), section('report', '報告完畢，請予備查。')]);
    expect(used.of('resolution')).toEqual([]);
    used.add([section('resolution', '經充分討論，修正通過。'), section('report', '報告完畢，請予備查。')]);
    used.add([section('resolution', '經充分討論，照案通過。'), paragraph('經充分討論，照案通過。')]);
    expect(used.of('resolution')).toEqual(['經充分討論，', '經充分討論，照案通過。']);
    expect(used.of('report')).toEqual(['報告完畢，請予備查。']);
    expect(used.of(looseKind)).toEqual([]);
  });

  it('goes on where the words before the caret begin alike', () => {
    const phrases = ['經充分討論，照案通過。', '經充分討論，'];
    expect(continuation('一、預算案。經充', phrases)).toBe('分討論，照案通過。');
    expect(continuation('經', phrases)).toBe('');
    expect(continuation('經充分討論，照案通過。', phrases)).toBe('');
    expect(continuation('經充分討論，照案通過', phrases)).toBe('');
    expect(continuation('未經充', phrases)).toBe('');
    expect(sentenceBefore('甲。 乙，丙')).toBe('乙，丙');
  });

  it('whatever stands there, an offer only adds to what is typed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 20 }), fc.string({ maxLength: 30 }), (texts, before) => {
        const phrases = texts.flatMap((text) => [text, ...phrasesOf(text)]);
        const words = continuation(before, phrases);
        expect(words === '' || phrases.includes(sentenceBefore(before) + words)).toBe(true);
      }),
    );
  });
});
