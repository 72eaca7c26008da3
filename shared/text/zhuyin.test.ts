import { expect, test } from 'vitest';
import { zhuyinInitial } from './zhuyin.ts';

test.each([
  ['shi', 'ㄕ'], ['si', 'ㄙ'], ['zhong', 'ㄓ'], ['zeng', 'ㄗ'], ['chen', 'ㄔ'], ['cai', 'ㄘ'], ['lü', 'ㄌ'], ['ren', 'ㄖ'], ['jiang', 'ㄐ'], ['xu', 'ㄒ'],
  ['yu', 'ㄩ'], ['yuan', 'ㄩ'], ['yong', 'ㄩ'], ['you', 'ㄧ'], ['ye', 'ㄧ'], ['wu', 'ㄨ'], ['wang', 'ㄨ'],
  ['ai', 'ㄞ'], ['ao', 'ㄠ'], ['an', 'ㄢ'], ['ang', 'ㄤ'], ['ou', 'ㄡ'], ['er', 'ㄦ'], ['en', 'ㄣ'], ['e', 'ㄜ'], ['', ''], ['?', ''],
])('%s is typed from %s', (syllable, sign) => expect(zhuyinInitial(syllable)).toBe(sign));
