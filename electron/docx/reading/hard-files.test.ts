/** What other programs write in ways of their own is read as they show it: nothing twice, nothing that is hidden, nothing lost. */
import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx, type ReadBlock, type ReadDocx } from './index.ts';
import { foreignDocx, foreignFiles, type ForeignParts, lists, numbered, p, r, style } from './testing/foreign.ts';

const opened = (bytes: Uint8Array): ReadDocx => {
  const read = readDocx(bytes, 'a.docx');
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const shown = (blocks: readonly ReadBlock[]): unknown[] =>
  blocks.map((block) => {
    if (block.type === 'table') return block.rows.map((row) => row.map(({ columns, rows, blocks: inside }) => `${columns}×${rows} ${shown(inside).join('/')}`));
    return block.type === 'paragraph' ? `${block.number?.label ?? ''}${block.runs.map(({ text }) => text).join('')}` : block.type;
  });
const read = (body: string, parts: ForeignParts = {}): unknown[] => shown(opened(foreignDocx(body, parts)).blocks);
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const deleted = '<w:del w:id="1" w:author="柳思源"/>';
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('numbers', () => {
  it('a style stands on the level of its list that names it, and so does one that is based on it', () => {
    const level = (at: number, id: string, text: string) => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="${id}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'h1', '%1、')}${level(1, 'h2', '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
    const bound = '<w:numPr><w:numId w:val="1"/></w:numPr>';
    const styles = style('h1', 'heading 1', bound) + style('h2', 'heading 2', bound) + style('own', '本會二級', '', 'h2');
    expect(read(p('討論', '<w:pStyle w:val="h1"/>') + p('章程', '<w:pStyle w:val="h2"/>') + p('經費', '<w:pStyle w:val="own"/>'), { styles, numbering })).toEqual(['一、討論', '（一）章程', '（二）經費']);
  });

  it('a list with a level and a start of its own, and one without a number in a style that has one', () => {
    const numbering = `${lists([['decimal', '%1.']])}<w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:lvlOverride></w:num>`;
    const styles = style('l', '清單', '<w:numPr><w:numId w:val="1"/></w:numPr>');
    expect(read(p('甲', '<w:pStyle w:val="l"/>') + p('乙', numbered(6)) + p('丙', '<w:pStyle w:val="l"/><w:numPr><w:numId w:val="0"/></w:numPr>'), { styles, numbering })).toEqual(['1.甲', '（三）乙', '丙']);
  });
});

describe('tables', () => {
  it('cells that old programs joined sideways, cells inside content controls, tables inside cells', () => {
    expect(read(`<w:tbl><w:tr>${cell('出席', '<w:hMerge w:val="restart"/>')}${cell('', '<w:hMerge/>')}${cell('請假')}</w:tr></w:tbl>`)).toEqual([[['2×1 出席', '1×1 請假']]]);
    expect(read(`<w:sdt><w:sdtContent><w:tbl><w:tr><w:sdt><w:sdtContent>${cell('科目')}</w:sdtContent></w:sdt></w:tr></w:tbl></w:sdtContent></w:sdt>`)).toEqual([[['1×1 科目']]]);
    expect(read(`<w:tbl><w:tr><w:tc>${p('外')}<w:tbl><w:tr>${cell('內一')}${cell('內二')}</w:tr></w:tbl>${p('尾')}</w:tc></w:tr></w:tbl>`)).toEqual([[['1×1 外/內一\t內二/尾']]]);
    expect(read(`<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>${p('框中')}${p('又一段')}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>`)).toEqual([[['1×1 框中/又一段']]]);
  });

  it('a cell that claims to be wider than the table takes no other one away', () => {
    const grid = '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>';
    expect(read(`<w:tbl>${grid}<w:tr>${cell('甲', '<w:gridSpan w:val="100"/>')}${cell('乙')}</w:tr><w:tr>${cell('合計', '<w:gridSpan w:val="9"/>')}</w:tr></w:tbl>`)).toEqual([[['1×1 甲', '1×1 乙'], ['2×1 合計']]]);
    expect(read(`<w:tbl>${grid}<w:tr><w:trPr><w:gridBefore w:val="80"/></w:trPr>${cell('丙')}</w:tr></w:tbl>`)).toEqual([[['1×1 ', '1×1 丙']]]);
    // A grid that says less than all rows do is not believed.
    expect(read(`<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>${cell('甲', '<w:gridSpan w:val="2"/>')}${cell('乙', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`)).toEqual([[['2×1 甲', '2×1 乙']]]);
    const [row] = read(`<w:tbl><w:tr>${Array.from({ length: 70 }, (_, at) => cell(String(at))).join('')}</w:tr></w:tbl>`)[0] as string[][];
    expect([row?.length, row?.at(-1)]).toEqual([63, '1×1 62/63/64/65/66/67/68/69']);
  });

  it('a cell that was deleted is empty; a paragraph whose end was deleted does not go on into a table', () => {
    expect(read(`${p('甲', `<w:rPr>${deleted}</w:rPr>`)}${p('乙', `<w:rPr>${deleted}</w:rPr>`)}<w:tbl><w:tr>${cell('表')}${cell('舊', '<w:cellDel w:id="2"/>')}</w:tr></w:tbl>`)).toEqual(['甲乙', [['1×1 表', '1×1 ']]]);
  });
});

describe('a paragraph that was deleted whole', () => {
  const gone = (text: string, properties = '', id = '') =>
    p(`${id && `<w:bookmarkStart w:id="9" w:name="n_${id}"/><w:bookmarkEnd w:id="9"/>`}<w:del w:id="1" w:author="柳思源"><w:r><w:delText>${text}</w:delText></w:r></w:del>`, `${properties}<w:rPr>${deleted}</w:rPr>`);

  it('takes its style and its id with it, and leaves those of the next one alone', () => {
    const next = p('<w:bookmarkStart w:id="8" w:name="n_para00000002"/><w:bookmarkEnd w:id="8"/>' + r('本案緩議。'));
    const file = opened(foreignDocx(gone('討論經費', '<w:pStyle w:val="h1"/>', 'head00000001') + next, { styles: style('h1', 'heading 1', '<w:outlineLvl w:val="0"/>') }));
    expect(file.blocks).toMatchObject([{ type: 'paragraph', heading: null, style: '', anchors: ['para00000002'], runs: [{ text: '本案緩議。' }] }]);
    // Who deleted it is still said, of the paragraph in its place.
    expect(file.changes).toMatchObject([{ kind: 'deletion', text: '討論經費', anchor: 'head00000001', paragraph: file.blocks[0]?.type === 'paragraph' ? file.blocks[0].index : -1 }]);
  });

  it('counts in no list, and makes nothing an item', () => {
    const numbering = lists([['chineseCounting', '%1、']]);
    expect(read(p('甲', numbered(1)) + gone('乙', numbered(1)) + p('說明') + p('丙', numbered(1)) + gone('丁', numbered(1)), { numbering })).toEqual(['一、甲', '說明', '二、丙']);
  });

  it('leaves the break of pages that stood in it', () => {
    expect(read(p('甲') + p('<w:r><w:br w:type="page"/></w:r>', `<w:rPr>${deleted}</w:rPr>`) + p('乙'))).toEqual(['甲', 'pageBreak', '乙']);
  });
});

describe('pages', () => {
  const page = '<w:r><w:br w:type="page"/></w:r>';

  it('that end inside a paragraph part it: what goes on is no item of its own', () => {
    const numbering = lists([['chineseCounting', '%1、']]);
    expect(read(p(`${r('第一頁的最後一句。')}${page}${r('臨時動議')}`, numbered(1)) + p(`${page}${r('次案')}${page}`, numbered(1)), { numbering })).toEqual(['一、第一頁的最後一句。', 'pageBreak', '臨時動議', 'pageBreak', '二、次案', 'pageBreak']);
    expect(read(`<w:tbl><w:tr><w:tc>${p(`${r('甲')}${page}${r('乙')}`)}</w:tc></w:tr></w:tbl>`)).toEqual([[['1×1 甲/乙']]]);
    const { blocks } = opened(foreignDocx(p(`${r('甲')}${page}${r('乙')}<w:r><w:footnoteReference w:id="2"/></w:r>`), { footnotes: `<w:footnote w:id="2">${p('見附件')}</w:footnote>` }));
    expect(blocks).toMatchObject([{ notes: [] }, {}, { index: 1, notes: [{ text: '見附件' }], runs: [{ text: '乙' }, { note: 0 }] }]);
  });

  it('end where the next section begins one, as that one says itself', () => {
    const section = (type = '') => `<w:sectPr>${type && `<w:type w:val="${type}"/>`}<w:cols w:num="2"/></w:sectPr>`;
    // A list of names in two columns, between lines of one.
    expect(read(p('名單如下：', section()) + p('石仲平', section('continuous')) + p('散會') + section('continuous'))).toEqual(['名單如下：', '石仲平', '散會']);
    expect(read(p('甲', section('continuous')) + p('附件') + section())).toEqual(['甲', 'pageBreak', '附件']);
  });
});

describe('words', () => {
  it('of a choice of editions stand there once, in paragraphs, in runs and in boxes', () => {
    const both = (one: string, other: string) => `<mc:AlternateContent><mc:Choice Requires="w14">${one}</mc:Choice><mc:Fallback>${other}</mc:Fallback></mc:AlternateContent>`;
    const box = both(`<w:drawing><wps:wsp><wps:txbx><w:txbxContent>${p('框')}</w:txbxContent></wps:txbx></wps:wsp></w:drawing>`, `<w:pict><v:textbox><w:txbxContent>${p('框')}</w:txbxContent></v:textbox></w:pict>`);
    expect(read(p(both(r('段'), r('舊')) + `<w:r>${both('<w:t>新字</w:t>', '<w:t>舊字</w:t>')}</w:r><w:r>${box}</w:r>`))).toEqual(['段新字', '框']);
    const shape = (text: string) => `<v:shape><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></v:shape>`;
    expect(read(p(`<w:r><w:pict><v:group>${shape('一')}${shape('二')}</v:group></w:pict></w:r>`))).toEqual(['', '一', '二']);
  });

  it('that are hidden by the run, by its style or by the style of the paragraph are left out, with what stands between them', () => {
    const styles = `<w:style w:type="character" w:styleId="c"><w:name w:val="c"/><w:rPr><w:vanish/></w:rPr></w:style>${style('h', 'h', '', '', '<w:vanish/>')}`;
    const file = opened(foreignDocx(p(`${r('見')}${r('隱', '<w:rStyle w:val="c"/>')}<w:r><w:rPr><w:vanish/></w:rPr><w:tab/><w:t>隱</w:t><w:br/></w:r>${r('又見', '<w:vanish w:val="0"/>')}`) + p(r('隱') + r('例外', '<w:vanish w:val="false"/>'), '<w:pStyle w:val="h"/>'), { styles }));
    expect(shown(file.blocks)).toEqual(['見又見', '例外']);
    expect(file.left.has('hidden')).toBe(true);
  });

  it('of fields are their results: not the conditions of an IF, and not 目錄, of which it is said', () => {
    expect(read(p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>${field('MERGEFIELD 職稱', r('理事'))}<w:r><w:instrText> = "理事" "甲" "乙" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('敬啟者')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`))).toEqual(['敬啟者']);
    // A damaged field hides nothing of what follows.
    expect(read(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p('散會'))).toEqual(['', '散會']);
    const contents = opened(foreignDocx(p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink w:anchor="_Toc1">${r('一、報告')}<w:r><w:tab/></w:r>${field('PAGEREF _Toc1', r('1'))}</w:hyperlink>`) + p(r('二、討論')) + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>') + p('三、附錄', '<w:pStyle w:val="TOC1"/>') + p('一、報告'), { styles: style('TOC1', 'toc 1') }));
    expect(shown(contents.blocks)).toEqual(['', '', '', '', '一、報告']);
    expect([...contents.left.keys()]).toEqual(['contents']);
  });

  it('behind 目錄 are read where its end is missing, or was deleted', () => {
    const begin = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
    const body = p(`${begin}${r('一、報告')}`, '<w:pStyle w:val="TOC1"/>') + p('一、報告') + p('秘書處報告。', numbered(1));
    const parts = { styles: style('TOC1', 'toc 1'), numbering: lists([['chineseCounting', '%1、']]) };
    for (const end of ['', p('<w:del w:id="1" w:author="柳思源"><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>')]) {
      const file = opened(foreignDocx(body + end, parts));
      expect(shown(file.blocks).slice(0, 3)).toEqual(['', '一、報告', '一、秘書處報告。']);
      expect(Object.fromEntries(file.left)).toEqual({ contents: 1 });
    }
  });

  it('in fonts of signs are the characters that they look like; a fraction keeps its line', () => {
    expect(read(p(`<w:r><w:sym w:font="Wingdings" w:char="00FE"/></w:r>${r('þ', '<w:rFonts w:ascii="Wingdings"/>')}${r('\uf0a8')}<w:r><w:sym w:font="Wingdings" w:char="F001"/></w:r>同意`.replace('同意', r('同意'))))).toEqual(['☑☑□□同意']);
    expect(read(p(`<m:oMath><m:f><m:num><m:r><m:t>2</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>${r('以上')}`))).toEqual(['2/3以上']);
    expect(read(p('<w:r><w:sym w:font="Symbol" w:char="F0B1"/><w:sym w:font="Symbol" w:char="00A3"/></w:r>' + r('\uf0b8\uf061', '<w:rFonts w:ascii="Symbol"/>')))).toEqual(['±≤÷α']);
  });

  it('of formulas keep what their form says: powers, brackets, bars, roots, sums', () => {
    const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const e = (inside: string, name = 'e') => `<m:${name}>${inside}</m:${name}>`;
    const { blocks } = opened(foreignDocx(p(`${r('共')}<m:oMath><m:sSup>${e(t('m'))}${e(t('2'), 'sup')}</m:sSup>${t('x')}<m:sSub>${e('')}${e(t('1'), 'sub')}</m:sSub></m:oMath>`)));
    expect(blocks).toMatchObject([{ runs: [{ text: '共m' }, { text: '2', marks: ['superscript'] }, { text: 'x' }, { text: '1', marks: ['subscript'] }] }]);
    expect(read(p(`<m:oMath>${t('2')}<m:d>${e(t('a+b'))}</m:d><m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr>${e(t('c'))}${e(t('d'))}</m:d></m:oMath>`))).toEqual(['2(a+b)[c|d']);
    expect(read(p(`<m:f>${e(t('a+b'), 'num')}${e(`<m:d>${e(t('c-d'))}</m:d>`, 'den')}</m:f><m:rad><m:deg/>${e(t('x+1'))}</m:rad><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>${e(t('n'))}</m:nary>`))).toEqual(['(a+b)/(c-d)√(x+1)∑n']);
  });

  it('of forms are the box as it is ticked, and the entry that was chosen', () => {
    const form = (data: string, result = '') => `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORM </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const box = (state: string) => form(`<w:checkBox>${state}</w:checkBox>`);
    expect(read(p(`${box('<w:default w:val="1"/>')}${r('同意')}${box('<w:default w:val="1"/><w:checked w:val="0"/>')}${r('不同意')}${box('<w:checked/>')}${r('棄權')}`))).toEqual(['☑同意☐不同意☑棄權']);
    const entries = '<w:listEntry w:val="出席"/><w:listEntry w:val="請假"/>';
    expect(read(p(`${r('石仲平')}${form(`<w:ddList><w:result w:val="1"/>${entries}</w:ddList>`, r('請假'))}${form(`<w:ddList>${entries}</w:ddList>`)}${form('<w:textInput/>', r('理事'))}`))).toEqual(['石仲平請假出席理事']);
  });

  it('of smart tags, of directions, of breaks and hyphens, of paragraphs whose end was moved', () => {
    expect(read(p(`<w:smartTag w:element="date">${r('二〇二四年')}<w:smartTag w:element="x">${r('一月')}</w:smartTag></w:smartTag><w:bdo w:val="ltr">${r('十九日')}</w:bdo>`))).toEqual(['二〇二四年一月十九日']);
    expect(read(p('<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t></w:r>'))).toEqual(['a\nb\nc-de']);
    expect(read(p('丙', '<w:rPr><w:moveFrom w:id="1" w:author="柳思源"/></w:rPr>') + p('丁'))).toEqual(['丙丁']);
  });
});

describe('XML', () => {
  const files = foreignFiles(p(r('嚴格')) + `<w:tbl><w:tr>${cell('表')}</w:tr></w:tbl>`);
  const document = strFromU8(files['word/document.xml'] as Uint8Array);
  const wide = Buffer.from(`\ufeff${document.replace('UTF-8', 'UTF-16')}`, 'utf16le');
  it.each<[string, Uint8Array]>([
    ['of the strict edition', strToU8(document.replace('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'))],
    ['under another prefix', strToU8(document.replaceAll(/(<\/?|xmlns:)w([:=])/g, '$1ns0$2'))],
    ['in UTF-16', wide],
    ['in UTF-16, the other way round', Buffer.from(wide).swap16()],
    ['with a byte order mark', strToU8(`\ufeff${document}`)],
  ])('%s', (_, part) => {
    expect(shown(opened(zipSync({ ...files, 'word/document.xml': part })).blocks)).toEqual(['嚴格', [['1×1 表']]]);
  });
});
