/** From the 繁體 that our own words are written in to the script and the usage of the record. */
import { ConverterFactory } from 'opencc-js/core';
import characters from 'opencc-js/dict/TSCharacters';
import phrases from 'opencc-js/dict/TSPhrases';
import variants from 'opencc-js/dict/TWVariantsRev';
import variantPhrases from 'opencc-js/dict/TWVariantsRevPhrases';
import type { Region, Script } from '../language.ts';

type Pairs = readonly (readonly [string, string])[];

/**
 * Words of a meeting that differ by place. OpenCC's own regional phrases are those of computing, and would turn
 * 執行情形 into 運行情形 and 新增 into 添加.
 */
const mainland: Pairs = [
  ['紀錄', '記錄'], ['致詞', '致辭'], ['資訊', '信息'], ['網路', '網絡'], ['軟體', '軟件'], ['硬體', '硬件'],
  ['計畫', '計劃'], ['臺灣', '台灣'], ['品質', '質量'], ['電郵', '電子郵件'], ['志工', '志願者'],
];
const hongKong: Pairs = [
  ['紀錄', '記錄'], ['致詞', '致辭'], ['網路', '網絡'], ['軟體', '軟件'], ['硬體', '硬件'],
  ['計畫', '計劃'], ['臺', '台'], ['裡', '裏'], ['衛', '衞'], ['志工', '義工'],
];
const quotes: Pairs = [['「', '“'], ['」', '”'], ['『', '‘'], ['』', '’']];

const words: Readonly<Record<Region, Pairs>> = { TW: [], HK: hongKong, CN: [...mainland, ...quotes] };

type Converter = (text: string) => string;
const built = new Map<string, Converter>();

/** Building reads the dictionaries (about 20 ms), so each is built once, at first use. */
function converter(name: string, make: () => Converter): Converter {
  const known = built.get(name);
  if (known) return known;
  const made = make();
  built.set(name, made);
  return made;
}

/**
 * Our own 繁體 text (templates, labels, phrases) in a script and the usage of a region: characters by word
 * (著作 → 著作, 隨著 → 随着), the words of a meeting (紀錄 → 記錄), and the quotation marks of the region.
 * Not for text of the user: simplified text does not become traditional here.
 */
export function toScript(text: string, script: Script, region: Region): string {
  const usage = converter(region, () => ConverterFactory([words[region]]))(text);
  if (script === 'Hant') return usage;
  return converter(script, () => ConverterFactory([variantPhrases, variants], [phrases, characters]))(usage);
}
