import { describe, expect, it } from 'vitest';
import type { Region, Script } from '../language.ts';
import { type BlockOf, type Section, type SectionKind, sections } from './blocks/index.ts';
import { newMinutes } from './document.ts';
import { nameOfSection } from './entry-name.ts';
import { plain } from './inline.ts';
import { printBlocks } from './printing.ts';
import { type AnySection, partsText, type SectionBlock, sectionHeading, term } from './section.ts';

const body: Section['body'] = [{ id: 'body00001', kind: 'paragraph', inline: plain('會議的話。') }];
const make = <Kind extends SectionKind>(
  kind: Kind,
  fields: Partial<BlockOf<Kind>['fields']> = {},
  rest: { heading?: string | null; values?: Partial<BlockOf<Kind>['values']>; body?: Section['body'] } = {},
): Section => {
  const [fixture] = sections[kind].fixtures as unknown as [Section];
  return {
    ...fixture,
    heading: rest.heading ?? null,
    fields: { ...Object.fromEntries(Object.keys(fixture.fields).map((name) => [name, ''])), ...fields },
    values: { ...fixture.values, ...rest.values },
    body: rest.body ?? body,
  } as unknown as Section;
};
const heading = (block: Section, region: Region = 'TW', script: Script = 'Hant') =>
  sectionHeading(sections[block.kind] as unknown as AnySection, block as unknown as SectionBlock, region, script);
/** The lines on paper: [style, text]. */
const paper = (block: Section, region: Region = 'TW', script: Script = 'Hant') =>
  printBlocks({ meta: newMinutes({ region, script }).meta, blocks: [block] }).map((node) =>
    node.type === 'paragraph' ? [node.style, node.runs.map((run) => (run.type === 'text' ? run.text : '')).join('')] : [node.type],
  );

describe('the heading of a section', () => {
  const guest = { organisation: '市園林局', name: '方若蘭', title: '副局長' };

  it('is made from its fields, in the words of region and script', () => {
    expect(heading(make('speech', guest))).toBe('市園林局方若蘭副局長致詞');
    expect(heading(make('speech', guest), 'CN')).toBe('市園林局方若蘭副局長致辭');
    expect(heading(make('speech', guest), 'CN', 'Hans')).toBe('市園林局方若蘭副局長致辞');
  });

  it('falls back where a field that may be empty is', () => {
    expect(heading(make('report', { name: '石仲平', title: '理事長' }))).toBe('石仲平理事長作報告');
    expect(heading(make('report', { name: '石仲平', report: '年度工作報告' }))).toBe('石仲平作年度工作報告');
    expect(heading(make('heardReport', { name: '柳思源' }), 'CN', 'Hans')).toBe('听取柳思源作报告');
  });

  it('is none while nothing is filled in', () => {
    for (const kind of ['speech', 'report', 'heardReport', 'attendance', 'resolution'] as const) {
      expect([kind, heading(make(kind))]).toEqual([kind, '']);
      expect(paper(make(kind))).toEqual([['body', '會議的話。']]);
    }
  });

  it('is as it was written by hand, and none where that was emptied', () => {
    expect(heading(make('speech', guest, { heading: '來賓講話' }))).toBe('來賓講話');
    expect(paper(make('speech', guest, { heading: '來賓講話' }))[0]).toEqual(['sectionHeading', '來賓講話']);
    expect(paper(make('speech', guest, { heading: '' }))).toEqual([['body', '會議的話。']]);
  });
});

describe('the lines of a section', () => {
  it('print only where they are filled', () => {
    expect(paper(make('attendance', { present: '石仲平、柳思源', leave: '葛明遠', chair: '石仲平' }))).toEqual([
      ['body', '出席：石仲平、柳思源'],
      ['body', '請假：葛明遠'],
      ['body', '會議的話。'],
    ]);
    expect(paper(make('attendance', { leave: '葛明遠' }), 'CN', 'Hans')[0]).toEqual(['body', '请假：葛明遠']);
  });

  it('tell a resolution in sentences without a heading, its data beside it', () => {
    expect(paper(make('resolution', { matter: '增聘顧問' }, { values: { form: 'narrative', outcome: 'passed' } }))).toEqual([
      ['body', '會議的話。'],
    ]);
  });

  it('tell a resolution item by item: 案由 before, 決議 after', () => {
    const motion = (decision: string, outcome: BlockOf<'resolution'>['values']['outcome']) =>
      paper(make('resolution', { matter: '增聘顧問', decision }, { values: { form: 'itemised', outcome } }));
    expect(motion('照案通過。', 'passed')).toEqual([
      ['sectionHeading', '案由：增聘顧問'],
      ['body', '會議的話。'],
      ['body', '決議：照案通過。'],
    ]);
    expect(motion('', 'noObjection').at(-1)).toEqual(['body', '決議：無異議通過。']);
    expect(motion('', 'open')).toHaveLength(2);
  });

  it('are fields with their words, or nothing', () => {
    const parts = [{ text: term('於', '于') }, { field: 'place' as const, fallback: term('會址', '会址') }];
    expect(partsText(parts, { place: '二樓' }, 'Hant')).toBe('於二樓');
    expect(partsText(parts, { place: '' }, 'Hans')).toBe('于会址');
    expect(partsText([{ text: term('於', '于') }, { field: 'place' as const }], { place: '' }, 'Hant')).toBe('');
    expect(partsText([{ text: term('於', '于') }], {}, 'Hant')).toBe('於');
  });
});

describe('what a section is called in the outline', () => {
  const name = (block: Section, script: Script = 'Hant') => nameOfSection(block, 'CN', script);

  it('is its heading, else what stands for one, else its kind while its fields wait, else its first words', () => {
    expect(name(make('speech', { name: '方若蘭' }))).toBe('方若蘭致辭');
    expect(name(make('resolution', { matter: '增聘顧問' }, { values: { form: 'narrative' } }))).toBe('增聘顧問');
    expect(name(make('heardReport', { name: '柳思源', report: '收支報告' }, { heading: '' }))).toBe('聽取柳思源作收支報告');
    expect(name(make('attendance'))).toBe('出席');
    expect(name(make('resolution'))).toBe('會議的話。');
    expect(name(make('speech'), 'Hans')).toBe('致辞');
    expect(name(make('speech', {}, { heading: '' }))).toBe('會議的話。');
    expect(name(make('speech', {}, { heading: '', body: [] }))).toBe('致辭');
  });
});

it('a field is one line', () => {
  const block = make('speech', { name: '方若蘭\n副局長' });
  expect(sections.speech.schema.safeParse(block).success).toBe(false);
});
