import { layouts } from '../../layouts/index.ts';
import { describe, expect, it } from 'vitest';
import { printToText } from '../../print/text.ts';
import type { BlockOf } from '../blocks/index.ts';
import { newMinutes } from '../document.ts';
import { printDocument } from '../printing.ts';
import { sections } from '../blocks/index.ts';
import { recognise } from './index.ts';

const paper = { region: 'TW', script: 'Hant' } as const;
const read = (text: string) => recognise(text, paper).blocks;
const only = <Kind extends 'actions' | 'followUp'>(text: string, kind: Kind): BlockOf<Kind> => {
  const found = read(text).filter((block) => block.kind === kind);
  expect(found).toHaveLength(1);
  return found[0] as BlockOf<Kind>;
};

describe('a list of actions in plain text', () => {
  it('is read from a table with tabs, its dates as dates', () => {
    const block = only('伍、交辦事項\n項次\t交辦事項\t承辦人\t期限\t備註\n1\t修訂辦法\t柳思源\t113年3月15日\t\n2\t洽詢苗圃\t唐以安\t下次會議前\t併預算\n陸、散會', 'actions');
    expect(block.heading).toBe('伍、交辦事項');
    expect(block.data?.rows.map((row) => ({ ...row, id: '' }))).toEqual([
      { id: '', task: '修訂辦法', owner: '柳思源', due: '2024-03-15', note: '' },
      { id: '', task: '洽詢苗圃', owner: '唐以安', due: '下次會議前', note: '併預算' },
    ]);
  });

  it('is read from a numbered list that names who in every line', () => {
    const block = only('待辦事項：\n1. 修訂辦法（負責人：柳思源；期限：2024年3月15日）\n2. 洽詢苗圃，負責人：唐以安，期限：下次會議前。\n會議於十二時結束。', 'actions');
    expect(block.heading).toBe('待辦事項');
    expect(block.data?.rows.map(({ task, owner, due }) => [task, owner, due])).toEqual([['修訂辦法', '柳思源', '2024-03-15'], ['洽詢苗圃', '唐以安', '下次會議前']]);
  });

  it.each([
    ['a line that names nobody', '交辦事項\n1. 修訂辦法（負責人：柳思源）\n2. 洽詢苗圃'],
    ['a column that is not known', '交辦事項\n事項\t承辦人\t天氣\n修訂\t柳思源\t晴'],
    ['a number out of turn', '交辦事項\n項次\t事項\t承辦人\n3\t修訂\t柳思源'],
    ['nothing under it', '交辦事項'],
    ['sentences', '交辦事項\n會議交辦柳思源修訂辦法。'],
    ['a task that no row holds', `交辦事項\n項次\t事項\t承辦人\n1\t${'修訂辦法'.repeat(625)}\t柳思源`],
    ['a due date that no row holds', `交辦事項\n1. 修訂辦法（負責人：柳思源；期限：${'下次會議前'.repeat(21)}）`],
  ])('stays text with %s', (_, text) => {
    const blocks = read(text);
    expect(blocks.some((block) => block.kind === 'actions')).toBe(false);
    expect(printToText(printDocument({ ...newMinutes(paper), blocks }, layouts.association)).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });
});

describe('what became of earlier decisions in plain text', () => {
  it('is read from a table, and its state from the words', () => {
    const block = only('上次會議決議執行情形\n序號\t決議事項\t執行情形\n1\t增聘顧問二名\t已辦理完畢\n2\t苗圃續租\t辦理中，待簽約\n3\t修訂辦法\t尚未辦理', 'followUp');
    expect(block.data?.rows.map(({ decision, state, progress }) => [decision, state, progress])).toEqual([
      ['增聘顧問二名', 'done', '已辦理完畢'], ['苗圃續租', 'doing', '辦理中，待簽約'], ['修訂辦法', 'open', '尚未辦理'],
    ]);
  });

  it.each([
    ['a number', `${'青禾字第一一三'.repeat(15)}號`, '增聘顧問二名', '已辦理完畢'],
    ['a decision', '青禾字第1號', '增聘顧問二名'.repeat(400), '已辦理完畢'],
    ['what was done', '青禾字第1號', '增聘顧問二名', `已辦理完畢，${'另行公告'.repeat(500)}`],
  ])('stays a table with %s that no row holds', (_, number, decision, progress) => {
    const text = `上次會議決議執行情形\n案號\t決議事項\t執行情形\n${number}\t${decision}\t${progress}`;
    const blocks = read(text);
    expect(blocks.some((block) => block.kind === 'followUp')).toBe(false);
    expect(JSON.stringify(blocks)).toContain(number);
    expect(JSON.stringify(blocks)).toContain(decision);
    expect(JSON.stringify(blocks)).toContain(progress);
  });

  it('is read from a list, in 简体 too', () => {
    const block = only('上次会议决议执行情况\n1. 增聘顾问案：已落实。\n2. 苗圃续租案：正在洽谈。', 'followUp');
    expect(block.data?.rows.map(({ decision, state }) => [decision, state])).toEqual([['增聘顾问案', 'done'], ['苗圃续租案', 'doing']]);
  });
});

it.each(['actions', 'followUp'] as const)('%s that were printed are read as they were', (kind) => {
  for (const region of ['TW', 'CN', 'HK'] as const) {
    const [block] = sections[kind].fixtures;
    const record = { ...newMinutes({ region, script: 'Hant' }), blocks: [block] } as Parameters<typeof printDocument>[0];
    const text = printToText(printDocument(record, layouts.association));
    const again = recognise(text, { region, script: 'Hant' });
    expect(again.blocks.map((one) => one.kind)).toEqual([kind]);
    const printed = printToText(printDocument({ ...record, blocks: again.blocks }, layouts.association));
    expect(printed).toBe(text);
  }
});
