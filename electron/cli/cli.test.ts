import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { projectFolder, resourcesFolder } from '#electron/host/places.ts';
import { startStore } from '#electron/services/store.ts';
import { minutesDocumentSchema, newMinutes, type MinutesDocument } from '#shared/minutes/document.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'minutebook-cli-'))));
afterEach(() => rmSync(folder, { recursive: true }));

interface Answer {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the real command. */
function minutebook(args: string[], env: Record<string, string> = {}): Promise<Answer> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(projectFolder(), 'electron/cli/index.ts'), ...args], {
      env: { PATH: process.env['PATH'] ?? '', LANG: 'zh_TW.UTF-8', HOME: folder, XDG_DATA_HOME: folder, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (err += part.toString()));
    child.once('close', (code) => done({ code, out: out.trimEnd(), err: err.trimEnd() }));
  });
}

const record = `青禾綠化協會第三屆第二次理事會會議紀錄
會議由石仲平理事長主持。
林務局周令宜副局長致辭
周副局長對協會過去一年的工作表示感謝。
會議審議通過了《青禾綠化協會會費辦法》。
`;

const path = (name: string): string => join(folder, name);
function file(name: string, content: string | Buffer): string {
  writeFileSync(path(name), content);
  return path(name);
}
const oneSentence = (text: string): void => expect(text.split('\n')).toHaveLength(1);

