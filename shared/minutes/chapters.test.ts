import { describe, expect, it } from 'vitest';
import { layouts } from '../layouts/index.ts';
import { printToText } from '../print/text.ts';
import type { Block, BlockOf } from './blocks/index.ts';
import { newMinutes } from './document.ts';
import { newId } from './id.ts';
import { plain } from './inline.ts';
import type { ItemLevel } from './level.ts';
import { printDocument } from './printing.ts';

const heading = (text: string, level: ItemLevel = 1): Block => ({ id: newId(), kind: 'heading', level, inline: plain(text) });
const paragraph = (text: string): BlockOf<'paragraph'> => ({ id: newId(), kind: 'paragraph', inline: plain(text) });
const item = (level: ItemLevel, text: string): BlockOf<'item'> => ({ id: newId(), kind: 'item', level, inline: plain(text) });
const motion = (matter: string, written: string | null = null): Block => ({
  id: newId(),
  kind: 'resolution',
  heading: written,
  fields: { matter, decision: '照案通過' },
  values: { form: 'itemised', matterKind: 'general', outcome: 'passed' },
  body: [paragraph('說明：如附件。')],
});
const report = (name: string): Block => ({ id: newId(), kind: 'report', heading: null, fields: { organisation: '', name, title: '理事長', report: '會務報告' }, values: {}, body: [paragraph('會務照常。')] });

const lines = (layout: 'taiwan' | 'hongkong' | 'association', blocks: Block[]) =>
  printToText(printDocument({ ...newMinutes({ region: layout === 'hongkong' ? 'HK' : 'TW' }), blocks }, { ...layouts[layout], parts: { before: [], after: [], foot: [] } })).trim().split('\n');

describe('chapters in Taiwan', () => {
  it('are the headings of the first level and the sections before them', () => {
    expect(lines('taiwan', [report('石仲平'), heading('報告事項'), item(1, '財務'), heading('細目', 2), heading('討論提案')])).toEqual([
      '壹、石仲平理事長作會務報告', '會務照常。', '貳、報告事項', '一、財務', '細目', '參、討論提案',
    ]);
  });

  it('count motions anew in each', () => {
    const shown = lines('taiwan', [heading('討論提案'), motion('年度預算'), motion('會員資格'), heading('臨時動議'), motion('延長展覽')]).filter((line) => /[、案]/.test(line.slice(0, 4)) && !line.startsWith('說'));
    expect(shown).toEqual(['壹、討論提案', '第一案　案由：年度預算', '第二案　案由：會員資格', '貳、臨時動議', '第一案　案由：延長展覽']);
  });

  it('take over numbers that she typed herself, whatever their form', () => {
    expect(lines('taiwan', [heading('一、主席致詞'), heading('2. 討論提案'), motion('年度預算'), motion('', '參、臨時動議')]).filter((line) => /^.、/.test(line))).toEqual([
      '壹、主席致詞', '貳、討論提案', '參、臨時動議',
    ]);
  });

  it('leave typed numbers alone that do not count from one on', () => {
    expect(lines('taiwan', [heading('三、報告'), heading('五、討論')])).toEqual(['三、報告', '五、討論']);
  });

  it('take no year and no amount for a number', () => {
    expect(lines('taiwan', [heading('1.5公里步道'), heading('2024年度預算')])).toEqual(['壹、1.5公里步道', '貳、2024年度預算']);
  });
});

it('writes the levels below as 一、（一）1、(1)', () => {
  expect(lines('taiwan', [item(1, '甲'), item(2, '乙'), item(3, '丙'), item(4, '丁'), item(1, '戊')])).toEqual(['一、甲', '（一）乙', '1、丙', '(1)丁', '二、戊']);
});

it('counts paragraphs through the whole record in Hong Kong, over sections and headings', () => {
  expect(lines('hongkong', [heading('1. 通過議程'), paragraph('一致通過。'), heading('2. 報告事項'), report('石仲平'), item(1, '財務'), paragraph('　'), paragraph('散會。')])).toEqual([
    'I. 通過議程', '1. 一致通過。', 'II. 報告事項', '石仲平理事長作會務報告', '2. 會務照常。', '(a) 財務', '　', '3. 散會。',
  ]);
});

it('numbers no heading where the layout does not', () => {
  expect(lines('association', [heading('壹、報告事項'), heading('討論提案'), motion('年度預算')]).slice(0, 3)).toEqual(['壹、報告事項', '討論提案', '案由：年度預算']);
});
