import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutIds, layouts } from '../layouts/index.ts';
import { inlineText, marks } from '../minutes/inline.ts';
import type { PrintDocument, PrintNode, PrintParagraph, PrintRun } from '../minutes/print.ts';
import { styleNames } from '../minutes/styles.ts';
import { cleanText } from '../text/clean.ts';
import { compose } from './compose.ts';
import { bare, cell, han, lineText, linesOfPage, pagesOf, paper, paragraph, table } from './testing.ts';

/** 26 lines of 26 points stand on a page of the association. */
const full = (count: number): PrintNode[] => Array.from({ length: count }, (_, index) => paragraph(`第${index + 1}段`));
const shapes = (nodes: PrintNode[]) => pagesOf(nodes).pages.map((page) => linesOfPage(page).length);

describe('a page', () => {
  test('ends where the next line does not fit', () => {
    expect(shapes(full(60))).toEqual([26, 26, 8]);
  });

  test('is turned where it is asked to be, without a page for nothing', () => {
    expect(shapes([...full(2), { type: 'pageBreak' }, ...full(3)])).toEqual([2, 3]);
  });

  test('leaves no single line of a paragraph alone', () => {
    expect(shapes([...full(25), paragraph(han(100))])).toEqual([25, 4]);
    expect(shapes([...full(24), paragraph(han(80))])).toEqual([24, 3]);
    expect(shapes([...full(23), paragraph(han(100))])).toEqual([25, 2]);
  });

  test('does so only where the layout wants it', () => {
    const pages = compose(paper([...full(25), paragraph(han(100))]), { ...bare, widowControl: false });
    expect(pages.pages.map((page) => linesOfPage(page).length)).toEqual([26, 3]);
  });

  test('keeps a heading with the text below it', () => {
    const heading = paragraph('討論事項', { style: 'heading3' });
    expect(shapes([...full(25), heading, ...full(3)])).toEqual([25, 4]);
    expect(shapes([...full(22), heading, paragraph('甲')])).toEqual([24]);
  });

  test('counts white between paragraphs once, and none at its head', () => {
    const heading = paragraph('討論事項', { style: 'heading3' });
    const pages = pagesOf([paragraph('甲'), heading, heading, ...full(30), paragraph('尾', { style: 'heading3' }), ...full(1)]).pages;
    const [first, second, third] = pages[0]!.paragraphs.map(({ lines }) => lines[0]!);
    expect(second!.y - first!.y).toBeCloseTo(26 + 6, 1);
    expect(third!.y - second!.y).toBeCloseTo(26 + 6, 1);
    const text = pagesOf([...full(26), paragraph('討論事項', { style: 'heading1' }), ...full(2)]).pages[1]!;
    expect(text.paragraphs[0]!.lines[0]!.y).toBeCloseTo(76.55, 1);
  });
});

describe('a table', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => [cell(String(index + 1)), cell('會費收入')]);
  const header = [cell('項次', { header: true }), cell('科目', { header: true })];

  test('repeats its header rows on every page', () => {
    const pages = pagesOf([table([header, ...rows(60)], { headerRows: 1 })]).pages;
    expect(pages.length).toBe(3);
    expect(pages.map((page) => linesOfPage(page).slice(0, 2))).toEqual(Array.from({ length: 3 }, () => ['項次', '科目']));
  });

  test('does not begin with a header at the foot of a page', () => {
    const pages = pagesOf([...full(25), table([header, ...rows(2)], { headerRows: 1 })]).pages;
    expect(linesOfPage(pages[0]).length).toBe(25);
  });

  test('keeps a short row whole and breaks one that is long', () => {
    const long = (count: number) => [cell(han(count), { columns: 2 })];
    expect(pagesOf([...full(24), table([long(110)])]).pages.map((page) => linesOfPage(page).length)).toEqual([24, 5]);
    const broken = pagesOf([...full(20), table([long(400)])]).pages;
    expect(linesOfPage(broken[0]).length).toBeGreaterThan(20);
    expect(broken.flatMap(linesOfPage).slice(20).join('')).toBe(han(400));
  });

  test('stands in the middle of its row, and at the upper edge of one that goes over pages', () => {
    const middle = (length: number) => pagesOf([table([[cell('甲'), cell(han(length))]])]).pages[0]!.paragraphs.flatMap(({ lines }) => lines);
    const whole = middle(100);
    expect(whole[0]!.y).toBeGreaterThan(whole[1]!.y + 10);
    const broken = middle(2000);
    expect(broken[0]!.y).toBeCloseTo(broken[1]!.y, 1);
  });

  test('breaks a row that is higher than a page', () => {
    const pages = pagesOf([table([[cell(han(4000))]])]).pages;
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.flatMap(linesOfPage).join('')).toBe(han(4000));
  });

  test('draws its rules and the ground of its header', () => {
    const [page] = pagesOf([table([header, ...rows(1)], { headerRows: 1 })]).pages;
    expect(page!.rules.filter(({ colour }) => colour === 'F2F2F2').length).toBe(2);
    expect(page!.rules.some(({ width, height }) => width > 400 && height < 1)).toBe(true);
  });
});

