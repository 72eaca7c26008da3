/** Class A: the reading of a character in half-width parentheses behind it. */
import type { Repair, Unresolved } from './types.ts';

const parentheses = /\(([\p{Ll}\p{M}]{1,8})\)/gu;
const syllable =
  /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|er|i|ia|iao|ie|iu|ian|in|iang|ing|iong|u|ua|uo|uai|ui|uan|un|uang|ueng|v|ve|ue|van|vn)$/;
const tones = /[\u0300\u0301\u0304\u030c]/g;

/** Units of measure that are also syllables; without a tone mark they stay. */
const units = new Set(['a', 'ha', 'pa', 'mu', 'min', 'er', 'bo', 'li']);

/** How many tone marks a pinyin syllable of 1–6 letters carries; null for what is none. */
export function toneMarks(text: string): number | null {
  const spread = text.normalize('NFD');
  const marks = spread.match(tones)?.length ?? 0;
  const letters = spread.replace(tones, '').replace('u\u0308', 'v').replaceAll('\u0251', 'a').replaceAll('\u0261', 'g');
  return marks <= 1 && letters.length <= 6 && syllable.test(letters) ? marks : null;
}

/**
 * Every reading behind a Han character, or behind one that `lost` restores. A syllable without a tone mark counts
 * only in a text that has marked ones, and never where it is a unit (公頃(ha)).
 */
export function findPinyin(text: string, lost: readonly Repair[]): { repairs: Repair[]; unresolved: Unresolved[] } {
  const restored = new Set(lost.map((repair) => repair.end));
  const found = [...text.matchAll(parentheses)].flatMap((match) => {
    const marks = toneMarks(match[1] ?? '');
    const behindHan = /\p{Script=Han}$/u.test(text.slice(Math.max(0, match.index - 2), match.index));
    return marks !== null && (behindHan || restored.has(match.index)) ? [{ start: match.index, text: match[0], syllable: match[1] ?? '', marks }] : [];
  });
  const annotated = lost.length > 0 || found.some((one) => one.marks > 0);
  const repairs: Repair[] = [];
  const unresolved: Unresolved[] = [];
  for (const { start, text: before, syllable: reading, marks } of found) {
    const end = start + before.length;
    if (marks > 0 || (annotated && !units.has(reading))) repairs.push({ kind: 'pinyin', start, end, before, after: '' });
    else if (annotated) unresolved.push({ kind: 'pinyin', start, end, text: before });
  }
  return { repairs, unresolved };
}
