import { describe, expect, it } from 'vitest';
import { commands } from '#shared/commands/commands.ts';
import { type Template } from '#shared/minutes/templates/template.ts';
import { filterEntries, slashEntries, slashTrigger } from './entries.ts';

const speech = (id: string, name: string, order: number): Template => ({
  id,
  scope: 'section',
  name: { 'zh-Hant': name, 'zh-Hans': name, en: id },
  description: { 'zh-Hant': '來賓代表單位致辭', 'zh-Hans': '来宾代表单位致辞', en: 'A guest speaks for a body' },
  order,
  blocks: [{ id: 'spee00000001', kind: 'speech', heading: null, fields: { organisation: '', name: '', title: '' }, values: { genre: 'address' }, body: [] }] as Template['blocks'],
});

describe('the slash menu', () => {
  const entries = slashEntries('zh-Hant', []);
  const found = (query: string) => filterEntries(entries, query).map(({ command }) => command);

  it('offers every section, every kind of line and every object', () => {
    expect(entries.map(({ label }) => label).slice(0, 5)).toEqual(['出席', '致辭', '報告', '聽取報告', '審議通過']);
    const insertable = Object.keys(commands).filter((id) => id.startsWith('insert.'));
    expect(entries.map(({ label }) => label)).toEqual(expect.arrayContaining(['議程', '演講', '介紹', '分組討論', '臨時動議', '活動', '散會與簽署', '附件']));
    expect(insertable.filter((id) => !entries.some(({ command }) => command === id))).toEqual([]);
  });

  it.each([
    ['致', 'insert.speech'],
    ['致辞', 'insert.speech'],
    ['zc', 'insert.speech'],
    ['ZC', 'insert.speech'],
    ['sytg', 'insert.resolution'],
    ['决议', 'insert.resolution'],
    ['resolution', 'insert.resolution'],
    ['tqbg', 'insert.heardReport'],
    ['lsdy', 'insert.extemporeMotion'],
    ['臨時', 'insert.extemporeMotion'],
    ['yj', 'insert.lecture'],
    ['散会', 'insert.adjournment'],
    ['議程', 'insert.agenda'],
    ['其他事項', 'insert.extemporeMotion'],
    ['h2', 'format.heading2'],
    ['ｈ２', 'format.heading2'],
    ['（一', 'format.item2'],
    ['表', 'insert.table'],
    ['photo', 'insert.image'],
  ])('finds for /%s first %s', (query, command) => expect(found(query)[0]).toBe(command));

  it('offers both 報告 and 表格 for bg, and nothing for nonsense', () => {
    expect(found('bg')).toEqual(expect.arrayContaining(['insert.report', 'insert.table']));
    expect(found('qqq')).toEqual([]);
  });

  it('offers each set of phrases of a section by its own name, in their order', () => {
    const withPhrases = slashEntries('zh-Hant', [speech('host', '東道主致辭', 2), speech('guest', '來賓致辭', 1)]);
    const own = withPhrases.filter(({ command }) => command === 'insert.speech');
    expect(own.map(({ label, hint }) => [label, hint])).toEqual([
      ['來賓致辭', '來賓代表單位致辭'],
      ['東道主致辭', '來賓代表單位致辭'],
    ]);
    expect(filterEntries(withPhrases, '東道主')[0]?.template?.id).toBe('host');
    expect(filterEntries(withPhrases, 'zc').map(({ template }) => template?.id)).toEqual(['guest', 'host']);
  });
});

describe('the slash that opens it', () => {
  it.each([
    ['/', { at: 0, query: '' }],
    ['會議開始／', { at: 4, query: '' }],
    ['會議開始/zc', { at: 4, query: 'zc' }],
    ['散會。／致辭', { at: 3, query: '致辭' }],
    ['see /h2', { at: 4, query: 'h2' }],
  ])('stands in 「%s」', (before, slash) => expect(slashTrigger.find(before)).toEqual(slash));

  it.each(['2024/01', 'https://', 'km/h', '會議/ ', '會議//', '／' + '長'.repeat(21)])('does not stand in 「%s」', (before) => expect(slashTrigger.find(before)).toBeNull());
});
