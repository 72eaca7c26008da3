import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from './clean.ts';

describe('cleanText', () => {
  test.each([
    ['plain text stays', '石仲平理事長\t致辭\n', '石仲平理事長\t致辭\n'],
    ['line ends of every system become \\n', '一\r\n二\r三\v四\f五\u2028六\u2029七\u0085八', '一\n二\n三\n四\n五\n六\n七\n八'],
    ['NUL and other controls go', '理\u0000事\u0007會\u001b\u007f\u009f', '理事會'],
    ['the byte order mark and non-characters go', '\ufeff理\ufffe事\uffff', '理事'],
    ['half a surrogate pair becomes the replacement character', '理\ud842事\udfb7', '理\ufffd事\ufffd'],
    ['a whole pair stays', '𠮷野', '𠮷野'],
  ])('%s', (_, text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned);
  });

  test('cleaning twice changes nothing more, and the result is well formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        expect(encodeURIComponent(once)).not.toContain('%00');
      }),
    );
  });
});
