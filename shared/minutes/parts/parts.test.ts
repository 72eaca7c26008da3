import { describe, expect, test } from 'vitest';
import { layouts } from '../../layouts/index.ts';
import type { PartName } from '../../layouts/layout.ts';
import { councilMeeting } from '../fixtures.ts';
import { inlineText } from '../inline.ts';
import type { MinutesDocument } from '../document.ts';
import type { Meta } from '../meta.ts';
import type { PrintNode } from '../print.ts';
import { printDocument } from '../printing.ts';
import { parts } from './index.ts';

const layout = layouts.gbt9704;
const record = (meta: Partial<Meta> = {}, given: Partial<MinutesDocument> = {}): MinutesDocument => {
  const council = councilMeeting();
  return { ...council, ...given, meta: { ...council.meta, ...meta } };
};
const textsOf = (nodes: readonly PrintNode[]): string[] => nodes.map((node) => (node.type === 'paragraph' ? inlineText(node.runs) : `[${node.type}]`));
const part = (name: PartName, meta: Partial<Meta> = {}, given: Partial<MinutesDocument> = {}) => parts[name](record(meta, given), layout);
const ownOf = (node: PrintNode | undefined) => (node?.type === 'paragraph' ? node.own : undefined);

describe('the head of a 紀要', () => {
  test('份號, 密級 and 緊急程度 stand in this order, and only those that are given', () => {
    expect(textsOf(part('grade', { official: { urgency: 'mostUrgent', secrecy: 'topSecret', secrecyPeriod: '6個月', copyNumber: '000012' } }))).toEqual(['000012', '絕密★6個月', '特急']);
    expect(textsOf(part('grade', { official: { secrecy: 'confidential' } }))).toEqual(['秘密']);
    expect(textsOf(part('grade', { official: { copyNumber: '12' } }))).toEqual(['000012']);
    expect(part('grade')).toEqual([]);
  });

  test('the mark is hers, or made from organisation and body; its place takes in the lines above it', () => {
    expect(textsOf(part('mark'))).toEqual(['青禾綠化協會理事會會議紀要']);
    expect(textsOf(part('mark', { script: 'Hans', body: '会员大会' }))).toEqual(['青禾綠化協會会员大会纪要']);
    expect(textsOf(part('mark', { official: { mark: '青禾辦公會議紀要' } }))).toEqual(['青禾辦公會議紀要']);
    const top = layout.styles.mark.space.before;
    expect(ownOf(part('mark')[0])?.before).toBe(top);
    expect(ownOf(part('mark', { official: { urgency: 'urgent', secrecy: 'secret' } })[0])?.before).toBeCloseTo(top - 2 * 28.95);
  });

  test('a long mark is smaller, a longer one stands on two lines', () => {
    const pt = (mark: string) => ownOf(part('mark', { official: { mark } })[0])?.pt ?? 0;
    expect(pt('會議紀要')).toBe(layout.styles.mark.pt);
    expect(pt('青禾綠化協會理事會會議紀要')).toBeLessThan(layout.styles.mark.pt);
    expect(textsOf(part('mark', { official: { mark: '青禾綠化協會與松濤讀書會聯合理監事會第四次全體會議紀要' } }))[0]).toContain('\n');
  });

  test('the issue or the number stands in the middle; with those who sign for it on the last of their lines', () => {
    expect(textsOf(part('number', { official: { issue: 3 }, documentNumber: '' }))).toEqual(['第3期']);
    expect(textsOf(part('number'))).toEqual(['青綠字〔2024〕4號']);
    expect(textsOf(part('number', { official: { signers: ['石仲平'] } }))).toEqual(['青綠字〔2024〕4號\t簽發人：石仲平']);
    expect(textsOf(part('number', { official: { signers: ['石仲平', '柳思源', '唐安'] } }))).toEqual(['\t簽發人：石仲平　柳思源', '青綠字〔2024〕4號\t　　　　唐安　　　　　']);
    // Each one character from its edge, and no white between their lines.
    expect(part('number', { official: { signers: ['石仲平', '柳思源', '唐安'] } }).map(ownOf)).toEqual([{ indent: { left: 1, right: 1 } }, { before: 0, indent: { left: 1, right: 1 } }]);
  });

  test('office and day stand over the red rule, except of what is signed at its end', () => {
    expect(textsOf(part('masthead', { official: { printedOn: '2024-01-22' } }))).toEqual(['青禾綠化協會\t2024年1月22日']);
    expect(textsOf(part('masthead'))).toEqual(['青禾綠化協會\t2024年1月19日']);
    expect(ownOf(part('masthead')[0])).toBeUndefined();
    // Two blank lines under the mark where no number stands between them.
    expect(ownOf(part('masthead', { documentNumber: '' })[0])?.before).toBeCloseTo(2 * 28.95);
    for (const official of [{ addressee: '市園林局' }, { signers: ['石仲平'] }]) {
      expect(part('masthead', { official })).toEqual([]);
      expect(textsOf(part('signature', { official }))).toEqual(['青禾綠化協會', '2024年1月19日']);
    }
    expect(part('signature')).toEqual([]);
  });

  test('the addressee ends with one full-width colon', () => {
    expect(textsOf(part('addressee', { official: { addressee: '市園林局:' } }))).toEqual(['市園林局：']);
  });
});

