import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../changes.ts';
import type { MinutesDocument } from '../document.ts';
import { councilMeeting } from '../fixtures.ts';
import { plain } from '../inline.ts';
import { changedSize, documentDifference } from './difference.ts';
import { textPieces } from './pieces.ts';
import { restoreAll, restoreEntry } from './restore.ts';

const paragraph = (id: string, text: string) => ({ id, kind: 'paragraph' as const, inline: plain(text) });
const meeting = (...lines: readonly [id: string, text: string][]): MinutesDocument => ({ ...councilMeeting(), blocks: lines.map(([id, text]) => paragraph(id, text)) });
const told = (before: MinutesDocument, after: MinutesDocument) =>
  documentDifference(before, after)
    .filter(({ state }) => state !== 'same')
    .map(({ blockId, state }) => `${blockId} ${state}`);

const before = meeting(['a00001', '主席致詞。'], ['b00001', '秘書處報告會務。'], ['c00001', '審議年度預算。'], ['d00001', '散會。']);

describe('what is different between two states of a record', () => {
  it('is told block by block, what is gone where it was', () => {
    const after = meeting(['a00001', '主席致詞。'], ['c00001', '審議年度決算。'], ['e00001', '臨時動議。'], ['d00001', '散會。']);
    expect(told(before, after)).toEqual(['b00001 removed', 'c00001 changed', 'e00001 added']);
  });

  it('tells a move from a change', () => {
    const after = meeting(['b00001', '秘書處報告會務。'], ['c00001', '審議年度預算。'], ['a00001', '主席致詞。'], ['d00001', '散會。']);
    expect(told(before, after)).toEqual(['a00001 moved']);
  });

  it('shows a change of form alone as a change with the same words', () => {
    const after = { ...before, blocks: before.blocks.with(2, { id: 'c00001', kind: 'paragraph' as const, inline: [{ type: 'text' as const, text: '審議年度預算。', marks: ['bold' as const] }] }) };
    const [entry] = documentDifference(before, after).filter(({ state }) => state === 'changed');
    expect(entry).toMatchObject({ blockId: 'c00001', before: ['審議年度預算。'], after: ['審議年度預算。'], parts: [{ state: 'same' }] });
  });

  it('names the fields of a section, and what was decided', () => {
    const section = (name: string, outcome: 'open' | 'deferred') => ({
      id: 's00001', kind: 'resolution' as const, heading: null, fields: { matter: name, decision: '' }, values: { form: 'itemised' as const, matterKind: 'general' as const, outcome },
      body: [paragraph('s00002', '說明：逐條審查。')],
    });
    const decided = (one: ReturnType<typeof section>): MinutesDocument => ({ ...before, blocks: [one] });
    const [entry] = documentDifference(decided(section('章程修訂案', 'open')), decided(section('章程修訂案', 'deferred'))).filter(({ state }) => state === 'changed');
    expect(entry?.before).toEqual(['案由：章程修訂案', '寫法：條列式', '說明：逐條審查。']);
    expect(entry?.after).toEqual(['案由：章程修訂案', '寫法：條列式', '決議：緩議', '說明：逐條審查。']);
    expect(entry?.parts).toContainEqual({ text: '決議：緩議\n', state: 'added' });
  });

  it('names what the head and the roster say', () => {
    const after = { ...before, meta: { ...before.meta, place: '三樓禮堂' }, roster: before.roster.slice(1) };
    const changed = documentDifference(before, after).filter(({ state }) => state !== 'same');
    expect(changed.map(({ kind }) => kind)).toEqual(['meta', 'roster']);
    expect(changed[0]?.after).toContain('地點：三樓禮堂');
    expect(changed[1]?.before.length).toBe((changed[1]?.after.length ?? 0) + 1);
  });
});

