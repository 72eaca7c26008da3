import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exchangeIndexes, tamper } from '#electron/db/testing/tamper.ts';
import * as assets from '#electron/services/assets.ts';
import * as health from '#electron/services/health.ts';
import * as meetings from '#electron/services/meetings.ts';
import { programForEach } from '#electron/services/testing/program.ts';
import { paragraph, record, valueOf } from '#electron/services/testing/store.ts';
import { documentText } from '#shared/minutes/text.ts';
import * as versions from '#electron/services/versions/index.ts';
import { archivePlaces, isArchiveFileWhole } from './archive-files.ts';

const program = programForEach();

const spring = record(['理事長致詞。', '審議通過苗圃章程。'], { title: '春季理事會', start: '2019-03-04T09:00' });
const autumn = record(['監事報告。'], { title: '秋季監事會', start: '2019-10-04T09:00' });
const create = (document = spring) => valueOf(meetings.create(program.services, { document, origin: null }));
const save = (text: string, id = spring.id) => {
  const opened = valueOf(meetings.open(program.services, { id }));
  if (opened.state !== 'editable') throw new Error('cannot be edited');
  valueOf(meetings.save(program.services, { id, revision: opened.revision, changes: { blocks: [paragraph(1, text)] }, origin: null }));
};
const check = async () => valueOf(await health.check(program.services, { job: 'check' }));
const recovery = async () => valueOf(await health.state(program.services)).recovery;
const textOf = (id: string): string | null => {
  const opened = valueOf(meetings.open(program.services, { id }));
  return opened.state === 'editable' ? documentText(opened.document) : null;
};
/** Closes, changes one byte of every stored text of a meeting that the condition names, and opens again. */
async function damage(kind: 'whole' | 'change', where = '1 = 1'): Promise<void> {
  await program.stop();
  const [table, column, type] = kind === 'whole' ? [wholeTexts, 'document', 'BLOB'] : ['operations', 'changes', 'TEXT'];
  tamper(program.databasePath, `UPDATE ${table} SET ${column} = CAST(substr(${column}, 1, 20) || iif(hex(substr(${column}, 21, 1)) = '58', 'Y', 'X') || substr(${column}, 22) AS ${type}) WHERE ${where}`);
  program.start();
}
const wholeTexts = 'versions';
const asides = (): string[] => readdirSync(program.folder).filter((name) => name.startsWith(`${basename(program.databasePath)}-damaged-`));

it('finds nothing in what is whole, and says what it has read and when', async () => {
  create();
  create(autumn);
  save('理事長致詞，並介紹來賓。');
  const report = await check();
  expect(report).toMatchObject({ meetings: 2, database: true, damaged: [] });
  expect(report.versions).toBeGreaterThanOrEqual(2);
  const state = valueOf(await health.state(program.services));
  expect(state).toMatchObject({ lastCheckedAt: report.at, lastCheck: report, recovery: null });
  expect(asides()).toEqual([]);
});

