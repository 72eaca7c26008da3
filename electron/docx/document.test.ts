import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Region, Script } from '#shared/language.ts';
import { layouts } from '#shared/layouts/index.ts';
import { layoutSchema } from '#shared/layouts/layout.ts';
import { inlineText } from '#shared/minutes/inline.ts';
import type { PrintNode, PrintParagraph } from '#shared/minutes/print.ts';
import { printToDocx } from './index.ts';
import { lintDocx } from './lint.ts';
import { all, at, type Element, numbersShown, openDocx, textOf, val } from './testing/opened.ts';
import { everyKind, exported, paper, paragraph, png } from './testing/records.ts';

const places: [Region, Script][] = [
  ['TW', 'Hant'],
  ['CN', 'Hans'],
  ['HK', 'Hant'],
];

const paragraphsOf = (nodes: PrintNode[]): PrintParagraph[] =>
  nodes.flatMap((node) => (node.type === 'paragraph' ? [node] : node.type === 'table' ? node.rows.flat().flatMap((cell) => cell.paragraphs) : []));

const plainText = ({ runs }: PrintParagraph): string =>
  inlineText(runs);

const first = (paragraphs: Element[], text: string): Element => paragraphs.find((each) => textOf(each) === text)!;

describe('what the record says', () => {
  test.each(places)('every character of every kind of block is there, in order (%s, %s)', async (region, script) => {
    const print = everyKind(region, script);
    const texts = openDocx(await exported(print)).paragraphs.map(textOf).filter((text) => text !== '');
    expect(texts).toEqual(paragraphsOf(print.nodes).map(plainText).filter((text) => text !== ''));
    expect(texts.length).toBeGreaterThan(20);
  });

  test('characters that no Word file can hold are gone, all others stay', async () => {
    const text = '理\u0000事\ufffe會\uffff 𠮷野  “兩個  空白” <甲 & "乙">';
    const print = paper([paragraph(`${text}\ud842`)], { title: '會議\u0007紀錄\udc00 & <甲>', organisation: '青禾\ufffe' });
    const bytes = await exported(print);
    const file = openDocx(bytes);
    expect(file.paragraphs.map(textOf)).toEqual(['理事會 𠮷野  “兩個  空白” <甲 & "乙">\ufffd']);
    expect(at(file.part('docProps/core.xml'), 'dc:title')?.text).toBe('會議紀錄\ufffd & <甲>');
    expect(lintDocx(bytes)).toEqual([]);
  });

  test('tabs and line breaks are those of Word', async () => {
    const file = openDocx(await exported(paper([paragraph([{ type: 'text', text: '甲\t乙\n丙' }, { type: 'break' }, { type: 'text', text: '丁' }])])));
    expect(textOf(file.paragraphs[0]!)).toBe('甲\t乙\n丙\n丁');
    expect(all(file.body, 'w:t').map((each) => each.text)).toEqual(['甲', '乙', '丙', '丁']);
  });

  test('an empty record is a sound file', async () => {
    const bytes = await exported(paper([], { title: '', organisation: '', date: null }));
    expect(lintDocx(bytes)).toEqual([]);
    expect(openDocx(bytes).names.filter((name) => name.startsWith('word/header'))).toEqual([]);
  });
});

