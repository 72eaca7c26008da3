/** Whole made-up records for tests and benches. The same ids and words on every call. */
import type { Block, BlockOf } from './blocks/index.ts';
import type { MinutesDocument } from './document.ts';
import { plain } from './inline.ts';
import type { ItemLevel } from './level.ts';
import { newMeta } from './meta.ts';
import type { Person } from './roster.ts';

/** Makes blocks with ids counted from one, so that a record is the same each time. */
function scribe(prefix: string) {
  let count = 0;
  const id = () => `${prefix}${String((count += 1)).padStart(6, '0')}`;
  const paragraph = (text: string): BlockOf<'paragraph'> => ({ id: id(), kind: 'paragraph', inline: plain(text) });
  const heading = (text: string, level: ItemLevel = 1): BlockOf<'heading'> => ({ id: id(), kind: 'heading', level, inline: plain(text) });
  const item = (level: ItemLevel, text: string): BlockOf<'item'> => ({ id: id(), kind: 'item', level, inline: plain(text) });
  const table = (widths: number[], rows: string[][]): BlockOf<'table'> => ({
    id: id(),
    kind: 'table',
    widths,
    rows: rows.map((row, index) =>
      row.map((text) => ({ columns: 1, rows: 1, header: index === 0, blocks: [paragraph(text)] })),
    ),
  });
  const resolution = (
    matter: string,
    matterKind: BlockOf<'resolution'>['values']['matterKind'],
    text: string,
  ): BlockOf<'resolution'> => ({
    id: id(),
    kind: 'resolution',
    heading: null,
    fields: { matter, decision: '' },
    values: { form: 'narrative', matterKind, outcome: 'passed' },
    body: [paragraph(text)],
  });
  const motion = (matter: string, decision: string, body: string[]): BlockOf<'resolution'> => ({
    id: id(),
    kind: 'resolution',
    heading: null,
    fields: { matter, decision },
    values: { form: 'itemised', matterKind: 'general', outcome: 'passed' },
    body: body.map(paragraph),
  });
  return { id, paragraph, heading, item, table, resolution, motion };
}

const people: readonly (readonly [string, string, string, Person['attendance']])[] = [
  ['石仲平', '', '理事長', 'present'],
  ['柳思源', '', '秘書長', 'present'],
  ['唐以安', '', '常務理事', 'present'],
  ['方若蘭', '市園林局', '副局長', 'inAttendance'],
  ['溫書瑜', '', '監事', 'inAttendance'],
  ['葛明遠', '', '理事', 'leave'],
];
const roster = (prefix: string): Person[] =>
  people.map(([name, organisation, title, attendance], index) => ({
    id: `${prefix}person${index + 1}`,
    name,
    organisation,
    title,
    attendance,
  }));

/** A narrative record of a mainland association, in 繁體: every kind of section, a table, numbered items. */
export function councilMeeting(): MinutesDocument {
  const { id, paragraph, heading, item, table, resolution } = scribe('council');
  return {
    version: 2,
    id: 'fixturecouncil',
    meta: {
      ...newMeta('CN', 'Hant'),
      title: '青禾綠化協會第三屆理事會第四次會議記錄',
      organisation: '青禾綠化協會',
      body: '理事會',
      term: 3,
      session: 4,
      start: '2024-01-19T09:30',
      end: '2024-01-19T11:50',
      place: '市民中心二樓會議廳',
      chair: '柳思源',
      recorder: '唐以安',
      documentNumber: '青綠字〔2024〕4號',
    },
    roster: roster('council'),
    blocks: [
      {
        id: id(),
        kind: 'attendance',
        heading: null,
        fields: { chair: '柳思源', present: '', proxy: '', inAttendance: '', leave: '', absent: '' },
        values: { form: 'narrative' },
        body: [paragraph('市園林局副局長方若蘭，協會理事長石仲平，監事溫書瑜等出席會議。各會員單位代表共86人參加會議。會議由柳思源秘書長主持。')],
      },
      {
        id: id(),
        kind: 'speech',
        heading: null,
        fields: { organisation: '市園林局', name: '方若蘭', title: '副局長' },
        values: { genre: 'address' },
        body: [
          paragraph('市園林局副局長方若蘭代表主管部門致辭，對會議召開表示祝賀。她指出，社區綠化關係居民的日常生活。她強調，老樹的養護要有專人負責。'),
          paragraph('方若蘭提出三點希望：一是把苗木質量放在首位；二是讓志願者有培訓、有保障；三是把每一筆經費用在看得見的地方。'),
        ],
      },
      {
        id: id(),
        kind: 'report',
        heading: null,
        fields: { organisation: '', name: '石仲平', title: '理事長', report: '年度工作報告' },
        values: {},
        body: [
          paragraph('石仲平理事長作了2023年度工作報告。報告從三個方面總結了全年工作：'),
          item(1, '植樹與養護'),
          item(2, '全年植樹三千一百株，成活率百分之九十四。'),
          item(2, '完成十二處老樹複壯。'),
          item(1, '志願服務'),
          item(1, '會員發展'),
        ],
      },
      {
        id: id(),
        kind: 'heardReport',
        heading: '',
        fields: { organisation: '', name: '柳思源', title: '秘書長', report: '2023年財務收支報告' },
        values: {},
        body: [
          paragraph('會議聽取了柳思源秘書長作的2023年財務收支報告。'),
          table([1, 3, 2], [['項次', '科目', '金額（元）'], ['1', '會費收入', '120,000'], ['2', '苗木支出', '86,400'], ['3', '結餘', '33,600']]),
        ],
      },
      heading('審議事項'),
      resolution('年度工作報告', 'general', '會議審議通過了2023年度工作報告。'),
      resolution('《志願者管理辦法》修訂案', 'rules', '會議審議通過了《志願者管理辦法》修訂案。'),
      resolution('新會員入會', 'membership', '會議審議通過了和風園藝社等4家單位加入協會的申請。'),
      heading('分組討論'),
      paragraph('與會代表圍繞社區苗圃的管理進行了討論。代表們一致認為，苗圃要由居民自己管起來。'),
      paragraph('會議於11時50分結束。'),
    ],
  };
}

