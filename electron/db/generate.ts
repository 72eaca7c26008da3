/** Made-up meetings for tests and measurements: the same number always gives the same meeting. */
import type { Block } from '#shared/minutes/blocks/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { plain } from '#shared/minutes/inline.ts';
import { blockText } from '#shared/minutes/text.ts';
import { newMeta } from '#shared/minutes/meta.ts';
import { chineseNumeral } from '#shared/text/numerals.ts';
import { toScript } from '#shared/text/script.ts';
import type { Region, Script } from '#shared/language.ts';
import { ok, type Result } from '#shared/result.ts';
import { openDb } from './index.ts';

const words = {
  organisation: ['青禾綠化協會', '北辰市建築師公會', '澄湖水利研究會', '白鷺環境保護基金會', '長街商圈發展協會', '松濤社區互助會', '遠山林業學會', '映雪文獻學會'],
  body: ['理事會', '常務理事會', '監事會', '會員大會', '專題會議', '學術委員會'],
  name: ['石仲平', '方若蘭', '柳思源', '唐以安', '溫書瑜', '葛明遠', '紀曉棠', '賀雲舟', '沈知微', '梁予衡', '陸嘉禾', '鄒景行'],
  title: ['理事長', '副理事長', '秘書長', '常務理事', '監事', '處長', '副局長', '教授'],
  who: ['秘書處', '財務小組', '綠化委員會', '與會理事', '主辦單位', '地方代表', '顧問團隊', '會員代表', '評審小組', '志工隊'],
  when: ['去年以來', '本季度', '會後一個月內', '依照章程', '經過充分討論', '在經費許可的範圍內', '配合主管機關', '自明年一月起', '按照原定計畫', '考慮到雨季將至'],
  did: ['完成了', '提出了', '審查了', '調整了', '推動了', '整理了', '籌備了', '檢討了', '核定了', '說明了', '協助辦理了', '公布了'],
  what: [
    '年度工作計畫與預算', '行道樹普查的結果', '會員入會資格的修訂', '社區花園的養護標準', '水質監測的數據', '獎學金的發放辦法', '舊辦公室的修繕工程',
    '國際研討會的邀請名單', '出版刊物的編輯方針', '專業委員會的改選程序', '捐款的使用情形', '青年人才的培訓課程', '災後復育的經驗', '資訊系統的更新',
  ],
  so: [
    '並報請下次會議備查', '同時聽取了各方意見', '所需經費由年度預算支應', '請相關單位配合辦理', '收到良好的成效', '三方合作的局面逐步形成', '有待進一步研究',
    '以利後續的執行與追蹤', '獲得與會人員一致肯定', '並於官方網站公告', '由專人負責聯繫', '隨著參與人數增加而擴大辦理',
  ],
  figure: ['PM2.5', 'ISO 14001', 'A4', 'COVID-19', 'Wi-Fi 6', 'LEED v4'],
} as const;
type Slot = keyof typeof words;

const regionOf: Readonly<Record<Script, Region>> = { Hant: 'TW', Hans: 'CN' };
const vocabulary: Readonly<Record<Script, Record<Slot, string[]>>> = { Hant: vocabularyIn('Hant'), Hans: vocabularyIn('Hans') };

function vocabularyIn(script: Script): Record<Slot, string[]> {
  const entries = Object.entries(words).map(([slot, list]) => [slot, list.map((word) => toScript(word, script, regionOf[script]))]);
  return Object.fromEntries(entries) as Record<Slot, string[]>;
}

/** A sequence of numbers in [0, 1) that `seed` decides (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface GenerateOptions {
  /** How long the text is, about, in characters. */
  characters?: number;
  /** How many words it has of its own, spread as in natural text: a few are in most meetings, most in a few. */
  subjects?: number;
}

const frequent = [...new Set(Object.values(words).flat().join('').match(/\p{Script=Han}/gu) ?? [])];
const subjects = 30_000;

