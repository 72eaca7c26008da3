/** Class D: half-width punctuation and straight quotes in Chinese text. */
import type { Region } from '../../language.ts';
import type { Repair } from './types.ts';

const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const cjk = /[\p{Script=Han}\u3001-\u3011\uff01-\uff5e“”‘’]/u;
const quotes: Readonly<Record<Region, readonly [string, string]>> = { CN: ['“', '”'], TW: ['「', '」'], HK: ['「', '」'] };
const wrapped = /\(([^()\n]*)\)|"([^"\n]*)"/g;

const isChinese = (character: string) => cjk.test(character);

/** The half-width marks that belong to Chinese text, one repair a mark. What stands between Latin letters or figures stays. */
export function findHalfWidth(text: string, region: Region): Repair[] {
  const repairs = new Map<number, Repair>();
  const add = (start: number, after: string) =>
    repairs.set(start, { kind: 'punctuation', start, end: start + 1, before: text.charAt(start), after });
  for (const match of text.matchAll(/[,;:?!]/g)) {
    const at = match.index;
    const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
    // Repaired marks count as Chinese: 」,「 and 」:「 follow each other.
    const follows = isChinese(before) || before === '"' || before === ')' || repairs.has(at - 1);
    if (follows ? !/[a-z]/i.test(after) || isChinese(before) : isChinese(after) && /[0-9a-z%]/i.test(before)) add(at, wide[match[0]] ?? match[0]);
  }
  for (const match of text.matchAll(wrapped)) {
    const content = match[1] ?? match[2] ?? '';
    if (!isChinese(content)) continue;
    const [open, close] = match[1] === undefined ? quotes[region] : ['（', '）'];
    add(match.index, open);
    add(match.index + match[0].length - 1, close);
  }
  for (const match of text.matchAll(/(?<=\p{Script=Han})\.(?=\s*$)/gmu)) add(match.index, '。');
  return [...repairs.values()];
}
