/** Whatever file a record is in, one command makes another of it: nothing of it is lost, and what was doubtful is said. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { foreignDocx, p } from '#electron/docx/reading/testing/foreign.ts';
import { contentOf, noMeans } from '#electron/services/exports.ts';
import { asItIs } from '#shared/export/options.ts';
import { minutesDocumentSchema, type MinutesDocument } from '#shared/minutes/document.ts';
import { boardMeeting } from '#shared/minutes/fixtures.ts';
import { command } from './testing/command.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'minutebook-convert-'))));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const path = (name: string): string => join(folder, name);
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(path(name), content);
  return path(name);
};

const minutebook = (...args: string[]) => command(args);
const readJson = (name: string): MinutesDocument => minutesDocumentSchema.parse(JSON.parse(readFileSync(path(name), 'utf8')));

const lines = ['青禾綠化協會第三屆理事會第四次會議紀錄', '時間：113年1月19日（星期五）上午9時30分', '地點：本會三樓會議室', '主席：石仲平', '案由一：修訂章程第七條案。', '決議：照案通過。'];
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const shown = '<w:p><w:r><w:drawing><wp:docPr id="1" name="a" descr="會場"/><a:blip r:embed="i"/></w:drawing></w:r></w:p>';
const word = foreignDocx(lines.map((line) => p(line)).join('') + shown, { relations: { i: ['image', 'media/a.png'] }, files: { 'word/media/a.png': png } });

test.each<[string, string | Uint8Array]>([
  ['紀錄.docx', word],
  ['紀錄.html', `<!doctype html><body><h1>${lines[0]}</h1>${lines.slice(1).map((line) => `<p>${line}</p>`).join('')}</body>`],
  ['紀錄.md', lines.map((line, index) => (index === 0 ? `# ${line}` : line)).join('\n\n')],
  ['紀錄.txt', lines.join('\n')],
  // Programs call web pages .doc, too.
  ['紀錄.doc', `<html><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`],
])('%s becomes the same record, the same each time', async (name, content) => {
  const source = put(name, content);
  for (const out of ['甲.json', '乙.json']) expect(await minutebook('convert', source, '--out', path(out))).toMatchObject({ code: 0, out: '' });
  const record = readJson('甲.json');
  expect(record.meta).toMatchObject({ title: lines[0], term: 3, session: 4, start: '2024-01-19T09:30', place: '本會三樓會議室', chair: '石仲平', region: 'TW', script: 'Hant' });
  expect(JSON.stringify(record.blocks)).toContain('修訂章程第七條案。');
  expect(readFileSync(path('乙.json')).equals(readFileSync(path('甲.json')))).toBe(true);
});

test('pictures of a file go along, into Word and into a page', async () => {
  const source = put('紀錄.docx', word);
  expect(await minutebook('convert', source, '--out', path('新.docx'))).toMatchObject({ code: 0 });
  const media = Object.entries(unzipSync(readFileSync(path('新.docx')))).filter(([name]) => name.startsWith('word/media/') && !name.endsWith('/'));
  expect(media.map(([, bytes]) => Buffer.from(bytes))).toEqual([png]);
  expect(await minutebook('convert', source, '--out', path('新.html'))).toMatchObject({ code: 0 });
  expect(readFileSync(path('新.html'), 'utf8')).toContain(`data:image/png;base64,${png.toString('base64')}`);
});

describe('a working copy', () => {
  const record = boardMeeting();
  const copy = async (): Promise<Uint8Array> => {
    const made = await contentOf(record, 'docx', noMeans, { ...asItIs, copy: 'working', layout: 'taiwan' });
    if (!made.ok) throw new Error(made.error.code);
    return made.value as Uint8Array;
  };

  test('becomes the very record that it was made from', async () => {
    const { code, err } = await minutebook('convert', put('工作稿.docx', await copy()), '--out', path('紀錄.json'));
    expect([code, err.split('\n').length]).toEqual([0, 1]);
    expect(readJson('紀錄.json')).toEqual(record);
  });

  test('that was edited elsewhere becomes the record with its present text, and the command says so', async () => {
    const files = unzipSync(await copy());
    files['word/document.xml'] = strToU8(strFromU8(files['word/document.xml']!).replace('預算', '預算（修正）'));
    const { code, err } = await minutebook('convert', put('工作稿.docx', zipSync(files)), '--out', path('紀錄.json'));
    expect([code, err]).toEqual([0, expect.stringContaining('工作副本在程式外改過內文')]);
    const made = readJson('紀錄.json');
    expect(JSON.stringify(made)).toContain('預算（修正）');
    expect([made.id, made.meta, made.roster]).toEqual([record.id, record.meta, record.roster]);
  });
});

test('kept, a file brings its pictures, and is known when it comes again', async () => {
  const source = put('紀錄.docx', word);
  const kept = await minutebook('convert', source, '--out', path('紀錄.json'), '--save', '--db', path('a.db'));
  expect([kept.code, kept.err]).toEqual([0, expect.stringContaining(`已存入資料庫：${readJson('紀錄.json').id}`)]);
  const [meeting] = JSON.parse((await minutebook('list', '--json', '--db', path('a.db'))).out) as { id: string }[];
  expect(await minutebook('export', meeting!.id, '--out', path('新.html'), '--db', path('a.db'))).toMatchObject({ code: 0 });
  expect(readFileSync(path('新.html'), 'utf8')).toContain(png.toString('base64'));
  expect((await minutebook('import', source, '--db', path('a.db'))).out).toContain('已有，略過\t紀錄.docx');
});

test('says in one sentence what cannot be read, and writes nothing', async () => {
  vi.stubEnv('PATH', '');
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('WordDocument', 'utf16le')]);
  const cases: [string, Uint8Array, string][] = [
    ['半份.docx', word.slice(0, word.length / 2), '「半份.docx」'],
    ['舊.doc', compound, '「舊.doc」'],
    ['舊.rtf', Buffer.from('{\\rtf1 a}'), 'LibreOffice'],
  ];
  for (const [name, bytes, sentence] of cases) {
    const { code, out, err } = await minutebook('convert', put(name, bytes), '--out', path('新.docx'));
    expect([code, out, err.split('\n').length]).toEqual([1, '', 1]);
    expect(err).toContain(sentence);
  }
  expect(existsSync(path('新.docx'))).toBe(false);
});