describe('the lead', () => {
  const paragraph = (text: string) => ({ id: 'lead00000001', kind: 'paragraph' as const, inline: [{ type: 'text' as const, text }] });

  test('tells who held which meeting where, with the title of the roster', () => {
    expect(textsOf(part('lead'))).toEqual(['2024年1月19日，柳思源秘書長在市民中心二樓會議廳主持召開青禾綠化協會第三屆理事會第四次會議。現將會議議定事項紀要如下：']);
  });

  test('names the meeting from what is known where the title does not', () => {
    expect(textsOf(part('lead', { title: '春季工作', place: '', chair: '' }, { blocks: [] }))).toEqual(['2024年1月19日，青禾綠化協會第三屆理事會第四次會議召開。現將會議議定事項紀要如下：']);
  });

  test.each(['2024年1月19日，石仲平主持召開理事會會議。', '現將會議議定事項紀要如下：', '理事會於市民中心召開第四次會議，研究了兩件事。'])('is left out where the record begins so: %s', (text) => {
    expect(part('lead', {}, { blocks: [paragraph(text)] })).toEqual([]);
  });

  test.each(['方若蘭代表主管部門致辭，對會議召開表示祝賀。', '各位代表：'])('is there where it does not: %s', (text) => {
    expect(part('lead', {}, { blocks: [paragraph(text)] })).toHaveLength(1);
  });
});

describe('what stands after the text', () => {
  const names = { chair: '', present: '石仲平、柳思源', proxy: '方若蘭', inAttendance: '溫書瑜', leave: '葛明遠', absent: '' };
  const attendance = { id: 'atte00000009', kind: 'attendance' as const, heading: null, fields: names, values: { form: 'lists' as const }, body: [] };

  test('attendance has its labels in their own face and hangs under the first name; the text does not have it again', () => {
    const printed = part('attendance', {}, { blocks: [attendance] });
    expect(textsOf(printed)).toEqual(['出席：石仲平、柳思源', '委託出席：方若蘭', '請假：葛明遠', '列席：溫書瑜', '記錄：唐以安']);
    expect(printed[0]).toMatchObject({ own: { before: 28.95 }, runs: [{ text: '出席', face: 'heading' }, {}] });
    expect(ownOf(printed[1])?.indent).toEqual({ left: 7, hanging: 5 });
    const all = textsOf(printDocument(record({}, { blocks: [attendance] }), layout).nodes);
    expect(all.filter((text) => text.includes('石仲平、柳思源'))).toHaveLength(1);
  });

  test('the roster fills in where no section tells who was there', () => {
    expect(textsOf(part('attendance', { recorder: '' }, { blocks: [] }))[0]).toBe('出席：石仲平理事長、柳思源秘書長、唐以安常務理事');
    expect(textsOf(part('attendance', { recorder: '' }))).toEqual([]);
  });

  test('the day begins two characters to the right of the organisation; one that is longer stays two from the edge', () => {
    const left = (organisation: string) => part('signature', { organisation, official: { addressee: '市園林局' } }).map((node) => ownOf(node)?.indent?.left ?? 0);
    const [name = 0, day = 0] = left('青禾綠化與社區苗圃協會');
    expect(day - name).toBeCloseTo(2);
    const [short = 0, long = 0] = left('青禾');
    expect(long - short).toBeCloseTo(2);
    expect(long * 16 + 6.5 * 15.75 + 2 * 16).toBeCloseTo((156 * 72) / 25.4, 0);
  });

  test('the 版記 ends its 抄送 with 。 and asks for a day that nobody gave', () => {
    expect(textsOf(part('imprint', { official: { copiesTo: '市園林局', printedOn: '2024-01-22' } }))).toEqual(['抄送：市園林局。', '青禾綠化協會\t2024年1月22日印發']);
    expect(part('imprint', { official: { copiesTo: '市園林局' } }).map(ownOf)).toEqual([undefined, { indent: { left: 1, hanging: 0 } }]);
    expect(textsOf(part('imprint', { script: 'Hans' }))).toEqual(['青禾綠化協會\t〔印发日期〕印发']);
  });
});

