/** What is read off a record besides its paper: outline, blanks, text, who chaired, the names of a roster. */
import { layouts } from '../layouts/index.ts';
import { describe, expect, it } from 'vitest';
import { blockBlanks, collectBlanks } from './blanks.ts';
import type { Block, BlockOf } from './blocks/index.ts';
import { type MinutesDocument, newMinutes } from './document.ts';
import { boardMeeting, councilMeeting } from './fixtures.ts';
import { chairOf, headLabel } from './head.ts';
import { withNewIds } from './ids.ts';
import { blank, plain } from './inline.ts';
import { outlineOf } from './outline.ts';
import { languageTag, printDocument } from './printing.ts';
import { personName, rosterLines } from './roster.ts';
import { blockText, documentText, plainCharacters } from './text.ts';
import { blocksWithin, editBlock } from './walk.ts';

const paragraph = (id: string, ...inline: BlockOf<'paragraph'>['inline']): BlockOf<'paragraph'> => ({ id, kind: 'paragraph', inline });
const heading = (id: string, level: 1 | 2 | 3 | 4, text: string): BlockOf<'heading'> => ({ id, kind: 'heading', level, inline: plain(text) });
const speech = (id: string, name: string, body: BlockOf<'speech'>['body']): Block => ({
  id,
  kind: 'speech',
  heading: null,
  fields: { organisation: '', name, title: '' },
  values: { genre: 'address' },
  body,
});
const minutes = (blocks: Block[], meta: Parameters<typeof newMinutes>[0] = {}): MinutesDocument => ({ ...newMinutes(meta), blocks });
const head = { title: '理事會', start: '2024-01-19', place: '二樓', chair: '石仲平' };

describe('the outline', () => {
  it('has headings and sections in order, by depth, with what waits in them', () => {
    const record = minutes([
      paragraph('intro0001', blank('引言')),
      heading('head00001', 1, '討論'),
      heading('head00002', 2, '經費'),
      paragraph('para00001', blank('金額'), ...plain('與'), blank('日期')),
      speech('spee00001', '', [heading('head00003', 1, '要點'), paragraph('para00002', blank('要點'))]),
    ]);
    expect(outlineOf(record)).toEqual([
      { blockId: 'head00001', kind: 'heading', depth: 1, text: '討論', blanks: 0 },
      { blockId: 'head00002', kind: 'heading', depth: 2, text: '經費', blanks: 2 },
      { blockId: 'spee00001', kind: 'speech', depth: 1, text: '致辭', blanks: 1 },
      { blockId: 'head00003', kind: 'heading', depth: 2, text: '要點', blanks: 1 },
    ]);
  });

  it('of the council meeting names every section', () => {
    expect(outlineOf(councilMeeting()).map((entry) => entry.text)).toEqual([
      '出席',
      '市園林局方若蘭副局長致辭',
      '石仲平理事長作年度工作報告',
      '聽取柳思源秘書長作2023年財務收支報告',
      '審議事項',
      '年度工作報告',
      '《志願者管理辦法》修訂案',
      '新會員入會',
      '分組討論',
    ]);
  });
});

describe('what is left to fill in', () => {
  it('is none in a record that is whole', () => {
    expect(collectBlanks(councilMeeting())).toEqual([]);
  });

  it('begins at the head', () => {
    expect(collectBlanks(minutes([])).map(({ field, where, blockId }) => [field, where, blockId])).toEqual([
      ['title', '', null],
      ['start', '', null],
      ['place', '', null],
      ['chair', '', null],
    ]);
  });

  it('is named with the entry that it stands under', () => {
    const record = minutes(
      [
        paragraph('intro0001', blank('引言')),
        heading('head00001', 1, '討論'),
        paragraph('para00001', blank('金額')),
        speech('spee00001', '', [paragraph('para00002', ...plain('他指出，'), blank('要點'))]),
      ],
      head,
    );
    expect(collectBlanks(record).map(({ label, where, blockId, field }) => [label['zh-Hant'], where, blockId, field])).toEqual([
      ['引言', '', 'intro0001', undefined],
      ['金額', '討論', 'para00001', undefined],
      ['姓名', '致辭', 'spee00001', 'name'],
      ['要點', '致辭', 'para00002', undefined],
    ]);
  });

  it('is found in table cells and captions', () => {
    const cell = { columns: 1, rows: 1, header: false, blocks: [paragraph('cell00001', blank('票數'))] };
    expect(blockBlanks({ id: 'tabl00001', kind: 'table', widths: [1], rows: [[cell]] })).toMatchObject([{ blockId: 'cell00001' }]);
    const image: Block = {
      id: 'imag00001', kind: 'image', asset: 'a'.repeat(64), mime: 'image/png', width: 1, height: 1, paperWidth: null, alt: '', caption: [blank('圖說')],
    };
    expect(blockBlanks(image)).toMatchObject([{ blockId: 'imag00001', label: { en: '圖說' } }]);
  });

  it('is not the chair where the attendance names one', () => {
    const board = boardMeeting();
    const record = { ...board, meta: { ...board.meta, chair: '' } };
    expect(chairOf(record)).toBe('石仲平');
    expect(collectBlanks(record)).toEqual([]);
  });
});

