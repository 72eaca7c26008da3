/** The kinds of section that plain text opens: headings, lists and closing lines, in both scripts and the three regions. */
import { layouts } from '../../layouts/index.ts';
import { describe, expect, test } from 'vitest';
import type { Region, Script } from '../../language.ts';
import { printToText } from '../../print/text.ts';
import { type Block } from '../blocks/index.ts';
import { newMinutes } from '../document.ts';
import { inlineText } from '../inline.ts';
import { printDocument } from '../printing.ts';
import { recognise } from './index.ts';

const read = (text: string, region: Region = 'CN', script: Script = 'Hant') => recognise(text, { region, script });
const tight = (text: string) => text.replace(/\s/g, '');
const bodyText = (block: Block) => ('body' in block ? block.body : [block]).map((one) => ('inline' in one ? inlineText(one.inline) : '')).join('\n');

/** Reads a text and expects that it prints again as it was, spaces and line ends aside. */
function readBack(text: string, region: Region, script: Script = 'Hant'): Block[] {
  const { meta, blocks } = read(text, region, script);
  const document = { ...newMinutes({ ...meta, region, script }), blocks };
  expect(tight(printToText(printDocument(document, layouts.association)))).toBe(tight(text));
  return blocks;
}

describe('a bare heading', () => {
  test.each<[string, Region, Script, object]>([
    ['范若梅教授作演講', 'CN', 'Hant', { kind: 'lecture', heading: null, fields: { name: '范若梅', title: '教授' } }],
    ['林业大学范若梅教授作主题演讲', 'CN', 'Hans', { kind: 'lecture', heading: '林业大学范若梅教授作主题演讲', fields: { organisation: '林业大学', name: '范若梅' } }],
    ['范若梅教授專題演講', 'TW', 'Hant', { kind: 'lecture', heading: null, fields: { name: '范若梅' } }],
    ['專題演講', 'TW', 'Hant', { kind: 'lecture', heading: '專題演講', fields: { name: '' } }],
    ['柳思源副理事長作立法介紹', 'CN', 'Hant', { kind: 'introduction', heading: null, fields: { name: '柳思源', title: '副理事長', subject: '立法' } }],
    ['柳思源副理事长作情况通报', 'CN', 'Hans', { kind: 'introduction', heading: '柳思源副理事长作情况通报' }],
    ['分組討論', 'CN', 'Hant', { kind: 'discussion', heading: null }],
    ['分组讨论', 'CN', 'Hans', { kind: 'discussion', heading: null }],
    ['小組座談', 'TW', 'Hant', { kind: 'discussion', heading: '小組座談' }],
    ['新年團拜會', 'CN', 'Hant', { kind: 'event', heading: null, fields: { what: '新年團拜會' }, values: { form: 'itemised' } }],
    ['伍、臨時動議', 'TW', 'Hant', { kind: 'extemporeMotion', heading: '伍、臨時動議', fields: { matter: '臨時動議' }, values: { form: 'narrative' } }],
    ['临时动议', 'CN', 'Hans', { kind: 'extemporeMotion', heading: '临时动议' }],
    ['陸、散會（上午11時）', 'TW', 'Hant', { kind: 'adjournment', heading: '陸、散會（上午11時）', values: { signatures: 'none' } }],
    ['8. 散會', 'HK', 'Hant', { kind: 'adjournment', heading: '8. 散會' }],
    ['方若蘭副局長講話', 'CN', 'Hant', { kind: 'speech', heading: null, values: { genre: 'talk' } }],
    ['方若蘭副局長作重要講話', 'CN', 'Hant', { kind: 'speech', heading: '方若蘭副局長作重要講話', values: { genre: 'talk' } }],
    ['方若蘭副局長致詞', 'TW', 'Hant', { kind: 'speech', heading: null, values: { genre: 'address' } }],
    ['3. 續議事項', 'HK', 'Hant', { kind: 'heading' }],
    ['7. 下次會議日期', 'HK', 'Hant', { kind: 'heading' }],
  ])('%s', (line, region, script, expected) => {
    expect(readBack(line, region, script)).toMatchObject([expected]);
  });

  test.each(['文化演講', '散會。', '關於舉辦新年團拜會', '籌備新年團拜會', '臨時動議的處理辦法', '散會後聚餐', '議程', '會議議程安排如下'])('%s opens no section', (line) => {
    expect(read(`會務\n${line}`).blocks.filter((block) => 'fields' in block)).toEqual([]);
    expect(read(`會務\n${line}`).blocks.map(bodyText)).toEqual(['會務', line]);
  });
});

