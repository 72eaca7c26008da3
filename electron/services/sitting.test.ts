/** Saving goes on by itself after everything that can happen to a file while it is open; real worker, real files. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#electron/db/open.ts';
import { resources, paragraph, record, testFolder, testStore, valueOf } from './testing/store.ts';
import { startStore, type StoreHandle } from './store.ts';

let place: ReturnType<typeof testFolder>;
let store: StoreHandle;
beforeEach(async () => {
  place = testFolder();
  store = await testStore(place.databasePath);
  valueOf(await store.client.meetings.create({ document: meeting }));
  revision = 0;
});
afterEach(async () => {
  await store.close();
  rmSync(away(), { recursive: true, force: true });
  place.remove();
});

const meeting = record(['主席致詞。'], { title: '第二屆理事會' });
const away = () => `${place.folder}-away`;
let revision = 0;
const save = async (text: string) => {
  const saved = await store.client.meetings.save({ id: meeting.id, revision, changes: { blocks: [paragraph(1, text)] } });
  if (saved.ok) revision = saved.value.revision;
  return saved.ok ? 'saved' : saved.error.code;
};
/** What a program that is started next finds on the disk. */
const found = async () => {
  await store.close();
  store = await testStore(place.databasePath);
  return valueOf(await store.client.meetings.open({ id: meeting.id }));
};

describe('a drive that is unplugged', () => {
  it('is noticed before a save is acknowledged, and saving goes on when it is back', async () => {
    expect(await save('拔除之前')).toBe('saved');
    renameSync(place.folder, away());
    expect(await save('拔除之後')).toBe('database.gone');
    expect(await save('拔除之後')).toBe('database.gone');
    renameSync(away(), place.folder);
    await expect.poll(() => save('接回之後'), { timeout: 5000 }).toBe('saved');
    expect(await found()).toMatchObject({ revision: 2, document: { blocks: [paragraph(1, '接回之後')] } });
  });

  it('leaves no new database behind in an empty folder of its name', async () => {
    renameSync(place.folder, away());
    mkdirSync(place.folder);
    for (let turn = 0; turn < 3; turn++) {
      expect(await save('拔除之後')).toBe('database.gone');
      await new Promise((done) => setTimeout(done, 400));
    }
    expect(existsSync(place.databasePath)).toBe(false);
    rmSync(place.folder, { recursive: true });
    renameSync(away(), place.folder);
    await expect.poll(() => save('接回之後'), { timeout: 5000 }).toBe('saved');
  });
});

it('never acknowledges a save into a file that was deleted, nor into one whose journal was', async () => {
  renameSync(`${place.databasePath}-wal`, `${place.databasePath}-moved`);
  expect(await save('日誌被移走')).toBe('database.gone');
  await expect.poll(() => save('重新開啟'), { timeout: 5000 }).toBe('saved');
  rmSync(place.databasePath);
  expect(await save('檔案被刪除')).toBe('database.gone');
});

it('takes an older copy in the place of the file for a conflict, and leaves that copy whole', async () => {
  await store.close();
  copyFileSync(place.databasePath, `${place.folder}/older`);
  store = await testStore(place.databasePath);
  for (const text of ['一', '二', '三']) expect(await save(text)).toBe('saved');
  // As a program that keeps folders the same on two computers does.
  renameSync(`${place.folder}/older`, place.databasePath);
  expect(await save('四')).toBe('database.gone');
  await expect.poll(() => save('四'), { timeout: 5000 }).toBe('meeting.conflict');
  expect(valueOf(await store.client.meetings.open({ id: meeting.id }))).toMatchObject({ revision: 0, document: { blocks: meeting.blocks } });
  // What was acknowledged before is kept whole beside it.
  const aside = readdirSync(place.folder).find((name) => name.startsWith('議事簿.db-damaged-')) ?? '';
  await store.close();
  store = await testStore(join(place.folder, aside, '議事簿.db'));
  expect(valueOf(await store.client.meetings.open({ id: meeting.id }))).toMatchObject({ revision: 3, document: { blocks: [paragraph(1, '三')] } });
});

describe('a database in other hands at the start', () => {
  it('is refused by a program that does not wait, and opened by one that does when it is free', async () => {
    await store.close();
    const other = valueOf(openDatabase(place.databasePath));
    expect(await startStore({ databasePath: place.databasePath, resources, patience: 50 })).toEqual({ ok: false, error: { code: 'database.locked' } });
    store = await testStore(place.databasePath, { wait: true });
    expect(await store.client.meetings.open({ id: meeting.id })).toEqual({ ok: false, error: { code: 'database.locked' } });
    other.connection.close();
    await expect.poll(() => save('等到了'), { timeout: 5000 }).toBe('saved');
  });
});

