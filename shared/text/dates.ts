/** Civil time ('2024-01-19T09:30', the day alone allowed) as the records of each region write it. */
import type { Region, Script } from '../language.ts';

/** Parts of a civil time; `hour` is null for a day alone. */
export interface CivilParts {
  year: number;
  month: number;
  day: number;
  hour: number | null;
  minute: number;
}

/** The parts of a civil time; null where it is no time of the calendar (2023-02-29). */
export function civilParts(time: string): CivilParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/.exec(time);
  if (!match) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const hour = match[4] === undefined ? null : Number(match[4]);
  const minute = Number(match[5] ?? 0);
  if (month < 1 || month > 12 || day < 1 || day > monthDays(year, month) || (hour ?? 0) > 23 || minute > 59) return null;
  return { year, month, day, hour, minute };
}

/** The civil time of its parts. */
export function civilTime({ year, month, day, hour, minute }: CivilParts): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return hour === null ? date : `${date}T${two(hour)}:${two(minute)}`;
}

function monthDays(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The day of the week of a civil time, 0 = Sunday. */
export function weekday({ year, month, day }: CivilParts): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDay();
}

/** The name of a day of the week, 0 = Sunday: 星期日. The characters are the same in both scripts. */
export const weekdayName = (index: number): string => `星期${'日一二三四五六'.charAt(index)}`;

/** What a date is written with besides the day. */
export interface DateForm {
  /** （星期五）; as the region has it where absent: Taiwan and Hong Kong write it. */
  weekday?: boolean;
  /** 民國 before the year (Taiwan); without where absent. */
  era?: boolean;
}

/**
 * The day of a civil time, figures without a leading zero (GB/T 9704-2012, 7.3.5.4): 2024年1月19日; in Taiwan with
 * the year of the 民國: 113年1月19日（星期五）. '' for what is no civil time.
 */
export function formatDay(time: string, region: Region, form: DateForm = {}): string {
  const parts = civilParts(time);
  if (!parts) return '';
  const republic = region === 'TW' && parts.year > 1911;
  const year = republic ? `${form.era ? '民國' : ''}${parts.year - 1911}` : `${parts.year}`;
  const name = (form.weekday ?? region !== 'CN') ? `（${weekdayName(weekday(parts))}）` : '';
  return `${year}年${parts.month}月${parts.day}日${name}`;
}

/** The time of day: 9:30 on the mainland, 上午9時30分 elsewhere; '' for a day alone. */
export function formatClock(time: string, region: Region, script: Script): string {
  const parts = civilParts(time);
  if (!parts || parts.hour === null) return '';
  if (region === 'CN') return `${parts.hour}:${String(parts.minute).padStart(2, '0')}`;
  return half(parts.hour) + clockWords(parts.hour, parts.minute, script);
}

const half = (hour: number): string => (hour === 12 ? '中午' : hour < 12 ? '上午' : '下午');

function clockWords(hour: number, minute: number, script: Script): string {
  const shown = hour > 12 ? hour - 12 : hour;
  return `${shown}${script === 'Hant' ? '時' : '时'}${minute === 0 ? '' : `${minute}分`}`;
}

/** Day and time of a civil time: 113年1月19日（星期五）上午9時30分. */
export function formatTime(time: string, region: Region, script: Script, form: DateForm = {}): string {
  return formatDay(time, region, form) + formatClock(time, region, script);
}

/** From start to end, the day written once: 2024年1月19日9:30至11:30, 上午9時30分至11時, 上午9時至下午5時. */
export function formatPeriod(start: string, end: string | null, region: Region, script: Script, form: DateForm = {}): string {
  const first = formatTime(start, region, script, form);
  const [from, to] = [civilParts(start), end === null ? null : civilParts(end)];
  if (!from || !to || end === null || end === start) return first;
  if (formatDay(start, region) !== formatDay(end, region)) return `${first}至${formatTime(end, region, script, form)}`;
  if (to.hour === null) return first;
  const sameHalf = region !== 'CN' && from.hour !== null && half(from.hour) === half(to.hour);
  return `${first}至${sameHalf ? clockWords(to.hour, to.minute, script) : formatClock(end, region, script)}`;
}