describe('a list', () => {
  test('of annexes is one section, as its region numbers them', () => {
    expect(readBack('附件：1. 工作報告\n2. 收支決算表\n出席：石仲平', 'CN')).toMatchObject([
      { kind: 'annexes', data: { names: ['工作報告', '收支決算表'] } },
      { kind: 'attendance' },
    ]);
    expect(readBack('附件：1、章程對照表\n　　　2、名冊', 'TW')).toMatchObject([{ kind: 'annexes', data: { names: ['章程對照表', '名冊'] } }]);
    expect(readBack('附件：工作报告', 'CN', 'Hans')).toMatchObject([{ kind: 'annexes', data: { names: ['工作报告'] } }]);
  });

  test.each([
    ['附件：1、工作報告\n2、決算', 'CN'],
    ['附件：詳見會場資料。', 'CN'],
    ['附件1：工作報告', 'TW'],
    ['附件：2. 工作報告', 'CN'],
  ] as const)('%s of annexes that would print otherwise stays text', (text, region) => {
    const blocks = readBack(text, region);
    if (text !== '附件：2. 工作報告') expect(blocks.map((block) => block.kind)).not.toContain('annexes');
  });

  test('under 議程 is the agenda, and what the meeting goes through then is not', () => {
    const blocks = readBack('會議議程：\n一、主席致詞\n二、報告事項\n三、散會\n一、主席致詞\n歡迎各位。', 'TW');
    expect(blocks[0]).toMatchObject({ kind: 'agenda', heading: '會議議程：', data: { items: [{ text: '主席致詞' }, { text: '報告事項' }, { text: '散會' }] } });
    expect(blocks[1]).toMatchObject({ kind: 'speech', heading: '一、主席致詞' });
    expect(readBack('议程\n1. 通过议程\n2. 其他事项', 'HK', 'Hans')).toMatchObject([{ kind: 'agenda', heading: null, data: { items: [{ text: '通过议程' }, { text: '其他事项' }] } }]);
  });

  test('that is not numbered one after the other is no agenda', () => {
    expect(readBack('議程\n一、主席致詞\n歡迎各位。\n二、報告事項', 'TW').map((block) => block.kind)).not.toContain('agenda');
    expect(readBack('議程\n1. 甲\n2. 乙', 'TW').map((block) => block.kind)).not.toContain('agenda');
  });
});

describe('臨時動議', () => {
  test('over motions is their heading, and each of them is a motion made at the meeting', () => {
    const blocks = readBack(
      '肆、討論提案\n案由：增聘顧問\n決議：照案通過。\n伍、臨時動議\n案由：會館修繕\n動議人：唐以安\n附議人：方若蘭\n說明：漏水。\n決議：請秘書處辦理。\n陸、散會',
      'TW',
    );
    expect(blocks.map((block) => block.kind)).toEqual(['heading', 'resolution', 'heading', 'extemporeMotion', 'adjournment']);
    expect(blocks[3]).toMatchObject({
      heading: null,
      fields: { matter: '會館修繕', mover: '唐以安', seconder: '方若蘭', decision: '請秘書處辦理。' },
      values: { form: 'itemised' },
    });
    expect(bodyText(blocks[3]!)).toBe('說明：漏水。');
  });

  test('over anything else is one section with what follows', () => {
    const [motion, end] = readBack('伍、臨時動議\n無。\n陸、散會', 'TW');
    expect([motion?.kind, bodyText(motion!), end?.kind]).toEqual(['extemporeMotion', '無。', 'adjournment']);
  });

  test('in the words of another region stays in the text', () => {
    const [, motion] = readBack('臨時動議\n案由：修繕\n動議人：唐以安\n和議人：方若蘭\n決議：通過。', 'TW');
    expect(motion).toMatchObject({ kind: 'extemporeMotion', fields: { mover: '唐以安', seconder: '' } });
    expect(bodyText(motion!)).toBe('和議人：方若蘭');
  });
});

