/** Figures as the window of the backups writes them. */
import type { Language } from '#shared/language.ts';

const units = ['B', 'KB', 'MB', 'GB'] as const;

/** A size in the unit that fits: 812 KB, 1.4 MB. */
export function sizeName(bytes: number, language: Language): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)));
  const value = bytes / 1024 ** step;
  return `${value.toLocaleString(language, { maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 })} ${units[step] ?? ''}`;
}