describe('marks', () => {
  test.each([
    ['bold', 'w:b', undefined],
    ['italic', 'w:i', undefined],
    ['underline', 'w:u', 'single'],
    ['strike', 'w:strike', undefined],
    ['superscript', 'w:vertAlign', 'superscript'],
    ['subscript', 'w:vertAlign', 'subscript'],
    ['highlight', 'w:highlight', 'yellow'],
  ] as const)('%s', async (mark, name, expected) => {
    const file = openDocx(await exported(paper([paragraph([{ type: 'text', text: '平常' }, { type: 'text', text: '不同', marks: [mark] }])])));
    const [usual, marked] = all(file.body, 'w:r');
    expect(at(usual, name)).toBeUndefined();
    expect(at(marked, name)).toBeDefined();
    expect(val(marked, name)).toBe(expected);
  });

  test('a blank is seen at once', async () => {
    const file = openDocx(await exported(paper([paragraph([{ type: 'text', text: '請於' }, { type: 'blank', label: '日期' }])])));
    const blank = all(file.body, 'w:r')[1];
    expect(blank && textOf(blank)).toBe('〔日期〕');
    expect(val(blank, 'w:highlight')).toBe('yellow');
  });

  test('a link is one hyperlink with its marks and its address', async () => {
    const link = 'https://example.org/附件?a=1&b=2';
    const file = openDocx(
      await exported(paper([paragraph([{ type: 'text', text: '見' }, { type: 'text', text: '附', link }, { type: 'text', text: '件', link, marks: ['bold'] }, { type: 'text', text: '。' }])])),
    );
    const [hyperlink, ...others] = all(file.body, 'w:hyperlink');
    expect(others).toEqual([]);
    expect(textOf(hyperlink!)).toBe('附件');
    expect(all(hyperlink!, 'w:r').map((run) => val(run, 'w:rStyle'))).toEqual(['Hyperlink', 'Hyperlink']);
    const target = all(file.part('word/_rels/document.xml.rels'), 'Relationship').find((each) => each.attributes['Id'] === hyperlink!.attributes['r:id']);
    expect(target?.attributes).toMatchObject({ Target: new URL(link).href, TargetMode: 'External' });
  });

  test('what is no address stays text', async () => {
    const file = openDocx(await exported(paper([paragraph([{ type: 'text', text: '附件', link: 'https://' }])])));
    expect(all(file.body, 'w:hyperlink')).toEqual([]);
    expect(textOf(file.paragraphs[0]!)).toBe('附件');
  });
});

