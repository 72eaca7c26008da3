import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encoded } from './testing/encoded.ts';
import { decodeText, readTextFile } from './text-file.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-text-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const text = '青禾綠化協會理事會\n石仲平理事長致辭';

describe('readTextFile', () => {
  test.each<[string, () => Uint8Array]>([
    ['UTF-8', () => Buffer.from(text)],
    ['UTF-8 with a mark', () => Buffer.from('\ufeff' + text)],
    ['UTF-16 little-endian with a mark', () => Buffer.from('\ufeff' + text, 'utf16le')],
    ['UTF-16 big-endian with a mark', () => Buffer.from('\ufeff' + text, 'utf16le').swap16()],
    ['line ends of Windows', () => Buffer.from(text.replace('\n', '\r\n'))],
  ])('%s', async (name, bytes) => {
    expect(await readTextFile(file(`${name}.txt`, bytes()))).toEqual({ ok: true, value: text });
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
  ])('%s: names the encoding, and reads it when asked', async (name, content, option, encoding) => {
    const path = file(name, encoded(content, option));
    expect(await readTextFile(path)).toEqual({ ok: false, error: { code: 'file.encoding', params: { name, encoding, option } } });
    expect(await readTextFile(path, option as 'big5')).toEqual({ ok: true, value: content });
  });

  test('empty, blank, binary, too large and missing files say so', async () => {
    const code = async (path: string) => {
      const result = await readTextFile(path);
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await code(file('empty.txt', ''))).toBe('file.empty');
    expect(await code(file('blank.txt', ' \n\u3000'))).toBe('file.empty');
    expect(await code(file('picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])))).toBe('file.binary');
    expect(await code(file('noise.txt', new Uint8Array([0xff, 0xff, 0xc0, 0x80, 0x41])))).toBe('file.binary');
    const large = file('large.txt', '一');
    truncateSync(large, 20 * 1024 * 1024 + 1);
    expect(await readTextFile(large)).toEqual({ ok: false, error: { code: 'file.tooLarge', params: { name: 'large.txt', limit: 20 } } });
    expect(await code(join(folder, 'missing.txt'))).toBe('file.notFound');
    expect(await code(folder)).toBe('file.unreadable');
  });

  test('a wrong choice of encoding is refused, not mangled', async () => {
    expect(decodeText(encoded('會議紀錄', 'gb18030').subarray(0, 7), 'cut.txt', 'gb18030').ok).toBe(false);
  });
});