describe('annexes', () => {
  const heading = (id: string, text: string) => ({ id, kind: 'heading' as const, level: 1 as const, inline: [{ type: 'text' as const, text }] });
  const text = (id: string, words: string) => ({ id, kind: 'paragraph' as const, inline: [{ type: 'text' as const, text: words }] });
  const printed = (names: string[], body: ReturnType<typeof heading | typeof text>[]) =>
    textsOf(printDocument(record({ official: { addressee: '市園林局' } }, { roster: [], blocks: [text('para00000001', '正文。'), { id: 'anne00000009', kind: 'annexes', heading: null, fields: {}, values: {}, body, data: { names } }] }), layout).nodes);

  test('stand on pages of their own after the signature, by the number that the list gives them', () => {
    const nodes = printed(['辦法', '決算表'], [heading('head00000011', '決算表'), text('para00000012', '數字。')]);
    expect(nodes.slice(nodes.indexOf('正文。'))).toEqual(['正文。', '', '附件：1. 辦法', '　　　2. 決算表', '記錄：唐以安', '青禾綠化協會', '2024年1月19日', '[pageBreak]', '附件2', '決算表', '數字。']);
  });

  test('the only one has no number, and its title from the list where its text has none', () => {
    expect(printed(['辦法'], [text('para00000012', '第一條')]).slice(-4)).toEqual(['[pageBreak]', '附件', '辦法', '第一條']);
  });

  test.each([
    ['gbt9704', ['辦法。'], [['附件：辦法', { left: 5, hanging: 3 }]]],
    ['gbt9704', ['辦法', '決算表；'], [['附件：1. 辦法', undefined], ['　　　2. 決算表', undefined]]],
    ['gbt9704', Array<string>(10).fill('辦法'), [['附件：1. 辦法', undefined], ['　　　10. 辦法', { left: 6.5, hanging: 4.5 }]]],
    ['taiwan', ['辦法', '決算表'], [['附件：1、辦法', { left: 4.5, hanging: 4.5 }], ['　　　2、決算表', { left: 4.5, hanging: 4.5 }]]],
  ] as const)('in a note of them (%s) no name ends with a stop, and a long one goes on under its first character: %j', (id, names, lines) => {
    const block = { id: 'anne00000009', kind: 'annexes' as const, heading: null, fields: {}, values: {}, body: [], data: { names: [...names] } };
    const shown = printDocument(record({ region: id === 'taiwan' ? 'TW' : 'CN' }, { blocks: [block] }), layouts[id]).nodes.filter((node) => node.type === 'paragraph' && node.style === 'annexNote');
    const told = shown.map((node): [string | undefined, unknown] => [textsOf([node])[0], ownOf(node)?.indent]).filter(([text]) => text !== '');
    expect([told[0], ...(told.length > 1 ? [told.at(-1)] : [])]).toEqual(lines);
  });

  test('a list alone makes no page', () => {
    expect(printed(['辦法'], [])).not.toContain('[pageBreak]');
  });
});
