/** What search takes for a word: runs of letters and digits stand whole, everything else goes by characters. */

export const separator = 0;
export const cjk = 1;
export const letter = 2;
export type CharacterClass = typeof separator | typeof cjk | typeof letter;

const cjkPattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]/u;
const letterPattern = /[\p{L}\p{N}\p{M}]/u;

/** Asked 50 million times while an index is built: one look-up for each code point of the BMP. */
const classes = new Uint8Array(0x10000).fill(255);

/** Whether a character is CJK, a letter or digit of another script, or neither. */
export function classOf(codePoint: number): CharacterClass {
  const known = codePoint < 0x10000 ? classes[codePoint] : 255;
  if (known !== 255) return known as CharacterClass;
  const character = String.fromCodePoint(codePoint);
  // Ideographs newer than this program's Unicode tables lie in planes 2 and 3 as well.
  const isCjk = cjkPattern.test(character) || (codePoint >= 0x20000 && codePoint < 0x40000);
  const found = isCjk ? cjk : letterPattern.test(character) ? letter : separator;
  if (codePoint < 0x10000) classes[codePoint] = found;
  return found;
}

export interface Run {
  start: number;
  end: number;
  /** Letters and digits; otherwise CJK characters, punctuation and blanks. */
  isWord: boolean;
}

/** The runs of a folded text, in order, by UTF-16 offset; nothing lies between them. */
export function* runsOf(folded: string): Generator<Run> {
  let start = 0;
  let isWord = false;
  for (let at = 0; at < folded.length; ) {
    const codePoint = folded.codePointAt(at) ?? 0;
    const next = classOf(codePoint) === letter;
    if (next !== isWord) {
      if (at > start) yield { start, end: at, isWord };
      start = at;
      isWord = next;
    }
    at += codePoint > 0xffff ? 2 : 1;
  }
  if (folded.length > start) yield { start, end: folded.length, isWord };
}

/** The code point that ends before `at`. */
export function codePointBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? (text.codePointAt(at - 2) ?? unit) : unit;
}
