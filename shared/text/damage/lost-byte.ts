/**
 * Class B: a GBK character whose lead byte 0xA0 was lost. Its second byte paired up with what follows, until a
 * single byte set the pairs right again: 狀況 A0EE 9B72 became 顩r, EE9B 72.
 */
import { foldScript } from '../fold.ts';
import type { DecodeGbk, Repair, Unresolved } from './types.ts';
import { toneMarks } from './pinyin.ts';

const lead = 0xa0;
const han = /^\p{Script=Han}+$/u;
/** What stands where the byte was: `?fàn)`. */
const marker = /\?([\p{Ll}\p{M}]{1,8})\)/gu;
/** Pairs run on through Han characters to the ASCII letter that was a second byte. */
const shifted = /^\p{Script=Han}{0,8}[@-~]/u;
const bare = /\p{Script=Han}[@-~]/gu;

type Encode = (character: string) => readonly number[] | undefined;
const encoders = new WeakMap<DecodeGbk, Encode>();

/** Bytes of a character in GBK, by asking the decoder for every pair once. */
function encoder(decode: DecodeGbk): Encode {
  const known = encoders.get(decode);
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue;
      const character = decode(new Uint8Array([first, second]));
      if (han.test(character) && !table.has(character)) table.set(character, [first, second]);
    }
  }
  const encode: Encode = (character) => (character <= '\u007f' ? [character.charCodeAt(0)] : table.get(character));
  encoders.set(decode, encode);
  return encode;
}

function restore(text: string, decode: DecodeGbk): string | null {
  const encode = encoder(decode);
  const bytes = [lead];
  for (const character of text) {
    const code = encode(character);
    if (!code) return null;
    bytes.push(...code);
  }
  const restored = decode(new Uint8Array(bytes));
  return han.test(restored) ? restored : null;
}

/** In GB2312, or one of a traditional–simplified pair: a character that people write. */
function isCommon(character: string, encode: Encode): boolean {
  const [first = 0, second = 0] = encode(character) ?? [];
  return (first >= 0xb0 && first <= 0xf7 && second >= 0xa1) || foldScript(character) !== character;
}

/** Every lost lead byte: marked by `?fàn)`, or bare where a rare character and a letter restore to common ones (顟B). */
export function findLostBytes(text: string, decode: DecodeGbk): { repairs: Repair[]; unresolved: Unresolved[] } {
  const repairs: Repair[] = [];
  const unresolved: Unresolved[] = [];
  for (const match of text.matchAll(marker)) {
    // A question in Latin letters, (how?yes), has no tone.
    if (!toneMarks(match[1] ?? '')) continue;
    const start = match.index;
    const rest = start + match[0].length;
    const tail = shifted.exec(text.slice(rest, rest + 20))?.[0] ?? '';
    const after = tail === '' ? null : restore(tail, decode);
    const end = rest + (after === null ? 0 : tail.length);
    if (after === null) unresolved.push({ kind: 'lostByte', start, end, text: text.slice(start, end) });
    else repairs.push({ kind: 'lostByte', start, end, before: text.slice(start, end), after });
  }
  for (const match of text.matchAll(bare)) {
    const [before] = match;
    const start = match.index;
    const end = start + before.length;
    if (repairs.some((repair) => start < repair.end && end > repair.start)) continue;
    const [first = ''] = before;
    if (!isRare(first, decode)) continue;
    const after = restore(before, decode);
    if (after === null || ![...after].every((character) => isCommon(character, encoder(decode)))) continue;
    repairs.push({ kind: 'lostByte', start, end, before, after });
  }
  for (const match of text.matchAll(/\ufffd+/g)) {
    unresolved.push({ kind: 'lostByte', start: match.index, end: match.index + match[0].length, text: match[0] });
  }
  return { repairs: repairs.sort((one, other) => one.start - other.start), unresolved };
}

function isRare(character: string, decode: DecodeGbk): boolean {
  // Asked first because the table of GBK takes a while to build.
  if (foldScript(character) !== character) return false;
  const encode = encoder(decode);
  return encode(character) !== undefined && !isCommon(character, encode);
}
