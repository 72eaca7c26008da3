import { describe, expect, test } from 'vitest';
import { encoded } from './testing/encoded.ts';
import { decodeText } from './text-file.ts';

const text = '青禾綠化協會理事會\n石仲平理事長致辭';

describe('decodeText', () => {
  test.each<[string, () => Uint8Array]>([
    ['UTF-8', () => Buffer.from(text)],
    ['UTF-8 with a mark', () => Buffer.from('\ufeff' + text)],
    ['UTF-16 little-endian with a mark', () => Buffer.from('\ufeff' + text, 'utf16le')],
    ['UTF-16 big-endian with a mark', () => Buffer.from('\ufeff' + text, 'utf16le').swap16()],
    ['line ends of Windows', () => Buffer.from(text.replace('\n', '\r\n'))],
  ])('%s', (name, bytes) => {
    expect(decodeText(bytes(), `${name}.txt`)).toEqual({ ok: true, value: text });
  });

  test.each([
    ['简体会议.txt', '中国安全协会第三届理事会会议纪要，会议审议通过了年度预算。', 'gb18030', 'GB18030'],
    ['短.txt', '会议', 'gb18030', 'GB18030'],
    ['繁體會議.txt', '青禾綠化協會理事會會議紀錄，主席宣布開會。', 'big5', 'Big5'],
    ['短繁.txt', '會議', 'big5', 'Big5'],
    ['主席.txt', '主席：石仲平', 'big5', 'Big5'],
    ['主席简.txt', '主席：石仲平', 'gb18030', 'GB18030'],
    ['致辭.txt', '理事長致辭', 'big5', 'Big5'],
    ['繁體國標.txt', '青禾綠化協會理事會會議紀錄', 'gb18030', 'GB18030'],
  ])('%s: names the encoding, and reads it when asked', (name, content, option, encoding) => {
    const bytes = encoded(content, option);
    expect(decodeText(bytes, name)).toEqual({ ok: false, error: { code: 'file.encoding', params: { name, encoding, option } } });
    expect(decodeText(bytes, name, option as 'big5')).toEqual({ ok: true, value: content });
  });

  test('empty, blank, binary and too large ones say so', () => {
    const code = (content: string | Uint8Array): string => {
      const result = decodeText(typeof content === 'string' ? Buffer.from(content) : content, 'a.txt');
      return result.ok ? 'ok' : result.error.code;
    };
    expect(code('')).toBe('file.empty');
    expect(code(' \n\u3000')).toBe('file.empty');
    expect(code(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]))).toBe('file.binary');
    expect(code(new Uint8Array([0xff, 0xff, 0xc0, 0x80, 0x41]))).toBe('file.binary');
    expect(decodeText(new Uint8Array(20 * 1024 * 1024 + 1), 'large.txt')).toEqual({ ok: false, error: { code: 'file.tooLarge', params: { name: 'large.txt', limit: 20 } } });
  });

  test('a wrong choice of encoding is refused, not mangled', () => {
    expect(decodeText(encoded('會議紀錄', 'gb18030').subarray(0, 7), 'cut.txt', 'gb18030').ok).toBe(false);
  });
});
