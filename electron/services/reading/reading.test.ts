/** Files of other programs become records: nothing of their text is lost, and what was doubtful is said. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printToDocx } from '#electron/docx/index.ts';
import { foreignDocx, type ForeignParts, lists, numbered, p, r, style } from '#electron/docx/reading/testing/foreign.ts';
import { convertWithOffice, findOffice } from '#electron/services/office.ts';
import { canImport, endingsOf, importEndings } from '#shared/imports/files.ts';
import { layouts } from '#shared/layouts/index.ts';
import type { Block } from '#shared/minutes/blocks/index.ts';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import { inlineText } from '#shared/minutes/inline.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { printToText } from '#shared/print/text.ts';
import { isWordFile, type ReadOptions, readRecord, type ReadRecord } from './index.ts';

const reading = async (bytes: Uint8Array | string, name: string, options: ReadOptions = {}): Promise<ReadRecord> => {
  const read = await readRecord(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name, options);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const word = (body: string[], parts: ForeignParts = {}, name = '紀錄.docx') => reading(foreignDocx(body.join(''), parts), name);
const kinds = ({ document }: ReadRecord): string[] => document.blocks.map(({ kind }) => kind);
/** Everything that the record prints, without white space, numbers of lists and the marks of notes. */
const bare = (text: string): string => text.replace(/[\s\u3000]|(?<=^|\n)\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+\.)/g, '');
const printed = ({ document }: ReadRecord): string => printToText(printDocument(document, layouts.association));
const texts = (blocks: readonly Block[]): string[] => blocks.flatMap((block) => ('inline' in block ? [inlineText(block.inline)] : 'body' in block ? texts(block.body) : []));

/** A record as a secretary types it: levels by hand, a table for the accounts, half of it bold. */
const typed = [
  p('青禾綠化協會第三屆理事會第四次會議紀錄', '<w:jc w:val="center"/>'),
  p('時間：113年1月19日（星期五）上午9時30分'),
  p('地點：本會三樓會議室'),
  p('主席：石仲平　　　紀錄：唐以安'),
  p('出席：石仲平、柳思源、唐以安'),
  p('壹、報告事項'),
  p('一、上次會議決議案均已辦理完畢。'),
  p('二、本季舉辦讀書會六場。'),
  '<w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc>' + p('科目') + '</w:tc><w:tc>' + p('金額') + '</w:tc></w:tr><w:tr><w:tc>' + p('會費') + '</w:tc><w:tc>' + p('120,000') + '</w:tc></w:tr></w:tbl>',
  p('貳、討論提案'),
  p('案由一：修訂章程第七條案。'),
  p('說明：依章程規定辦理。'),
  p('決議：照案通過。'),
  p('參、散會（上午11時）'),
];

