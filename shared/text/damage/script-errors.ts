/**
 * Class C: a character that stayed simplified because its simplified form is also a traditional character
 * (最后, 規范). Judged by the word it stands in, so that surnames and other uses stay.
 */
import { foldScript } from '../fold.ts';
import type { Repair } from './types.ts';

/** Wrong character, right character, the words that hold it (`~` stands for it), and what makes it another word before it. */
const table: readonly (readonly [string, string, string, string?])[] = [
  ['后', '後', '最~ 然~ 之~ 以~ 今~ 會~ 隨~ 先~ 前~ 此~ 落~ 背~ 事~ 善~ 日~ 課~ 年~ ~續 ~期 ~來 ~面 ~勤 ~備 ~者'],
  ['于', '於', '處~ 關~ 對~ 屬~ 基~ 位~ 用~ 在~ 至~ 鑒~ 鑑~ 勇~ 善~ 敢~ 樂~ 等~ 便~ 利~ 少~ 高~ 低~ 大~ 小~ 多~ 優~ 忠~ 源~ 出~ 限~ 適~ 有助~ 由~ ~是 訂~ 定~ 擬~ 將~ 終~ 過~ 歸~ 不亞~ 急~ 介~'],
  ['并', '併', '合~ 兼~ 吞~ 歸~ ~購 ~案 ~入'],
  ['并', '並', '~且 ~不 ~非 ~未 ~就 ~對 ~由 ~在 ~將 ~與 ~一致 ~提出 ~表示 ~指出 ~通過 ~落實 ~加強 ~做好 ~要求 ~推動', '合兼吞歸'],
  ['范', '範', '規~ 示~ 防~ 典~ 模~ 師~ ~圍 ~例 ~本 ~疇'],
  ['斗', '鬥', '戰~ 奮~ 搏~ ~爭 ~志', '北'],
  ['云', '雲', '~計算 ~平臺 ~平台 ~端 ~服務 ~存儲 ~技術 ~數據'],
  ['余', '餘', '其~ 剩~ 業~ 結~ 多~ 盈~ ~額 ~下'],
  ['制', '製', '研~ 印~ 監~ 繪~ 錄~ 複~ 煉~ 定~ ~造 ~作 ~品 ~成 ~圖 ~版', '機體限控管法強編建學稅規'],
  ['里', '裡', '這~ 那~ 哪~ 心~ 家~ 手~ 夜~ 屋~'],
  ['系', '係', '關~'],
  ['系', '繫', '聯~ 維~'],
  ['准', '準', '標~ 水~ 基~ 精~ 對~ 瞄~ ~確 ~備 ~時 ~則', '批核獲照'],
  ['征', '徵', '特~ 象~ 表~ ~求 ~集 ~收 ~文 ~詢 ~稿', '長遠出'],
  ['干', '幹', '骨~ 才~ 主~ ~部 ~事 ~線 ~勁', '若相'],
  ['干', '乾', '~燥 ~淨 餅~'],
  ['沖', '衝', '緩~ ~擊 ~突 ~刺'],
  ['松', '鬆', '放~ 輕~ 寬~ ~動 ~綁'],
  ['面', '麵', '~粉 ~包 ~條', '方表全'],
  ['谷', '穀', '稻~ 五~ ~物'],
];

interface Word {
  text: string;
  at: number;
  before: string;
  after: string;
  unless: string;
}

/** By first character. */
const words = new Map<string, Word[]>();
for (const [before, after, forms, unless = ''] of table) {
  for (const form of forms.split(' ')) {
    const word = { text: form.replace('~', before), at: form.indexOf('~'), before, after, unless };
    words.set(word.text.charAt(0), [...(words.get(word.text.charAt(0)) ?? []), word]);
  }
}
/** 280余人: after figures it is no name; and a clause that begins with 并. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/(?<=[0-9０-９十百千萬])余(?=[人名家個件項次位萬元年月天])/g, '餘'],
  [/(?<=[，,、；;])并(?![購案入])/g, '並'],
];

/** Whether most of what could be simplified is traditional. */
function isTraditional(text: string): boolean {
  const folded = foldScript(text);
  let changed = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x4e00 || unit > 0x9fff) continue;
    letters++;
    if (folded.charCodeAt(i) !== unit) changed++;
  }
  return changed > 0 && changed * 20 > letters;
}

/** The wrong characters of a traditional text, one repair a character; none in a simplified text or inside `names`. */
export function findScriptErrors(text: string, names: readonly string[]): Repair[] {
  if (!isTraditional(text)) return [];
  const closed = new Set<number>();
  for (const name of names) {
    for (let at = name === '' ? -1 : text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      for (let i = 0; i < name.length; i++) closed.add(at + i);
    }
  }
  const repairs = new Map<number, Repair>();
  const add = (start: number, before: string, after: string) => {
    if (!closed.has(start) && !repairs.has(start)) repairs.set(start, { kind: 'script', start, end: start + 1, before, after });
  };
  for (let i = 0; i < text.length; i++) {
    for (const word of words.get(text.charAt(i)) ?? []) {
      if (text.startsWith(word.text, i) && !(i > 0 && word.unless.includes(text.charAt(i - 1)))) add(i + word.at, word.before, word.after);
    }
  }
  for (const [phrase, after] of phrases) for (const match of text.matchAll(phrase)) add(match.index, match[0], after);
  return [...repairs.values()];
}
