import { describe, expect, test } from 'vitest';
import { chineseNumeral, figureNumeral, formalNumeral, parseNumeral, readMarker } from './numerals.ts';

describe('chineseNumeral', () => {
  test.each([
    [0, '零'], [1, '一'], [10, '十'], [11, '十一'], [20, '二十'], [21, '二十一'], [99, '九十九'], [100, '一百'],
    [101, '一百零一'], [110, '一百一十'], [111, '一百一十一'], [1000, '一千'], [1001, '一千零一'], [1010, '一千零一十'],
    [1100, '一千一百'], [2024, '二千零二十四'], [9999, '九千九百九十九'],
  ])('%i is %s', (value, text) => {
    expect(chineseNumeral(value)).toBe(text);
  });

  test('every number up to 9999 is read back', () => {
    for (let value = 0; value <= 9999; value++) {
      expect(parseNumeral(chineseNumeral(value))).toBe(value);
      expect(parseNumeral(formalNumeral(value, 'Hant'))).toBe(value);
      expect(parseNumeral(formalNumeral(value, 'Hans'))).toBe(value);
      expect(parseNumeral(figureNumeral(value))).toBe(value);
    }
  });
});

test('formal characters differ by script', () => {
  expect(formalNumeral(12, 'Hant')).toBe('壹拾貳');
  expect(formalNumeral(362, 'Hans')).toBe('叁佰陆拾贰');
});

describe('parseNumeral', () => {
  test.each([
    ['二〇二四', 2024], ['１１４', 114], ['廿三', 23], ['兩百', 200], ['十', 10], ['一百一十四', 114], ['零五', 5],
    ['', null], ['十十', null], ['二十百', null], ['三個', null], ['百', null], ['10000', null], ['一百二三', null],
  ])('%s is %s', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });
});

describe('readMarker', () => {
  test.each([
    ['一、會務', { level: 1, value: 1, text: '一、', length: 2 }],
    ['　二十一、 會務', { level: 1, value: 21, text: '二十一、', length: 6 }],
    ['（三）經費', { level: 2, value: 3, text: '（三）', length: 3 }],
    ['(三)經費', { level: 2, value: 3, text: '(三)', length: 3 }],
    ['4. 場地', { level: 3, value: 4, text: '4.', length: 3 }],
    ['4、場地', { level: 3, value: 4, text: '4、', length: 2 }],
    ['（12）苗木', { level: 4, value: 12, text: '（12）', length: 4 }],
    ['③苗木', { level: 4, value: 3, text: '③', length: 1 }],
  ])('%s', (line, marker) => {
    expect(readMarker(line)).toEqual(marker);
  });

  test.each(['一是植樹三千株', '1.5公里', '2024年度', '（廈門）公司', '十分感謝', '零、', ''])('%s has none', (line) => {
    expect(readMarker(line)).toBeNull();
  });
});
