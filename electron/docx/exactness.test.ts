/**
 * The 紀要 of GB/T 9704 on paper: what LibreOffice makes of our file, with stand-in faces, measured from the PDF. The edge of
 * a character is that of its ink. Faces leave white around it (up to a tenth of its size), so the mark's upper edge is aimed
 * at with the face that stands in for 小標宋; the real one differs by less than the millimetre that is allowed here.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { layouts } from '#shared/layouts/index.ts';
import { newMinutes } from '#shared/minutes/document.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { printToDocx } from './index.ts';
import { canMeasure, drawPage, measurePdf, type PaperPage, pdfOf } from './testing/paper.ts';

const layout = layouts.gbt9704;
const points = (mm: number) => (mm * 72) / 25.4;
const millimetres = (pt: number) => (pt * 25.4) / 72;
type Drawn = ReturnType<typeof drawPage>;
type Colour = (red: number, green: number, blue: number) => boolean;
const isRed: Colour = (red, green, blue) => red > 150 && green < 120 && blue < 120;
const isBlack: Colour = (red, green, blue) => Math.max(red, green, blue) < 120;

/** Where ink of a colour lies in a part of a page, all in millimetres. */
function inkIn(page: Drawn, colour: Colour, part: { left?: number; top?: number; right?: number; bottom?: number }) {
  const step = 1 / page.scale;
  const found = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let y = points(part.top ?? 30); y < points(part.bottom ?? 290); y += step) {
    for (let x = points(part.left ?? 20); x < points(part.right ?? 190); x += step) {
      if (!colour(...page.at(x, y))) continue;
      found.left = Math.min(found.left, x);
      found.right = Math.max(found.right, x + step);
      found.top = Math.min(found.top, y);
      found.bottom = Math.max(found.bottom, y + step);
    }
  }
  const { left, top, right, bottom } = found;
  return { left: millimetres(left), top: millimetres(top), right: millimetres(right), bottom: millimetres(bottom) };
}

/** The rules across the type area from above, in millimetres. */
function rulesOf(page: Drawn, colour: Colour): { top: number; bottom: number; left: number; right: number }[] {
  const step = 1 / page.scale;
  const rules: { top: number; bottom: number }[] = [];
  for (let y = points(37); y < points(265); y += step) {
    let isRule = true;
    for (let x = points(30); isRule && x < points(182); x += step) isRule = colour(...page.at(x, y));
    const above = rules.at(-1);
    if (isRule && above && y - above.bottom < step / 2) above.bottom = y + step;
    else if (isRule) rules.push({ top: y, bottom: y + step });
  }
  return rules.map(({ top, bottom }) => {
    const { left, right } = inkIn(page, colour, { top: millimetres(top), bottom: millimetres(bottom) });
    return { top: millimetres(top), bottom: millimetres(bottom), left, right };
  });
}

const words = (count: number) => [{ type: 'text' as const, text: '国'.repeat(count) }];

function record(official: Meta['official'], texts: readonly number[]) {
  const document = newMinutes({
    region: 'CN',
    script: 'Hans',
    title: '青禾绿化协会第三届理事会第四次会议纪要',
    organisation: '青禾绿化协会',
    body: '理事会',
    start: '2024-01-19T09:30',
    draftMark: 'none',
    ...(official && { official }),
  });
  document.blocks = texts.map((count, index) => ({ id: `exact000000${index}`, kind: 'paragraph', inline: words(count) }));
  return document;
}

async function paperOf(official: Meta['official'], texts: readonly number[]): Promise<{ pdf: Uint8Array; pages: PaperPage[] }> {
  const pdf = await pdfOf(await printToDocx(printDocument(record(official, texts), layout), { layout, asset: () => Promise.resolve(null) }));
  return { pdf, pages: measurePdf(pdf) };
}

const copiesTo = '各会员单位，市园林局，市民政局，各区绿化办公室，和风园艺社，松涛读书会，各志愿者服务站';