describe('a Word file of another program', () => {
  it('is a record also with more above its title than the name of a body has', async () => {
    const above = '青'.repeat(501);
    const { document } = await word([p(`<w:r><w:t>${above}</w:t><w:br/><w:t>第三屆理事會第四次會議紀錄</w:t></w:r>`, '<w:pStyle w:val="Title"/>'), p('會議由石仲平主持。')], { styles: style('Title', 'Title') });
    expect(document.meta).toMatchObject({ title: '第三屆理事會第四次會議紀錄', organisation: '' });
    expect(JSON.stringify(document.blocks)).toContain(above);
  });

  it('becomes a record with its head, sections, items and tables in their places, and loses no word', async () => {
    const read = await word(typed);
    expect(read.document.meta).toMatchObject({ title: '青禾綠化協會第三屆理事會第四次會議紀錄', term: 3, session: 4, start: '2024-01-19T09:30', place: '本會三樓會議室', chair: '石仲平', recorder: '唐以安', region: 'TW', script: 'Hant' });
    expect(kinds(read)).toEqual(['attendance', 'heading', 'item', 'item', 'table', 'heading', 'resolution', 'adjournment']);
    expect(bare(printed(read))).toBe(bare(read.lines.join('\n')));
    expect(read.doubts).toEqual([]);
  });

  it('keeps real headings at their level and the numbers of its lists, or their words where they are other numbers', async () => {
    const styles = style('h1', 'heading 1', '<w:outlineLvl w:val="0"/>') + style('h2', 'heading 2', '<w:outlineLvl w:val="1"/>', 'h1') + style('h6', 'heading 6', '<w:outlineLvl w:val="5"/>', 'h1');
    const numbering = lists([['taiwaneseCountingThousand', '%1、'], ['taiwaneseCountingThousand', '（%2）']], [['lowerLetter', '%1)']], [['bullet', '●']]);
    const read = await word(
      [p('會務', '<w:pStyle w:val="h1"/>'), p('經費', '<w:pStyle w:val="h2"/>'), p('甲', numbered(1)), p('乙', numbered(1, 1)), p('丙', numbered(2)), p('丁', numbered(3)), p('附記', '<w:pStyle w:val="h6"/>'), p('2024年的事', numbered(1))],
      { styles, numbering },
    );
    expect(read.document.blocks).toMatchObject([
      { kind: 'heading', level: 1 },
      { kind: 'heading', level: 2 },
      { kind: 'item', level: 1, inline: [{ text: '甲' }] },
      { kind: 'item', level: 2, inline: [{ text: '乙' }] },
      { kind: 'paragraph', inline: [{ text: 'a) 丙' }] },
      { kind: 'bullet', depth: 0, inline: [{ text: '丁' }] },
      { kind: 'heading', level: 4 },
      { kind: 'paragraph', inline: [{ text: '二、2024年的事' }] },
    ]);
    expect(read.doubts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['number', 'level']));
    // A doubt leads to its block.
    expect(read.doubts.find(({ kind }) => kind === 'number')?.blockId).toBe(read.document.blocks[4]?.id);
  });

  it('keeps marks, links, notes, text boxes, fields, symbols and the base of ruby in the text', async () => {
    const box = (text: string) => `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const field = (code: string, result: string) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>${result && `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const read = await word(
      [
        p(`${r('請於')}${r('期限', '<w:b/>')}${r('前')}<w:hyperlink r:id="l">${r('回覆')}</w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r>${r('。')}`),
        p(`<w:r><w:ruby><w:rt>${r('ㄌㄧㄡˇ')}</w:rt><w:rubyBase>${r('柳')}</w:rubyBase></w:ruby></w:r>${r('思源')}${field(' REF a ', '見第三頁')}${field('EQ \\o\\ac(○,3)', '')}<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${box('框中')}`),
        `<w:p><w:r><w:pict><v:textbox><w:txbxContent>${p('舊框')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`,
        `<w:sdt><w:sdtContent>${p('控制項')}</w:sdtContent></w:sdt>`,
      ],
      { footnotes: `<w:footnote w:id="2">${p('詳見附件一')}</w:footnote>`, relations: { l: ['hyperlink', 'https://example.org/reply', 'External'] } },
    );
    expect(texts(read.document.blocks)).toEqual(['請於期限前回覆〔註1〕。〔註1：詳見附件一〕', '柳思源見第三頁③☑', '框中', '舊框', '控制項']);
    expect(read.document.blocks[0]).toMatchObject({ inline: [{ text: '請於' }, { text: '期限', marks: ['bold'] }, { text: '前' }, { text: '回覆', link: 'https://example.org/reply' }, { marks: ['superscript'] }, {}] });
    expect(read.doubts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['note', 'boxed', 'ruby']));
  });

  it('keeps merged cells, tables in tables as lines, and pictures of cells behind the table', async () => {
    const cell = (inside: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(p('內一'))}${cell(p('內二'))}</w:tr></w:tbl>${p('')}`;
    const picture = '<w:p><w:r><w:drawing><wp:docPr id="1" name="a" descr="會場"/><a:blip r:embed="i"/></w:drawing></w:r></w:p>';
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const read = await word(
      [`<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(p('甲'), '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell(p('直'), '<w:vMerge w:val="restart"/>')}${cell(inner)}</w:tr><w:tr>${cell(p(''), '<w:vMerge/>')}${cell(picture)}</w:tr></w:tbl>`, p('完')],
      { relations: { i: ['image', 'media/a.png'] }, files: { 'word/media/a.png': png } },
    );
    const [table, image, last] = read.document.blocks;
    expect(table).toMatchObject({ kind: 'table', widths: [1, 1], rows: [[{ columns: 2, header: true }], [{ rows: 2 }, { blocks: [{ inline: [{ text: '內一\t內二' }] }, {}] }], [{ columns: 1, rows: 1 }]] });
    expect(image).toMatchObject({ kind: 'image', alt: '會場', mime: 'image/png' });
    expect(last).toMatchObject({ kind: 'paragraph' });
    expect(read.pictures.size).toBe(1);
    expect(read.doubts.map(({ kind }) => kind)).toContain('pictureOfTable');
  });

  it('says of the notes in a table that they were put into its text', async () => {
    const read = await word([`<w:tbl><w:tr><w:tc>${p(`${r('金額')}<w:r><w:footnoteReference w:id="2"/></w:r>`)}</w:tc><w:tc>${p('120')}</w:tc></w:tr></w:tbl>`], { footnotes: `<w:footnote w:id="2">${p('單位千元')}</w:footnote>` });
    expect(read.doubts).toContainEqual({ kind: 'note', blockId: read.document.blocks[0]?.id, text: '1 單位千元' });
  });

  it('lists tracked changes and comments, and says where the name of the file knows more', async () => {
    const by = 'w:id="1" w:author="柳思源" w:date="2024-01-20T08:00:00Z"';
    const read = await word([p(`${r('會議')}<w:ins ${by}>${r('一致')}</w:ins>${r('通過。')}<w:r><w:commentReference w:id="0"/></w:r>`)], { comments: `<w:comment w:id="0" w:author="方若蘭">${p('請補人數')}</w:comment>` }, '113年/1130119_三屆四次理事會_紀錄.docx');
    expect(read.document.meta).toMatchObject({ title: '三屆四次理事會紀錄', start: '2024-01-19', term: 3, session: 4, body: '理事會' });
    expect(read.doubts).toMatchObject([{ kind: 'titleFromName' }, { kind: 'dateFromName', text: '2024-01-19' }, { kind: 'change', text: '柳思源：＋一致' }, { kind: 'comment', text: '方若蘭：請補人數' }]);
  });
});

