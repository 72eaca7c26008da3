import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import type { PrintNode } from '../minutes/print.ts';
import { pagesHtml } from './html.ts';
import { han, pagesOf, paragraph } from './testing.ts';

const picture: PrintNode = { type: 'image', asset: 'a'.repeat(64), mime: 'image/png', width: 80, height: 60, paperWidth: null, alt: '<全景>' };
const nodes: PrintNode[] = [
  paragraph('討論事項', { style: 'heading1', anchor: 'head1' }),
  paragraph([{ type: 'text', text: `<${han(40)}>` }, { type: 'text', text: '附件', link: 'https://example.org/?a="1"' }, { type: 'blank', label: '日期' }], { anchor: 'para1' }),
  picture,
  { type: 'pageBreak' },
  paragraph('乙'),
];
const html = (asset: (hash: string) => string | null = () => 'data:image/png;base64,AAAA') => pagesHtml(pagesOf(nodes, { mark: '草稿' }), { asset });

/** What a reader sees of a page, line by line. */
const seen = (file: string): string[] =>
  [...file.matchAll(/<span class="line"[^>]*>(.*?)<\/span>(?=<span class="line"|<\/[ph])/g)].map(([, line = '']) => line.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>'));

test('every page is as large as the paper, and its text stands in the order in which it is read', () => {
  const file = html();
  expect(file).toContain('@page { size: 595.3pt 841.9pt; margin: 0; }');
  expect(file.match(/<div class="page"/g)).toHaveLength(2);
  expect(seen(file).join('')).toBe(`討論事項<${han(40)}>附件〔日期〕乙`);
});

test('headings are headings, blocks can be found, the watermark is behind every page', () => {
  const file = html();
  expect(file).toMatch(/<h1 id="head1">.*討論事項/);
  expect(file).toContain('<p id="para1">');
  expect(file.match(/class="page-mark"/g)).toHaveLength(2);
});

test('it is well formed, with nothing of the text read as markup', () => {
  const body = html().replace(/^[\s\S]*<body>/, '<body>').replace('</html>', '').replace(/<img\b([^>]*)>/g, '<img$1/>');
  expect(XMLValidator.validate(body.trim())).toBe(true);
  expect(new XMLParser().parse(body)).toHaveProperty('body.div');
  expect(body).toContain('href="https://example.org/?a=&quot;1&quot;"');
});

test('a picture that is missing says what it shows', () => {
  expect(html(() => null)).toMatch(/<div class="picture missing"[^>]*>&lt;全景&gt;<\/div>/);
});
