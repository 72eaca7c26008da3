import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentOf, noMeans } from '#electron/services/exports.ts';
import { exportOptionsSchema } from '#shared/export/options.ts';
import { boardMeeting } from '#shared/minutes/fixtures.ts';
import { proofSchema } from '#shared/proof/proof.ts';
import { command } from './testing/command.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-proof-'));
  file = join(folder, '紀錄.docx');
  const record = boardMeeting();
  record.blocks.push({ id: 'open00000001', kind: 'paragraph', inline: [{ type: 'text', text: '下次會議地點：' }, { type: 'blank', label: '地點' }] });
  const content = await contentOf(record, 'docx', noMeans, exportOptionsSchema.parse({ layout: 'taiwan', copy: 'working' }));
  if (content.ok) writeFileSync(file, content.value);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a file of our own is told its layout, its text, what is open, and each rule with its value', async () => {
  const { code, out, err } = await command(['proof', file]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^版面：.*\n有 \d+ 處請先看。\n紀錄的 \d+ 個字都在檔案裡，次序相同。\n文字與檔案所帶的紀錄相同。\n/);
  expect(out).toMatch(/尚未填寫\n {2}〔地點〕/);
  expect(out).toMatch(/檔案裡還有\n {2}這份紀錄的完整資料（工作副本）/);
  expect(out).toMatch(/紙張 +210 × 297 mm +210 × 297 mm +一般 +慣例/);
});

test('the same in English and as data, by the rules of another layout', async () => {
  expect((await command(['proof', file], 'en')).out).toMatch(/Paper +210 × 297 mm/);
  const { code, out } = await command(['proof', file, '--json', '--profile', 'gbt9704']);
  const proof = proofSchema.parse(JSON.parse(out));
  expect([code, proof.layout.id, proof.unchanged]).toEqual([0, 'gbt9704', true]);
  expect(proof.clauses.find(({ id }) => id === 'marginTop')).toMatchObject({ state: 'broken', strength: 'must', source: 'GB/T 9704-2012 5.2.1' });
});

test('what Word may refuse is told in words, with what can be done', async () => {
  const parts = unzipSync(readFileSync(file));
  const broken = join(folder, '壞.docx');
  writeFileSync(broken, zipSync({ ...parts, 'word/document.xml': strToU8(strFromU8(parts['word/document.xml']!).replace(/<w:pStyle w:val="[^"]+"/, '<w:pStyle w:val="Nowhere"')) }));
  expect((await command(['proof', broken])).out).toMatch(/\n {2}內文：用到的樣式「Nowhere」沒有定義\n {2}請用 Word 開啟、另存一次/);
  expect((await command(['proof', broken], 'en')).out).toContain('Text: the style “Nowhere” in use is not defined');
});

test('what cannot be read is one sentence', async () => {
  writeFileSync(join(folder, '文字.docx'), '這不是 Word 檔');
  const wrong = await command(['proof', join(folder, '文字.docx')]);
  expect([wrong.code, wrong.out]).toEqual([1, '']);
  expect(wrong.err).toContain('文字.docx');
  expect((await command(['proof', join(folder, '沒有.docx')])).err).toContain('找不到「沒有.docx」');
  expect((await command(['proof', file, '--profile', 'nothing'])).code).toBe(2);
});
