/** 期限: a civil date, or words that name a time (下次會議前). */
import { z } from 'zod';
import type { Region } from '../language.ts';
import { civilParts, formatDay } from '../text/dates.ts';
import { parseDate } from '../text/date-reading.ts';

export const dueSchema = z.string().max(100).regex(/^[^\n\r]*$/);

/** 完成: the day on which it was done, and where that was said. */
export const doneSchema = z.strictObject({
  on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** The meeting or place at which it was marked. */
  where: z.string().max(500),
});
export type Done = z.infer<typeof doneSchema>;

const looksLikeDate = /^\d{4}-\d{1,2}-\d{1,2}$/;

/** The day of a due date; null for words, for nothing, and for a date that is not in the calendar. */
export function dueDay(due: string): string | null {
  const parts = civilParts(due);
  return parts === null || parts.hour !== null ? null : due;
}

/** A date as it is written (2026-1-9, 115年1月9日, 2026/1/9) as a civil date; words as they stand. */
export function readDue(written: string, region: Region): string {
  const text = written.replace(/\s+/g, ' ').trim();
  const date = parseDate(text, region);
  return date && date.to === null ? date.from.slice(0, 10) : text;
}

/** Whether a due date is written as a date that the calendar does not have: 2026-02-30, 2月30日, 115年13月1日. */
export function isNoDate(due: string, region: Region): boolean {
  if (due === '' || dueDay(due) !== null) return false;
  if (looksLikeDate.test(due) || /^\d{2,4}[/.]\d{1,2}[/.]\d{1,2}$/.test(due)) return true;
  return /^(?:民國|民国)?\s*\d{1,4}\s*年\s*\d{1,3}\s*月\s*\d{1,3}\s*[日號号]$/.test(due) && parseDate(due, region) === null;
}

/** How many days a due date has passed, 0 where it has not; words are never overdue. */
export function daysOverdue(due: string, today: string): number {
  const day = dueDay(due);
  return day === null || day >= today ? 0 : Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
}

/** A due date as the records of a region write it; words as they stand. */
export const dueText = (due: string, region: Region): string => (dueDay(due) === null ? due : formatDay(due, region, { weekday: false }));
