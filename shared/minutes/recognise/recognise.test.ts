import { layouts } from '../../layouts/index.ts';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Region, Script } from '../../language.ts';
import { applyRepairs, findDamage } from '../../text/damage.ts';
import { type Block, type BlockOf, blockSchema } from '../blocks/index.ts';
import { newMinutes } from '../document.ts';
import { inlineText } from '../inline.ts';
import { metaSchema } from '../meta.ts';
import { printDocument } from '../printing.ts';
import { type Recognised, recognise } from './index.ts';

const decoder = new TextDecoder('gbk');
const repaired = (text: string) => applyRepairs(text, findDamage(text, (bytes) => decoder.decode(bytes)).repairs);

/** The record as it prints: head, derived headings, labels and numbers included. */
function printed(recognised: Recognised, region: Region, script: Script): string {
  const document = newMinutes({ ...recognised.meta, region, script });
  document.blocks = recognised.blocks;
  return printDocument(document, layouts.association)
    .nodes.map((node) => (node.type === 'paragraph' ? (node.number?.label ?? '') + inlineText(node.runs) : ''))
    .join('\n');
}

const bodyText = (block: Block) => ('body' in block ? block.body : [block]).map((one) => ('inline' in one ? inlineText(one.inline) : '')).join('');
const ofKind = <Kind extends Block['kind']>(blocks: Block[], kind: Kind) => blocks.filter((block): block is BlockOf<Kind> & Block => block.kind === kind);

const record = `青禾綠化協會第三屆理事會第四次會議現場
市園林局副局長方若蘭,協會理事長石仲平,副理事長柳思源,林業大學范若梅教授等出席會議。各會員單位代表共120余人參加會議。會議由溫楠秘書長主持。
市園林局方若蘭副局長致辭
方若蘭副局長代表市園林局對會議召開表示祝賀。她指出,綠化要從社區做起。
她就發展提出希望。一是要堅持植樹。二是要堅持養護。
石仲平理事長作報告
石仲平理事長作了第三屆理事會年度工作報告。他從兩個方面總結了工作:
一是植樹三千株。
二是新增會員十二家。
會議聽取了溫楠秘書長作的年度財務收支報告。
會議還審議通過了《苗圃管理辦法》修訂案,增設屋頂綠化專業委員會提案;審議通過了青禾苗木有限公司晉升為常務理事單位;一致通過了年度會費收支預算;審議通過了增聘園藝顧問二名。
范若梅教授作演講
范若梅教授作了題為“城市樹木的發展狀況”的主題演講。
柳思源副理事長作立法介紹
柳思源副理事長介紹了立法工作,青禾苗木(廈門)公司補充。
分組討論
與會代表圍繞報告進行了討論。
3月12日晚,協會舉辦了新年團拜會。`;

/** Does to a record what careless re-posting does: a reading behind some characters, one lead byte lost. */
function plantDamage(text: string): string {
  const readings: Record<string, string> = { 協: 'xié', 會: 'huì', 議: 'yì', 綠: 'lǜ', 討: 'tǎo', 論: 'lùn', 們: 'men', 強: 'qiáng', 經: 'jīng' };
  return text.replaceAll('狀況', '?fàn)顩r').replace(/[協會議綠討論們強經]/g, (character) => `${character}(${readings[character]})`);
}

