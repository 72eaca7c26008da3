/** 屆次 and 民國 years in every way they are written, up to 9999, in both scripts. */
import { describe, expect, it } from 'vitest';
import { nextTitle } from '../minutes/next-meeting.ts';
import { recognise } from '../minutes/recognise/index.ts';
import { parseDate } from './date-reading.ts';
import { civilTime, formatDay } from './dates.ts';
import { chineseNumeral, figureNumeral, formalNumeral, parseNumeral } from './numerals.ts';

const all = Array.from({ length: 9999 }, (_, at) => at + 1);

/** The ways in which a record may write a number. */
function formsOf(value: number): string[] {
  const usual = chineseNumeral(value);
  const tens = usual.replaceAll('零', '〇');
  const short = usual.replace(/二十/g, '廿').replace(/三十/g, '卅').replace(/四十/g, '卌');
  return [usual, tens, short, formalNumeral(value, 'Hant'), formalNumeral(value, 'Hans'), figureNumeral(value), figureNumeral(value).replaceAll('〇', '○'), String(value), String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))];
}

describe('a number up to 9999', () => {
  it('is read in every form', () => {
    for (const value of all) for (const form of formsOf(value)) if (parseNumeral(form) !== value) expect([form, parseNumeral(form)]).toEqual([form, value]);
  });

  it('is one more in the title of the next meeting, in the numerals and the script of the title', () => {
    for (const value of all.slice(0, -1)) {
      const titles = [
        [`青禾綠化協會第三屆理事會第${chineseNumeral(value)}次會議紀錄`, `青禾綠化協會第三屆理事會第${chineseNumeral(value + 1)}次會議紀錄`],
        [`青禾绿化协会第三届理事会第${value}次会议记录`, `青禾绿化协会第三届理事会第${value + 1}次会议记录`],
        [`三屆${chineseNumeral(value)}次理事會`, `三屆${chineseNumeral(value + 1)}次理事會`],
      ] as const;
      for (const [title, next] of titles) if (nextTitle(title) !== next) expect(nextTitle(title)).toBe(next);
    }
    expect(nextTitle('第三屆第廿九次理事會')).toBe('第三屆第三十次理事會');
    expect(nextTitle('第三屆第一百〇九次理事會')).toBe('第三屆第一百一十次理事會');
  });

  it('is the 屆 and the 次 that are read of a title', () => {
    for (const value of all.filter((one) => one % 37 === 0 || one > 9990)) {
      const other = 10_000 - value;
      for (const [title, script] of [
        [`青禾綠化協會第${chineseNumeral(value)}屆理事會第${chineseNumeral(other)}次會議紀錄`, 'Hant'],
        [`青禾绿化协会第${chineseNumeral(value)}届理事会第${other}次会议记录`, 'Hans'],
      ] as const) {
        const { term, session } = recognise(`${title}\n會議於九時開始。`, { region: 'TW', script }).meta;
        if (term !== value || session !== other) expect([title, term, session]).toEqual([title, value, other]);
      }
    }
  });
});

it('every day of the 民國 years 1 to 250 is read as it is written', () => {
  for (let year = 1912; year <= 2161; year++) {
    for (const [month, day] of [[1, 1], [2, 28], [2, 29], [4, 30], [12, 31]] as const) {
      const time = civilTime({ year, month, day, hour: null, minute: 0 });
      const written = formatDay(time, 'TW');
      if (written === '') continue;
      // Without 民國 before it a year is one of the 民國 below 200 only.
      if (year - 1911 < 200) expect(parseDate(written, 'TW')?.from).toBe(time);
      expect(parseDate(`民國${written}`, 'TW')?.from).toBe(time);
      const inWords = `中華民國${chineseNumeral(year - 1911)}年${chineseNumeral(month)}月${chineseNumeral(day)}日`;
      expect(parseDate(inWords, 'CN')?.from).toBe(time);
      expect(parseDate(`民国${figureNumeral(year - 1911)}年${month}月${day}日`, 'HK')?.from).toBe(time);
    }
  }
});
