/** Times of versions, in the words of the list. Local time. */
import type { Language } from '#shared/language.ts';

const dayOf = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

/** The day of a version: today, yesterday, or its date. */
export function dayName(at: Date, now: Date, language: Language, words: { today: string; yesterday: string }): string {
  const days = Math.round((dayOf(now) - dayOf(at)) / 86_400_000);
  if (days === 0) return words.today;
  if (days === 1) return words.yesterday;
  const sameYear = at.getFullYear() === now.getFullYear();
  return at.toLocaleDateString(language, { ...(!sameYear && { year: 'numeric' }), month: 'long', day: 'numeric', weekday: 'short' });
}

/** The time of day, to the minute. */
export const clockOf = (at: Date): string => at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Day and time in figures: 5/20 09:05, with the year where it is another one. */
export function whenOf(iso: string, now = new Date()): string {
  const at = new Date(iso);
  const day = `${at.getMonth() + 1}/${at.getDate()} ${clockOf(at)}`;
  return at.getFullYear() === now.getFullYear() ? day : `${at.getFullYear()}/${day}`;
}