describe('散會', () => {
  test('with its time and those who sign', () => {
    expect(readBack('會務\n散會：上午11時\n主席：石仲平　　紀錄：柳思源', 'TW').slice(1)).toMatchObject([
      { kind: 'adjournment', heading: null, fields: { time: '上午11時', chair: '石仲平', recorder: '柳思源' }, values: { signatures: 'lines' }, body: [] },
    ]);
    expect(readBack('会务\n散会：11时30分\n主持人：石仲平\n记录：柳思源', 'CN', 'Hans').slice(1)).toMatchObject([
      { kind: 'adjournment', fields: { time: '11时30分', chair: '石仲平', recorder: '柳思源' } },
    ]);
  });

  test('after the next meeting, as Hong Kong has it', () => {
    expect(readBack('會務\n下次會議日期：3月3日\n散會時間：下午5時\n主席：石仲平\n秘書：柳思源', 'HK').slice(1)).toMatchObject([
      { kind: 'adjournment', fields: { next: '3月3日', time: '下午5時', chair: '石仲平', recorder: '柳思源' } },
    ]);
  });

  test.each(['會議於11時50分結束。', '主席宣布散會。', '下午四時十分散會。', '会议于11时50分结束。'])('in a sentence: %s', (line) => {
    const [, block] = readBack(`會務\n${line}`, 'CN', line.startsWith('会') ? 'Hans' : 'Hant');
    expect([block?.kind, bodyText(block!)]).toEqual(['adjournment', line]);
  });

  test('in the words of another region, or in another order, stays in the text', () => {
    const [, block] = readBack('會務\n散會時間：下午5時\n下次會議日期：3月3日\n主席：石仲平\n秘書：柳思源', 'TW');
    expect(block).toMatchObject({ kind: 'adjournment', fields: { time: '', next: '' }, values: { signatures: 'none' } });
    expect(bodyText(block!)).toBe('散會時間：下午5時\n下次會議日期：3月3日\n主席：石仲平\n秘書：柳思源');
  });
});

describe('an event', () => {
  test.each([
    ['3月12日晚,協會舉辦了新年團拜會。方若蘭副局長應邀參加。', '3月12日晚', '新年團拜會'],
    ['会后，协会组织了代表参观考察。', '会后', '代表参观考察'],
  ])('told in a sentence: %s', (line, time, what) => {
    const [, block] = readBack(`會務\n${line}`, 'CN');
    expect(block).toMatchObject({ kind: 'event', fields: { time, what }, values: { form: 'narrative' } });
    expect(bodyText(block!)).toBe(line);
  });

  test.each(['協會去年舉辦了新年團拜會。', '3月12日，會議研究了團拜會的籌備。'])('is none in %s', (line) => {
    expect(readBack(`會務\n${line}`, 'CN').map((block) => block.kind)).toEqual(['paragraph', 'paragraph']);
  });
});

test('a motion that is moved and seconded, as Hong Kong has it, is a decision', () => {
  expect(readBack('1. 通過議程\n由唐以安動議，方若蘭和議，一致通過議程。', 'HK')).toMatchObject([
    { kind: 'heading' },
    { kind: 'resolution', fields: { matter: '議程' }, values: { form: 'narrative', outcome: 'unanimous' } },
  ]);
});

describe('a whole record', () => {
  test('of a Hong Kong society', () => {
    const blocks = readBack(
      `青禾園藝社第三屆執行委員會第四次會議記錄
出席：石仲平、方若蘭、唐以安
1. 通過議程
由唐以安動議，方若蘭和議，一致通過議程。
2. 通過上次會議記錄
由方若蘭動議，唐以安和議，一致通過上次會議記錄。
3. 續議事項
苗圃租約已續。
4. 其他事項
無。
下次會議日期：2025年6月11日
散會時間：下午5時
主席：石仲平
秘書：柳思源
附件：1. 財務報告
2. 名冊`,
      'HK',
    );
    expect(blocks.map((block) => block.kind)).toEqual([
      'attendance', 'heading', 'resolution', 'heading', 'resolution', 'heading', 'paragraph', 'heading', 'paragraph', 'adjournment', 'annexes',
    ]);
  });

  test('of a mainland association, in simplified characters', () => {
    const blocks = readBack(
      `青禾绿化协会第三届理事会第四次会议纪要
出席：石仲平、方若兰
议程
一、听取工作报告
二、分组讨论
市园林局方若兰副局长讲话
方若兰副局长指出，绿化要从社区做起。
范若梅教授作演讲
范若梅教授作了题为“城市树木”的主题演讲。
柳思源秘书长作苗圃规划介绍
柳思源秘书长以“苗圃的明天”为题介绍了有关情况。
分组讨论
代表们进行了讨论。
会议审议通过了年度预算。
会后，协会组织了代表参观考察。
会议于11时50分结束。
附件：1. 工作报告
2. 收支预算`,
      'CN',
      'Hans',
    );
    expect(blocks.map((block) => block.kind)).toEqual([
      'attendance', 'agenda', 'speech', 'lecture', 'introduction', 'discussion', 'resolution', 'event', 'adjournment', 'annexes',
    ]);
    expect(blocks.filter((block) => 'heading' in block && block.heading !== null)).toEqual([]);
  });
});
