/** The first letters of the sounds of Chinese text: 石仲平 is szp, and ㄕㄓㄆ. For finding names, not for reading aloud. */
import { foldScript } from './fold.ts';

/** The first character of each letter in the order of pinyin. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨它穵夕丫帀';
const letters = 'abcdefghjklmnopqrstwxyz';
/** Surnames that sound otherwise than the word that is written so. */
const surnames: Readonly<Record<string, string>> = { 单: 's', 曾: 'z', 仇: 'q', 区: 'o', 查: 'z', 解: 'x', 盖: 'g', 朴: 'p', 覃: 'q', 尉: 'y', 缪: 'm', 员: 'y', 秘: 'b', 乐: 'y', 翟: 'z', 冼: 'x', 洗: 'x', 重: 'c', 长: 'z', 折: 's', 种: 'c', 隗: 'k', 逄: 'p', 晟: 'c', 宿: 's', 贾: 'j', 卜: 'b', 沈: 's' };
/** The initials of the phonetic signs that a letter can stand for. */
const signs: Readonly<Record<string, string>> = {
  a: 'ㄚㄞㄠㄢㄤ', b: 'ㄅ', c: 'ㄔㄘ', d: 'ㄉ', e: 'ㄜㄝㄟㄣㄥㄦ', f: 'ㄈ', g: 'ㄍ', h: 'ㄏ', j: 'ㄐ', k: 'ㄎ', l: 'ㄌ', m: 'ㄇ', n: 'ㄋ', o: 'ㄛㄡ', p: 'ㄆ',
  q: 'ㄑ', r: 'ㄖ', s: 'ㄕㄙ', t: 'ㄊ', w: 'ㄨ', x: 'ㄒ', y: 'ㄧㄩ', z: 'ㄓㄗ',
};

let order: Intl.Collator | undefined;

/** The pinyin initial of a character in lower case; of a letter or digit itself; '' where there is none. */
function initialOf(folded: string, isFirst: boolean): string {
  if (/^[a-z0-9]$/.test(folded)) return folded;
  if (!/^[\u3400-\u9fff]$/.test(folded)) return '';
  const surname = isFirst ? surnames[folded] : undefined;
  if (surname !== undefined) return surname;
  order ??= new Intl.Collator('zh-Hans-CN-u-co-pinyin');
  let at = -1;
  for (const first of firsts) {
    if ((order.compare(folded, first)) < 0) break;
    at++;
  }
  return letters[at] ?? '';
}

/** The pinyin initials of a text, in lower case. */
export const initialsOf = (text: string): string => [...foldScript(text)].map((character, at) => initialOf(character, at === 0)).join('');

/** Whether typed letters, of pinyin or of phonetic signs, are the initials that a text begins with. */
export function fitsInitials(text: string, typed: string): boolean {
  const initials = initialsOf(text);
  const wanted = [...foldScript(typed)];
  return wanted.length > 0 && wanted.length <= initials.length && wanted.every((sign, at) => sign === initials[at] || (signs[initials[at] ?? ''] ?? '').includes(sign));
}