describe('styles', () => {
  const styleOf = async (style: PrintParagraph['style']) => {
    const file = openDocx(await exported(paper([paragraph('文字', { style })])));
    return file.style(val(file.paragraphs[0], 'w:pStyle')!);
  };

  test.each([
    ['heading1', 'Heading1', 'heading 1', '0'],
    ['heading2', 'Heading2', 'heading 2', '1'],
    ['heading3', 'Heading3', 'heading 3', '2'],
    ['heading4', 'Heading4', 'heading 4', '3'],
    ['sectionHeading', 'SectionHeading', '會議事項標題', '1'],
  ] as const)('%s is in the navigation pane', async (style, id, name, outline) => {
    const found = await styleOf(style);
    expect(found.attributes['w:styleId']).toBe(id);
    expect(val(found, 'w:name')).toBe(name);
    expect(val(found, 'w:outlineLvl')).toBe(outline);
    expect(at(found, 'w:keepNext')).toBeDefined();
    expect(val(found, 'w:next')).toBe('BodyText');
  });

  test('the heading of a section is a heading', async () => {
    expect(val(await styleOf('sectionHeading'), 'w:basedOn')).toBe('Heading2');
  });

  test('text begins two characters in, in characters and in twips', async () => {
    expect(at(await styleOf('body'), 'w:ind')?.attributes).toMatchObject({ 'w:firstLineChars': '200', 'w:firstLine': '560' });
  });

  test('a data line that wraps stands under its text', async () => {
    const indent = at(await styleOf('metaLine'), 'w:ind')?.attributes;
    expect(indent).toMatchObject({ 'w:left': '840', 'w:hangingChars': '300', 'w:hanging': '840' });
    // Word adds the hanging characters to these.
    expect(indent?.['w:leftChars']).toBeUndefined();
  });

  test('a quotation stands in from both sides', async () => {
    expect(at(await styleOf('quote'), 'w:ind')?.attributes).toMatchObject({ 'w:leftChars': '200', 'w:left': '560', 'w:rightChars': '200', 'w:right': '560' });
  });

  test('the depth of a bullet is not overruled by its style', async () => {
    expect(at(await styleOf('bullet'), 'w:ind')?.attributes).toEqual({ 'w:left': '840', 'w:right': '0', 'w:hanging': '280' });
  });

  test.each([
    ['start', 'left'],
    ['center', 'center'],
    ['end', 'right'],
    ['justify', 'both'],
  ] as const)('a paragraph that is set %s is so in Word', async (align, jc) => {
    const file = openDocx(await exported(paper([paragraph('文字', { align })])));
    expect(val(file.paragraphs[0], 'w:jc')).toBe(jc);
  });

  test.each([
    ['zh-CN', 'CN', 'Hans', '宋体', '黑体', 'SimSun', '86'],
    ['zh-TW', 'TW', 'Hant', '標楷體', '標楷體', 'DFKai-SB', '88'],
    ['zh-HK', 'HK', 'Hant', '新細明體', '微軟正黑體', 'PMingLiU', '88'],
  ] as const)('%s has its own faces and language', async (language, region, script, text, heading, other, charset) => {
    const file = openDocx(await exported(everyKind(region, script)));
    const face = (style: string) => at(file.style(style), 'w:rFonts')?.attributes['w:eastAsia'];
    expect(face('BodyText')).toBe(text);
    expect(face('Heading1')).toBe(heading);
    const defaults = at(file.part('word/styles.xml'), 'w:docDefaults');
    expect(at(defaults, 'w:lang')?.attributes['w:eastAsia']).toBe(language);
    expect(at(file.part('word/settings.xml'), 'w:themeFontLang')?.attributes['w:eastAsia']).toBe(language);
    const font = all(file.part('word/fontTable.xml'), 'w:font').find((each) => each.attributes['w:name'] === text);
    expect(val(font, 'w:altName')).toContain(other);
    expect(val(font, 'w:charset')).toBe(charset);
    // A theme's face would win over the named one.
    expect(JSON.stringify(file.part('word/styles.xml'))).not.toContain('Theme');
  });

  test('Chinese runs say so, western ones do not', async () => {
    const file = openDocx(await exported(paper([paragraph('他說“don’t”……')])));
    const hints = all(file.body, 'w:r').map((run) => [textOf(run), at(run, 'w:rFonts')?.attributes['w:hint']]);
    expect(hints).toEqual([['他說“', 'eastAsia'], ['don’t', undefined], ['”……', 'eastAsia']]);
  });
});

