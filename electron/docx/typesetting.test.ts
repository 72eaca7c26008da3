/** How a page of Chinese text is set in Word: margins, grid, punctuation, page numbers, 版記. */
import { describe, expect, test } from 'vitest';
import { layouts } from '#shared/layouts/index.ts';
import { printToDocx } from './index.ts';
import { all, at, openDocx, val } from './testing/opened.ts';
import { paper, paragraph } from './testing/records.ts';

describe('odd and even pages', () => {
  test('a mirrored foot stands right on odd pages and left on even ones, each in by one character', async () => {
    const file = openDocx(await printToDocx(paper([paragraph('文')]), { layout: layouts.gbt9704, asset: () => Promise.resolve(null) }));
    expect(at(file.part('word/settings.xml'), 'w:evenAndOddHeaders')).toBeDefined();
    expect(all(file.body, 'w:footerReference').map((each) => each.attributes['w:type']).sort()).toEqual(['default', 'even']);
    const feet = ['word/footer1.xml', 'word/footer2.xml'].map((name) => at(file.part(name), 'w:p'));
    expect(val(file.style('Footer'), 'w:jc')).toBe('right');
    expect(at(file.style('Footer'), 'w:ind')?.attributes['w:rightChars']).toBe('100');
    expect(feet.map((foot) => val(foot, 'w:jc') ?? null)).toEqual([null, 'left']);
    expect(at(feet[1], 'w:ind')?.attributes).toMatchObject({ 'w:left': '280', 'w:right': '0', 'w:rightChars': '0' });
  });
});

describe('what Chinese typesetting asks for', () => {
  const opened = async (id: 'gbt9704' | 'taiwan', print = paper([paragraph('文')])) => openDocx(await printToDocx(print, { layout: layouts[id], asset: () => Promise.resolve(null) }));

  test('避頭尾 and its kin are on, punctuation is compressed, and lists are of one piece', async () => {
    const file = await opened('gbt9704');
    const usual = at(file.part('word/styles.xml'), 'w:pPrDefault');
    for (const name of ['w:kinsoku', 'w:overflowPunct', 'w:topLinePunct', 'w:autoSpaceDE', 'w:autoSpaceDN']) expect([name, val(usual, name)]).toEqual([name, '1']);
    expect(val(file.part('word/settings.xml'), 'w:characterSpacingControl')).toBe('compressPunctuation');
    const lists = all(file.part('word/numbering.xml'), 'w:multiLevelType').map((each) => each.attributes['w:val']);
    expect(new Set(lists)).toEqual(new Set(['multilevel']));
  });

  test('a page with a grid has its lines and leaves none of them empty; one without takes care of single lines', async () => {
    const [grid, free] = [await opened('gbt9704'), await opened('taiwan')];
    expect(at(grid.body, 'w:docGrid')?.attributes).toMatchObject({ 'w:type': 'lines', 'w:linePitch': '579' });
    const usual = (file: typeof grid, name: string) => val(at(file.part('word/styles.xml'), 'w:pPrDefault'), name);
    expect([usual(grid, 'w:widowControl'), usual(grid, 'w:snapToGrid')]).toEqual(['0', '0']);
    expect([usual(free, 'w:widowControl'), usual(free, 'w:snapToGrid')]).toEqual(['1', undefined]);
  });

  test('the 版記 has its rules of 0.35, 0.25 and 0.35 millimetres on the bottom of the type area', async () => {
    const file = await opened('gbt9704', paper([paragraph('文')], { foot: [paragraph('抄送：各會員單位。', { style: 'imprint' }), paragraph('青禾綠化協會', { style: 'imprint' })] }));
    const shape = at(file.body, 'w:txbxContent')!;
    // Eighths of a point.
    expect(all(shape, 'w:pBdr').map((each) => at(each, 'w:bottom')?.attributes['w:sz'])).toEqual(['8', '6', '8']);
    expect(at(file.body, 'wp:positionV')?.attributes['relativeFrom']).toBe('margin');
    expect(at(file.body, 'wp:positionV', 'wp:align')?.text).toBe('bottom');
  });
});

test('a 紀要 has the margins of GB/T 9704-2012, 5.2.1, in whole twips', async () => {
  const bytes = await printToDocx(paper([paragraph('會議議定事項如下。')]), { layout: layouts.gbt9704, asset: () => Promise.resolve(null) });
  const margins = at(openDocx(bytes).body, 'w:sectPr', 'w:pgMar')?.attributes;
  // 37, 26, 35 and 28 millimetres: lines of a grid stand in the middle of the type area, so their places on paper tell half of it.
  expect(margins).toMatchObject({ 'w:top': '2098', 'w:right': '1474', 'w:bottom': '1984', 'w:left': '1587' });
});
