import { describe, expect, it } from 'vitest';
import { canMeasure, drawPage, measurePdf, pdfOf } from './testing/paper.ts';
import { everyKind, exported } from './testing/records.ts';

describe.skipIf(!canMeasure())('a Word file on paper', () => {
  it('has pages of A4 with the text of the record', async () => {
    const pdf = await pdfOf(await exported(everyKind()));
    const pages = measurePdf(pdf);
    expect(pages.length).toBeGreaterThan(1);
    expect(Math.round(pages[0]!.width)).toBe(595);
    expect(pages[0]!.lines.some(({ text }) => text.includes('第三屆第二次理事會'))).toBe(true);
    expect(drawPage(pdf, 1).at(1, 1)).toEqual([255, 255, 255]);
  });
});