describe('other formats', () => {
  it('a web page, without what runs or is fetched', async () => {
    const png = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const page = `<!doctype html><title>理事會會議紀錄</title><style>p{}</style><body onload="alert(1)"><h1>理事會會議紀錄</h1><p>時間：<b>113年1月19日</b><br>地點：<a href="javascript:alert(1)">本會</a></p><h2>會務</h2>
      <ol><li>甲<ul><li>子</li></ul></li><li>乙</li></ol><script>alert('不要')</script><table><tr><th>科目</th><th>金額</th></tr><tr><td rowspan=2>會費</td><td>120</td></tr><tr><td>30</td></tr></table>
      <img src="${png}" alt="會場"><img src="https://example.org/spy.png" alt="外面"><p style="display:none">看不見</p></body>`;
    const read = await reading(page, '紀錄.html');
    expect(read.document.meta).toMatchObject({ title: '理事會會議紀錄', start: '2024-01-19', place: '本會' });
    expect(read.document.blocks).toMatchObject([
      { kind: 'paragraph', inline: [{ text: '時間：' }, { text: '113年1月19日', marks: ['bold'] }] },
      { kind: 'heading', level: 2 },
      { kind: 'item', level: 3, inline: [{ text: '甲' }] },
      { kind: 'bullet', depth: 1, inline: [{ text: '子' }] },
      { kind: 'item', level: 3, inline: [{ text: '乙' }] },
      { kind: 'table', rows: [[{ header: true }, { header: true }], [{ rows: 2 }, {}], [{}]] },
      { kind: 'image', alt: '會場' },
      { kind: 'paragraph', inline: [{ text: '〔外面〕' }] },
    ]);
    expect(JSON.stringify(read.document)).not.toMatch(/alert|不要|看不見|spy/);
    expect(read.doubts.map(({ kind }) => kind)).toContain('external');
  });

  it('a web page that is laid out in tables, whose cells claim any width', async () => {
    const png = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const framed = await reading('<!doctype html><table><tr><td><table><tr><td><h2>報告</h2><p>甲說明預算。</p><p>乙說明決算。</p><ol><li value="5">壹</li></ol></td></tr></table></td></tr></table>', '紀錄.html');
    expect(framed.document.blocks).toMatchObject([{ kind: 'heading', inline: [{ text: '報告' }] }, { inline: [{ text: '甲說明預算。' }] }, { inline: [{ text: '乙說明決算。' }] }, { kind: 'paragraph', inline: [{ text: '5. 壹' }] }]);
    const cells = await reading(`<!doctype html><table><tr><td colspan="99">簽到表</td></tr><tr><td>姓名</td><td><table><tr><td><p>石仲平</p><p>柳思源</p><img src="${png}" alt="簽名"></td><td>理事</td></tr></table></td></tr></table>`, '紀錄.html');
    expect(cells.document.blocks).toMatchObject([{ kind: 'table', widths: [1, 1], rows: [[{ columns: 2 }], [{ columns: 1 }, { columns: 1, blocks: [{ inline: [{ text: '石仲平 柳思源\t理事' }] }] }]] }, { kind: 'image', alt: '簽名' }]);
    expect(cells.doubts.map(({ kind }) => kind)).toContain('pictureOfTable');
    const wide = await reading('<!doctype html><table><tr><td colspan="99">甲</td><td>乙</td></tr></table>', '紀錄.html');
    expect(wide.document.blocks).toMatchObject([{ kind: 'table', widths: [1, 1], rows: [[{ columns: 1, blocks: [{ inline: [{ text: '甲' }] }] }, { columns: 1, blocks: [{ inline: [{ text: '乙' }] }] }]] }]);
  });

  it('Markdown, with its headings, lists, tables and emphasis', async () => {
    const read = await reading('# 理事會會議紀錄\n\n時間：113年1月19日\n地點：本會\n\n## 討論\n\n1. 甲\n2. **乙**\n\n- 丙\n\n| 科目 | 金額 |\n|---|---|\n| 會費 | 120 |\n\n<script>alert(1)</script>\n', '紀錄.md');
    expect(read.document.meta).toMatchObject({ title: '理事會會議紀錄', start: '2024-01-19', place: '本會' });
    // The line of the time stays: the head would print it with the day of the week.
    expect(kinds(read)).toEqual(['paragraph', 'heading', 'item', 'item', 'bullet', 'table']);
    expect(JSON.stringify(read.document)).not.toContain('alert');
  });

  it('a text as the recogniser reads it, and a page that calls itself a .doc', async () => {
    expect(kinds(await reading('理事會會議紀錄\n時間：113年1月19日\n壹、報告事項\n一、甲\n二、乙\n', '紀錄.txt'))).toEqual(['paragraph', 'heading', 'item', 'item']);
    expect(texts((await reading('<html><body><p>主席致詞。</p></body></html>', '紀錄.doc')).document.blocks)).toEqual(['主席致詞。']);
  });

  it('refuses a .doc and an .rtf in one sentence where LibreOffice is not installed', async () => {
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('WordDocument', 'utf16le')]);
    expect(await readRecord(compound, '舊.doc', { office: null })).toMatchObject({ ok: false, error: { code: 'word.old', params: { name: '舊.doc' } } });
    expect(await readRecord(Buffer.from('{\\rtf1 a}'), '甲.rtf', { office: null })).toMatchObject({ ok: false, error: { code: 'office.missing' } });
  });

  it.skipIf(findOffice() === null)('a .doc through LibreOffice', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-doc-'));
    try {
      writeFileSync(join(folder, 'a.docx'), foreignDocx(typed.join('')));
      const made = await convertWithOffice(findOffice() ?? '', { file: join(folder, 'a.docx'), folder, to: 'doc:MS Word 97' });
      if (!made.ok) throw new Error(made.error.code);
      const read = await reading(readFileSync(made.value), '113年/紀錄.doc');
      expect(kinds(read)).toEqual(['attendance', 'heading', 'item', 'item', 'table', 'heading', 'resolution', 'adjournment']);
      expect(read.doubts.map(({ kind }) => kind)).toContain('office');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.skipIf(findOffice() === null)('an .odt that LibreOffice made of a file of ours has everything in its field, and an .rtf is read by it', { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-odt-'));
    try {
      const council = councilMeeting();
      const sent = { ...council, meta: { ...council.meta, official: { issue: 3, copiesTo: '市園林局、各區協會', printedOn: '2024-01-22' } } };
      const layout = layouts.gbt9704;
      writeFileSync(join(folder, 'a.docx'), await printToDocx(printDocument(sent, layout), { layout, asset: () => Promise.resolve(null) }));
      const made = await convertWithOffice(findOffice() ?? '', { file: join(folder, 'a.docx'), folder, to: 'odt' });
      if (!made.ok) throw new Error(made.error.code);
      const { document, doubts } = await reading(readFileSync(made.value), '紀要.odt');
      const { title, organisation, place, chair, recorder, official } = sent.meta;
      expect(document.meta).toMatchObject({ title, organisation, place, chair, recorder, official, start: '2024-01-19', layout: 'gbt9704' });
      expect(document.blocks.map(({ id }) => id)).toEqual(expect.arrayContaining(['attendance', 'report', 'resolution'].map((kind) => sent.blocks.find((block) => block.kind === kind)?.id)));
      expect(doubts.map(({ kind }) => kind)).toEqual(['office']);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const rtf = (text: string): string => text.replace(/[^\x00-\x7f]/g, (sign) => `\\u${(sign.charCodeAt(0) << 16) >> 16}?`).replaceAll('\n', '\\par\n');
    const read = await reading(`{\\rtf1\\ansi ${rtf('青禾綠化協會第三屆理事會第四次會議紀錄\n時間：113年1月19日\n一、報告事項\n秘書處報告。\n')}}`, '紀錄.rtf');
    expect(read.document.meta).toMatchObject({ title: '青禾綠化協會第三屆理事會第四次會議紀錄', start: '2024-01-19' });
  });

  it('the windows offer what is read, each ending by its own reader', () => {
    expect(importEndings.filter((ending) => !canImport(`紀錄${ending.toUpperCase()}`))).toEqual([]);
    expect(endingsOf.word.every((ending) => isWordFile(Buffer.from('PK'), `紀錄${ending}`))).toBe(true);
  });
});