/** An itemised record of a Taiwan board: report items, motions with decisions, extempore motions. */
export function boardMeeting(): MinutesDocument {
  const { id, paragraph, heading, item, motion } = scribe('board');
  return {
    version: 2,
    id: 'fixtureboard',
    meta: {
      ...newMeta('TW', 'Hant'),
      title: '第六屆第二次理監事聯席會議紀錄',
      organisation: '社團法人松濤讀書會',
      body: '理監事聯席會議',
      term: 6,
      session: 2,
      start: '2025-03-11T14:00',
      end: '2025-03-11T16:10',
      place: '松濤書屋三樓',
      chair: '石仲平',
      recorder: '唐以安',
    },
    roster: roster('board'),
    blocks: [
      {
        id: id(),
        kind: 'attendance',
        heading: null,
        fields: { chair: '石仲平', present: '石仲平、柳思源、唐以安', proxy: '', inAttendance: '方若蘭、溫書瑜', leave: '葛明遠', absent: '' },
        values: { form: 'lists' },
        body: [paragraph('應出席理事四人，實際出席三人，已達法定人數，主席宣布開會。')],
      },
      heading('壹、主席致詞'),
      paragraph('感謝各位理監事撥冗出席。'),
      heading('貳、報告事項'),
      item(1, '上次會議決議案執行情形：均已辦理完畢。'),
      paragraph('決定：洽悉。'),
      item(1, '會務報告：本季舉辦讀書會六場。'),
      paragraph('決定：洽悉。'),
      heading('參、討論提案'),
      motion('新申請入會會員資格審查案', '照案通過。', ['說明：新申請入會者三人，名單如附件。', '辦法：通過後通知繳納會費。']),
      motion('年度工作計畫及收支預算案', '', ['說明：依章程第十二條規定辦理。']),
      heading('肆、臨時動議'),
      paragraph('無。'),
      heading('伍、散會'),
      paragraph('下午四時十分散會。'),
    ],
  };
}

const topics = ['苗木採購', '老樹養護', '志願者培訓', '社區苗圃', '經費分攤', '章程修訂', '會員服務', '年度展覽'];
const sentences = [
  '會議指出，各小組要按照年初確定的計畫逐項落實，遇到困難及時提出。',
  '與會代表認為，前一階段的做法是可行的，值得在其他社區推廣。',
  '柳思源秘書長介紹了進展情況，並回應了代表們提出的問題。',
  '會議強調，所有支出必須有兩人簽字，每季度向會員公布一次。',
  '代表們建議，明年春季前完成土壤檢測，再決定樹種和株距。',
];

/**
 * A record of about `pages` A4 pages in the association layout (700 characters a page): headings, numbered items
 * of two levels, tables and resolutions, in 繁體.
 */
export function longRecord(pages: number): MinutesDocument {
  const { paragraph, heading, item, table, resolution } = scribe('long');
  const pick = (list: readonly string[], at: number) => list[at % list.length] ?? '';
  const page = (number: number): Block[] => {
    const topic = pick(topics, number);
    const text = (at: number) => `${pick(sentences, number + at)}${pick(sentences, number + at + 2)}${pick(sentences, number + at + 3)}`;
    return [
      heading(`${topic}（第${number + 1}部分）`),
      paragraph(text(0)),
      paragraph(text(1)),
      item(1, `${topic}的現況`),
      item(2, text(2)),
      item(2, text(3)),
      item(1, `${topic}的安排`),
      item(2, text(4)),
      ...(number % 3 === 0
        ? [table([1, 3, 2, 2], [['項次', '事項', '負責人', '期限'], ...[1, 2, 3, 4].map((row) => [String(row), pick(topics, number + row), '唐以安', `第${row}季度`])])]
        : [paragraph(text(5))]),
      resolution(`${topic}方案`, 'general', `會議審議通過了${topic}方案（第${number + 1}號）。`),
    ];
  };
  const council = councilMeeting();
  return {
    ...council,
    id: 'fixturelong',
    meta: { ...council.meta, title: `青禾綠化協會年度會議記錄（${pages}頁）` },
    blocks: Array.from({ length: pages }, (_, number) => page(number)).flat(),
  };
}
