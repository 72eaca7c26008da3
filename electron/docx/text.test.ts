import { describe, expect, test } from 'vitest';
import { stretches } from './text.ts';

const shown = (text: string) => stretches(text).map(({ text: part, chinese }) => (chinese ? `[${part}]` : part)).join('');

describe('which face draws the quotation marks, dots and dashes', () => {
  test.each([
    ['Chinese quotation marks are Chinese', '他指出“綠化”——一是…', '[他指出“綠化”——一是…]'],
    ['an apostrophe inside a western word is western', '主題為“Don’t stop”的演講', '[主題為“]Don’t stop[”的演講]'],
    ['a western title with a dash stays whole', '參加World Café — Taipei會議', '[參加]World Café — Taipei[會議]'],
    ['western words without such marks stay in the run', '採用PDF 1.7格式', '[採用PDF 1.7格式]'],
    ['years with a Chinese dash are Chinese', '2023—2024年', '[2023—2024年]'],
    ['the dot in a foreign name is Chinese', '安娜·李', '[安娜·李]'],
    ['a western line is western', 'Annual report…', 'Annual report…'],
    ['marks alone are Chinese', '……', '[……]'],
    ['nothing gives nothing', '', ''],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test('no character is lost', () => {
    const text = '“甲’乙 it’s—well—ok “x” 丙…';
    expect(stretches(text).map((part) => part.text).join('')).toBe(text);
  });
});
