/** 注音 from 拼音: the sign that the typing of a syllable begins with. */

const initials: readonly (readonly [string, string])[] = [
  ['zh', 'ㄓ'], ['ch', 'ㄔ'], ['sh', 'ㄕ'],
  ['b', 'ㄅ'], ['p', 'ㄆ'], ['m', 'ㄇ'], ['f', 'ㄈ'], ['d', 'ㄉ'], ['t', 'ㄊ'], ['n', 'ㄋ'], ['l', 'ㄌ'], ['g', 'ㄍ'], ['k', 'ㄎ'],
  ['h', 'ㄏ'], ['j', 'ㄐ'], ['q', 'ㄑ'], ['x', 'ㄒ'], ['r', 'ㄖ'], ['z', 'ㄗ'], ['c', 'ㄘ'], ['s', 'ㄙ'],
  // Syllables without an initial begin with their final.
  ['yu', 'ㄩ'], ['y', 'ㄧ'], ['w', 'ㄨ'],
  ['ai', 'ㄞ'], ['ang', 'ㄤ'], ['an', 'ㄢ'], ['ao', 'ㄠ'], ['a', 'ㄚ'],
  ['eng', 'ㄥ'], ['en', 'ㄣ'], ['er', 'ㄦ'], ['ei', 'ㄟ'], ['e', 'ㄜ'],
  ['ou', 'ㄡ'], ['o', 'ㄛ'],
];

/** 永 yong is ㄩㄥ, though it is written with a y and no u. */
const rounded = /^yong/;

/** The first 注音 sign of a syllable of 拼音 without its tone; '' for what is none. */
export function zhuyinInitial(syllable: string): string {
  if (rounded.test(syllable)) return 'ㄩ';
  return initials.find(([letters]) => syllable.startsWith(letters))?.[1] ?? '';
}
