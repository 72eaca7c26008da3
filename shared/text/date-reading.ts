/** Dates and times found in a text, in every way the three regions write them. */
import type { Region } from '../language.ts';
import { type CivilParts, civilParts, civilTime, weekday } from './dates.ts';
import { foldScript } from './fold.ts';
import { numeralPattern as number, parseNumeral } from './numerals.ts';

/** A date in a text: UTF-16 offsets, its civil time, and the end where it is written as a period. */
export interface FoundDate {
  start: number;
  end: number;
  from: string;
  to: string | null;
}

const gap = '\\s*';
const weekdays = `(?:${gap}[(（]?(?:星期|周|礼拜)?([一二三四五六日天])[)）]|${gap}(?:星期|周|礼拜)([一二三四五六日天]))?`;
const words = `(中华民国|民国|公元|西元)?${gap}(${number}{1,9})${gap}年${gap}(${number}{1,3})${gap}月${gap}(${number}{1,3})${gap}[日号]`;
const digits = `(\\d{2,4})([-/.])(\\d{1,2})\\6(\\d{1,2})(?!\\d)`;
const halves = '(上午|下午|中午|早上|凌晨|晚上|晚间|傍晚|夜间|am|pm)?';
const clock = `${halves}${gap}(?:(\\d{1,2}):(\\d{2})(?!\\d)|(${number}{1,3})${gap}[时点](?:${gap}(半|整|正|一刻|三刻)|${gap}(${number}{1,3})${gap}分?)?)`;
const through = `${gap}(?:至|到|—+|–|-|~|～)${gap}`;

/** Groups: era, year, month, day | year, separator, month, day | two of the weekday. */
const dayPattern = new RegExp(`(?<![0-9])(?<!民国前[\\s0-9〇零一二三四五六七八九十百]{0,10})(?:${words}|${digits})${weekdays}`, 'y');
const clockPattern = new RegExp(`${gap}[,，]?${gap}${clock}`, 'y');
const throughPattern = new RegExp(through, 'y');

interface Read<Value> {
  value: Value;
  end: number;
}

const run = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

function readDay(text: string, at: number, region: Region): Read<CivilParts> | null {
  const match = run(dayPattern, text, at);
  if (!match) return null;
  const [whole, era, wordYear, wordMonth, wordDay, digitYear, , digitMonth, digitDay, dayInBrackets, dayAlone] = match;
  const [year, month, day] = [wordYear ?? digitYear, wordMonth ?? digitMonth, wordDay ?? digitDay].map((one) => parseNumeral(one ?? '') ?? 0) as [number, number, number];
  if (year === 0 || month === 0 || day === 0) return null;
  const republic = era === '中华民国' || era === '民国' || (era === undefined && region === 'TW' && year > 0 && year < 200);
  if (!republic && year < 1000) return null;
  const parts = { year: republic ? year + 1911 : year, month, day, hour: null, minute: 0 };
  if (!civilParts(civilTime(parts))) return null;
  const name = dayInBrackets ?? dayAlone;
  // A day of the week that does not fit says that one of the two is wrong: not for us to choose.
  if (name !== undefined && '日一二三四五六'.indexOf(name === '天' ? '日' : name) !== weekday(parts)) return null;
  return { value: parts, end: at + whole.length };
}

interface Clock {
  half: string | undefined;
  hour: number;
  minute: number;
}

function readClock(text: string, at: number, before?: string): Read<Clock> | null {
  const match = run(clockPattern, text, at);
  if (!match) return null;
  const [whole, written, hours, minutes, wordHours, part, wordMinutes] = match;
  const half = written ?? before;
  const named = hours ?? wordHours ?? '';
  const minute = part ? ({ 半: 30, 一刻: 15, 三刻: 45 }[part] ?? 0) : parseNumeral(minutes ?? wordMinutes ?? '0');
  let hour = parseNumeral(named);
  if (hour === null || minute === null) return null;
  const late = half === '下午' || half === 'pm' || half?.startsWith('晚') || half === '傍晚' || half === '夜间' || half === '中午';
  if (late && hour < 12 && !(half === '中午' && hour === 11)) hour += 12;
  if (hour === 12 && (half === '凌晨' || half === 'am')) hour = 0;
  // 晚上12時 is the end of a day: it has no time of that day.
  const isMidnight = hour === 12 && (half?.startsWith('晚') || half === '夜间');
  if (isMidnight || hour > 23 || minute > 59) return null;
  return { value: { half, hour, minute }, end: at + whole.length };
}

function readAt(text: string, at: number, region: Region): FoundDate | null {
  const day = readDay(text, at, region);
  if (!day) return null;
  const clock = readClock(text, day.end);
  const from = civilTime({ ...day.value, hour: clock?.value.hour ?? null, minute: clock?.value.minute ?? 0 });
  const end = clock?.end ?? day.end;
  const dash = run(throughPattern, text, end);
  if (!dash) return { start: at, end, from, to: null };
  const next = end + dash[0].length;
  const otherDay = readDay(text, next, region);
  // 上午9時至11時: the second time is in the same half of the day; 上午9時至2時 is not certain.
  const otherClock = readClock(text, otherDay?.end ?? next, otherDay ? undefined : clock?.value.half);
  if (!otherDay && (!otherClock || !clock)) return { start: at, end, from, to: null };
  const to = civilTime({ ...(otherDay?.value ?? day.value), hour: otherClock?.value.hour ?? null, minute: otherClock?.value.minute ?? 0 });
  if (to < from) return { start: at, end, from, to: null };
  return { start: at, end: otherClock?.end ?? otherDay?.end ?? end, from, to };
}

/**
 * Every full date of a text, with the time and the end of the period that follow it: 2024年1月19日9:30至11:30,
 * 民國一百一十三年一月十九日（星期五）上午九時三十分, 2024-01-19. A date without a year, an impossible day, and a day of
 * the week that does not fit are left alone. In Taiwan a year below 200 is one of the 民國.
 */
export function findDates(text: string, region: Region): FoundDate[] {
  const folded = foldScript(text);
  const found: FoundDate[] = [];
  for (let at = 0; at < folded.length; ) {
    const date = readAt(folded, at, region);
    if (date) found.push(date);
    at = date ? date.end : at + 1;
  }
  return found;
}

/** The date or period that is all of the text, or null. */
export function parseDate(text: string, region: Region): FoundDate | null {
  const trimmed = text.trim();
  const date = readAt(foldScript(trimmed), 0, region);
  return date && date.end === trimmed.length ? date : null;
}
