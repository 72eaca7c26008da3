import { describe, expect, it } from 'vitest';
import { layouts } from '../../layouts/index.ts';
import { printToText } from '../../print/text.ts';
import type { Block, BlockOf } from '../blocks/index.ts';
import { type MinutesDocument, newMinutes } from '../document.ts';
import { plain } from '../inline.ts';
import type { Meta } from '../meta.ts';
import { printDocument } from '../printing.ts';

const attendance = (fields: Partial<BlockOf<'attendance'>['fields']>, said = ''): Block => ({
  id: 'atte00000001',
  kind: 'attendance',
  heading: null,
  fields: { chair: '', present: '', proxy: '', inAttendance: '', leave: '', absent: '', ...fields },
  values: { form: 'lists' },
  body: [{ id: 'atte00000002', kind: 'paragraph', inline: plain(said) }],
});
const adjournment = (signatures: 'lines' | 'none' = 'lines', fields: Partial<BlockOf<'adjournment'>['fields']> = {}): Block => ({
  id: 'adjo00000001',
  kind: 'adjournment',
  heading: null,
  fields: { time: '下午4時', next: '', chair: '', recorder: '', ...fields },
  values: { signatures },
  body: [{ id: 'adjo00000002', kind: 'paragraph', inline: plain('主席宣布散會。') }],
});
const record = (blocks: Block[], meta: Partial<Meta> = {}): MinutesDocument => ({
  ...newMinutes({ region: 'TW', title: '第三屆理事會第四次會議紀錄', organisation: '青禾綠化協會', start: '2025-03-11T14:00', end: '2025-03-11T16:00', place: '二樓會議廳', chair: '石仲平', recorder: '唐以安', ...meta }),
  blocks,
});
const lines = (document: MinutesDocument, layout: 'taiwan' | 'hongkong') => printToText(printDocument(document, layouts[layout])).trim().split('\n');
const there = attendance({ present: '石仲平、方若蘭、柳思源', inAttendance: '監事溫書瑜', leave: '理事葛明遠' }, '已達法定人數。');

describe('a record of Taiwan', () => {
  it('has its items in their order, then its text, then who signs', () => {
    expect(lines(record([there, adjournment()]), 'taiwan')).toEqual([
      '青禾綠化協會', '第三屆理事會第四次會議紀錄',
      '時間：114年3月11日（星期二）下午2時至4時', '地點：二樓會議廳', '出席：石仲平、方若蘭、柳思源（共3人）', '列席：監事溫書瑜', '請假：理事葛明遠', '主席：石仲平', '紀錄：唐以安',
      '已達法定人數。', '散會：下午4時', '主席宣布散會。',
      '主席：＿＿＿＿＿＿＿＿', '紀錄：＿＿＿＿＿＿＿＿',
    ]);
  });

  it('names who was there by the roster where no section does', () => {
    const people = ['石仲平', '方若蘭'].map((name, index) => ({ id: `person00000${index}`, name, organisation: '', title: '理事', attendance: 'present' as const }));
    expect(lines({ ...record([adjournment()]), roster: people }, 'taiwan')).toContain('出席：石仲平理事、方若蘭理事（共2人）');
  });

  it('goes on under the first name where a line is full, however long its label', () => {
    const hanging = (layout: 'taiwan' | 'hongkong') =>
      printDocument(record([there]), layouts[layout]).nodes.flatMap((node) => (node.type === 'paragraph' && node.style === 'metaLine' ? [node.own?.indent] : []));
    expect(hanging('taiwan')[2]).toEqual({ left: 3, hanging: 3 });
    // 「出席 Present：」.
    expect(hanging('hongkong')[3]).toEqual({ left: 7, hanging: 7 });
  });

  it('counts nobody where not all are named', () => {
    expect(lines(record([attendance({ present: '石仲平、方若蘭等15人' })]), 'taiwan')).toContain('出席：石仲平、方若蘭等15人');
  });

  it('is signed by those who are named, and by nobody where she chose that', () => {
    expect(lines(record([adjournment('lines', { chair: '石仲平' })]), 'taiwan').slice(-2)).toEqual(['主席：石仲平', '紀錄：＿＿＿＿＿＿＿＿']);
    expect(lines(record([adjournment('none')]), 'taiwan').at(-1)).toBe('主席宣布散會。');
  });
});

describe('a record of Hong Kong', () => {
  it('names things in both languages, the chair first, and is signed by chair and secretary', () => {
    expect(lines(record([there, adjournment()], { region: 'HK', documentNumber: 'GH/4' }), 'hongkong')).toEqual([
      '青禾綠化協會', '第三屆理事會第四次會議紀錄',
      '檔號 Ref.：GH/4', '時間 Time：2025年3月11日（星期二）下午2時至4時', '地點 Venue：二樓會議廳', '主席 Chairman：石仲平', '出席 Present：石仲平、方若蘭、柳思源（共3人）', '列席 In attendance：監事溫書瑜', '因事缺席 Absent with apologies：理事葛明遠', '記錄 Recorder：唐以安',
      '已達法定人數。', '1. 散會時間：下午4時', '2. 主席宣布散會。',
      '主席 Chairman：＿＿＿＿＿＿＿＿', '秘書 Secretary：＿＿＿＿＿＿＿＿',
    ]);
  });

  it('counts no paragraph of an annex, which is a paper of its own', () => {
    const annexes: Block = { id: 'anne00000001', kind: 'annexes', heading: null, fields: {}, values: {}, body: [{ id: 'anne00000002', kind: 'paragraph', inline: plain('第一條') }], data: { names: ['辦法'] } };
    expect(lines(record([adjournment('none'), annexes]), 'hongkong').filter((line) => line !== '').slice(-4)).toEqual(['附件：辦法', '附件', '辦法', '第一條']);
  });

  it('numbers what was decided like every paragraph, and says who sees to what was given to somebody', () => {
    const motion: Block = {
      id: 'reso00000001', kind: 'resolution', heading: null, fields: { matter: '會館修繕', decision: '交秘書處辦理' }, values: { form: 'itemised', matterKind: 'general', outcome: 'referred' },
      body: [{ id: 'reso00000002', kind: 'paragraph', inline: plain('說明：屋頂漏水。') }], data: { owner: '秘書處', due: '2025-04-30' },
    };
    const actions: Block = { id: 'acti00000001', kind: 'actions', heading: null, fields: {}, values: {}, body: [], data: { rows: [{ id: 'acti00000003', task: '估價', owner: '唐以安', due: '', note: '' }] } };
    const document = record([motion, actions], { region: 'HK', official: { handler: '柳思源' } });
    const shown = lines(document, 'hongkong');
    expect(shown).toEqual(expect.arrayContaining(['1. 說明：屋頂漏水。', '2. 決議：交秘書處辦理']));
    expect(shown).toContain('經辦人：秘書處（2025年4月30日）');
    expect(shown.some((line) => line.includes('\t經辦人\t'))).toBe(true);
    expect(shown.at(-1)).toBe('經辦人 Action officer：柳思源');
    expect(lines(document, 'taiwan').some((line) => line.includes('經辦人'))).toBe(false);
  });
});