describe('what is different between two texts', () => {
  it('does not tear words apart where two letters happen to be the same', () => {
    expect(textPieces('本案照案通過。', '本案修正後通過。')).toEqual([
      { text: '本案', state: 'same' },
      { text: '照案', state: 'removed' },
      { text: '修正後', state: 'added' },
      { text: '通過。', state: 'same' },
    ]);
    expect(textPieces('由甲組的委員會辦理', '交乙隊的理事會執行')).toEqual([
      { text: '由甲組的委員會辦理', state: 'removed' },
      { text: '交乙隊的理事會執行', state: 'added' },
    ]);
  });

  const letters = fc.string({ unit: fc.constantFrom('會', '議', '的', '。', '\n', 'A', '𠮷', '𰻞'), maxLength: 40 });

  it('gives back both texts, and never half a character, whatever it may cost', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(3000), (one, other, left) => {
        const pieces = textPieces(one, other, { left });
        const side = (left: 'removed' | 'added') => pieces.filter(({ state }) => state !== left).map(({ text }) => text).join('');
        expect(side('added')).toBe(one);
        expect(side('removed')).toBe(other);
        expect(pieces.every(({ text }) => text !== '' && !/[\ud800-\udfff]/u.test(text))).toBe(true);
      }),
    );
  });

  it('finds the sentences of a long text that stayed, and the letters that changed between them', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `第${index}案由秘書處說明後通過。`);
    const after = lines.with(7, '第7案由財務組說明後通過。').toSpliced(40, 1);
    expect(textPieces(lines.join(''), after.join('')).filter(({ state }) => state !== 'same')).toEqual([
      { text: '秘書處', state: 'removed' },
      { text: '財務組', state: 'added' },
      { text: '第40案由秘書處說明後通過。', state: 'removed' },
    ]);
  });

  it('takes texts that have nothing in common as rewritten, however long they are', () => {
    const pieces = textPieces('甲乙丙丁'.repeat(25_000), '子丑寅卯'.repeat(25_000));
    expect(pieces.map(({ state }) => state)).toEqual(['removed', 'added']);
  });
});

const ids = ['a00001', 'b00001', 'c00001', 'd00001', 'e00001', 'f00001'];
const anyMeeting = fc
  .record({ order: fc.shuffledSubarray(ids), texts: fc.array(fc.constantFrom('照案通過', '修正後通過', '緩議'), { minLength: 6, maxLength: 6 }), place: fc.constantFrom('禮堂', '三樓') })
  .map(({ order, texts, place }): MinutesDocument => {
    const made = meeting(...order.map((id): [string, string] => [id, texts[ids.indexOf(id)] ?? '']));
    return { ...made, meta: { ...made.meta, place } };
  });

describe('restoring', () => {
  it('of everything gives the record as it was', () => {
    fc.assert(
      fc.property(anyMeeting, anyMeeting, (present, past) => {
        expect(applyChanges(present, restoreAll(present, past))).toEqual(past);
      }),
    );
  });

  it('of one entry after the other gives the record as it was, whatever the order', () => {
    fc.assert(
      fc.property(anyMeeting, anyMeeting, fc.func(fc.nat()), (start, past, weight) => {
        let present = start;
        for (let turn = 0; turn < 50; turn += 1) {
          const left = documentDifference(past, present).filter(({ state }) => state !== 'same');
          const next = left.toSorted((one, other) => weight(one.blockId) - weight(other.blockId))[0];
          if (!next) break;
          const changes = restoreEntry(present, past, next.blockId);
          present = (changes && applyChanges(present, changes)) ?? present;
        }
        expect(present).toEqual(past);
      }),
    );
  });

  it('of one block leaves what was written beside it', () => {
    const after = meeting(['a00001', '主席致詞。'], ['x00001', '新的一段。'], ['b00001', '改寫的報告。'], ['d00001', '散會。']);
    const changes = restoreEntry(after, before, 'b00001');
    expect(changes && applyChanges(after, changes)?.blocks.map(({ id }) => id)).toEqual(['a00001', 'x00001', 'b00001', 'd00001']);
    const back = restoreEntry(after, before, 'c00001');
    expect(back && applyChanges(after, back)?.blocks.map(({ id }) => id)).toEqual(['a00001', 'x00001', 'b00001', 'c00001', 'd00001']);
  });
});

it('counts what was added and removed without looking at what stayed', () => {
  const after = meeting(['a00001', '主席致詞。'], ['b00001', '秘書處報告會務。'], ['c00001', '審議年度總預算。'], ['e00001', '散會了。']);
  expect(changedSize(before, after)).toEqual({ added: 5, removed: 3 });
  expect(changedSize(before, before)).toEqual({ added: 0, removed: 0 });
});
