import { expect, test } from 'vitest';
import { fitsInitials, initialsOf } from './initials.ts';

test.each([
  ['石仲平', 'szp'],
  ['方若蘭', 'frl'],
  ['葛明遠', 'gmy'],
  ['歐陽若水', 'oyrs'],
  ['曾廣', 'zg'],
  ['單一', 'sy'],
  ['仇和', 'qh'],
  ['區大文', 'odw'],
  ['解放', 'xf'],
  ['溫書瑜', 'wsy'],
  ['Ann 李', 'annl'],
  ['', ''],
])('%s: %s', (text, initials) => expect(initialsOf(text)).toBe(initials));

test.each([
  ['石仲平', 's', true],
  ['石仲平', 'SZ', true],
  ['石仲平', 'ㄕㄓㄆ', true],
  ['石仲平', 'ㄕㄓㄅ', false],
  ['歐陽若水', 'ㄡㄧ', true],
  ['溫書瑜', 'ㄨㄕㄩ', true],
  ['石仲平', 'zp', false],
  ['石仲平', 'szpx', false],
  ['石仲平', '', false],
])('%s by %s: %s', (text, typed, fits) => expect(fitsInitials(text, typed)).toBe(fits));