describe.skipIf(!canMeasure())('a 紀要 by GB/T 9704 on paper', { timeout: 240_000 }, () => {
  let pdf: Uint8Array;
  let pages: PaperPage[];
  let first: Drawn, second: Drawn, last: Drawn;
  beforeAll(async () => {
    ({ pdf, pages } = await paperOf({ issue: 3, copiesTo, printedOn: '2024-01-22' }, [28 * 40]));
    [first, second, last] = [drawPage(pdf, 1), drawPage(pdf, 2), drawPage(pdf, pages.length)];
  }, 240_000);
  const full = () => (pages[1]?.lines ?? []).filter(({ y }) => y < points(262));

  it('has 22 lines a page and 28 characters a line', () => {
    expect(full()).toHaveLength(22);
    expect(full().map(({ text }) => text.length)).toEqual(Array(22).fill(28));
  });

  it('keeps margins of 37, 28, 35 and 26 millimetres', () => {
    const lines = full();
    expect(millimetres(lines[0]!.x)).toBeCloseTo(28, 0);
    expect(Math.abs(210 - millimetres(Math.max(...lines.map(({ right }) => right))) - 26)).toBeLessThan(0.5);
    // A line of 28.95 points has its baseline at four fifths, and a character its middle 0.38 of its size above that.
    const middle = inkIn(second, isBlack, { top: 30, bottom: millimetres(lines[0]!.bottom) });
    expect(Math.abs((middle.top + middle.bottom) / 2 - millimetres(28.95 * 0.8 - 16 * 0.38) - 37)).toBeLessThan(0.5);
    const lowest = inkIn(second, isBlack, { top: millimetres(lines[21]!.y), bottom: 264 });
    expect(Math.abs((lowest.top + lowest.bottom) / 2 + millimetres(28.95 - (28.95 * 0.8 - 16 * 0.38)) - 262)).toBeLessThan(0.5);
  });

  it('has its mark 72 millimetres from the edge of the paper, in red', () => {
    expect(Math.abs(inkIn(first, isRed, { top: 40, bottom: 100 }).top - 72)).toBeLessThan(1);
  });

  it('has a red rule as wide as the type area, four millimetres under the line of office and day', () => {
    const [rule, ...others] = rulesOf(first, isRed);
    expect(others).toEqual([]);
    expect(rule!.left).toBeCloseTo(28, 0);
    expect(rule!.right).toBeCloseTo(184, 0);
    const line = inkIn(first, isBlack, { top: rule!.top - 14, bottom: rule!.top });
    expect(Math.abs(rule!.top - line.bottom - 4)).toBeLessThan(1);
  });

  it('has its page number seven millimetres below the type area, by the upper edge of its dashes; right on odd pages, left on even ones', () => {
    const [odd, even] = [first, second].map((page) => inkIn(page, isBlack, { top: 263, bottom: 280 }));
    expect(Math.abs(inkIn(first, isBlack, { top: 263, bottom: 280, right: odd!.left + 2 }).top - 262 - 7)).toBeLessThan(1);
    const character = millimetres(14);
    expect(Math.abs(184 - character - odd!.right)).toBeLessThan(1);
    expect(Math.abs(28 + character - even!.left)).toBeLessThan(1);
    expect(pages.map(({ lines }) => lines.at(-1)?.text)).toEqual(pages.map((_, index) => `— ${index + 1} —`));
  });

  it('ends with the 版記, its last rule on the last line of the last page', () => {
    const rules = rulesOf(last, isBlack);
    expect(rules).toHaveLength(3);
    expect(Math.abs(rules[2]!.bottom - 262)).toBeLessThan(0.5);
    for (const { left, right } of rules) expect([Math.round(left), Math.round(right)]).toEqual([28, 184]);
    const texts = pages.at(-1)!.lines.filter(({ y }) => y > points(rules[0]!.top) - 1 && y < points(262));
    expect(texts.map(({ text }) => text.replaceAll(' ', '')).join('|')).toMatch(/^抄送：各会员单位.*\|.*。\|青禾绿化协会\|?2024年1月22日印发$/);
    // Wrapped under the first character after the colon.
    expect(Math.abs(texts[1]!.x - texts[0]!.x - 3 * 14)).toBeLessThan(3);
  });
});

describe.skipIf(!canMeasure())('a letter by GB/T 9704 on paper', { timeout: 240_000 }, () => {
  it('has its mark at the same place under three lines of grade, its day two characters to the right, and its text above the 版記', async () => {
    const official: Meta['official'] = { copyNumber: '000001', secrecy: 'secret', secrecyPeriod: '1年', urgency: 'urgent', signers: ['石仲平'], addressee: '市园林局', copiesTo, printedOn: '2024-01-22' };
    const { pdf, pages } = await paperOf(official, [28 * 22]);
    expect(Math.abs(inkIn(drawPage(pdf, 1), isRed, { top: 40, bottom: 100 }).top - 72)).toBeLessThan(1);
    expect(pages[0]!.lines.slice(0, 3).map(({ text }) => text.replaceAll(' ', ''))).toEqual(['000001', '机密★1年', '加急']);
    const lines = pages.flatMap((page) => page.lines);
    const name = lines.findIndex(({ text }) => text === '青禾绿化协会');
    expect(lines[name + 1]!.text.replaceAll(' ', '')).toBe('2024年1月22日');
    expect(Math.round((lines[name + 1]!.x - lines[name]!.x) / 16)).toBe(2);
    const rules = rulesOf(drawPage(pdf, pages.length), isBlack);
    expect(Math.abs(rules.at(-1)!.bottom - 262)).toBeLessThan(0.5);
    const text = pages.at(-1)!.lines.filter(({ text }) => !/抄送|印发|— \d+ —|^艺社|^青禾绿化协会/.test(text));
    for (const { bottom } of text) expect(bottom).toBeLessThan(points(rules[0]!.top));
  });
});
