import { describe, expect, test } from 'vitest';
import { compareByStrokes, strokesOf } from './strokes.ts';

test.each([
  ['丁', 2, 2], ['石', 5, 5], ['柳', 9, 9], ['陳', 11, 11], ['陈', 8, 7], ['葛', 13, 12], ['蕭', 16, 16], ['郭', 11, 10], ['游', 12, 12], ['溫', 13, 13], ['温', 12, 12], ['龍', 16, 16], ['龙', 5, 5],
])('%s has %i strokes in Taiwan and %i on the mainland', (character, taiwan, mainland) => {
  expect(strokesOf(character, 'Hant')).toBe(taiwan);
  // What is only written in 繁體 is counted as there.
  expect(strokesOf(character, 'Hans')).toBe(mainland);
});

test.each(['A', '1', '', '𠮷', '？'])('%s has none', (character) => expect(strokesOf(character)).toBeNull());

test('every surname of the hundred families has its strokes, in both scripts', () => {
  const surnames =
    '趙錢孫李周吳鄭王馮陳褚衛蔣沈韓楊朱秦尤許何呂施張孔曹嚴華金魏陶姜戚謝鄒喻柏水竇章雲蘇潘葛奚范彭郎魯韋昌馬苗鳳花方俞任袁柳酆鮑史唐費廉岑薛雷賀倪湯滕殷羅畢郝鄔安常樂于時傅皮卞齊康伍余元卜顧孟平黃和穆蕭尹' +
    '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹闫闻欧司诸葛';
  for (const surname of surnames) for (const script of ['Hant', 'Hans'] as const) expect(strokesOf(surname, script), surname).toBeGreaterThan(0);
});

describe('names', () => {
  const sorted = (names: string, script: 'Hant' | 'Hans' = 'Hant') => names.split(' ').sort((one, other) => compareByStrokes(one, other, script)).join(' ');
  test('stand by strokes of the surname, the same surnames together', () => expect(sorted('葛明遠 丁一鳴 石仲平 白一 石一 柳思源')).toBe('丁一鳴 白一 石一 石仲平 柳思源 葛明遠'));
  test('stand otherwise on the mainland where it counts otherwise', () => {
    expect(sorted('陈一 岳一', 'Hans')).toBe('陈一 岳一');
    expect(sorted('郑一 柳一', 'Hans')).toBe('郑一 柳一');
    expect(sorted('鄭一 劉一 葉一', 'Hant')).toBe('葉一 劉一 鄭一');
  });
  test('that are no Chinese names come last, and the same names are the same', () => {
    expect(sorted('Smith 葛明遠 丁一鳴')).toBe('丁一鳴 葛明遠 Smith');
    expect(compareByStrokes('石仲平', '石仲平')).toBe(0);
  });
});