/** A made-up word of two to four characters, by how frequent it is: 0 is everywhere. */
export function subjectWord(rank: number): string {
  const next = chance(rank + 7_000_000);
  return Array.from({ length: 2 + Math.floor(next() * 3) }, () => frequent[Math.floor(next() * frequent.length)] ?? '').join('');
}

/** The rank of a word that is met at random, by Zipf's law; `share` in [0, 1) decides. */
export const subjectRank = (share: number): number => Math.floor(subjects ** share) - 1;

/** Meeting number `index`; every third is simplified. Dates run from 2000 on, three a week. */
export function generateMeeting(index: number, { characters = 5000, subjects: own = 0 }: GenerateOptions = {}): MinutesDocument {
  const next = chance(index + 1);
  const script: Script = index % 3 === 2 ? 'Hans' : 'Hant';
  const below = (limit: number): number => Math.floor(next() * limit);
  const word = (slot: Slot): string => vocabulary[script][slot][below(words[slot].length)] ?? '';
  const id = (): string => `g${String(index).padStart(6, '0')}${below(36 ** 5).toString(36).padStart(5, '0')}`;
  const sentence = (): string => {
    const figure = below(5) === 0 ? `${word('figure')}、${2000 + below(30)}年度` : '';
    return `${word('when')}，${word('who')}${word('did')}${figure}${word('what')}，${word('so')}。`;
  };
  const paragraph = (): { id: string; kind: 'paragraph'; inline: ReturnType<typeof plain> } => ({
    id: id(),
    kind: 'paragraph',
    inline: plain(Array.from({ length: 2 + below(4) }, sentence).join('')),
  });
  const [organisation, body, term, session] = [word('organisation'), word('body'), 1 + below(12), 1 + below(8)];
  const start = new Date(Date.UTC(2000, 0, 3 + Math.floor((index * 7) / 3), 1 + below(8))).toISOString().slice(0, 16);

  const blocks: Block[] = [];
  const resolution = script === 'Hant' ? '審議通過' : '审议通过';
  for (let length = 0; length < characters; ) {
    const kind = below(8);
    const made: Block =
      kind === 0
        ? { id: id(), kind: 'heading', level: 1, inline: plain(word('what')) }
        : kind === 1
          ? {
              id: id(),
              kind: 'speech',
              heading: null,
              fields: { organisation: word('organisation'), name: word('name'), title: word('title') },
              values: { genre: 'address' },
              body: [paragraph(), paragraph()],
            }
          : kind === 2
            ? { id: id(), kind: 'item', level: 1, inline: plain(`${resolution}${word('what')}。${sentence()}`) }
            : paragraph();
    blocks.push(made);
    length += blockText(made).join('').length;
  }
  for (let first = 0; first < own; first += 12) {
    const about = Array.from({ length: Math.min(12, own - first) }, () => toScript(subjectWord(subjectRank(next())), script, regionOf[script]));
    blocks.push({ id: id(), kind: 'paragraph', inline: plain(`${word('who')}${word('did')}${about.join('、')}。`) });
  }
  const meeting = script === 'Hant' ? '屆' : '届';
  return {
    version: 2,
    id: id(),
    meta: {
      ...newMeta(regionOf[script], script),
      title: `${organisation}第${chineseNumeral(term)}${meeting}第${chineseNumeral(session)}次${body}`,
      organisation,
      body,
      term,
      session,
      start,
      chair: word('name'),
      recorder: word('name'),
    },
    roster: [],
    blocks,
  };
}

/** Puts the first `count` made-up meetings into the database at `path`, 500 at a time. Errors: those of `openDatabase`. */
export function fillDatabase(path: string, count: number, options: GenerateOptions = {}): Result<null> {
  const opened = openDb(path);
  if (!opened.ok) return opened;
  const db = opened.value;
  for (let first = 0; first < count; first += 500) {
    db.write(() => {
      for (let index = first; index < Math.min(first + 500, count); index++) {
        const document = generateMeeting(index, options);
        const at = new Date(Date.UTC(2026, 0, 1) + index).toISOString();
        db.documents.addVersion(db.meetings.insert(document, at), 0, document, at);
      }
    });
  }
  db.close();
  return ok(null);
}