describe('a narrative record', () => {
  const recognised = recognise(record, { region: 'CN', script: 'Hant' });

  test('has its parts in order', () => {
    expect(recognised.blocks.map((block) => block.kind)).toEqual([
      'paragraph', 'attendance', 'speech', 'report', 'heardReport', 'resolution', 'resolution', 'resolution', 'resolution',
      'lecture', 'introduction', 'discussion', 'event',
    ]);
    expect(recognised.found).toMatchObject({ attendance: 1, speech: 1, report: 1, heardReport: 1, resolution: 4, lecture: 1, introduction: 1, discussion: 1, event: 1 });
    expect(recognised.meta.chair).toBe('溫楠');
  });

  test('speakers are split off, and a heading stays where the fields would make another', () => {
    const [speech] = ofKind(recognised.blocks, 'speech');
    expect(speech).toMatchObject({ heading: null, fields: { organisation: '市園林局', name: '方若蘭', title: '副局長' } });
    expect(speech?.body).toHaveLength(2);
    const [report] = ofKind(recognised.blocks, 'report');
    expect(report).toMatchObject({
      heading: '石仲平理事長作報告',
      fields: { name: '石仲平', title: '理事長', report: '第三屆理事會年度工作報告' },
    });
    expect(report?.body).toHaveLength(3);
    expect(ofKind(recognised.blocks, 'heardReport')[0]).toMatchObject({ heading: '', fields: { name: '溫楠', report: '年度財務收支報告' } });
  });

  test('who lectures on what, who introduces what, and what was held in the evening', () => {
    expect(ofKind(recognised.blocks, 'lecture')[0]).toMatchObject({ heading: null, fields: { name: '范若梅', title: '教授', topic: '城市樹木的發展狀況' } });
    expect(ofKind(recognised.blocks, 'introduction')[0]).toMatchObject({ heading: null, fields: { name: '柳思源', title: '副理事長', subject: '立法' } });
    expect(ofKind(recognised.blocks, 'event')[0]).toMatchObject({ fields: { time: '3月12日晚', what: '新年團拜會' }, values: { form: 'narrative' } });
  });

  test('each decision is one resolution, and together they are the paragraph', () => {
    const decisions = ofKind(recognised.blocks, 'resolution');
    expect(decisions.map((one) => [one.fields['matter'], one.values.matterKind, one.values.outcome])).toEqual([
      ['《苗圃管理辦法》修訂案,增設屋頂綠化專業委員會提案', 'rules', 'passed'],
      ['青禾苗木有限公司晉升為常務理事單位', 'membership', 'passed'],
      ['年度會費收支預算', 'finance', 'unanimous'],
      ['增聘園藝顧問二名', 'personnel', 'passed'],
    ]);
    expect(decisions.map(bodyText).join('')).toBe(record.split('\n').find((line) => line.startsWith('會議還審議')));
  });

  test('damage is repaired first and leaves nothing behind', () => {
    const damaged = plantDamage(record);
    expect(damaged).not.toBe(record);
    expect(repaired(damaged)).toBe(record);
  });

  test('a simplified record is read the same', () => {
    const simplified = recognise('市园林局副局长方若兰致辞\n她指出，绿化要从社区做起。\n会议审议通过了《章程》修订案；审议通过了年度预算。', { region: 'CN', script: 'Hans' });
    expect(simplified.blocks.map((block) => block.kind)).toEqual(['speech', 'resolution', 'resolution']);
    expect(simplified.blocks[0]).toMatchObject({ heading: '市园林局副局长方若兰致辞', fields: { organisation: '市园林局', name: '方若兰', title: '副局长' } });
  });
});

