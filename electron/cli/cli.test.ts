import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '#electron/db/open.ts';
import { openDocx, textOf, val } from '#electron/docx/testing/opened.ts';
import { openDoor } from '#electron/host/door.ts';
import { projectFolder, resourcesFolder } from '#electron/host/places.ts';
import { encoded } from '#electron/services/testing/encoded.ts';
import { startStore } from '#electron/services/store.ts';
import { minutesDocumentSchema, newMinutes, type MinutesDocument } from '#shared/minutes/document.ts';
import { type Answer, command as minutebook, realCommand, userOf } from './testing/command.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'minutebook-cli-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** As a user whom the rights of files stop: they stop root only without this capability. */
const asPlainUser = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override'] : [];

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

describe('convert', () => {
  test('writes the record as data, with its structure, and touches no database', async () => {
    const { code, out, err } = await minutebook(['convert', file('紀錄.txt', record), '--out', path('紀錄.json')]);
    expect([code, out]).toEqual([0, '']);
    expect(err).toMatch(/^沒有需要修復的文字；認出 .*致辭 1.*審議通過 1，段落 \d+ 段\n沒有找到會議日期$/);
    const document = minutesDocumentSchema.parse(JSON.parse(readFileSync(path('紀錄.json'), 'utf8')));
    expect(document.meta).toMatchObject({ region: 'TW', script: 'Hant' });
    expect(document.blocks.map((block) => block.kind)).toEqual(expect.arrayContaining(['speech', 'resolution']));
    expect(readdirSync(folder).sort()).toEqual(['紀錄.json', '紀錄.txt']);
  });

  test('fills the roster with those whom the attendance names, under the same ids each time', async () => {
    const told = '青禾綠化協會理事長石仲平，副理事長方若蘭、唐以安，理事葛明遠委託石仲平出席會議。各會員單位代表共86人參加會議。會議由柳思源秘書長主持。';
    const source = file('出席.txt', `${told}\n林務局周令宜副局長致辭\n周副局長表示感謝。\n`);
    for (const name of ['甲.json', '乙.json']) expect((await minutebook(['convert', source, '--out', path(name), '--region', 'CN'])).code).toBe(0);
    const [one, other] = ['甲.json', '乙.json'].map((name) => minutesDocumentSchema.parse(JSON.parse(readFileSync(path(name), 'utf8'))));
    expect(one?.roster.map(({ name, title, attendance, role }) => [name, title, attendance, role])).toEqual([
      ['石仲平', '理事長', 'present', undefined],
      ['方若蘭', '副理事長', 'present', undefined],
      ['唐以安', '副理事長', 'present', undefined],
      ['葛明遠', '理事', 'proxy', undefined],
      ['柳思源', '秘書長', 'present', 'chair'],
    ]);
    expect(one?.roster[3]?.proxy).toBe(one?.roster[0]?.id);
    expect(other).toEqual(one);
  });

  test('writes Word, HTML and plain text', async () => {
    const source = file('紀錄.txt', record);
    const answers = await Promise.all(['docx', 'html', 'txt'].map((format) => minutebook(['convert', source, '--out', path(`新.${format}`)])));
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(readFileSync(path('新.docx')).subarray(0, 2).toString()).toBe('PK');
    expect(readFileSync(path('新.html'), 'utf8')).toContain('周副局長對協會過去一年的工作表示感謝。');
    expect(readFileSync(path('新.txt'), 'utf8')).toContain('周副局長對協會過去一年的工作表示感謝。');
  });

  test.each([
    ['gbt9704', undefined, '周副局长对协会过去一年的工作表示感谢。'],
    ['gbt9704', 'keep', '周副局長對協會過去一年的工作表示感謝。'],
    ['taiwan', undefined, '周副局長對協會過去一年的工作表示感謝。'],
    ['taiwan', 'hans', '周副局长对协会过去一年的工作表示感谢。'],
  ])('writes in the layout %s and the letters %s what is asked for', async (profile, script, sentence) => {
    const args = ['convert', file('紀錄.txt', record), '--out', path('新.txt'), '--profile', profile, ...(script ? ['--script', script] : [])];
    expect(await minutebook(args)).toMatchObject({ code: 0 });
    expect(readFileSync(path('新.txt'), 'utf8')).toContain(sentence);
  });

  test('names a layout that there is not, and writes nothing', async () => {
    const answer = await minutebook(['convert', file('紀錄.txt', record), '--out', path('新.docx'), '--profile', 'mars', '--db', path('none.db')]);
    expect(answer.code).toBe(1);
    expect(existsSync(path('新.docx'))).toBe(false);
  });

  test.each(['docx', 'html', 'txt', 'json'])('makes the same %s of the same text, byte for byte', async (format) => {
    const source = file('紀錄.txt', record);
    for (const name of ['甲', '乙']) expect((await minutebook(['convert', source, '--out', path(`${name}.${format}`)])).code).toBe(0);
    expect(readFileSync(path(`乙.${format}`)).equals(readFileSync(path(`甲.${format}`)))).toBe(true);
  });

  test('keeps one text twice as two meetings, whose Word files are the same', { timeout: 60_000 }, async () => {
    const source = file('紀錄.txt', record);
    const database = path('a.db');
    for (const name of ['甲', '乙']) expect((await minutebook(['convert', source, '--out', path(`${name}.docx`), '--save', '--db', database])).code).toBe(0);
    const kept = JSON.parse((await minutebook(['list', '--json', '--db', database])).out) as { id: string }[];
    expect(new Set(kept.map(({ id }) => id)).size).toBe(2);
    await minutebook(['export', kept[0]!.id, '--out', path('丙.docx'), '--db', database]);
    const files = ['甲', '乙', '丙'].map((name) => readFileSync(path(`${name}.docx`)).toString('base64'));
    expect(new Set(files).size).toBe(1);
  });

  test('repairs what is damaged and counts it', async () => {
    const source = file('紀錄.txt', '會議聽取了現(xiàn)任理事的報告。');
    const { err } = await minutebook(['convert', source, '--out', path('a.json')]);
    expect(err).toContain('修復 1 處（拼音 1、缺字 0）');
    expect(readFileSync(path('a.json'), 'utf8')).not.toContain('xiàn');
  });

  test.each(['gb18030', 'big5'])('names %s where a file is in it, and reads it when told to', async (encoding) => {
    const source = file('舊.txt', encoded(record, encoding));
    const named = encoding === 'big5' ? 'Big5' : 'GB18030';
    expect(await minutebook(['convert', source, '--out', path('a.txt')])).toEqual({
      code: 1,
      out: '',
      err: `「舊.txt」的文字看來是 ${named} 編碼，沒有讀入；原檔未變動。請用 minutebook convert 加上 --encoding ${encoding} 讀入，或另存為 UTF-8。`,
    });
    expect(existsSync(path('a.txt'))).toBe(false);
    expect((await minutebook(['convert', source, '--out', path('a.txt'), '--encoding', encoding])).code).toBe(0);
    for (const line of record.trim().split('\n').slice(3)) expect(readFileSync(path('a.txt'), 'utf8')).toContain(line);
  });

  test('says in one sentence what is wrong with a file, and writes nothing', async () => {
    const cases: [string, string][] = [
      [path('無.txt'), '找不到「無.txt」。請確認檔名與位置。'],
      [file('空.txt', ''), '「空.txt」是空的，沒有可以讀入的文字。'],
      [file('圖.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])), '「圖.txt」不是文字檔，無法讀入。原檔未變動。'],
      [file('大.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 0x61)), '「大.txt」超過 20 MB，無法讀入。原檔未變動；請分成較小的檔案。'],
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
      minutebook(['convert', source, '--out', path('a.odt')], 'en'),
    ]);
    expect(noFolder).toMatchObject({ code: 1, err: '無法寫入「a.json」。請選擇其他位置，或檢查資料夾權限。原有檔案未變動。' });
    expect(isFolder.code).toBe(1);
    expect(statSync(path('資料夾.json')).isDirectory()).toBe(true);
    expect(noFormat).toEqual({ code: 1, out: '', err: 'The format of “a.odt” is not known. Known endings: .docx .pdf .html .md .txt .json.' });
  });

  test('leaves an older file as it was where it may not be replaced, or where the disk is full', async () => {
    const source = file('紀錄.txt', record);
    chmodSync(file('舊.docx', '舊'), 0o444);
    mkdirSync(path('唯讀'), { mode: 0o555 });
    const writes = (out: string, through: string[]) => realCommand(['convert', source, '--out', path(out)], userOf(folder), through);
    const [readOnlyFile, readOnlyFolder, full] = await Promise.all([
      writes('舊.docx', asPlainUser),
      writes('唯讀/新.docx', asPlainUser),
      // A file can grow to one kilobyte here: the same error of the system, at the same place, as a disk without room.
      writes('滿.docx', ['bash', '-c', 'trap "" XFSZ; ulimit -f 1; exec "$@"', 'bash']),
    ]);
    expect([readOnlyFile, readOnlyFolder, full]).toEqual([
      { code: 1, out: '', err: '無法寫入「舊.docx」。請選擇其他位置，或檢查資料夾權限。原有檔案未變動。' },
      { code: 1, out: '', err: '無法寫入「新.docx」。請選擇其他位置，或檢查資料夾權限。原有檔案未變動。' },
      { code: 1, out: '', err: '磁碟空間不足，「滿.docx」沒有寫出。請清出空間後再試；會議內容不受影響。' },
    ]);
    expect(readFileSync(path('舊.docx'), 'utf8')).toBe('舊');
    expect(readdirSync(folder).sort()).toEqual(['唯讀', '紀錄.txt', '舊.docx'].sort());
  });

  test('keeps the record where it is asked to, and nothing at all where the database cannot be opened', async () => {
    const source = file('紀錄.txt', record);
    const kept = await minutebook(['convert', source, '--out', path('a.json'), '--save', '--db', path('a.db')]);
    expect(kept.code, kept.err).toBe(0);
    const id = (JSON.parse(readFileSync(path('a.json'), 'utf8')) as MinutesDocument).id;
    expect(kept.err.split('\n').at(-1)).toBe(`已存入資料庫：${id}`);
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
    vi.stubEnv('MINUTEBOOK_DB', database);
    const data = await minutebook(['list', '--json']);
    vi.unstubAllEnvs();
    expect(JSON.parse(data.out)).toMatchObject([{ id: documents[1]!.id }, { id: documents[0]!.id, title: '理事會會議紀錄' }]);
  });

  test('search finds a text in the other script too, and prints the places under the line of their meeting', async () => {
    const found = await minutebook(['search', '审议通过', '--json', '--db', database]);
    expect(JSON.parse(found.out)).toMatchObject([{ meeting: { id: documents[0]!.id }, places: 1 }]);
    expect(await minutebook(['search', '「審議通過」 -選舉', '--db', database])).toEqual({ code: 0, err: '', out: `${documents[0]!.id}\t2026-01-19\t理事會會議紀錄\t1\n  審議通過苗圃章程` });
    expect(await minutebook(['search', '沒有這個詞', '--db', database])).toEqual({ code: 0, out: '', err: '沒有符合的會議。' });
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

  test('export writes in the layout that is asked for', async () => {
    expect(await minutebook(['export', documents[0]!.id, '--out', path('b.docx'), '--profile', 'gbt9704', '--script', 'hans', '--db', database])).toMatchObject({ code: 0 });
    const { paragraphs } = openDocx(readFileSync(path('b.docx')));
    expect(paragraphs.map(textOf)).toContain('审议通过苗圃章程');
    expect(paragraphs.map((each) => val(each, 'w:pStyle'))).toContain('RedRule');
  });

  test('export writes several into a folder or a zip, and lists what it could not', async () => {
    const ids = documents.map(({ id }) => id);
    const folder = await minutebook(['export', ...ids, '--out-dir', path('送出/紀錄'), '--format', 'txt', '--db', database]);
    expect([folder.code, folder.err]).toEqual([0, `已匯出 ${ids.length} 份。`]);
    expect(readdirSync(path('送出/紀錄'))).toHaveLength(ids.length);
    const zip = await minutebook(['export', ...ids, 'nosuchmeeting', '--zip', path('紀錄.zip'), '--db', database]);
    expect([zip.code, zip.err.split('\n')]).toEqual([1, ['nosuchmeeting\t找不到這份會議紀錄，可能已被刪除。請看垃圾桶，或在「安全與備份」還原。', `${ids.length + 1} 份裡有 1 份沒有匯出，已列在上面；其他的都已匯出。`]]);
    expect(readFileSync(path('紀錄.zip')).subarray(0, 2).toString()).toBe('PK');
    expect((await minutebook(['export', ...ids, '--db', database])).err).toContain('--out-dir');
    expect((await minutebook(['export', ids[0]!, '--out', path('a.txt'), '--zip', path('a.zip'), '--db', database])).code).toBe(2);
  });

  test('what is not there is said in one sentence', async () => {
    const answers = await Promise.all([
      minutebook(['show', 'nosuchmeeting', '--db', database]),
      minutebook(['export', '../../etc', '--out', path('a.txt'), '--db', path('none.db')]),
    ]);
    expect(answers.map(({ code, err }) => [code, err])).toEqual([
      [1, '找不到這份會議紀錄，可能已被刪除。請看垃圾桶，或在「安全與備份」還原。'],
      [1, '找不到「none.db」。請確認檔名與位置。'],
    ]);
    expect(existsSync(path('none.db'))).toBe(false);
  });

  test('a database in use is said in one sentence by every command, in the user’s language', async () => {
    const store = await startStore({ databasePath: database, resources: resourcesFolder(), example: false });
    const id = documents[0]!.id;
    const commands = [['list'], ['show', id], ['export', id, '--out', path('a.txt')], ['convert', file('紀錄.txt', record), '--out', path('a.txt'), '--save']];
    for (const command of commands) {
      const answer = await minutebook([...command, '--db', database], 'zh-Hans');
      expect(answer).toEqual({ code: 1, out: '', err: '这个数据库正由另一个程序使用。请先关闭另一个议事簿窗口，再试一次。内容未变动。' });
    }
    if (store.ok) await store.value.close();
    expect(existsSync(path('a.txt'))).toBe(false);
  });

  test('a database that may not be written, and one of a newer program, are read, never written, and left alone', async () => {
    const bytes = (name: string): Buffer => readFileSync(path(name));
    for (const name of ['唯讀.db', '新.db']) writeFileSync(path(name), readFileSync(database));
    mkdirSync(path('資料夾'));
    writeFileSync(path('資料夾/a.db'), readFileSync(database));
    const newer = openDatabase(path('新.db'));
    if (!newer.ok) throw new Error(newer.error.code);
    newer.value.connection.pragma('user_version = 99');
    newer.value.connection.close();
    chmodSync(path('唯讀.db'), 0o444);
    chmodSync(path('資料夾'), 0o555);
    const before = ['唯讀.db', '資料夾/a.db', '新.db'].map(bytes);
    const source = file('紀錄.txt', record);
    const withRights = (...args: string[]): Promise<Answer> => realCommand(args, userOf(folder), asPlainUser);
    const databases: [name: string, over: typeof withRights][] = [['唯讀.db', withRights], ['資料夾/a.db', withRights], ['新.db', (...args) => minutebook(args)]];
    const lists = await Promise.all(databases.map(([name, over]) => over('list', '--db', path(name))));
    for (const { code, out } of lists) expect([code, out.split('\n').length]).toEqual([0, 2]);
    const writing = databases.map(([name, over], at) => over('convert', source, '--out', path(`${at}.json`), '--save', '--db', path(name)));
    expect(await Promise.all(writing)).toMatchObject([
      { code: 1, out: '', err: expect.stringContaining('資料庫是唯讀的，無法儲存。請檢查檔案與資料夾權限；內容未變動。') as string },
      { code: 1, out: '', err: expect.stringContaining('資料庫是唯讀的，無法儲存。請檢查檔案與資料夾權限；內容未變動。') as string },
      { code: 1, out: '', err: expect.stringContaining('這個資料庫由較新版本的議事簿建立（99）。請更新程式再開啟；內容未變動。') as string },
    ]);
    chmodSync(path('資料夾'), 0o755);
    expect(['唯讀.db', '資料夾/a.db', '新.db'].map(bytes)).toEqual(before);
    expect(readdirSync(path('資料夾'))).toEqual(['a.db']);
  });
});

test('while a window has the database open every command works through it', { timeout: 60_000 }, async () => {
  const database = path('a.db');
  const store = await startStore({ databasePath: database, resources: resourcesFolder(), example: false });
  if (!store.ok) throw new Error(store.error.code);
  const document = newMinutes({ title: '理事會會議紀錄', start: '2026-01-19T09:30' });
  await store.value.client.meetings.create({ document });
  const door = await openDoor({ databasePath: database, store: store.value.client, comeForward: () => Promise.resolve({ shown: true, address: null }) });
  // One process for all of them: SQLite keeps two connections apart in one as well.
  const over = (...args: string[]) => minutebook([...args, '--db', database]);
  expect(await realCommand(['list', '--db', database], userOf(folder))).toEqual({ code: 0, err: '', out: `${document.id}\t2026-01-19\t理事會會議紀錄` });
  expect(await over('search', '理事會')).toMatchObject({ code: 0, out: expect.stringContaining(document.id) as string });
  expect(JSON.parse((await over('show', document.id, '--json')).out)).toEqual(document);
  expect(await over('export', document.id, '--out', path('a.docx'))).toEqual({ code: 0, out: '', err: '' });
  expect(readFileSync(path('a.docx')).subarray(0, 2).toString()).toBe('PK');
  expect((await over('convert', file('紀錄.txt', record), '--out', path('b.json'), '--save')).code).toBe(0);
  expect(await store.value.client.meetings.list({ offset: 0, limit: 10 })).toMatchObject({ ok: true, value: { total: 2 } });
  await door?.close();
  await store.value.close();
});

describe('wrong use', () => {
  test.each<[string[], string]>([
    [['frob'], '沒有「frob」這個指令。'],
    [['list', '--frob'], '沒有「--frob」這個選項。'],
    [['convert', 'a.txt'], '缺少選項 --out <file>。'],
    [['show'], '缺少 <id>。'],
    [['show', 'a', 'b'], '參數太多。'],
    [['list', '--db'], '選項 --db <path> 之後要有值。'],
    [['search'], '缺少 <text>。'],
    [['convert', 'a.txt', '--out', 'a.json', '--encoding', 'latin1'], '選項 --encoding <name> 不能是「latin1」；可用的值：utf-8, gb18030, big5。'],
  ])('%j ends with 2 and one sentence', async (args, sentence) => {
    expect(await minutebook(args)).toEqual({ code: 2, out: '', err: `${sentence}用 minutebook --help 查看用法。` });
  });

  test('is told in the user’s language, by the real command too', async () => {
    expect((await minutebook(['frob'], 'zh-Hans')).err).toBe('没有“frob”这个命令。用 minutebook --help 查看用法。');
    expect(await realCommand(['frob'], { ...userOf(folder), LANG: 'en_GB.UTF-8' })).toEqual({ code: 2, out: '', err: 'There is no command “frob”. See minutebook --help.' });
  });

  test('no command at all shows what there is', async () => {
    const { code, out, err } = await minutebook([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('指令：');
  });

  test('asking for help is none', async () => {
    const { code, out } = await minutebook(['convert', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('選項：');
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
