import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tamper } from '#electron/db/testing/tamper.ts';
import { archivePlaces } from '#electron/services/damage/archive-files.ts';
import * as meetings from '#electron/services/meetings.ts';
import { record, testFolder, testServices, valueOf } from '#electron/services/testing/store.ts';
import type { Language } from '#shared/language.ts';
import { run } from './program.ts';

let place: ReturnType<typeof testFolder>;
beforeEach(() => (place = testFolder()));
afterEach(() => place.remove());

interface Answer {
  code: number;
  out: string[];
  err: string[];
}

async function minutebook(args: string[], language: Language = 'zh-Hant'): Promise<Answer> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run([...args, '--db', place.databasePath], { language, print: (text) => out.push(text), tell: (text) => err.push(text) });
  return { code, out, err };
}

const spring = record(['理事長致詞。', '審議通過苗圃章程。'], { title: '春季理事會', start: '2019-03-04T09:00' });
const autumn = record(['監事報告。'], { title: '秋季監事會', start: '2020-10-04T09:00' });

/** A library with a backup and archive files, closed as every program does. */
async function library(): Promise<void> {
  const { services, close } = testServices(place.databasePath);
  for (const document of [spring, autumn]) valueOf(meetings.create(services, { document, origin: null }));
  valueOf(await services.backups.make('asked'));
  await services.archiveFiles.catchUp(() => Promise.resolve());
  await close();
}

/** Every file and folder with its bytes and times. */
function state(folder = place.folder): unknown[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const path = join(folder, name);
      const stats = statSync(path, { bigint: true });
      return [name, stats.mtimeNs, stats.ctimeNs, stats.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : ''];
    });
}

const damageText = (id: string): void =>
  tamper(place.databasePath, `UPDATE ${texts} SET document = zeroblob(40) WHERE meeting = (SELECT number FROM meetings WHERE id = ?)`, id);
const texts = 'versions';
const archiveOf = (id: string): string => archivePlaces(`${place.databasePath}-archive`).get(id)?.[0] ?? '';

describe('verify', () => {
  test('ends with 0 where everything is whole', async () => {
    await library();
    expect(await minutebook(['verify'])).toEqual({
      code: 0,
      out: [],
      err: ['檢查了 2 次會議、2 個版本、0 張圖片、2 份另存的檔案、1 份備份。', '沒有發現損壞。'],
    });
  });

  test('ends with 1 and names what is damaged, meeting by meeting', async () => {
    await library();
    damageText(spring.id);
    const path = archiveOf(autumn.id);
    const { atime, mtime } = statSync(path);
    writeFileSync(path, readFileSync(path).subarray(9));
    utimesSync(path, atime, mtime);
    const { code, out, err } = await minutebook(['verify'], 'zh-Hans');
    expect(code).toBe(1);
    expect(out.toSorted()).toEqual(['“春季理事會”：当前内容已损坏。可从备份取回。', '“秋季監事會”：另存的文件已损坏。'].toSorted());
    expect(err.at(-1)).toBe('发现 2 处损坏，已列在上面。可用 minutebook doctor 查看如何修复。');
  });

  test('says what a database that cannot be opened would give', async () => {
    await library();
    writeFileSync(place.databasePath, readFileSync(place.databasePath).fill(0));
    const { code, out } = await minutebook(['verify'], 'en');
    expect(code).toBe(1);
    expect(out).toEqual([
      'The database “議事簿.db” is damaged and cannot be opened as it is.',
      expect.stringMatching(/季.*its current text is damaged\. A backup has it\./),
      expect.stringMatching(/季.*its current text is damaged\. A backup has it\./),
    ]);
  });

  test('checks the backups too', async () => {
    await library();
    const folder = `${place.databasePath}-backups`;
    const name = readdirSync(folder).find((one) => one.endsWith('.db')) ?? '';
    const bytes = readFileSync(join(folder, name));
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    writeFileSync(join(folder, name), bytes);
    expect(await minutebook(['verify'])).toMatchObject({ code: 1, out: [`備份 ${name.slice(0, -3)} 已損壞。`] });
  });

  test('knows no database where there is none', async () => {
    expect(await minutebook(['verify'])).toEqual({ code: 1, out: [], err: ['找不到「議事簿.db」。請確認檔名與位置。'] });
    expect(readdirSync(place.folder)).toEqual([]);
  });
});