describe('convert', () => {
  test('writes the record as data, with its structure, and touches no database', async () => {
    const { code, out, err } = await minutebook(['convert', file('紀錄.txt', record), '--out', path('紀錄.json')]);
    expect([code, out]).toEqual([0, '']);
    expect(err).toMatch(/^沒有需要修復的文字；認出 .*致辭 1.*審議通過 1，段落 \d+ 段$/);
    const document = minutesDocumentSchema.parse(JSON.parse(readFileSync(path('紀錄.json'), 'utf8')));
    expect(document.meta).toMatchObject({ region: 'TW', script: 'Hant' });
    expect(document.blocks.map((block) => block.kind)).toEqual(expect.arrayContaining(['speech', 'resolution']));
    expect(readdirSync(folder).sort()).toEqual(['紀錄.json', '紀錄.txt']);
  });

  test('writes Word, HTML and plain text', async () => {
    const source = file('紀錄.txt', record);
    const answers = await Promise.all(['docx', 'html', 'txt'].map((format) => minutebook(['convert', source, '--out', path(`新.${format}`)])));
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(readFileSync(path('新.docx')).subarray(0, 2).toString()).toBe('PK');
    expect(readFileSync(path('新.html'), 'utf8')).toContain('周副局長對協會過去一年的工作表示感謝。');
    expect(readFileSync(path('新.txt'), 'utf8')).toContain('周副局長對協會過去一年的工作表示感謝。');
  });

  test('repairs what is damaged and counts it', async () => {
    const source = file('紀錄.txt', '會議聽取了現(xiàn)任理事的報告。');
    const { err } = await minutebook(['convert', source, '--out', path('a.json')]);
    expect(err).toContain('修復 1 處（拼音 1、缺字 0）');
    expect(readFileSync(path('a.json'), 'utf8')).not.toContain('xiàn');
  });

  test('reads GB18030 and Big5 when it is told to, and says so when it is not', async () => {
    const gb = file('gb.txt', Buffer.from('c7e0bacdc2ccbbafd0adbbe1bbe1d2e9bccdc2bca3acb3f6cfafc0edcac2b6fec8cba1a3', 'hex'));
    const asked = await minutebook(['convert', gb, '--out', path('a.json')]);
    expect(asked).toEqual({ code: 1, out: '', err: '「gb.txt」不是 UTF-8，看來是 GB18030。請用 --encoding gb18030 再試一次，或另存為 UTF-8。' });
    expect(existsSync(path('a.json'))).toBe(false);
    expect((await minutebook(['convert', gb, '--out', path('a.json'), '--encoding', 'gb18030'])).code).toBe(0);
    expect(readFileSync(path('a.json'), 'utf8')).toContain('青和绿化协会');
  });

  test('says in one sentence what is wrong with a file, and writes nothing', async () => {
    const cases: [string, string][] = [
      [path('無.txt'), '找不到「無.txt」。請確認檔名與位置。'],
      [file('空.txt', ''), '「空.txt」是空的，沒有可以讀入的文字。'],
      [file('圖.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])), '「圖.txt」不是文字檔，無法讀入。原檔未變動。'],
      [file('大.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 0x61)), '「大.txt」超過 20 MB，無法讀入。請分成較小的檔案。'],
    ];
    const answers = await Promise.all(cases.map(([source]) => minutebook(['convert', source, '--out', path('a.json')])));
    expect(answers).toEqual(cases.map(([, err]) => ({ code: 1, out: '', err })));
    expect(existsSync(path('a.json'))).toBe(false);
  });

  test('leaves a target as it was where it cannot be written, and knows its formats', async () => {
    const source = file('紀錄.txt', record);
    mkdirSync(path('資料夾.json'));
    const [noFolder, isFolder, noFormat] = await Promise.all([
      minutebook(['convert', source, '--out', join(folder, '無', 'a.json')]),
      minutebook(['convert', source, '--out', path('資料夾.json')]),
      minutebook(['convert', source, '--out', path('a.pdf')], { LANG: 'en_US.UTF-8' }),
    ]);
    expect(noFolder).toMatchObject({ code: 1, err: '無法寫入「a.json」。請選擇其他位置，或檢查資料夾權限。原有檔案未變動。' });
    expect(isFolder.code).toBe(1);
    expect(statSync(path('資料夾.json')).isDirectory()).toBe(true);
    expect(noFormat).toEqual({ code: 1, out: '', err: 'The format of “a.pdf” is not known. Known endings: .docx .html .txt .json.' });
  });

  test('keeps the record where it is asked to, and nothing at all where the database cannot be opened', async () => {
    const source = file('紀錄.txt', record);
    const kept = await minutebook(['convert', source, '--out', path('a.json'), '--save', '--db', path('a.db')]);
    expect(kept.code, kept.err).toBe(0);
    const id = (JSON.parse(readFileSync(path('a.json'), 'utf8')) as MinutesDocument).id;
    expect(kept.err.split('\n')[1]).toBe(`已存入資料庫：${id}`);
    const shown = await minutebook(['show', id, '--json', '--db', path('a.db')]);
    expect(JSON.parse(shown.out)).toEqual(JSON.parse(readFileSync(path('a.json'), 'utf8')));

    const bad = file('b.db', '這不是資料庫。'.repeat(500));
    const refused = await minutebook(['convert', source, '--out', path('b.json'), '--save', '--db', bad]);
    expect(refused).toEqual({ code: 1, out: '', err: '「b.db」不是議事簿的資料庫。檔案未變動；請選擇其他檔案。' });
    expect(existsSync(path('b.json'))).toBe(false);
    expect(readFileSync(bad, 'utf8')).toBe('這不是資料庫。'.repeat(500));
  });
});

describe('over a database', () => {
  let kept: string;
  let database: string;
  let documents: MinutesDocument[];

  beforeAll(async () => {
    kept = mkdtempSync(join(tmpdir(), 'minutebook-cli-db-'));
    database = join(kept, 'a.db');
    documents = ['理事會會議紀錄', '會員大會會議紀錄'].map((title, at) => ({
      ...newMinutes({ title, start: `2026-0${at + 1}-19T09:30` }),
      blocks: [{ id: `block${at}`, kind: 'paragraph', inline: [{ type: 'text', text: at === 0 ? '審議通過苗圃章程' : '選舉監事' }] }],
    })) as MinutesDocument[];
    const store = await startStore({ databasePath: database, resources: resourcesFolder(), example: false });
    if (!store.ok) throw new Error(store.error.code);
    for (const document of documents) expect(await store.value.client.meetings.create({ document, origin: null })).toMatchObject({ ok: true });
    await store.value.close();
  });
  afterAll(() => rmSync(kept, { recursive: true }));

  test('list names every meeting, newest first, as lines or as data', async () => {
    const lines = await minutebook(['list', '--db', database]);
    expect(lines).toEqual({ code: 0, err: '', out: `${documents[1]!.id}\t2026-02-19\t會員大會會議紀錄\n${documents[0]!.id}\t2026-01-19\t理事會會議紀錄` });
    const data = await minutebook(['list', '--json'], { MINUTEBOOK_DB: database });
    expect(JSON.parse(data.out)).toMatchObject([{ id: documents[1]!.id }, { id: documents[0]!.id, title: '理事會會議紀錄' }]);
  });

  test('list finds a text in the other script too', async () => {
    const found = await minutebook(['list', '--query', '审议通过', '--json', '--db', database]);
    expect(JSON.parse(found.out)).toMatchObject([{ meeting: { id: documents[0]!.id } }]);
    expect(await minutebook(['list', '--query', '沒有這個詞', '--db', database])).toEqual({ code: 0, out: '', err: '沒有符合的會議。' });
  });

  test('show prints the record as the schema has it, or its text', async () => {
    const data = await minutebook(['show', documents[0]!.id, '--json', '--db', database]);
    expect(JSON.parse(data.out)).toEqual(documents[0]);
    expect((await minutebook(['show', documents[0]!.id, '--db', database])).out).toContain('審議通過苗圃章程');
  });

  test('export writes a file', async () => {
    expect(await minutebook(['export', documents[0]!.id, '--out', path('a.docx'), '--db', database])).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(path('a.docx')).subarray(0, 2).toString()).toBe('PK');
  });

  test('what is not there is said in one sentence', async () => {
    const answers = await Promise.all([
      minutebook(['show', 'nosuchmeeting', '--db', database]),
      minutebook(['export', '../../etc', '--out', path('a.txt'), '--db', path('none.db')]),
    ]);
    expect(answers.map(({ code, err }) => [code, err])).toEqual([
      [1, '找不到這份會議紀錄，可能已被刪除。'],
      [1, '找不到「none.db」。請確認檔名與位置。'],
    ]);
    expect(existsSync(path('none.db'))).toBe(false);
  });

  test('a database in use is said in one sentence, in the user’s language', async () => {
    const store = await startStore({ databasePath: database, resources: resourcesFolder(), example: false });
    const { code, err } = await minutebook(['list', '--db', database], { LANG: 'zh_CN.UTF-8' });
    if (store.ok) await store.value.close();
    expect([code, err]).toEqual([1, '这个数据库正由另一个程序使用。请先关闭另一个议事簿窗口，再试一次。内容未变动。']);
  });
});

describe('wrong use', () => {
  test.each([[[]], [['frob']], [['convert']], [['convert', 'a.txt']], [['show']], [['export', 'abcdef']], [['list', '--frob']], [['convert', 'a.txt', '--out', 'a.json', '--encoding', 'latin1']]])(
    '%j ends with 2',
    async (args) => {
      const { code, out, err } = await minutebook(args);
      expect([code, out]).toEqual([2, '']);
      if (args.length > 0) oneSentence(err);
    },
  );

  test('asking for help does not', async () => {
    const { code, out } = await minutebook(['convert', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('--encoding');
  });
});

const sample = join(projectFolder(), '..', 'shared', 'samples', 'council-meeting.txt');
test.runIf(existsSync(sample))('a real record keeps its people and its order', async () => {
  const { code, err } = await minutebook(['convert', sample, '--out', path('a.json')]);
  expect(code).toBe(0);
  expect(err).toContain('拼音 504');
  const { blocks } = minutesDocumentSchema.parse(JSON.parse(readFileSync(path('a.json'), 'utf8')));
  const named = blocks.flatMap((block) => ('fields' in block ? [[block.kind, Object.values(block.fields).join(' ')]] : []));
  const kinds = named.map(([kind]) => kind);
  expect(kinds.slice(0, 4)).toEqual(['attendance', 'speech', 'report', 'heardReport']);
  expect(kinds.filter((kind) => kind === 'resolution').length).toBeGreaterThanOrEqual(5);
  ['王楠', '朱撫剛', '顧建國', '王楠'].forEach((name, at) => expect(named[at]![1]).toContain(name));
});
