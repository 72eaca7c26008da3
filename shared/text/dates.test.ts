import { describe, expect, test } from 'vitest';
import type { Region, Script } from '../language.ts';
import { findDates, parseDate } from './date-reading.ts';
import { civilParts, formatClock, formatDay, formatPeriod, formatTime } from './dates.ts';

describe('a day', () => {
  test.each<[string, Region, string]>([
    ['2024-01-09', 'CN', '2024年1月9日'],
    ['2025-03-11', 'TW', '114年3月11日（星期二）'],
    ['2024-01-19T09:30', 'HK', '2024年1月19日（星期五）'],
    ['1911-10-10', 'TW', '1911年10月10日（星期二）'],
    ['2023-02-29', 'CN', ''],
    ['2024-13-01', 'CN', ''],
    ['', 'CN', ''],
  ])('%s in %s is %s', (time, region, text) => {
    expect(formatDay(time, region)).toBe(text);
  });

  test('day of the week and era can be asked for', () => {
    expect(formatDay('2025-03-11', 'TW', { weekday: false, era: true })).toBe('民國114年3月11日');
    expect(formatDay('2025-03-11', 'CN', { weekday: true })).toBe('2025年3月11日（星期二）');
  });

  test('a day of the calendar, or none', () => {
    expect(civilParts('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29, hour: null, minute: 0 });
    expect(civilParts('2100-02-29')).toBeNull();
    expect(civilParts('2024-02-28T24:00')).toBeNull();
  });
});

test.each<[string, Region, Script, string]>([
  ['2024-01-19T09:30', 'CN', 'Hans', '9:30'],
  ['2024-01-19T14:05', 'CN', 'Hans', '14:05'],
  ['2024-01-19T09:30', 'TW', 'Hant', '上午9時30分'],
  ['2024-01-19T14:00', 'HK', 'Hant', '下午2時'],
  ['2024-01-19T12:15', 'TW', 'Hans', '中午12时15分'],
  ['2024-01-19', 'TW', 'Hant', ''],
])('the clock of %s in %s %s is %s', (time, region, script, text) => {
  expect(formatClock(time, region, script)).toBe(text);
});

test.each<[string, string | null, Region, string]>([
  ['2024-01-19T09:30', '2024-01-19T11:30', 'CN', '2024年1月19日9:30至11:30'],
  ['2024-01-19T09:30', '2024-01-19T11:00', 'TW', '113年1月19日（星期五）上午9時30分至11時'],
  ['2024-01-19T09:30', '2024-01-19T17:00', 'HK', '2024年1月19日（星期五）上午9時30分至下午5時'],
  ['2024-01-19', '2024-01-20', 'CN', '2024年1月19日至2024年1月20日'],
  ['2024-01-19T09:30', null, 'TW', '113年1月19日（星期五）上午9時30分'],
  ['2024-01-19', '2024-01-19', 'CN', '2024年1月19日'],
])('from %s to %s in %s is %s', (start, end, region, text) => {
  expect(formatPeriod(start, end, region, 'Hant')).toBe(text);
});

describe('a written date is read', () => {
  test.each<[string, Region, string, string | null]>([
    ['2024年1月19日', 'CN', '2024-01-19', null],
    ['二〇二四年一月十九日', 'CN', '2024-01-19', null],
    ['2024-01-19 09:30', 'CN', '2024-01-19T09:30', null],
    ['2024/1/19', 'HK', '2024-01-19', null],
    ['114.3.11', 'TW', '2025-03-11', null],
    ['民國114年3月11日（星期二）下午2時', 'TW', '2025-03-11T14:00', null],
    ['中華民國一百一十四年三月十一日（二）下午兩點半', 'TW', '2025-03-11T14:30', null],
    ['114年3月11日（星期二）上午9時30分至11時', 'TW', '2025-03-11T09:30', '2025-03-11T11:00'],
    ['2024年1月19日（星期五）上午9:30–11:30', 'CN', '2024-01-19T09:30', '2024-01-19T11:30'],
    ['2024年1月19日上午9时至下午5时', 'CN', '2024-01-19T09:00', '2024-01-19T17:00'],
    ['２０２４年１月１９日　１４：３０', 'CN', '2024-01-19T14:30', null],
    ['2024年1月19日 至 2024年1月20日', 'CN', '2024-01-19', '2024-01-20'],
    ['2024年1月19日中午12时15分', 'CN', '2024-01-19T12:15', null],
    ['2024年1月19日凌晨12时30分', 'CN', '2024-01-19T00:30', null],
  ])('%s in %s', (text, region, from, to) => {
    expect(parseDate(text, region)).toMatchObject({ from, to });
  });

  test.each<[string, Region]>([
    ['1月19日', 'CN'],
    ['2023年2月29日', 'CN'],
    ['2024年1月19日（星期一）', 'CN'],
    ['2024年1月19日晚上12时', 'CN'],
    ['114年3月11日', 'CN'],
    ['2024年1月19日25时', 'CN'],
    ['2024年1月19日開會', 'CN'],
    ['', 'TW'],
  ])('%s is not certain in %s', (text, region) => {
    expect(parseDate(text, region)).toBeNull();
  });

  test('what is written is read back, in every region', () => {
    for (const region of ['CN', 'TW', 'HK'] as const) {
      for (const time of ['2024-02-29T00:05', '2025-12-31T12:00', '1999-06-01T23:59', '2024-10-10', '2011-01-01T11:30']) {
        expect(parseDate(formatTime(time, region, 'Hant'), region)?.from).toBe(time);
        expect(parseDate(formatTime(time, region, 'Hans', { weekday: true, era: true }), region)?.from).toBe(time);
      }
    }
  });
});

test.each(['本會溯自民國前1年1月1日。', '本會溯自民國前十二年一月一日。'])('years before the 民國 are not found as years of it: %s', (text) => {
  expect(findDates(text, 'TW')).toEqual([]);
});

test('dates are found in a text with their places', () => {
  const text = '青禾綠化協會於2024年1月19日上午9時召開，下次會議訂於2024年3月5日。1月20日植樹。';
  const found = findDates(text, 'CN');
  expect(found.map((date) => text.slice(date.start, date.end))).toEqual(['2024年1月19日上午9時', '2024年3月5日']);
  expect(found.map((date) => date.from)).toEqual(['2024-01-19T09:00', '2024-03-05']);
});
