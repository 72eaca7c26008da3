import { layouts } from '../layouts/index.ts';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { type Block, blocks } from '../minutes/blocks/index.ts';
import { newMinutes } from '../minutes/document.ts';
import { inlineText, plain } from '../minutes/inline.ts';
import { printDocument } from '../minutes/printing.ts';
import { blockText } from '../minutes/text.ts';
import { printToHtml } from './html.ts';
import { printToText } from './text.ts';

const every = Object.values(blocks).flatMap((block) => block.fixtures as Block[]);
const meta = {
  title: '第三屆理事會第四次會議紀錄',
  organisation: '青禾綠化協會',
  start: '2024-01-19T09:30',
  place: '二樓會議廳',
  chair: '石仲平',
};
const record = (list: Block[]) => ({ ...newMinutes(meta), blocks: list });
const picture = 'data:image/png;base64,iVBORw0KGgo=';
const html = (list: Block[], assets: (hash: string) => string | null = () => picture) =>
  printToHtml(printDocument(record(list), layouts.association), { assets });
const text = (list: Block[]) => printToText(printDocument(record(list), layouts.association));

/** What a reader sees of an HTML file, without white space. */
const seen = (file: string) =>
  file
    .replace(/^[\s\S]*<main>/, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&')
    .replace(/\s/g, '');

describe('the HTML file in a layout', () => {
  const of = (id: keyof typeof layouts) => {
    const print = printDocument(record(every), layouts[id]);
    return { print, file: printToHtml({ ...print, nodes: [...print.nodes, { type: 'paragraph', style: 'masthead', runs: [{ type: 'text', text: '左' }, { type: 'tab' }, { type: 'text', text: '右' }] }] }, { assets: () => picture, layout: layouts[id] }) };
  };

  it.each(['association', 'gbt9704', 'taiwan', 'hongkong'] as const)('%s has its page, faces and sizes, its parts and foot, its numbers, and both ends of a line', (id) => {
    const { print, file } = of(id);
    const { page, styles } = layouts[id];
    expect(file).toContain(`margin: ${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm`);
    const face = layouts[id].faces[styles.title.face]![print.language as 'zh-TW']!;
    expect(file).toContain(`.title { font-family: "${face.latin}", "${face.eastAsia[0]}"`);
    expect(file).toMatch(new RegExp(`\\.title \\{[^}]*font-size: ${styles.title.pt}pt;`));
    const text = seen(file);
    for (const node of [...print.nodes, ...print.foot]) if (node.type === 'paragraph' && node.number) expect(text).toContain(node.number.label.replace(/\s/g, ''));
    for (const node of print.foot) if (node.type === 'paragraph') expect(text).toContain(inlineText(node.runs).replace(/\s/g, ''));
    expect(file).toContain('<p class="masthead split"><span>左</span><span>右</span></p>');
  });
});

describe('a draft', () => {
  const file = (more: Partial<typeof meta> & Parameters<typeof newMinutes>[0] = {}) =>
    printToHtml(printDocument(newMinutes({ ...meta, ...more }), layouts.association), { assets: () => null });
  const step = { at: '2024-02-01T02:00:00.000Z', by: '' };

  it('says so behind the text of every page, unless she chose that it does not', () => {
    expect(file()).toContain('<div class="watermark" aria-hidden="true">草稿</div>');
    expect(file({ stages: [{ ...step, stage: 'submitted' }] })).toContain('class="watermark"');
    expect(file({ draftMark: 'none' })).not.toContain('class="watermark"');
    expect(file({ stages: [{ ...step, stage: 'final', seal: 'a'.repeat(64) }] })).not.toContain('class="watermark"');
  });
});

describe.each([
  ['HTML', (list: Block[]) => seen(html(list, () => null))],
  ['plain text', (list: Block[]) => text(list).replace(/\s/g, '')],
])('the %s file', (_, read) => {
  it.each(Object.keys(blocks))('loses no text of the kind %s', (kind) => {
    const fixtures = blocks[kind as keyof typeof blocks].fixtures as Block[];
    // What a form keeps as data beside the section (matter of a narrative resolution) is not printed.
    const aside = new Set(
      fixtures.flatMap((block) =>
        'fields' in block && (block.heading === '' || kind === 'resolution') ? Object.values(block.fields) : [],
      ),
    );
    const paper = read(fixtures);
    // What is data prints in its own form: a date as words, a row as the row of a table. Its kind is tested for that.
    const written = fixtures.map((block) => ('fields' in block ? ({ ...block, data: undefined } as Block) : block));
    for (const line of written.flatMap(blockText)) {
      if (!aside.has(line)) expect(paper).toContain(line.replace(/\s/g, ''));
    }
  });

  it('keeps the order of the record', () => {
    const paper = read(every);
    const places = ['會議於上午', '修訂章程第七條', '章程第三條', '會費收入', '圖一', '出席：', '市園林局方若蘭副局長致詞', '植樹情形', '案由：', '決議：無異議通過。'];
    const found = places.map((place) => paper.indexOf(place));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((one, other) => one - other));
  });

  it('writes the numbers of items', () => {
    expect(read(blocks.item.fixtures)).toContain('一、修訂章程第七條（一）條文對照1.現行條文（1）第一款二、增聘顧問');
  });

  it('prints a place that nobody filled in', () => {
    expect(read(blocks.paragraph.fixtures)).toContain('請於〔日期〕前回覆');
  });

  it('has the head of the record in front', () => {
    expect(read([{ id: 'para00001', kind: 'paragraph', inline: plain('開會。') }])).toBe(
      '青禾綠化協會第三屆理事會第四次會議紀錄時間：113年1月19日（星期五）上午9時30分地點：二樓會議廳主席：石仲平開會。',
    );
  });
});

