/** Days as the cards write them: 2024-01-19, of the calendar. */
import { z } from 'zod';
import { civilParts } from '../text/dates.ts';

/** A day of the calendar, without a time. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((day) => civilParts(day) !== null);

/** From when to when something holds, both days included; null where that is not known, or not over. */
export interface Span {
  since: string | null;
  until: string | null;
}

export const spanShape = { since: daySchema.nullable(), until: daySchema.nullable() };

/** Whether it holds on a day, or at some time of a civil time's day; without a day, whether it is not over. */
export const holdsOn = ({ since, until }: Span, day: string | null): boolean =>
  day === null ? until === null : (since === null || since <= day.slice(0, 10)) && (until === null || day.slice(0, 10) <= until);

/** Whether it ends before it begins, which no span does that is written rightly. */
export const isBackwards = ({ since, until }: Span): boolean => since !== null && until !== null && until < since;
