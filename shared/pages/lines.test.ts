import { describe, expect, test } from 'vitest';
import type { PrintParagraph } from '../minutes/print.ts';
import { han, lineText, linesOfPage, pagesOf, paragraph } from './testing.ts';

/** The lines of one paragraph: 31 characters of 14 points fit, 29 on the first line, which is indented by two. */
const lines = (text: string | PrintParagraph, language = 'zh-TW') =>
  linesOfPage(pagesOf([typeof text === 'string' ? paragraph(text) : text], { language }).pages[0]);

describe('a line of Chinese', () => {
  test('holds as many characters as fit', () => {
    expect(lines(han(70)).map(({ length }) => length)).toEqual([29, 31, 10]);
  });

  test.each([
    ['a comma', `${han(29)}，${han(5)}`, 28],
    ['a bracket and a full stop', `${han(28)}）。${han(5)}`, 27],
    ['a comma for the middle of the line', `${han(28)}，${han(5)}`, 29],
  ])('does not begin with %s', (_, text, first) => {
    expect(lines(text)[0]).toHaveLength(first);
  });

  test('does not end with an opening bracket', () => {
    expect(lines(`${han(28)}「${han(9)}`)).toEqual([han(28), `「${han(9)}`]);
  });

  test.each(['zh-TW', 'zh-CN', 'zh-HK'])('does not begin with 。 in %s', (language) => {
    expect(lines(`${han(29)}。${han(5)}`, language)[0]).toHaveLength(28);
  });

  test('goes by the characters of its own language: ” may begin a line in Taiwan only', () => {
    const text = `${han(29)}”${han(5)}`;
    expect(lines(text, 'zh-TW')[0]).toHaveLength(29);
    expect(lines(text, 'zh-CN')[0]).toHaveLength(28);
  });

  test('is broken somewhere where nothing of it may be', () => {
    expect(lines('，'.repeat(40)).map(({ length }) => length)).toEqual([29, 11]);
  });
});

describe('Western words', () => {
  test('stay whole, with what belongs to them', () => {
    expect(lines(`${han(27)}World Café，${han(9)}`)).toEqual([han(27), `World Café，${han(9)}`]);
    expect(lines(`${han(27)}120,000元`)).toEqual([han(27), '120,000元']);
    expect(lines(`${han(27)}(annex)${han(3)}`)).toEqual([han(27), `(annex)${han(3)}`]);
  });

  test('are broken at a hyphen, and anywhere when they are longer than a line', () => {
    expect(lines(`${han(26)}well-known`)).toEqual([`${han(26)}well-`, 'known']);
    expect(lines('A'.repeat(160)).length).toBeGreaterThan(2);
  });

  test('a long number is broken at its hyphen, a path not behind a blank', () => {
    expect(lines(`${han(26)}2345-6789`)).toEqual([`${han(26)}2345-`, '6789']);
    expect(lines(`${han(25)}https://example.org`)).toEqual([`${han(25)}https://`, 'example.org']);
    expect(lines(`${han(24)} https://example.org`)).toEqual([`${han(24)} `, 'https://example.org']);
    expect(lines(`${han(26)}2024/1/19`)).toEqual([han(26), '2024/1/19']);
  });

  test('keep with the Chinese sign that belongs to them, and circled figures with letters', () => {
    expect(lines(`${han(28)}50％${han(3)}`)).toEqual([han(28), `50％${han(3)}`]);
    expect(lines(`${han(28)}12（${han(3)}`)).toEqual([han(28), `12（${han(3)}`]);
    expect(lines(`${han(26)}①②③Annual`)).toEqual([`${han(26)}①②`, '③Annual']);
  });

  test('leave the blank at the end of the line, where it takes no room', () => {
    expect(lines(`${han(29)} ${han(3)}`)).toEqual([`${han(29)} `, han(3)]);
  });

  test('stand a quarter of a blank away from Chinese characters, not from punctuation', () => {
    const [first] = pagesOf([paragraph('附A，B。')]).pages[0]!.paragraphs[0]!.lines;
    const [han1, a, comma, b] = first!.pieces;
    expect(a!.x - (han1!.x + han1!.width)).toBeCloseTo(2.8, 1);
    expect(comma!.x).toBeCloseTo(a!.x + a!.width, 1);
    expect(b!.x).toBeCloseTo(comma!.x + comma!.width, 1);
  });
});

describe('the edges of a line', () => {
  const [left, right] = [79.35, 521.6];
  const lineOf = (given: PrintParagraph) => pagesOf([given]).pages[0]!.paragraphs[0]!.lines;
  const edgeOf = (given: PrintParagraph, line: number) => {
    const { pieces } = lineOf(given)[line]!;
    const last = pieces.at(-1)!;
    return { x: pieces[0]!.x, right: last.x + last.width - last.spread / [...last.text].length };
  };

  test('justified text fills the line, its last line does not', () => {
    const text = paragraph(han(70));
    expect(edgeOf(text, 1).x).toBeCloseTo(left, 1);
    expect(edgeOf(text, 1).right).toBeCloseTo(right, 0);
    expect(edgeOf(text, 2).right).toBeCloseTo(left + 140, 1);
  });

  test('text stands in the middle or at the end where it is asked to', () => {
    const centred = edgeOf(paragraph(han(5), { align: 'center', style: 'caption' }), 0);
    expect(centred.x - left).toBeCloseTo(right - centred.right, 1);
    expect(edgeOf(paragraph(han(5), { align: 'end', style: 'caption' }), 0).right).toBeCloseTo(right, 1);
  });

  test('what follows a tab of the paper form stands at the right end', () => {
    const [line] = lineOf(paragraph([{ type: 'text', text: '辦公室' }, { type: 'tab' }, { type: 'text', text: '2024年' }], { style: 'masthead' }));
    expect(lineText(line!)).toBe('辦公室2024年');
    const last = line!.pieces.at(-1)!;
    expect(last.x + last.width).toBeCloseTo(right, 1);
  });

  test('a number stands in front of the text, a bullet hangs before it', () => {
    const item = lineOf(paragraph('修訂章程', { style: 'item1', number: { list: 'a', level: 1, label: '一、' } }))[0]!;
    expect(lineText(item)).toBe('一、修訂章程');
    const bullet = lineOf(paragraph(han(40), { style: 'bullet', bullet: 0 }));
    expect(bullet[0]!.pieces[0]!.text).toBe('•');
    expect(bullet[0]!.pieces[1]!.x).toBeCloseTo(bullet[1]!.pieces[0]!.x, 1);
  });

  test('a break ends the line, one at the end leaves an empty line', () => {
    const broken = lineOf(paragraph([{ type: 'text', text: '甲' }, { type: 'break' }, { type: 'text', text: '乙' }, { type: 'break' }]));
    expect(broken.map(lineText)).toEqual(['甲', '乙', '']);
  });
});
