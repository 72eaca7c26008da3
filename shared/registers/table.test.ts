import { describe, expect, it } from 'vitest';
import { harmless, tableOf, tableToCsv } from './table.ts';
import { linesOf } from './rows.ts';

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠x'])('%j is never a formula', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  });
  it.each(['章程', '1=1', '2026-03-01', ' =1', ''])('%j stands as it is', (text) => {
    expect(harmless(text)).toBe(text);
  });
});

describe('a table as CSV', () => {
  const csv = (...row: string[]) => tableToCsv({ name: '', heads: ['甲', '乙'], widths: [1, 1], rows: [row] });
  it('begins with the mark of UTF-8 and quotes what would end a cell', () => {
    expect(csv('說"好"', '一,二')).toBe('\ufeff甲,乙\r\n"說""好""","一,二"\r\n');
    expect(csv('第一行\n第二行', '=cmd|"/c calc"')).toBe(`\ufeff甲,乙\r\n"第一行\n第二行","'=cmd|""/c calc"""\r\n`);
  });
});

it('a register reads as a table in each language', () => {
  const meeting = { id: 'meeting001', title: '第三屆第四次理事會', organisation: '青禾綠化協會', body: '理事會', term: 3, session: 4, start: '2026-01-19T09:30', year: 2026, stage: 'draft' as const };
  const lines = linesOf([
    {
      meeting,
      entries: {
        decisions: [{ blockId: 'reso0001', kind: 'resolution', matter: '增聘顧問', words: '', outcome: 'noObjection', matterKind: 'personnel', number: '3-4-1', owner: '', due: '', follows: null }],
        actions: [{ blockId: 'acti0001', rowId: 'row000001', task: '公告', owner: '柳思源', due: '2026-02-01', note: '', done: null }],
        follows: [],
        elections: [{ blockId: 'elec0001', office: '理事', method: '', seats: 2, elected: ['石仲平', '柳思源'], alternates: ['唐以安'] }],
      },
    },
  ]);
  expect(tableOf('decisions', lines.decisions, 'zh-Hant', '2026-03-01').rows).toEqual([['2026-01-19', '青禾綠化協會', '理事會', '第三屆第四次理事會', '3-4-1', '增聘顧問', '無異議通過', '', '人事', '', '', '']]);
  expect(tableOf('actions', lines.actions, 'en', '2026-03-01').rows[0]?.slice(0, 4)).toEqual(['公告', '柳思源', '2026-02-01', 'Not begun、Overdue']);
  expect(tableOf('elections', lines.elections, 'zh-Hans', '2026-03-01').rows[0]?.slice(4)).toEqual(['理事', '', '石仲平、柳思源', '唐以安']);
});
