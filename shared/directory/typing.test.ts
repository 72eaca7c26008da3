import { describe, expect, test } from 'vitest';
import { fitOf } from './typing.ts';

const shi = { name: '石仲平', aliases: ['石老'], organisation: '青禾綠化協會', title: '理事長' };
const sounds = [['shi', 'zhong', 'ping']];
const fits = (typed: string) => fitOf(typed, shi, sounds) !== null;

describe('who is meant', () => {
  test.each(['石', '石仲', '石仲平', '仲平', '石老', '理事', '理事长', '青禾', '石仲平理事長', '理事長石仲平', '青禾綠化協會理事長'])('by characters, in either script: %s', (typed) => expect(fits(typed)).toBe(true));
  test.each(['s', 'szp', 'SZP', 'shi', 'shiz', 'shizp', 'shizhong', 'shizhongping', 'shzhp', 'zp', 'zhongping', 'sh zh'])('by pinyin: %s', (typed) => expect(fits(typed)).toBe(true));
  test.each(['ㄕ', 'ㄕㄓ', 'ㄕㄓㄆ', 'ㄓㄆ'])('by zhuyin initials: %s', (typed) => expect(fits(typed)).toBe(true));
  test.each(['石平', 'sp', 'pz', 'shu', 'ㄕㄆ', 'ㄙ', '水利局', '!'])('and not by %s', (typed) => expect(fits(typed)).toBe(false));

  test('the beginning of a name comes before a reading, that before a title, that before an organisation', () => {
    const order = ['石', 'szp', '仲', '理事', '青禾'].map((typed) => fitOf(typed, shi, sounds) ?? 99);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(new Set(order).size).toBe(order.length);
  });
});