describe('a Taiwan record', () => {
  const text = `青禾綠化協會第三屆第四次理事會會議紀錄
時間：114年3月11日（星期二）上午9時30分至11時
地點：青禾會館二樓
主席：石仲平　　紀錄：柳思源
出席：石仲平、方若蘭、唐以安
列席：溫書瑜
請假：葛明遠
一、主席致詞
歡迎各位理事。
討論提案
案由：增聘園藝顧問二名。
說明：
一、現任顧問任期將屆。
二、名單如附件。
決議：照案通過。
臨時動議
1. 植樹日期
2. 場地
4. 跳號
散會：上午11時`;
  const recognised = recognise(text, { region: 'TW', script: 'Hant' });

  test('the head becomes data', () => {
    expect(recognised.meta).toEqual({
      title: '青禾綠化協會第三屆第四次理事會會議紀錄',
      organisation: '青禾綠化協會',
      body: '理事會',
      term: 3,
      session: 4,
      start: '2025-03-11T09:30',
      end: '2025-03-11T11:00',
      place: '青禾會館二樓',
      chair: '石仲平',
      recorder: '柳思源',
    });
    expect(recognised.taken).toEqual(text.split('\n').slice(0, 4));
    expect(recognised.blocks[0]).toMatchObject({
      kind: 'attendance',
      fields: { present: '石仲平、方若蘭、唐以安', inAttendance: '溫書瑜', leave: '葛明遠' },
      body: [],
    });
  });

  test('a motion is one resolution with its numbered grounds', () => {
    const [motion] = ofKind(recognised.blocks, 'resolution');
    expect(motion).toMatchObject({
      heading: null,
      fields: { matter: '增聘園藝顧問二名。', decision: '照案通過。' },
      values: { form: 'itemised', outcome: 'passed', matterKind: 'personnel' },
    });
    expect(motion?.body.map((block) => block.kind)).toEqual(['paragraph', 'item', 'item']);
  });

  test('a number that would not be derived stays text', () => {
    const [motions, end] = recognised.blocks.slice(-2) as [BlockOf<'extemporeMotion'> & Block, Block];
    expect(motions).toMatchObject({ kind: 'extemporeMotion', heading: '臨時動議' });
    expect(motions.body.map((block) => [block.kind, bodyText(block as Block)])).toEqual([
      ['item', '植樹日期'],
      ['item', '場地'],
      ['paragraph', '4. 跳號'],
    ]);
    expect(end).toMatchObject({ kind: 'adjournment', fields: { time: '上午11時' }, body: [] });
  });

  test('it prints as it was written', () => {
    expect(printed(recognised, 'TW', 'Hant').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });

  test('a label that the region does not print is read and stays', () => {
    const other = recognise('時間：3月11日\n記錄：柳思源\n出席人員：石仲平', { region: 'TW', script: 'Hant' });
    expect(other.meta).toEqual({ recorder: '柳思源' });
    expect(other.blocks.map(bodyText)).toEqual(['時間：3月11日', '記錄：柳思源', '出席人員：石仲平']);
  });
});

test('a mainland record with its attendance behind the text', () => {
  const { meta, blocks } = recognise(
    `青禾绿化协会第三届理事会第四次会议纪要
2024年3月12日上午9时，青禾绿化协会第三届理事会第四次会议在青禾会馆召开。会议由协会理事长石仲平主持。
一、关于年度工作
（一）植树工作
（二）养护工作
会议听取了秘书长柳思源所作的财务报告，审议通过了年度预算。
会议一致同意增补方若兰为理事。会议要求，抓紧办理。
出席：石仲平、方若兰
请假：葛明远`,
    { region: 'CN', script: 'Hans' },
  );
  expect(meta).toMatchObject({ title: '青禾绿化协会第三届理事会第四次会议纪要', term: 3, session: 4, start: '2024-03-12T09:00', chair: '石仲平' });
  expect(blocks.map((block) => block.kind)).toEqual(['attendance', 'item', 'item', 'item', 'heardReport', 'resolution', 'resolution', 'attendance']);
  expect(ofKind(blocks, 'resolution').map((one) => [one.fields['matter'], one.values.outcome])).toEqual([
    ['年度预算', 'passed'],
    ['增补方若兰为理事', 'unanimous'],
  ]);
  expect(blocks.at(-1)).toMatchObject({ fields: { present: '石仲平、方若兰', leave: '葛明远' } });
});

test('numbered lines of a Taiwan record keep their numbers', () => {
  const { meta, blocks } = recognise('壹、時間：民國114年3月11日（星期二）下午2時\n貳、主席：石仲平　　紀錄：柳思源\n參、報告事項\n一、會務', { region: 'TW', script: 'Hant' });
  expect(meta).toEqual({ start: '2025-03-11T14:00', chair: '石仲平', recorder: '柳思源' });
  expect(blocks.map((block) => [block.kind, bodyText(block)])).toEqual([
    ['paragraph', '壹、時間：民國114年3月11日（星期二）下午2時'],
    ['paragraph', '貳、主席：石仲平　　紀錄：柳思源'],
    ['heading', '參、報告事項'],
    ['item', '會務'],
  ]);
});

describe('what is not surely something stays', () => {
  test.each([
    '他說，方若蘭副局長致辭，石仲平理事長作報告。',
    '石仲平理事長出席會議並',
    '案由：沒有下文',
    '三、從三開始',
    '1、臺灣的第三級',
    '2024年度工作報告',
    '代表們同意繼續討論。',
  ])('%s', (line) => {
    expect(recognise(`會務\n${line}`, { region: 'CN', script: 'Hant' }).blocks.map((block) => [block.kind, bodyText(block)])).toEqual([
      ['paragraph', '會務'],
      ['paragraph', line],
    ]);
  });

  test('a speech whose speaker cannot be told keeps its line as heading', () => {
    expect(recognise('來賓致辭', { region: 'CN', script: 'Hant' }).blocks[0]).toMatchObject({ kind: 'speech', heading: '來賓致辭', fields: { name: '' } });
  });

  test('an empty text gives nothing', () => {
    expect(recognise(' \n\n', { region: 'TW', script: 'Hant' })).toEqual({ meta: {}, blocks: [], roster: [], taken: [], found: {} });
  });
});

const lines = [
  ...record.split('\n'),
  '青禾綠化協會會議紀錄', '時間：114年3月11日（星期二）', '時間：2024年1月19日', '地點：會館', '主席：石仲平', '主持人：石仲平', '紀錄：柳思源', '記錄：柳思源',
  '范若梅教授作演講', '范若梅教授專題演講', '柳思源秘書長作苗圃介紹', '柳思源秘書長作情況說明', '分組討論', '下午分組討論', '新年團拜會', '臨時動議', '伍、臨時動議', '動議人：唐以安', '附議人：方若蘭', '和議人：方若蘭',
  '散會', '陸、散會', '陸、散會（上午11時）', '散會：上午11時', '散會時間：下午5時', '下次會議日期：3月3日', '秘書：柳思源', '主席：石仲平　　紀錄：柳思源', '會議於11時結束。', '主席宣布散會。',
  '附件：1. 報告', '附件：1、報告', '附件：報告', '附件：', '3. 決算', '2、決算', '議程', '會議議程：', '四、散會', '會後，協會舉辦了聯誼會。', '由唐以安動議，方若蘭和議，一致通過議程。',
  '出席：石仲平、方若蘭', '出席:石仲平', '列席：溫書瑜', '請假：', '缺席：葛明遠', '案由：增聘顧問', '說明：任期將屆', '決議：照案通過。', '決議：', '決議:修正通過',
  '一、會務', '二、財務', '三、人事', '一、再起', '（一）苗木', '（二）養護', '(一)半形', '1. 甲', '2. 乙', '1、丙', '（1）丁', '（2）戊', '①己', '一、主席致詞',
  '二、石仲平理事長致詞', '三、討論事項', '1.5公里', '會議聽取了年度報告；審議通過了預算。', '大會一致通過了《章程》。會議認為可行。', '聽取柳思源秘書長作財務報告', '會議由石仲平主持。',
  '2024年1月19日，協會召開了會議，石仲平出席會議。', '  前後有空白　', 'Agenda (draft)', '𠮷野致辭', '', '作報告', '致辭', '：', '、', '一、', '（）',
];
const width = (text: string) => text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
const tight = (text: string) => width(text.replace(/\s/g, ''));

test.each<[Region, Script]>([['CN', 'Hant'], ['TW', 'Hant'], ['HK', 'Hant'], ['CN', 'Hans']])(
  'no character of any record is lost in %s %s, and the order stays except for the head',
  (region, script) => {
    const soup = fc.array(fc.oneof(fc.constantFrom(...lines), fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 25 });
    fc.assert(
      fc.property(soup, (parts) => {
        const source = parts.join('\n');
        const recognised = recognise(source, { region, script });
        expect(metaSchema.partial().safeParse(recognised.meta).success).toBe(true);
        for (const block of recognised.blocks) expect(blockSchema.safeParse(block).error).toBeUndefined();
        const paper = tight(printed(recognised, region, script));
        let at = 0;
        for (const part of source.split('\n').map(tight)) {
          // A line of the head prints before the rest.
          const moved = /^(?:時間|地點|主席|主持人|紀錄|記錄):/.test(part);
          const found = paper.indexOf(part, moved ? 0 : at);
          if (found < 0) expect(paper).toContain(part);
          expect(found).toBeGreaterThanOrEqual(0);
          if (!moved) at = found + part.length;
        }
      }),
      { numRuns: 300 },
    );
  },
);

const sample = new URL('../../../../shared/samples/council-meeting.txt', import.meta.url);
test.runIf(existsSync(sample))('a published record is recognised whole', () => {
  const text = repaired(readFileSync(sample, 'utf8'));
  const recognised = recognise(text, { region: 'CN', script: 'Hant' });
  expect(recognised.blocks.map((block) => block.kind)).toEqual([
    'paragraph', 'attendance', 'speech', 'report', 'heardReport', 'resolution', 'resolution', 'resolution', 'resolution', 'resolution',
    'lecture', 'introduction', 'discussion', 'event',
  ]);
  expect(ofKind(recognised.blocks, 'attendance')[0]?.fields['chair']).toBe('王楠');
  expect(ofKind(recognised.blocks, 'speech')[0]?.fields).toEqual({ organisation: '科信局', name: '朱撫剛', title: '副局長' });
  expect(ofKind(recognised.blocks, 'report')[0]?.fields).toMatchObject({ name: '顧建國', title: '理事長' });
  expect(ofKind(recognised.blocks, 'heardReport')[0]?.fields).toMatchObject({ name: '王楠', title: '秘書長', report: '2023年財務收支報告' });
  expect(ofKind(recognised.blocks, 'lecture')[0]?.fields).toMatchObject({ name: '范維澄', title: '院士' });
  expect(ofKind(recognised.blocks, 'introduction')[0]?.fields).toMatchObject({ name: '楊世峰', title: '副處長' });
  expect(ofKind(recognised.blocks, 'event')[0]?.fields['time']).toBe('1月19日晚');
  const paper = printed(recognised, 'CN', 'Hant');
  for (const line of text.split('\n')) {
    const clauses = line.split(/(?<=;)/);
    for (const clause of clauses) expect(paper).toContain(clause.trim());
  }
});

test('a record without a title is named after the meeting that its text names in full', () => {
  const named = recognise('石仲平理事長作報告\n石仲平理事長作了綠協第三屆理事會第四次會議工作報告。', { region: 'CN', script: 'Hant' });
  expect(named.meta).toMatchObject({ title: '綠協第三屆理事會第四次會議記錄', body: '理事會', term: 3, session: 4 });
  const unnamed = recognise('石仲平理事長作了工作報告，並提到第三屆理事會。', { region: 'CN', script: 'Hant' });
  expect(unnamed.meta.title).toBeUndefined();
});