describe('doctor', () => {
  /** One way after the other in which something can be wrong. */
  const harms: Record<string, { harm(): void; says: string }> = {
    'a damaged text': { harm: () => damageText(spring.id), says: '「春季理事會」：目前的內容已損壞。可從備份取回。' },
    'a damaged database': { harm: () => writeFileSync(place.databasePath, readFileSync(place.databasePath).fill(0, 0, 4096)), says: '資料庫「議事簿.db」已損壞，無法直接開啟。' },
    'a database that is gone': { harm: () => rmSync(place.databasePath), says: '資料庫「議事簿.db」不見了，但它的備份或另存的檔案還在。' },
    'a missing archive file': { harm: () => rmSync(archiveOf(spring.id)), says: '1 次會議還沒有另存的檔案，或檔案較舊。' },
    'a missing search index': { harm: () => rmSync(`${place.databasePath}-search`), says: '有 2 次會議還搜尋不到，或搜尋到的是先前的內容。' },
    'no backup': { harm: () => rmSync(`${place.databasePath}-backups`, { recursive: true }), says: '還沒有任何備份。' },
    'a file that was half written': { harm: () => writeFileSync(join(dirname(archiveOf(spring.id)), '.a.json.zst.0a1b.tmp'), '半'), says: '有一個沒寫完的暫存檔（.a.json.zst.0a1b.tmp）。' },
  };

  test.each(Object.keys(harms))('says of %s what it is and what it would do, and changes nothing; then it repairs it', { timeout: 60_000 }, async (kind) => {
    await library();
    harms[kind]?.harm();
    const before = state();
    const looked = await minutebook(['doctor']);
    expect(looked.out).toContain(harms[kind]?.says);
    expect(looked.out.filter((line) => line.startsWith('  → 會')).length).toBeGreaterThan(0);
    expect(looked.err.at(looked.code === 0 ? -1 : -2)).toBe('以上只是檢查，沒有更動任何檔案。加上 --repair 才會修復。');
    expect(state()).toEqual(before);

    const repaired = await minutebook(['doctor', '--repair']);
    expect([repaired.code, repaired.err.at(-1)]).toEqual([0, '沒有需要處理的地方。']);
    const { services, close } = testServices(place.databasePath);
    for (const { id } of [spring, autumn]) expect(valueOf(meetings.open(services, { id })).state).toBe('editable');
    await close();
  });

  test('finishes nothing, collects nothing and opens nothing by looking, also where the program was killed', async () => {
    await library();
    const { services } = testServices(place.databasePath);
    valueOf(meetings.trash(services, { id: autumn.id, origin: null }));
    // As after a kill: the journal beside the file holds what was saved last.
    const copy = `${place.databasePath}.killed`;
    for (const part of ['', '-wal']) writeFileSync(copy + part, readFileSync(place.databasePath + part));
    services.db.close();
    for (const part of ['', '-wal']) renameSync(copy + part, place.databasePath + part);
    const before = state();
    expect((await minutebook(['doctor'])).code).toBe(0);
    expect((await minutebook(['verify'])).code).toBe(0);
    expect(state()).toEqual(before);
  });

  test('warns of a folder that is synchronised', async () => {
    await library();
    const folder = join(place.folder, 'OneDrive - 青禾綠化協會');
    mkdirSync(folder);
    for (const name of readdirSync(place.folder).filter((one) => one.startsWith(basename(place.databasePath)))) renameSync(join(place.folder, name), join(folder, name));
    const out: string[] = [];
    await run(['doctor', '--db', join(folder, basename(place.databasePath))], { language: 'zh-Hant', print: (text) => out.push(text), tell: () => undefined });
    expect(out).toContain('資料庫放在會同步到其他電腦的資料夾裡（OneDrive - 青禾綠化協會），可能因此損壞。');
  });
});