describe('numbers', () => {
  const item = (level: 1 | 2 | 3 | 4, list: string, label: string): PrintParagraph => paragraph(`條文${label}`, { style: `item${level}`, number: { list, level, label } });

  test('Word shows the numbers that the record has, and none is typed', async () => {
    const items = [
      item(1, 'a', '一、'),
      item(2, 'a', '（一）'),
      item(2, 'a', '（二）'),
      item(3, 'a', '1.'),
      item(4, 'a', '（1）'),
      item(4, 'a', '（2）'),
      item(1, 'a', '二、'),
      item(2, 'a', '（一）'),
      item(1, 'b', '一、'),
      item(1, 'b', '二、'),
      item(2, 'c', '（一）'),
      item(2, 'd', '（一）'),
      item(3, 'd', '1.'),
      ...Array.from({ length: 12 }, (_, index) => item(1, 'e', ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'][index]! + '、')),
    ];
    const file = openDocx(await exported(paper(items)));
    expect(numbersShown(file)).toEqual(items.map((each) => each.number?.label));
    expect(file.paragraphs.map(textOf)).toEqual(items.map(plainText));
  });

  test('a record of every kind shows its own numbers too', async () => {
    const print = everyKind();
    const numbered = paragraphsOf(print.nodes).filter((each) => each.number);
    const shown = numbersShown(openDocx(await exported(print))).filter((number) => number !== '' && !'•–▪'.includes(number));
    expect(shown).toEqual(numbered.map((each) => each.number?.label));
    expect(shown.length).toBeGreaterThan(4);
  });

  test('each level is bound to its style, native and Chinese', async () => {
    const file = openDocx(await exported(paper([item(1, 'a', '一、')])));
    const numId = val(file.style('Item1'), 'w:numId');
    const num = all(file.part('word/numbering.xml'), 'w:num').find((each) => each.attributes['w:numId'] === numId);
    const abstract = all(file.part('word/numbering.xml'), 'w:abstractNum').find((each) => each.attributes['w:abstractNumId'] === val(num, 'w:abstractNumId'))!;
    expect(all(abstract, 'w:lvl').map((level) => [val(level, 'w:pStyle'), val(level, 'w:numFmt'), val(level, 'w:lvlText')])).toEqual([
      ['Item1', 'chineseCountingThousand', '%1、'],
      ['Item2', 'chineseCountingThousand', '（%2）'],
      ['Item3', 'decimal', '%3.'],
      ['Item4', 'decimal', '（%4）'],
    ]);
    expect(at(abstract, 'w:ind')?.attributes).toMatchObject({ 'w:firstLine': '560', 'w:firstLineChars': '200' });
    expect(['Item1', 'Item2', 'Item3', 'Item4'].map((id) => val(file.style(id), 'w:ilvl') ?? '0')).toEqual(['0', '1', '2', '3']);
  });

  test('an item style without a number shows none', async () => {
    expect(numbersShown(openDocx(await exported(paper([paragraph('續', { style: 'item1' }), paragraph('續', { style: 'bullet' })]))))).toEqual(['', '']);
  });

  test('bullets are native, however deep', async () => {
    const bullets = [0, 1, 2, 3, 9].map((bullet) => paragraph('場地', { style: 'bullet', bullet }));
    expect(numbersShown(openDocx(await exported(paper(bullets))))).toEqual(['•', '–', '▪', '•', '•']);
  });
});

describe('pages', () => {
  test('the paper, its margins and its running lines', async () => {
    const file = openDocx(await exported(everyKind()));
    const section = at(file.body, 'w:sectPr');
    expect(at(section, 'w:pgSz')?.attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    expect(at(section, 'w:pgMar')?.attributes).toMatchObject({ 'w:top': '1531', 'w:left': '1587', 'w:right': '1474', 'w:bottom': '1417' });
    expect(at(section, 'w:titlePg')).toBeDefined();
    // The first page has a header without a line, for the mark of a draft.
    expect(all(section!, 'w:headerReference').map((each) => each.attributes['w:type']).sort()).toEqual(['default', 'first']);
    expect(all(section!, 'w:footerReference').map((each) => each.attributes['w:type']).sort()).toEqual(['default', 'first']);
  });

  test.each([
    ['Hant', '第 PAGE 頁，共 NUMPAGES 頁'],
    ['Hans', '第 PAGE 页，共 NUMPAGES 页'],
  ] as const)('page numbers are counted by Word, in the words of the script (%s)', async (script, expected) => {
    const file = openDocx(await exported(everyKind(script === 'Hans' ? 'CN' : 'TW', script)));
    const footer = file.part('word/footer1.xml');
    const pieces = all(footer, 'w:r').flatMap((run) => run.children.filter((child) => ['w:t', 'w:instrText'].includes(child.name)).map((child) => child.text));
    expect(pieces.join('')).toBe(expected);
    expect(textOf(file.part('word/header1.xml'))).toBe('青禾綠化協會第三屆第二次理事會會議紀錄');
  });

  test('a page break goes to what comes after it', async () => {
    const table: PrintNode = { type: 'table', headerRows: 0, widths: [1], rows: [[{ paragraphs: [paragraph('格')], columns: 1, rows: 1, header: false }]] };
    const file = openDocx(await exported(paper([paragraph('前'), { type: 'pageBreak' }, paragraph('後'), { type: 'pageBreak' }, table, { type: 'pageBreak' }])));
    expect(at(first(file.paragraphs, '後'), 'w:pageBreakBefore')).toBeDefined();
    expect(at(first(file.paragraphs, '前'), 'w:pageBreakBefore')).toBeUndefined();
    const order = file.body.children.map((child) => (child.name === 'w:p' && val(child, 'w:pStyle') === 'TableText' && at(child, 'w:br') ? 'break' : child.name));
    expect(order).toEqual(['w:p', 'w:p', 'break', 'w:tbl', 'w:p', 'w:p', 'w:sectPr']);
    expect(at(file.paragraphs.at(-1)!, 'w:pageBreakBefore')).toBeDefined();
  });
});

describe('what a paragraph has of its own', () => {
  const official = layouts.gbt9704;
  const written = async (node: PrintParagraph) => openDocx(await printToDocx(paper([node]), { layout: official, asset: () => Promise.resolve(null) }));

  test('size, white and indents stand in the paragraph; an exact line follows its size', async () => {
    const file = await written(paragraph('紀要', { style: 'mark', own: { pt: 20, before: 30 } }));
    expect(at(file.paragraphs[0], 'w:spacing')?.attributes).toMatchObject({ 'w:before': '600', 'w:line': '440', 'w:lineRule': 'exact' });
    expect(val(all(file.body, 'w:r')[0], 'w:sz')).toBe('40');
    const indented = await written(paragraph('簽名', { style: 'imprint', own: { indent: { left: 1, hanging: 0 } } }));
    expect(at(indented.paragraphs[0], 'w:ind')?.attributes).toMatchObject({ 'w:left': '280', 'w:leftChars': '0', 'w:right': '280', 'w:rightChars': '0', 'w:firstLine': '0', 'w:hangingChars': '0' });
  });

  test('a run has the face that it names, and what follows a tab stands at the end of the type area', async () => {
    const file = await written(paragraph([{ type: 'text', text: '出席', face: 'heading' }, { type: 'tab' }, { type: 'text', text: '甲', face: 'nowhere' }]));
    const [label, , name] = all(file.body, 'w:r');
    expect(at(label, 'w:rFonts')?.attributes).toMatchObject({ 'w:eastAsia': '黑体', 'w:hint': 'eastAsia' });
    expect(at(name, 'w:rFonts')?.attributes['w:eastAsia']).toBeUndefined();
    expect(at(file.paragraphs[0], 'w:tabs', 'w:tab')?.attributes).toMatchObject({ 'w:val': 'right', 'w:pos': '8844' });
  });
});

describe('bookmarks', () => {
  test('every block leaves one, numbered in order; a name that is bad or taken is left out', async () => {
    const file = openDocx(await exported(paper([paragraph('甲', { anchor: 'abc123' }), paragraph('乙', { anchor: 'abc123' }), paragraph('丙', { anchor: 'a-b' }), paragraph('丁', { anchor: 'def456' })])));
    expect(all(file.body, 'w:bookmarkStart').map((each) => [each.attributes['w:name'], each.attributes['w:id']])).toEqual([['n_abc123', '0'], ['n_def456', '1']]);
    expect(all(file.body, 'w:bookmarkEnd').map((each) => each.attributes['w:id'])).toEqual(['0', '1']);
  });

  test('all blocks of a record, tables and pictures too', async () => {
    const print = everyKind();
    const anchored = [...print.nodes.filter((node) => node.type !== 'pageBreak'), ...paragraphsOf(print.nodes)];
    const anchors = anchored.flatMap(({ anchor }) => (anchor === undefined ? [] : [anchor]));
    expect(anchors).toContain(print.nodes.find((node) => node.type === 'table')?.anchor);
    const names = all(openDocx(await exported(print)).body, 'w:bookmarkStart').map((each) => each.attributes['w:name']);
    expect(new Set(names)).toEqual(new Set(anchors.map((anchor) => `n_${anchor}`)));
  });
});

describe('the file', () => {
  test('says what it is, of whom and of which day', async () => {
    const core = openDocx(await exported(everyKind())).part('docProps/core.xml');
    const text = (name: string) => at(core, name)?.text;
    expect(text('dc:title')).toBe('青禾綠化協會第三屆第二次理事會會議紀錄');
    expect(text('dc:creator')).toBe('青禾綠化協會');
    expect(text('dcterms:created')).toBe('2024-01-19T00:00:00Z');
    expect(text('dc:language')).toBe('zh-TW');
  });

  test('takes the properties that it is given', async () => {
    const bytes = await printToDocx(paper([], { date: null }), { layout: layouts.association, asset: () => Promise.resolve(null), properties: { title: '另名', keywords: '理事會' } });
    const core = openDocx(bytes).part('docProps/core.xml');
    expect(at(core, 'dc:title')?.text).toBe('另名');
    expect(at(core, 'cp:keywords')?.text).toBe('理事會');
    expect(at(core, 'dcterms:created')?.text).toBe('1970-01-01T00:00:00Z');
  });

  test('is the same for the same record, twice in one program', async () => {
    const print = everyKind();
    expect(Buffer.from(await exported(print)).equals(await exported(print))).toBe(true);
  });

  test('is the same from another program in another time zone', async () => {
    const print = everyKind();
    const script = `
      const { printToDocx } = await import('./electron/docx/index.ts');
      const { layouts } = await import('./shared/layouts/index.ts');
      const { createHash } = await import('node:crypto');
      let input = '';
      for await (const chunk of process.stdin.setEncoding('utf8')) input += chunk;
      const asset = () => Promise.resolve(Buffer.from('${png.toString('base64')}', 'base64'));
      const bytes = await printToDocx(JSON.parse(input), { layout: layouts.association, asset });
      process.stdout.write(createHash('sha256').update(bytes).digest('hex'));`;
    const root = new URL('../..', import.meta.url);
    const other = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, input: JSON.stringify(print), env: { ...process.env, TZ: 'Pacific/Auckland' }, encoding: 'utf8' });
    expect(other).toBe(createHash('sha256').update(await exported(print)).digest('hex'));
  });
});

describe('a layout', () => {
  const altered = (change: Record<string, unknown>) => layoutSchema.safeParse({ ...layouts.association, ...change }).success;

  test('that is whole is taken; one with a face, a size or a key that is not known is refused', () => {
    expect(altered({})).toBe(true);
    expect(altered({ base: { ...layouts.association.base, face: 'nowhere' } })).toBe(false);
    expect(altered({ base: { ...layouts.association.base, pt: 0 } })).toBe(false);
    expect(altered({ styles: { ...layouts.association.styles, body: undefined } })).toBe(false);
    expect(altered({ colour: 'red' })).toBe(false);
  });

  test('is all that another look needs', async () => {
    const layout = layoutSchema.parse({
      ...layouts.association,
      id: 'other',
      page: { ...layouts.association.page, top: 37 },
      styles: { ...layouts.association.styles, title: { ...layouts.association.styles.title, pt: 26, colour: 'C00000' } },
      items: [{ ...layouts.association.items[0], format: 'ideographLegalTraditional' }, ...layouts.association.items.slice(1)],
    });
    const file = openDocx(await printToDocx(everyKind(), { layout, asset: () => Promise.resolve(png) }));
    expect(at(file.body, 'w:pgMar')?.attributes['w:top']).toBe('2098');
    expect(val(file.style('Title'), 'w:sz')).toBe('52');
    expect(val(file.style('Title'), 'w:color')).toBe('C00000');
    expect(all(file.part('word/numbering.xml'), 'w:numFmt').map((each) => each.attributes['w:val'])).toContain('ideographLegalTraditional');
  });
});
