/** A day as she types it into a field: 2024-03-01, 2024/3/1, 113年3月1日, or only 2019年3月 or 2019. */
import { parseDate } from '../text/date-reading.ts';
import { civilParts } from '../text/dates.ts';
import { parseNumeral } from '../text/numerals.ts';
import { foldScript } from '../text/fold.ts';

/** null for an empty field; undefined where it is no day of the calendar. A year below 200 is one of the 民國. */
export function readDay(typed: string): string | null | undefined {
  const text = foldScript(typed).replace(/\s+/g, '');
  if (text === '') return null;
  const whole = parseDate(text, 'TW');
  if (whole) return whole.from.slice(0, 10);
  const [, era, years = '', months] = /^(民国|公元|西元)?([0-9〇零一二三四五六七八九十百]{2,9})年?(?:[-/.]?([0-9一二三四五六七八九十]{1,3})月?)?$/.exec(text) ?? [];
  const [year, month] = [parseNumeral(years), months === undefined ? 1 : parseNumeral(months)];
  if (year === null || month === null) return undefined;
  const full = era === '民国' || (era === undefined && year < 200) ? year + 1911 : year;
  const day = `${String(full).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
  return full >= 1000 && civilParts(day) ? day : undefined;
}
