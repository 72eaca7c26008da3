import { describe, expect, it } from 'vitest';
import { newMinutes } from '../minutes/document.ts';
import { printToText } from '../print/text.ts';
import { toScript } from '../text/script.ts';
import { kitKindSchema, kitName, kitPaper, type KitKind } from './index.ts';
import { meetingName, pollings } from './meeting.ts';
import { kitMeeting } from './testing.ts';

const text = (kind: KitKind, document = kitMeeting(), blockId: string | null = null) => printToText(kitPaper(document, kind, blockId));
const mainland = kitMeeting('CN', 'Hans');
const hongKong = kitMeeting('HK', 'Hant');
const empty = newMinutes({ region: 'TW', script: 'Hant' });

describe('開會通知', () => {
  it('says when, where, what about and to whom, in the form of Taiwan', () => {
    const notice = text('notice');
    for (const words of ['青禾綠化協會 開會通知單', '開會事由：第六屆理事會第四次會議', '開會時間：民國113年1月19日（星期五）上午9時30分至中午12時', '開會地點：本會三樓會議室', '主持人：石仲平理事長', '出席者：石仲平理事長、青禾苗圃柳思源、唐以安', '列席者：市園林局方若蘭副局長', '工作報告（柳思源，20分鐘）', '受文者：〔受文者〕'])
      expect(notice).toContain(words);
  });

  it('is a letter with numbered points on the mainland, and an invitation with an agenda in Hong Kong', () => {
    const letter = text('notice', { ...mainland, meta: { ...mainland.meta, title: '第六届理事会第四次会议记录', organisation: '青禾绿化协会' } });
    for (const words of ['关于召开第六届理事会第四次会议的通知', '兹定于2024年1月19日9:30至12:00在', '一、会议时间', '三、会议议程', '〔联系人〕'.replace('联系', '联络'), '青禾绿化协会']) expect(letter).toContain(words);
    const invitation = text('notice', hongKong);
    for (const words of ['會議通告', '茲定於2024年1月19日', '1.確認上次會議紀錄', '秘書　林秘書　謹啟']) expect(invitation).toContain(words);
  });
});

describe('簽到簿', () => {
  it('has a line for everybody who is expected, by rank, and a place to sign', () => {
    const paper = kitPaper(kitMeeting(), 'signIn', null);
    const [expected, invited] = paper.nodes.filter((node) => node.type === 'table');
    const cells = (table: typeof expected) => table?.rows.map((row) => row.map((cell) => cell.paragraphs.flatMap(({ runs }) => runs.map((run) => ('text' in run ? run.text : ''))).join('')));
    expect(cells(expected)).toEqual([
      ['序號', '職稱', '姓名', '簽名', '備註'],
      ['1', '理事長', '石仲平', '', ''],
      ['2', '青禾苗圃 理事', '柳思源', '', ''],
      ['3', '常務理事', '唐以安', '', '委託石仲平'],
    ]);
    expect(cells(invited)?.slice(0, 3)).toEqual([['序號', '職稱', '姓名', '簽名', '備註'], ['1', '市園林局 副局長', '方若蘭', '', ''], ['2', '', '', '', '']]);
  });

  it('has empty lines where nobody is known yet', () => {
    const [table] = kitPaper(empty, 'signIn', null).nodes.filter((node) => node.type === 'table');
    expect(table?.rows).toHaveLength(21);
  });
});

describe('委託書', () => {
  it('is one for each who is away, each on a page of its own, and names who stands in', () => {
    const paper = kitPaper(kitMeeting(), 'proxy', null);
    expect(paper.nodes.filter(({ type }) => type === 'pageBreak')).toHaveLength(1);
    const words = text('proxy');
    expect(words).toContain('本人柳思源因故不克出席　貴會民國113年1月19日');
    expect(words).toContain('茲委託〔受託人姓名〕代表出席');
    expect(words).toContain('本人唐以安');
    expect(words).toContain('茲委託石仲平代表出席');
    expect(words).not.toContain('方若蘭');
  });

  it('is one to fill in where nobody is away', () => {
    const words = text('proxy', { ...kitMeeting(), roster: [] });
    expect(words).toContain('本人〔姓名〕');
    expect(text('proxy', mainland)).toContain('授权委托书');
    expect(text('proxy', hongKong)).toContain('委任代表表格');
  });
});

describe('選票 and 計票單', () => {
  it('are for the elections of the record, with their candidates', () => {
    const ballot = text('ballot');
    for (const words of ['青禾綠化協會第七屆常務理事選舉票', '應選名額：2名；每張選票最多圈選1名', '石仲平', '柳思源']) expect(ballot).toContain(words);
    const tally = text('tally');
    for (const words of ['第七屆常務理事選舉計票單', '劃記（正）', '發出票數', '監票：']) expect(tally).toContain(words);
  });

  it('are for a decision where it is chosen', () => {
    expect(pollings(kitMeeting()).map(({ blockId, kind, name }) => [blockId, kind, name])).toEqual([
      ['reso00000001', 'vote', '修正本會章程第十二條'],
      ['elec00000001', 'election', '第七屆常務理事'],
    ]);
    const ballot = text('ballot', kitMeeting(), 'reso00000001');
    for (const words of ['表決票', '案由：修正本會章程第十二條', '贊成', '棄權']) expect(ballot).toContain(words);
    expect(ballot).not.toContain('選舉票');
    expect(text('tally', kitMeeting(), 'reso00000001')).toContain('表決計票單');
  });

  it('have room for names where nobody stands yet', () => {
    expect(text('ballot', empty)).toContain('〔職務〕選舉票');
  });
});

it('every paper is in the script and usage of its record, and never a draft of it', () => {
  for (const kind of kitKindSchema.options) {
    const paper = kitPaper({ ...newMinutes({ region: 'CN', script: 'Hans' }) }, kind, null);
    const words = printToText(paper);
    expect(toScript(words, 'Hans', 'CN')).toBe(words);
    expect(paper.mark).toBeUndefined();
    expect(paper.title).toContain(kitName(kind, mainland));
  }
});

it('a meeting is named without 紀錄, or by its body', () => {
  const meta = (given: Parameters<typeof newMinutes>[0]) => meetingName(newMinutes({ region: 'TW', ...given }));
  expect(meta({ organisation: '青禾綠化協會', title: '青禾綠化協會第三屆會員大會會議紀錄' })).toBe('第三屆會員大會會議');
  expect(meta({ body: '理事會', term: 3, session: 12 })).toBe('第三屆理事會第十二次會議');
  expect(meta({})).toBe('');
});