describe('a damaged text in a sound database', () => {
  it('comes from the backup where that is all there is, at a revision of its own, and is set aside', async () => {
    create();
    valueOf(await program.services.backups.make('asked'));
    await damage('whole');
    expect(textOf(spring.id)).toBeNull();
    const report = await check();
    expect(report.damaged).toEqual([{ id: spring.id, title: '春季理事會', what: 'text' }]);
    expect(textOf(spring.id)).toBe(documentText(spring));
    const said = await recovery();
    expect(said).toMatchObject({ seen: false, whole: 0, meetings: [{ id: spring.id, from: 'backup', older: false }] });
    expect(asides()).toEqual([said?.setAside]);
    expect(readdirSync(join(program.folder, asides()[0] ?? ''))).toEqual([`${spring.id}-0.json.zst`]);
    expect((await check()).damaged).toEqual([]);
  });

  it('comes from the archive file where that is newer', async () => {
    create();
    valueOf(await program.services.backups.make('asked'));
    save('理事長致詞，並介紹來賓。');
    await program.services.archiveFiles.catchUp(() => Promise.resolve());
    save('這一句只在資料庫裡。');
    await damage('whole');
    await check();
    expect(textOf(spring.id)).toContain('並介紹來賓');
    expect(await recovery()).toMatchObject({ meetings: [{ id: spring.id, from: 'archive', older: true }] });
    expect(valueOf(meetings.open(program.services, { id: spring.id }))).toMatchObject({ revision: 3 });
  });

  it('comes from its own earlier texts where those lead to it, and nothing is older', async () => {
    create();
    save('一。');
    await program.restart();
    save('二。');
    await damage('whole', 'revision = (SELECT max(revision) FROM versions)');
    const report = await check();
    expect(report.damaged).toEqual([{ id: spring.id, title: '春季理事會', what: 'version' }]);
    expect(textOf(spring.id)).toContain('二。');
    expect(await recovery()).toMatchObject({ meetings: [{ from: 'earlier', older: false }] });
    expect((await check()).damaged).toEqual([]);
  });

  it('is an old version: its text comes back under its own name and time, from the saves since or from a backup', async () => {
    create();
    const { id } = spring;
    for (const text of ['一稿。', '二稿。', '三稿。']) {
      save(text);
      await program.restart();
    }
    valueOf(versions.name(program.services, { id, revision: 2, name: '送審稿', origin: null }));
    valueOf(versions.circulate(program.services, { id, revision: 1, origin: null }));
    const timeline = () => valueOf(versions.list(program.services, { id, offset: 0, limit: 9 }));
    const textAt = (revision: number): string => documentText(valueOf(versions.open(program.services, { id, revision })).document);
    const before = { timeline: timeline(), texts: [0, 1, 2, 3].map(textAt) };
    valueOf(await program.services.backups.make('asked'));
    // Without the saves that led to it, only the backup has the first of them.
    await program.stop();
    tamper(program.databasePath, 'DELETE FROM operations WHERE revision = 1');
    program.start();
    await damage('whole', 'revision IN (1, 2)');
    expect(versions.open(program.services, { id, revision: 2 }).ok).toBe(false);
    expect((await check()).damaged).toEqual([{ id, title: '春季理事會', what: 'version' }]);
    expect({ timeline: timeline(), texts: [0, 1, 2, 3].map(textAt) }).toEqual(before);
    expect((await check()).damaged).toEqual([]);
    expect(readdirSync(join(program.folder, asides()[0] ?? '')).toSorted()).toEqual([1, 2].map((revision) => `${id}-${revision}.json.zst`));
  });

  it('stays as it is, to be read, where it is nowhere else', async () => {
    create();
    create(autumn);
    await damage('whole', `meeting = (SELECT number FROM meetings WHERE id = '${spring.id}')`);
    const report = await check();
    expect(report.damaged).toEqual([{ id: spring.id, title: '春季理事會', what: 'text' }]);
    expect(await recovery()).toMatchObject({ setAside: null, meetings: [{ id: spring.id, title: '春季理事會', from: 'lost', savedAt: null }] });
    expect(valueOf(meetings.open(program.services, { id: spring.id })).state).toBe('readOnly');
    expect(textOf(autumn.id)).toBe(documentText(autumn));
    // Said once; found again every time.
    expect((await check()).damaged).toHaveLength(1);
  });

  it('is left alone where every byte is as it was written and only not understood', async () => {
    create();
    valueOf(await program.services.backups.make('asked'));
    const strange = { kind: 'vote', question: '是否同意？' } as unknown as ReturnType<typeof paragraph>;
    valueOf(meetings.save(program.services, { id: spring.id, revision: 0, changes: { blocks: [{ ...paragraph(1, ''), ...strange }] }, origin: null }));
    await program.restart();
    expect((await check()).damaged).toMatchObject([{ what: 'text' }]);
    expect(await recovery()).toBeNull();
    expect(valueOf(meetings.open(program.services, { id: spring.id }))).toMatchObject({ state: 'readOnly', text: expect.stringContaining('是否同意？') as string });
  });

  it('can be written on as soon as it was repaired', async () => {
    create();
    valueOf(await program.services.backups.make('asked'));
    save('這一句沒有備份。');
    await damage('whole');
    await check();
    save('修復之後。');
    await program.restart();
    expect(textOf(spring.id)).toContain('修復之後。');
    expect((await check()).damaged).toEqual([]);
  });
});

describe('what lies beside the database', () => {
  const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

  it('is mended: a picture from the backup', async () => {
    const asset = valueOf(await assets.put(program.services, { file: new Blob([picture]) }));
    const shown = { ...spring, blocks: [...spring.blocks, { id: 'picture1', kind: 'image' as const, asset: asset.hash, mime: asset.mime, width: 1, height: 1, paperWidth: null, alt: '', caption: [] }] };
    create(shown);
    valueOf(await program.services.backups.make('asked'));
    const file = join(`${program.databasePath}-assets`, asset.hash.slice(0, 2), asset.hash);
    const whole = readFileSync(file);
    for (const harm of [() => rmSync(file), () => writeFileSync(file, whole.subarray(0, 40))]) {
      harm();
      expect(await check()).toMatchObject({ pictures: 1, damaged: [{ id: spring.id, what: 'picture' }] });
      expect(readFileSync(file).equals(whole)).toBe(true);
      expect((await check()).damaged).toEqual([]);
    }
  });

  it('is mended: an archive file from the database', async () => {
    create();
    await program.services.archiveFiles.catchUp(() => Promise.resolve());
    const path = archivePlaces(`${program.databasePath}-archive`).get(spring.id)?.[0] ?? '';
    rmSync(`${path}.sha256`);
    expect((await check()).damaged).toEqual([{ id: spring.id, title: '春季理事會', what: 'archive' }]);
    expect(isArchiveFileWhole(path)).toBe(true);
    expect(existsSync(`${path}.sha256`)).toBe(true);
  });
});

it('finds indexes that do not fit their tables, of which the start sees nothing, and makes them anew before anything is repaired', async () => {
  create();
  create(autumn);
  for (const text of ['理事長致詞，並介紹來賓。', '理事長致詞，並介紹來賓三人。', '理事長致詞。']) save(text);
  const text = textOf(spring.id);
  await program.stop();
  // Three entries in each: what the quick check counts is right.
  exchangeIndexes(program.databasePath, 'sqlite_autoindex_versions_1', 'sqlite_autoindex_operations_1');
  program.start();
  expect([...program.services.db.soundness()]).toEqual([true, true, false, false, true, true, true]);
  expect(await check()).toMatchObject({ meetings: 2, database: true, damaged: [] });
  expect([...program.services.db.soundness()]).not.toContain(false);
  expect(await recovery()).toBeNull();
  expect(textOf(spring.id)).toBe(text);
});

it('can be stopped', async () => {
  for (let number = 1; number < 4; number++) create(record([`第${number}案。`]));
  const checking = health.check(program.services, { job: 'check' });
  program.services.jobs.stop({ job: 'check' });
  expect(await checking).toMatchObject({ ok: false, error: { code: 'work.stopped' } });
  expect(valueOf(await health.state(program.services)).lastCheck).toBeNull();
});
