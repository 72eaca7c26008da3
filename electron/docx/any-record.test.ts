import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inlineText, marks } from '#shared/minutes/inline.ts';
import type { ItemLevel } from '#shared/minutes/numbering.ts';
import type { PrintCell, PrintNode, PrintParagraph, PrintRun } from '#shared/minutes/print.ts';
import { styleNames } from '#shared/minutes/styles.ts';
import { cleanText } from '#shared/text/clean.ts';
import { lintDocx } from './lint.ts';
import { openDocx, textOf } from './testing/opened.ts';
import { exported, paper, png } from './testing/records.ts';

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ unit: fc.constantFrom(...'會議“”’…—a é\t\n<&>"𠮷'), maxLength: 20 }));
const run: fc.Arbitrary<PrintRun> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text, marks: fc.subarray([...marks]) }),
  fc.record({ type: fc.constant('text' as const), text, link: fc.oneof(fc.webUrl(), text.map((tail) => `https:${tail}`)) }),
  fc.constant({ type: 'break' as const }),
  fc.record({ type: fc.constant('blank' as const), label: text }),
);
const paragraph: fc.Arbitrary<PrintParagraph> = fc
  .record({ runs: fc.array(run, { maxLength: 4 }), style: fc.constantFrom(...styleNames), list: fc.option(fc.constantFrom('a', 'b', 'c')), level: fc.integer({ min: 1, max: 4 }), bullet: fc.option(fc.nat(12)), anchor: fc.option(text) })
  .map(({ runs, style, list, level, bullet, anchor }) => ({
    type: 'paragraph',
    style,
    runs,
    ...(list !== null && { number: { list, level: level as ItemLevel, label: '' } }),
    ...(list === null && bullet !== null && { bullet }),
    ...(anchor !== null && { anchor }),
  }));
const cell: fc.Arbitrary<PrintCell> = fc.record({ paragraphs: fc.array(paragraph, { maxLength: 2 }), columns: fc.integer({ min: 1, max: 4 }), rows: fc.integer({ min: 1, max: 4 }), header: fc.boolean() });
const node: fc.Arbitrary<PrintNode> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  fc.record({ type: fc.constant('table' as const), headerRows: fc.nat(3), widths: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }), rows: fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 }), anchor: text }),
  fc.record({ type: fc.constant('image' as const), asset: fc.constantFrom('a', 'b', 'missing'), mime: fc.constant('image/png'), width: fc.nat(5000), height: fc.nat(5000), paperWidth: fc.option(fc.integer({ min: 1, max: 300 })), alt: text }),
  fc.constant({ type: 'pageBreak' as const }),
);

const plainText = (paragraph: PrintParagraph): string =>
  paragraph.runs.map((each) => (each.type === 'break' ? '\n' : cleanText(inlineText([each])))).join('');

/** The text of a record in order; pictures that are missing speak for themselves. */
const textsOf = (nodes: PrintNode[]): string =>
  nodes
    .flatMap((each) => (each.type === 'paragraph' ? [each] : each.type === 'table' ? each.rows.flat().flatMap((own) => own.paragraphs) : []))
    .map(plainText)
    .join('');

test('whatever a record holds, its file is sound and says all of it in order', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(node, { maxLength: 8 }), text, async (nodes, title) => {
      const bytes = await exported(paper(nodes, { title }), (hash) => (hash === 'missing' ? null : png));
      expect(lintDocx(bytes)).toEqual([]);
      const shown = openDocx(bytes).paragraphs.map(textOf).filter((line) => !line.includes('圖片未能放入'));
      expect(shown.join('')).toBe(textsOf(nodes));
    }),
    { numRuns: 150 },
  );
});