describe('a database of a newer program', () => {
  beforeEach(async () => {
    await store.close();
    const opened = valueOf(openDatabase(place.databasePath));
    opened.connection.pragma('user_version = 99');
    opened.connection.close();
  });
  const newer = { code: 'database.newer', params: { version: 99 } };

  it('is read, searched and exported, never written, and not touched', async () => {
    const before = [readFileSync(place.databasePath).toString('base64'), statSync(place.databasePath).mtimeMs];
    store = await testStore(place.databasePath);
    const { client } = store;
    expect(valueOf(await client.health.state())).toMatchObject({ readOnly: newer, warning: null });
    expect(valueOf(await client.meetings.list({ offset: 0, limit: 10 })).total).toBe(1);
    expect(valueOf(await client.meetings.open({ id: meeting.id }))).toMatchObject({ state: 'readOnly', text: expect.stringContaining('主席致詞。') as string, reason: newer });
    expect(valueOf(await client.search.query({ query: '主席' })).total).toBe(1);
    expect(valueOf(await client.exports.render({ id: meeting.id, format: 'txt' })).file.size).toBeGreaterThan(10);
    const refused = { ok: false, error: newer };
    expect(await client.meetings.save({ id: meeting.id, revision: 0, changes: { blocks: [] } })).toEqual(refused);
    expect(await client.meetings.create({ document: record(['新的']) })).toEqual(refused);
    expect(await client.meetings.trash({ id: meeting.id })).toEqual(refused);
    expect(await client.assets.put({ file: new Blob(['picture']) })).toEqual(refused);
    expect(await client.settings.set({ settings: { zoom: 120 } })).toEqual(refused);
    await store.close();
    expect([readFileSync(place.databasePath).toString('base64'), statSync(place.databasePath).mtimeMs]).toEqual(before);
    expect(existsSync(`${place.databasePath}-wal`)).toBe(false);
  });
});

describe('a text that was rescued', () => {
  it('is offered at the next start, kept as a meeting of its own, and its file put away only then', async () => {
    const { rescueFiles } = await import('./rescue-files.ts');
    const rescue = { places: [place.folder], since: Date.now() + 60_000 };
    const text = { ...meeting, blocks: [paragraph(1, '沒有存進去的決議。')] };
    valueOf(await rescueFiles(rescue.places, place.databasePath).keep(text, 0));
    await store.close();
    store = await testStore(place.databasePath, { rescue });
    const [one] = valueOf(await store.client.health.state()).rescued;
    expect(one).toMatchObject({ id: meeting.id, title: '第二屆理事會', database: true });
    const key = one?.key ?? '';
    expect(valueOf(await store.client.health.rescuedText({ key }))).toMatchObject({ rescued: expect.stringContaining('沒有存進去的決議。') as string, saved: expect.stringContaining('主席致詞。') as string });
    const { id } = valueOf(await store.client.health.keepRescued({ key, title: '（找回的文字）' }));
    expect(valueOf(await store.client.meetings.open({ id }))).toMatchObject({ document: { blocks: text.blocks } });
    expect(valueOf(await store.client.health.state()).rescued).toEqual([]);
    expect(await store.client.health.keepRescued({ key, title: '' })).toEqual({ ok: false, error: { code: 'rescued.notFound' } });
  });

  it('is not offered by the run that wrote it, where a place cannot be written, nor where it is saved already', async () => {
    const { rescueFiles } = await import('./rescue-files.ts');
    writeFileSync(`${place.folder}/taken`, '');
    const places = [`${place.folder}/taken`, place.folder];
    const files = rescueFiles(places, place.databasePath, 0);
    valueOf(await files.keep(meeting, 0));
    expect(await files.list()).toEqual([]);
    const later = rescueFiles(places, place.databasePath, Date.now() + 60_000);
    expect(await later.list()).toMatchObject([{ ours: true }]);
    await store.close();
    store = await testStore(place.databasePath, { rescue: { places, since: Date.now() + 60_000 } });
    expect(valueOf(await store.client.health.state()).rescued).toEqual([]);
    await later.drop(meeting.id);
    expect(await later.list()).toEqual([]);
  });
});
