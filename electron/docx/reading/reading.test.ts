import { expect, it } from 'vitest';
import { everyKind, exported } from '../testing/records.ts';
import { readDocx, type ReadBlock, type ReadDocx, type ReadParagraph } from './index.ts';
import { foreignDocx, type ForeignParts, lists, numbered, p, r, style } from './testing/foreign.ts';

const opened = (body: string, parts: ForeignParts = {}): ReadDocx => {
  const read = readDocx(foreignDocx(body, parts), 'a.docx');
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const paragraphs = (blocks: readonly ReadBlock[]): ReadParagraph[] => blocks.filter((block) => block.type === 'paragraph');
const textOf = ({ runs }: ReadParagraph): string => runs.map(({ text }) => text).join('');
/** Number and text of every paragraph. */
const shown = ({ blocks }: ReadDocx): string[] => paragraphs(blocks).map((one) => `${one.number?.label ?? ''}${textOf(one)}`);

it('reads what this program wrote: levels, numbers, tables, and the ids of its blocks', async () => {
  const read = readDocx(await exported(everyKind()), 'own.docx');
  if (!read.ok) throw new Error(read.error.code);
  const { blocks } = read.value;
  expect(paragraphs(blocks).filter(({ heading }) => heading !== null).map((one) => [one.heading, textOf(one)]).slice(0, 4)).toEqual([[1, '討論事項'], [2, '年度計畫'], [3, '經費'], [4, '分攤']]);
  expect(shown(read.value)).toEqual(expect.arrayContaining(['一、修訂章程第七條', '（一）條文對照', '1.現行條文', '（1）第一款', '二、增聘顧問']));
  expect(paragraphs(blocks).find((one) => textOf(one) === '修訂章程第七條')?.anchors).toEqual(['item00000001']);
  expect(blocks.find((block) => block.type === 'table')).toMatchObject({ headerRows: 1, rows: [[{ columns: 1 }, { columns: 1 }, { columns: 1 }], [{}, {}, {}], [{ columns: 2, rows: 1 }, { columns: 1 }]] });
  expect(blocks.find((block) => block.type === 'image')).toMatchObject({ alt: '會場全景', paperWidth: 80 });
});

it('shows the numbers of lists as Word does: levels, restarts, starts, legal figures, Chinese formats', () => {
  const level = (at: number, text: string) => p(text, numbered(1, at));
  const numbering = `${lists([['taiwaneseCountingThousand', '%1、'], ['taiwaneseCountingThousand', '（%2）'], ['decimal', '%1.%2.%3']], [['ideographLegalTraditional', '%1、']], [['ideographTraditional', '%1.']], [['decimalEnclosedCircle', '%1']])}<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
  const read = opened([level(0, '甲'), level(1, '子'), level(1, '丑'), level(2, '寅'), level(0, '乙'), level(1, '卯'), p('五', numbered(9)), p('壹', numbered(2)), p('貳', numbered(2)), p('干', numbered(3)), p('圈', numbered(4))].join(''), { numbering });
  expect(shown(read)).toEqual(['一、甲', '（一）子', '（二）丑', '一.二.1寅', '二、乙', '（一）卯', '五、五', '壹、壹', '貳、貳', '甲.干', '①圈']);
});

it('takes level and number from a style, and from the styles under it', () => {
  const styles = style('h', 'heading 1', '<w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr>', '', '<w:rFonts w:eastAsia="標楷體"/><w:sz w:val="32"/>') + style('own', '本會標題', '', 'h');
  const [read] = paragraphs(opened(p('討論事項', '<w:pStyle w:val="own"/>'), { styles, numbering: lists([['ideographLegalTraditional', '%1、']]) }).blocks);
  expect(read).toMatchObject({ heading: 1, number: { label: '壹、' }, styleName: '本會標題', runs: [{ look: { eastAsia: '標楷體', pt: 16 } }] });
});

it('puts insertions in and deletions out, and lists both', () => {
  const by = 'w:id="1" w:author="柳思源" w:date="2024-01-20T08:00:00Z"';
  const read = opened(p(`${r('會議')}<w:ins ${by}>${r('一致')}</w:ins>${r('通過')}<w:del ${by}><w:r><w:delText>預算</w:delText></w:r></w:del>${r('決算。')}`));
  expect(shown(read)).toEqual(['會議一致通過決算。']);
  expect(read.changes).toMatchObject([{ kind: 'insertion', text: '一致', author: '柳思源' }, { kind: 'deletion', text: '預算' }]);
});

it('says who commented on what', () => {
  const comments = `<w:comment w:id="0" w:author="方若蘭" w:date="2024-01-21T10:00:00Z">${p('請補人數')}</w:comment>`;
  const body = p('<w:bookmarkStart w:id="1" w:name="n_para00000001"/><w:bookmarkEnd w:id="1"/>' + r('應到') + `<w:commentRangeStart w:id="0"/>${r('十二人')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`);
  expect(opened(p('上一段') + body, { comments }).comments).toEqual([
    { id: '0', author: '方若蘭', date: '2024-01-21T10:00:00Z', text: '請補人數', paragraph: 1, anchor: 'para00000001', quote: '十二人' },
  ]);
});

it('finds the data of a program by its namespace, whatever the part is called', () => {
  const read = opened(p('文'), { files: { 'customXml/item7.xml': '<m:minutes xmlns:m="urn:example:minutes">H4sI</m:minutes>' } });
  expect(read.customXml.get('urn:example:minutes')?.text).toBe('H4sI');
});

it('takes the address of a link from the code of its field, and none that is no page', () => {
  const field = (code: string) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "${code}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('此處')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const linkOf = (code: string) => paragraphs(opened(p(`${r('見')}${field(code)}${r('。')}`)).blocks)[0]?.runs.map(({ text, link }) => [text, link]);
  expect(linkOf('https://example.org/a')).toEqual([['見', undefined], ['此處', 'https://example.org/a'], ['。', undefined]]);
  expect(linkOf('file:///C:/secret')).toEqual([['見此處。', undefined]]);
});
