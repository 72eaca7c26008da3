/** A text of the user in the other script, word by word: 头发 → 頭髮, 皇后 → 皇后, 沿着 → 沿著 (Taiwan) or 沿着 (Hong Kong). */
import { ConverterFactory } from 'opencc-js/core';
import hongKong from 'opencc-js/dict/HKVariants';
import hongKongPhrases from 'opencc-js/dict/HKVariantsPhrases';
import toTraditional from 'opencc-js/dict/STCharacters';
import toTraditionalPhrases from 'opencc-js/dict/STPhrases';
import morePhrases from 'opencc-js/dict/STPhrases_GeneratedFromRegionalPhrases';
import toSimplified from 'opencc-js/dict/TSCharacters';
import toSimplifiedPhrases from 'opencc-js/dict/TSPhrases';
import taiwan from 'opencc-js/dict/TWVariants';
import taiwanPhrases from 'opencc-js/dict/TWVariantsPhrases';
import taiwanReversed from 'opencc-js/dict/TWVariantsRev';
import taiwanReversedPhrases from 'opencc-js/dict/TWVariantsRevPhrases';
import type { Region, Script } from '../language.ts';

type Convert = (text: string) => string;

const made = new Map<string, Convert>();

/** Reading the dictionaries takes a tenth of a second, so each is read once, at first use. */
function once(name: string, make: () => Convert): Convert {
  const known = made.get(name) ?? make();
  made.set(name, known);
  return known;
}

const variants = (region: Region): Convert =>
  region === 'HK' ? once('HK', () => ConverterFactory([hongKongPhrases, hongKong])) : once('TW', () => ConverterFactory([taiwanPhrases, taiwan]));

/**
 * The characters of a text in a script, 繁 in the usage of a region: Hong Kong's, else Taiwan's. No word becomes another
 * word: 软件 is 軟件. A text that is in the script already stays nearly as it is, so ask only where it is in the other one.
 */
export function inLetters(text: string, script: Script, region: Region): string {
  if (script === 'Hans') return once('Hans', () => ConverterFactory([taiwanReversedPhrases, taiwanReversed], [toSimplifiedPhrases, toSimplified]))(text);
  return variants(region)(once('Hant', () => ConverterFactory([toTraditionalPhrases, morePhrases, toTraditional]))(text));
}

/**
 * Characters of names that are traditional as they stand. In running text 范 is nearly always 範, in a name never; which
 * 云 somebody is nobody can tell, so it stays too.
 */
const kept = new Set('范于后余云朴涂郁岳杰升松谷里台斗干准丰党种曲姜沈卜肖游周秋才志出系卷布采占折冲宁咸');
/** Surnames that are written in another way than their character is elsewhere. */
const surnames: Readonly<Record<string, string>> = { 钟: '鍾', 宁: '寧', 万俟: '万俟' };

/** A person's name in a script. */
export function nameInLetters(name: string, script: Script, region: Region): string {
  if (script === 'Hans') return [...name].map((character) => ('乾於'.includes(character) ? character : inLetters(character, script, region))).join('');
  const [surname = '', converted = ''] = Object.entries(surnames).find(([one]) => name.startsWith(one)) ?? [];
  return converted + [...name.slice(surname.length)].map((character) => (kept.has(character) ? character : inLetters(character, script, region))).join('');
}