describe('the paper', () => {
  const lines = (document: MinutesDocument) =>
    printDocument(document, layouts.association).nodes.map((node) =>
      node.type === 'paragraph' ? `${node.style}:${node.runs.map((run) => (run.type === 'text' ? run.text : '/')).join('')}` : node.type,
    );

  it('has lines at the head only for what is filled in', () => {
    expect(lines(minutes([]))).toEqual([]);
    expect(lines(minutes([], { title: '理事會', place: '二樓' }))).toEqual(['title:理事會', 'metaLine:地點：二樓']);
  });

  it('calls chair and recorder as the region does', () => {
    const people = { chair: '石仲平', recorder: '唐以安' };
    expect(lines(minutes([], { ...people, region: 'TW' }))).toEqual(['metaLine:主席：石仲平', 'metaLine:紀錄：唐以安']);
    expect(lines(minutes([], { ...people, region: 'CN', script: 'Hans' }))).toEqual(['metaLine:主持人：石仲平', 'metaLine:记录：唐以安']);
    expect(headLabel('recorder', 'HK', 'Hant')).toBe('記錄');
  });

  it('names the organisation above the title unless the title does', () => {
    expect(lines(minutes([], { organisation: '青禾綠化協會', title: '理事會會議紀錄' }))).toEqual(['title:青禾綠化協會/理事會會議紀錄']);
    expect(lines(minutes([], { organisation: '青禾綠化協會', title: '青禾綠化協會理事會會議紀錄' }))).toEqual(['title:青禾綠化協會理事會會議紀錄']);
    expect(lines(minutes([], { organisation: '青禾綠化協會' }))).toEqual(['title:青禾綠化協會']);
  });

  it('says its language, its day and whose it is', () => {
    expect(printDocument(councilMeeting(), layouts.association)).toMatchObject({
      title: '青禾綠化協會第三屆理事會第四次會議記錄',
      language: 'zh-TW',
      date: '2024-01-19',
      region: 'CN',
    });
    expect([languageTag('CN', 'Hans'), languageTag('HK', 'Hant'), languageTag('TW', 'Hans')]).toEqual(['zh-CN', 'zh-HK', 'zh-CN']);
  });
});

describe('the text', () => {
  it('has all lines in order', () => {
    const record = minutes([heading('head00001', 1, '討論'), speech('spee00001', '方若蘭', [paragraph('para00001', ...plain('她指出，很好。'))])]);
    expect(documentText(record)).toBe('討論\n方若蘭\n她指出，很好。');
    expect(blockText(record.blocks[0] as Block)).toEqual(['討論']);
  });

  it.each([
    ['', 0],
    ['會議 於\t九時\n開始。', 8],
    ['全形　空格', 4],
    ['GB/T 9704—2012', 13],
    ['𠮷野家', 3],
  ])('%j counts %i characters', (text, count) => {
    expect(plainCharacters(text)).toBe(count);
  });
});

describe('the roster', () => {
  const person = (name: string, title: string, attendance: 'present' | 'leave', organisation = '') => ({ id: `p${name}`, name, title, organisation, attendance });

  it('gives the lines of an attendance section', () => {
    const roster = [person('石仲平', '理事長', 'present'), person('葛明遠', '', 'leave'), person('方若蘭', '副局長', 'present', '市園林局'), person('', '', 'present')];
    expect(rosterLines(roster)).toEqual({ present: '石仲平理事長、市園林局方若蘭副局長', proxy: '', inAttendance: '', leave: '葛明遠', absent: '' });
  });

  it('names a person on one line', () => {
    expect(personName({ organisation: '市園林局\n', name: '方若蘭', title: '' })).toBe('市園林局 方若蘭');
  });
});

describe('a copy of blocks', () => {
  it('has new ids throughout and is otherwise the same', () => {
    const { blocks } = councilMeeting();
    const copy = withNewIds(blocks);
    const ids = (list: Block[]) => list.flatMap((block) => [...blocksWithin(block)].map((one) => one.id));
    expect(ids(copy).filter((id) => ids(blocks).includes(id))).toEqual([]);
    expect(new Set(ids(copy)).size).toBe(ids(blocks).length);
    const sameIds = (list: Block[]) => list.map((block) => editBlock(block, { id: () => 'same00001' }));
    expect(sameIds(copy)).toEqual(sameIds(blocks));
  });
});

it('the list of blanks calls the chair what the paper calls the chair', () => {
  const chairOn = (region: 'CN' | 'TW') => collectBlanks(minutes([], { region })).find((blank) => blank.field === 'chair')?.label['zh-Hant'];
  expect([chairOn('CN'), chairOn('TW')]).toEqual(['主持人', '主席']);
});
