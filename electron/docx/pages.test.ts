import { beforeAll, describe, expect, it } from 'vitest';
import { type LayoutId, layoutIds, layouts } from '#shared/layouts/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { boardMeeting, councilMeeting, longRecord } from '#shared/minutes/fixtures.ts';
import type { PrintDocument, PrintNode } from '#shared/minutes/print.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { compose } from '#shared/pages/compose.ts';
import type { Page } from '#shared/pages/page.ts';
import { printToDocx } from './index.ts';
import { canMeasure, measurePdf, type PaperPage, pdfsOf, standIns } from './testing/paper.ts';
import { everyKind, paper, paragraph, png } from './testing/records.ts';

/** A paper with what breaks pages in other places than text: tables over pages, long rows, pictures, mixed writing. */
function mixed(): PrintDocument {
  const words = ['會議指出，各小組要按照年初確定的計畫逐項落實，', '支出120,000元，協會（以下簡稱本會）通過「城市樹木的水分管理」報告。', '舉辦World Café活動，A、B兩案，12月31日前辦理；', '提出“三個堅持”的意見，成長3.5%以上。'];
  const signs = '請回報秘書處（電話：(02) 2345-6789 分機12），詳見 https://example.org/minutes/2024?id=12 及附件，約50％——①②③COVID-19防疫A/B兩組；';
  const text = (count: number, from = 0) => Array.from({ length: count }, (_, index) => words[(index + from) % words.length]).join('');
  const cell = (content: string, header = false) => ({ columns: 1, rows: 1, header, paragraphs: [paragraph(content, { style: header ? 'tableHeader' : 'tableText' })] });
  const table = (rows: number): PrintNode => ({
    type: 'table',
    headerRows: 1,
    widths: [0.15, 0.5, 0.35],
    rows: [['項次', '事項', '負責人'].map((label) => cell(label, true)), ...Array.from({ length: rows }, (_, row) => [cell(String(row + 1)), cell(text(row % 9 === 8 ? 9 : 1, row)), cell('唐以安')])],
  });
  const picture = (paperWidth: number): PrintNode[] => [
    { type: 'image', asset: 'a'.repeat(64), mime: 'image/png', width: 800, height: 600, paperWidth, alt: '全景' },
    paragraph('圖一　會場全景', { style: 'caption' }),
  ];
  const part = (at: number): PrintNode[] => [
    paragraph('審議事項', { style: 'heading1' }),
    paragraph(text(5 + at, at)),
    paragraph('年度計畫', { style: 'heading2' }),
    paragraph([{ type: 'text', text: text(2, at), marks: ['bold'] }, { type: 'blank', label: '日期' }, { type: 'text', text: text(3, at + 1), marks: ['italic'] }]),
    table(4 + at * 5),
    paragraph(text(3), { style: 'quote' }),
    ...[4, 5, 6].map((count) => paragraph(signs.repeat(count).slice(at * 5))),
    ...picture(60 + at * 15),
    ...[0, 1].map((depth) => paragraph(text(3, depth), { style: 'bullet', bullet: depth })),
  ];
  return paper([0, 1, 2, 3, 4, 5].flatMap((at) => [...part(at), ...(at === 3 ? [{ type: 'pageBreak' as const }] : [])]));
}

/**
 * With a paragraph more: LibreOffice deals paragraphs out, 25 to a page, before it lays them out, and a heading is not asked
 * again whether it keeps with a text that begins such a page. Hong Kong's heading at the foot of page 1 would be its 25th.
 */
function itemised(): MinutesDocument {
  const board = boardMeeting();
  const [thanks] = board.blocks.slice(2);
  return { ...board, blocks: board.blocks.toSpliced(2, 0, { ...thanks!, id: 'boardthanks1' }) };
}

const cases: readonly (readonly [name: string, print: (id: LayoutId) => PrintDocument])[] = [
  ['every kind of section', () => everyKind()],
  ['a narrative record', (id) => printDocument(councilMeeting(), layouts[id])],
  ['an itemised record', (id) => printDocument(itemised(), layouts[id])],
  ['thirty pages', (id) => printDocument(longRecord(30), layouts[id])],
  ['tables over pages, and pictures', () => mixed()],
];

/** The text of the first two lines of a page: the line at its head, and that of the text. Cells beside each other are one line. */
function beginning(lines: readonly { x: number; y: number; text: string }[]): string[] {
  const rows: { y: number; parts: { x: number; text: string }[] }[] = [];
  for (const { x, y, text } of [...lines].sort((one, other) => one.y - other.y)) {
    const row = rows.find((each) => Math.abs(each.y - y) < 3);
    if (row) row.parts.push({ x, text });
    else rows.push({ y, parts: [{ x, text }] });
  }
  return rows.slice(0, 2).map(({ parts }) => parts.sort((one, other) => one.x - other.x).map(({ text }) => text).join('').replace(/\s/g, ''));
}

const printed = (page: PaperPage): string[] => beginning(page.lines.flatMap(({ words }) => words.map(({ x, bottom, text }) => ({ x, y: bottom, text }))));
const composed = (page: Page): string[] =>
  beginning(page.paragraphs.flatMap(({ lines }) => lines.flatMap(({ baseline, pieces }) => pieces.map(({ x, text }) => ({ x, y: baseline, text })))));

describe.skipIf(!canMeasure())('the pages of this program and those of the Word file in LibreOffice', () => {
  const measured = new Map<string, { print: PrintDocument; pages: PaperPage[] }>();

  beforeAll(async () => {
    const all = await Promise.all(
      cases.flatMap(([name, make]) =>
        layoutIds.map(async (id) => {
          const print = make(id);
          return { key: `${name}, ${id}`, print, docx: await printToDocx(print, { layout: layouts[id], asset: () => Promise.resolve(png) }) };
        }),
      ),
    );
    const pdfs = await pdfsOf(all.map(({ docx }) => docx));
    all.forEach(({ key, print }, index) => measured.set(key, { print, pages: measurePdf(pdfs[index]!) }));
  }, 180_000);

  describe.each(layoutIds)('%s', (id) => {
    it.each(cases.map(([name]) => name))('%s: as many pages, and every page begins with the same lines', (name) => {
      const { print, pages } = measured.get(`${name}, ${id}`)!;
      const ours = compose(print, layouts[id], { standIn: (family) => standIns[family] ?? family });
      expect(ours.pages.length).toBe(pages.length);
      expect(ours.pages.map(composed)).toEqual(pages.map(printed));
    });
  });
});