describe('the head and foot of a page', () => {
  const pages = compose(paper(full(60)), layouts.association).pages;

  test('say the title from the second page on, and the page and the number of pages', () => {
    expect(linesOfPage(pages[0])[0]).toBe('第1段');
    expect(pages.slice(1).map((page) => linesOfPage(page)[0])).toEqual(['理事會會議紀錄', '理事會會議紀錄']);
    expect(pages.map((page) => linesOfPage(page).at(-1))).toEqual(['第 1 頁，共 3 頁', '第 2 頁，共 3 頁', '第 3 頁，共 3 頁']);
  });

  test('change edges on even pages where they are mirrored', () => {
    const { footer } = layouts.association;
    const mirrored = { ...layouts.association, footer: { ...footer, mirrored: true, style: { ...footer.style, align: 'end' as const } } };
    const [odd, even] = compose(paper(full(60)), mirrored).pages.map((page) => page.paragraphs.at(-1)!.lines[0]!.pieces[0]!.x);
    expect(odd).toBeGreaterThan(400);
    expect(even).toBeCloseTo(79.35, 1);
  });
});

test('版記 stands on the last line of the last page, on a new one where it does not fit', () => {
  const foot = [paragraph('抄送：會員單位。', { style: 'imprint' }), paragraph('秘書處印發', { style: 'imprint' })];
  const bottom = (count: number) => {
    const { pages } = pagesOf(full(count), { foot });
    const { y, height } = pages.at(-1)!.paragraphs.at(-1)!.lines[0]!;
    return [pages.length, Math.round(y + height)];
  };
  expect(bottom(3)).toEqual([1, 769]);
  expect(bottom(26)).toEqual([2, 769]);
});

test('a picture stands in its place, with its caption on the same page', () => {
  const picture: PrintNode = { type: 'image', asset: 'a'.repeat(64), mime: 'image/png', width: 800, height: 600, paperWidth: 100, alt: '全景', anchor: 'imag1' };
  const pages = pagesOf([...full(20), picture, paragraph('圖一', { style: 'caption' })]).pages;
  expect(pages.map(({ pictures }) => pictures.length)).toEqual([0, 1]);
  expect(pages[1]!.pictures[0]).toMatchObject({ alt: '全景', anchor: 'imag1' });
  expect(pages[1]!.pictures[0]!.width).toBeCloseTo(283.45, 0);
  expect(linesOfPage(pages[1])).toContain('圖一');
});

const text = fc.string({ unit: fc.constantFrom(...'會議“”「」（），。…—a é\t\n12'), maxLength: 120 });
const run: fc.Arbitrary<PrintRun> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text, marks: fc.subarray([...marks]) }),
  fc.constant({ type: 'break' as const }),
  fc.constant({ type: 'tab' as const }),
  fc.record({ type: fc.constant('blank' as const), label: text }),
);
const printed: fc.Arbitrary<PrintParagraph> = fc
  .record({ runs: fc.array(run, { maxLength: 4 }), style: fc.constantFrom(...styleNames) })
  .map((given) => ({ type: 'paragraph', ...given }));
const node: fc.Arbitrary<PrintNode> = fc.oneof(
  { weight: 6, arbitrary: printed },
  fc
    .array(fc.array(fc.record({ paragraphs: fc.array(printed, { maxLength: 2 }), columns: fc.integer({ min: 1, max: 3 }), rows: fc.integer({ min: 1, max: 3 }), header: fc.boolean() }), { maxLength: 3 }), { maxLength: 4 })
    .map((rows): PrintNode => ({ type: 'table', headerRows: 0, widths: [], rows })),
  fc.constant({ type: 'pageBreak' as const }),
);

const plain = (print: Pick<PrintDocument, 'nodes'>): string =>
  print.nodes
    .flatMap((each) => (each.type === 'paragraph' ? [each] : each.type === 'table' ? each.rows.flat().flatMap(({ paragraphs }) => paragraphs) : []))
    .map(({ runs }) => runs.map((each) => cleanText(inlineText([each]))).join(''))
    .join('')
    .replace(/[\t\n]/g, '');

test('every character of the paper form stands on exactly one page, in order', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 12 }), fc.constantFrom(...layoutIds), (nodes, id) => {
      const { header, footer } = bare;
      const { pages } = compose(paper(nodes), { ...layouts[id], header, footer });
      const shown = pages.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.map(lineText))).join('');
      // Rows that break across pages stand beside each other: their characters are all there, in the order of the pages.
      const wanted = plain({ nodes });
      expect([...shown].sort().join('')).toBe([...wanted].sort().join(''));
      if (nodes.every(({ type }) => type !== 'table')) expect(shown).toBe(wanted);
      for (const page of pages) for (const line of page.paragraphs.flatMap(({ lines }) => lines)) expect(line.y).toBeLessThan(842);
    }),
    { numRuns: 150 },
  );
});
