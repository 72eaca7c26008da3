import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileBytes } from './file-bytes.ts';

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'minutebook-bytes-'))));
afterAll(() => rmSync(folder, { recursive: true }));

test('gives the bytes, or says in which way they cannot be had', async () => {
  const path = join(folder, '紀錄.txt');
  writeFileSync(path, '主席致詞。');
  expect(await fileBytes(path)).toEqual({ ok: true, value: new Uint8Array(Buffer.from('主席致詞。')) });
  const refused = async (name: string, limit?: number): Promise<unknown[]> => {
    const read = await fileBytes(join(folder, name), limit);
    return read.ok ? [] : [read.error.code, read.error.params];
  };
  expect(await refused('無.txt')).toEqual(['file.notFound', { name: '無.txt' }]);
  expect(await refused('紀錄.txt/無.txt')).toEqual(['file.notFound', { name: '無.txt' }]);
  expect((await refused('.'))[0]).toBe('file.unreadable');
  truncateSync(path, 2 * 1024 * 1024 + 1);
  expect(await refused('紀錄.txt', 2)).toEqual(['file.tooLarge', { name: '紀錄.txt', limit: 2 }]);
});