describe('the HTML file', () => {
  it('escapes what is not markup', () => {
    const nasty = `<script>alert("1")</script> & 'x'`;
    const file = html([
      { id: 'para00001', kind: 'paragraph', inline: [...plain(nasty), { type: 'blank', label: '<b>' }] },
      { id: 'link00001', kind: 'paragraph', inline: [{ type: 'text', text: '附件', link: 'https://example.org/?a=1&b="2"' }] },
    ]);
    expect(file).not.toContain('<script');
    expect(file).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;');
    expect(file).toContain('〔&lt;b&gt;〕');
    expect(file).toContain('href="https://example.org/?a=1&amp;b=&quot;2&quot;"');
  });

  it('is well formed for every kind of block', () => {
    const body = html(every).replace(/^[\s\S]*<body>/, '<body>').replace('</html>', '').replace(/<(br|hr|col|img)\b([^>]*)>/g, '<$1$2/>');
    expect(XMLValidator.validate(body.trim())).toBe(true);
    expect(new XMLParser().parse(body)).toHaveProperty('body.main.h1');
  });

  it('fetches nothing and runs nothing, whatever opens it', () => {
    expect(html(every)).toContain('content="default-src \'none\'; img-src data:;');
  });

  it('names its language, title and headings', () => {
    const file = html(blocks.heading.fixtures);
    expect(file).toMatch(/^<!doctype html>\n<html lang="zh-TW">/);
    expect(file).toContain('<title>第三屆理事會第四次會議紀錄</title>');
    expect(file).toContain('<h1 class="title center">青禾綠化協會<br>第三屆理事會第四次會議紀錄</h1>');
    expect(file.match(/<h[2-5]/g)).toEqual(['<h2', '<h3', '<h4', '<h5']);
  });

  it('writes tables with header cells and spans', () => {
    const file = html(blocks.table.fixtures);
    expect(file).toMatch(/<thead>\n<tr><th scope="col">.*項次.*<\/tr>\n<\/thead>/);
    expect(file).toContain('<td colspan="2"><p id="cell00000007" class="tableText">合計</p></td>');
    expect(file).toContain('<col style="width:50.00%">');
  });

  it('holds pictures with their caption, and says what a missing one shows', () => {
    expect(html(blocks.image.fixtures)).toContain(
      `<figure id="imag00000001"><img src="${picture}" alt="會場全景" width="640" height="480" style="width:80mm"><figcaption>圖一　會場全景</figcaption></figure>`,
    );
    expect(html(blocks.image.fixtures, () => null)).toContain('<p class="missing">會場全景</p>');
  });

  it('marks text and links it', () => {
    const file = html(blocks.paragraph.fixtures);
    expect(file).toContain('<strong>請於</strong>');
    expect(file).toContain('<a href="https://example.org/annex">附件</a><br><em>約 12 m</em><sup>2</sup>');
    expect(file).toContain('class="body center"');
  });
});

describe('the plain text file', () => {
  it('keeps the columns in line beside and below a cell that covers rows and columns', () => {
    const cell = (text: string, rows = 1, columns = 1) => ({ columns, rows, header: false, paragraphs: [{ type: 'paragraph' as const, style: 'body' as const, runs: plain(text) }] });
    const rows = [[cell('第一組', 2), cell('石仲平'), cell('組長')], [cell('柳思源'), cell('組員')], [cell('合計', 1, 2), cell('二人', 2)], [cell('列席'), cell('唐以安')]];
    expect(printToText({ ...printDocument(newMinutes(), layouts.association), nodes: [{ type: 'table', headerRows: 0, widths: [0.4, 0.3, 0.3], rows }] })).toBe('第一組\t石仲平\t組長\n\t柳思源\t組員\n合計\t\t二人\n列席\t唐以安\t\n');
  });

  it('writes a table row a line, with tabs that keep the columns in line', () => {
    expect(text(blocks.table.fixtures)).toContain('項次\t科目\t金額\n1\t會費收入\t120,000\n合計\t\t120,000\n');
  });

  it('breaks a line where the paragraph does, and indents bullets', () => {
    expect(text(blocks.paragraph.fixtures)).toContain('詳見附件\n約 12 m2');
    expect(text(blocks.bullet.fixtures)).toContain('• 場地：二樓會議廳\n　• 備用：三樓教室\n');
  });
});
