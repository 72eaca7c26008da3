import { expect, test } from 'vitest';
import { type Block, blocks } from './blocks/index.ts';
import { newMinutes } from './document.ts';
import { searchedLines } from './searched.ts';
import { blockText } from './text.ts';

const record = (list: Block[], meta = {}) => ({ ...newMinutes(meta), blocks: list });
const fixture = (kind: keyof typeof blocks, index = 0): Block => blocks[kind].fixtures[index] as Block;
const lines = (list: Block[]) => [...searchedLines(record(list))].map(({ part, blockId, text }) => [part, blockId, text]);

test('everything at the head and everybody on the roster is found', () => {
  const meta = { title: '第三次理事會', organisation: '青禾綠化協會', body: '理事會', documentNumber: '青字〔2024〕3號', place: '北辰市會議中心', chair: '石仲平', recorder: '柳思源' };
  const document = { ...record([], meta), roster: [{ id: 'pers00000001', name: '方若蘭', organisation: '市園林局', title: '副局長', attendance: 'inAttendance' as const }] };
  expect([...searchedLines(document)].map(({ text }) => text)).toEqual([...Object.values(meta), '市園林局方若蘭副局長']);
});

test('a section is found as the paper says it, with its fixed words and with what is beside it', () => {
  expect(lines([fixture('speech')])).toEqual([
    ['speech', 'spee00000001', '市園林局方若蘭副局長致詞'],
    ['speech', 'spee00000002', '方若蘭副局長代表市園林局致辭，對大會召開表示祝賀。她指出，綠化工作要從社區做起。'],
  ]);
  expect(lines([fixture('resolution', 1)])).toEqual([
    ['resolution', 'reso00000003', '案由：增聘園藝顧問二名'],
    ['resolution', 'reso00000004', '說明：現任顧問任期將屆。'],
    ['resolution', 'reso00000003', '決議：無異議通過。'],
  ]);
  expect(lines([fixture('resolution')]).map(([, , text]) => text)).toContain('《志工管理辦法》修訂案');
});

test('a heading by hand is found, and the fields that it took the place of', () => {
  const speech = { ...fixture('speech'), heading: '來賓講話' } as Block;
  expect(lines([speech]).map(([, , text]) => text)).toEqual(expect.arrayContaining(['來賓講話', '市園林局', '方若蘭', '副局長']));
});

test('pictures are found by their alternative text and caption, tables cell by cell, each under its own block', () => {
  expect(lines([fixture('image')])).toEqual([
    ['text', 'imag00000001', '會場全景'],
    ['text', 'imag00000001', '圖一　會場全景'],
  ]);
  expect(lines([fixture('table')])).toContainEqual(['text', 'cell00000005', '會費收入']);
});

test.each(Object.keys(blocks) as (keyof typeof blocks)[])('nothing that %s says is missing', (kind) => {
  for (const one of blocks[kind].fixtures as Block[]) {
    const found = lines([one]).map(([, , text]) => text).join('\n');
    for (const line of blockText(one)) for (const word of line.split(/[\s\t]+/)) expect(found).toContain(word);
  }
});
