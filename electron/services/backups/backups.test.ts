import { closeSync, copyFileSync, openSync, readdirSync, readFileSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { expect, it } from 'vitest';
import { inspect } from '#electron/db/backup.ts';
import { WorkStopped } from '#electron/db/work-stopped.ts';
import { tamper } from '#electron/db/testing/tamper.ts';
import { createStoreRouter } from '#electron/services/router.ts';
import { programForEach } from '#electron/services/testing/program.ts';
import { paragraph, record, testFolder, testStore, valueOf } from '#electron/services/testing/store.ts';

const program = programForEach();

const client = () => createRouterClient(createStoreRouter(program.services));
const meeting = record(['主席致詞。', '審議通過年度預算。'], { title: '青禾綠化協會第三屆第二次理事會' });
const files = (): string[] => readdirSync(program.services.backups.folder).toSorted();
const fileOf = (id: string): string => join(program.services.backups.folder, `${id}.db`);

/** Turns one bit of a file over. */
function flip(path: string, at: number): void {
  const byte = readFileSync(path)[at] ?? 0;
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.from([byte ^ 8]), 0, 1, at);
  closeSync(file);
}

it('makes a backup, verifies it, and says so', async () => {
  valueOf(await client().meetings.create({ document: meeting }));
  const before = valueOf(await client().backups.state());
  expect(before).toEqual({ backups: [], lastVerifiedAt: null, overdue: false, error: null, place: null, second: null });

  const made = valueOf(await client().backups.make({}));
  expect(made).toMatchObject({ reason: 'asked', meetings: 1, second: false });
  expect(made.verifiedAt).toBe(made.madeAt);
  expect(made.bytes).toBe(statSync(fileOf(made.id)).size);
  expect(files()).toEqual([`${made.id}.db`, `${made.id}.json`]);
  expect(valueOf(await client().backups.state())).toMatchObject({ backups: [made], lastVerifiedAt: made.madeAt, overdue: false });
});

it('is a database that the program opens, with everything that was saved before it and nothing after', async () => {
  valueOf(await client().meetings.create({ document: meeting }));
  valueOf(await client().meetings.save({ id: meeting.id, revision: 0, changes: { blocks: [paragraph(1, '副主席致詞。')] } }));
  const { id } = valueOf(await client().backups.make({}));
  valueOf(await client().meetings.save({ id: meeting.id, revision: 1, changes: { blocks: [paragraph(1, '後來才寫的。')] } }));

  const other = await testStore(fileOf(id));
  expect(valueOf(await other.client.meetings.open({ id: meeting.id }))).toMatchObject({ revision: 1, document: { blocks: [paragraph(1, '副主席致詞。'), {}] } });
  await other.close();
});

it.each([['at its beginning', 100], ['in its middle', 30_000], ['at its end', -1]])('finds a bit that turned over %s, and no longer counts on that backup', async (_, where) => {
  valueOf(await client().meetings.create({ document: meeting }));
  const { id } = valueOf(await client().backups.make({}));
  expect(valueOf(await client().backups.verify({ id })).verifiedAt).not.toBeNull();
  const { size } = statSync(fileOf(id));
  flip(fileOf(id), (where + size) % size);

  expect(await client().backups.verify({ id })).toEqual({ ok: false, error: { code: 'backup.damaged' } });
  expect(valueOf(await client().backups.state())).toMatchObject({ backups: [{ id, verifiedAt: null }], lastVerifiedAt: null });
  expect(await client().backups.restore({ id })).toEqual({ ok: false, error: { code: 'backup.damaged' } });
});

it('says that there is no such backup', async () => {
  expect(await client().backups.verify({ id: '20200101T000000Z' })).toEqual({ ok: false, error: { code: 'backup.notFound' } });
});

it('holds every save up to one moment while she goes on writing', async () => {
  valueOf(await client().meetings.create({ document: meeting }));
  let revision = 0;
  let writing = true;
  const writer = (async () => {
    while (writing) {
      revision = valueOf(await client().meetings.save({ id: meeting.id, revision, changes: { blocks: [paragraph(1, `第${revision + 1}次`)] } })).revision;
      await new Promise((done) => setImmediate(done));
    }
  })();
  const ids: string[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const least = revision;
    const { id } = valueOf(await client().backups.make({}));
    ids.push(id);
    const { meetings } = valueOf(await client().backups.meetings({ id }));
    expect(meetings[0]?.revision).toBeGreaterThanOrEqual(least);
    expect(revision).toBeGreaterThan(meetings[0]?.revision ?? 0);
  }
  writing = false;
  await writer;
  for (const id of ids) expect(valueOf(await client().backups.rehearse({ id }))).toMatchObject({ meetings: 1, damaged: [] });
  expect(valueOf(await client().meetings.open({ id: meeting.id }))).toMatchObject({ revision });
});

it('makes one at the end where something was saved since the last, and none where nothing was', async () => {
  const other = testFolder();
  const open = () => testStore(other.databasePath, { backups: true });
  const reasons = async (store: Awaited<ReturnType<typeof testStore>>) => valueOf(await store.client.backups.state()).backups.map(({ reason, verifiedAt }) => [reason, verifiedAt !== null]);
  let store = await open();
  valueOf(await store.client.meetings.create({ document: meeting }));
  await store.close();
  store = await open();
  expect(await reasons(store)).toEqual([['quit', true]]);
  await store.close();
  store = await open();
  expect(await reasons(store)).toEqual([['quit', true]]);
  valueOf(await store.client.meetings.save({ id: meeting.id, revision: 0, changes: { blocks: [paragraph(1, '再寫。')] } }));
  await store.close();
  store = await open();
  // The later one of the same day takes the place of the first.
  expect(await reasons(store)).toEqual([['quit', true]]);
  const [{ id = '' } = {}] = valueOf(await store.client.backups.state()).backups;
  expect(valueOf(await store.client.backups.meetings({ id })).meetings).toMatchObject([{ revision: 1 }]);
  await store.close();
  other.remove();
});

it('keeps what there is when the disk is full, and leaves nothing half done', async () => {
  valueOf(await client().meetings.create({ document: meeting }));
  const { id } = valueOf(await client().backups.make({}));
  const { db } = program.services;
  const copyTo = db.copyTo.bind(db);
  db.copyTo = (path) => {
    copyTo(path);
    // A page and a half of it reached the disk.
    truncateSync(path, 6000);
    throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  };
  expect(await client().backups.make({})).toEqual({ ok: false, error: { code: 'backup.full' } });
  expect(files()).toEqual([`${id}.db`, `${id}.json`]);
  expect(valueOf(await client().backups.state())).toMatchObject({ error: { code: 'backup.full' }, backups: [{ id }] });
  db.copyTo = (path) => {
    const rows = copyTo(path);
    truncateSync(path, 6000);
    return rows;
  };
  expect((await client().backups.make({})).ok).toBe(false);
  expect(valueOf(await client().backups.state()).lastVerifiedAt).toBe(program.services.backups.find(id)?.madeAt);
  db.copyTo = copyTo;
  valueOf(await client().backups.make({}));
  expect(valueOf(await client().backups.state()).error).toBeNull();
});

it('does not count on a copy of what was damaged before, keeps it all the same, and keeps the last good one', async () => {
  valueOf(await client().meetings.create({ document: meeting }));
  valueOf(await client().meetings.save({ id: meeting.id, revision: 0, changes: { blocks: [paragraph(1, '再寫。')] } }));
  const good = valueOf(await client().backups.make({}));
  await program.stop();
  tamper(program.databasePath, "UPDATE operations SET changes = '{}'");
  program.start();
  for (let turn = 0; turn < 2; turn++) {
    expect(await client().backups.make({})).toEqual({ ok: false, error: { code: 'backup.damaged' } });
    const { backups, lastVerifiedAt } = valueOf(await client().backups.state());
    expect(lastVerifiedAt).toBe(good.madeAt);
    expect(backups).toHaveLength(2 + turn);
  }
});

it('that is stopped in its reading is not called damaged', async () => {
  valueOf(await client().meetings.create({ document: record(['主席致詞。']) }));
  valueOf(await client().backups.make({}));
  const folder = `${program.databasePath}-backups`;
  const file = readdirSync(folder).find((name) => name.endsWith('.db')) ?? '';
  expect(inspect(join(folder, file))).toMatchObject({ sound: true, damaged: 0 });
  expect(() => inspect(join(folder, file), () => { throw new WorkStopped(); })).toThrow(WorkStopped);
});

it('can be stopped, and then there is none', async () => {
  valueOf(await client().meetings.create({ document: meeting }));
  const making = client().backups.make({ job: 'mine' });
  await new Promise((done) => setTimeout(done, 30));
  valueOf(await client().jobs.stop({ job: 'mine' }));
  expect(await making).toEqual({ ok: false, error: { code: 'work.stopped' } });
  expect(files()).toEqual([]);
});

it('brings a library of the first tables back, and makes a backup of it before its tables are changed', async () => {
  const other = testFolder();
  copyFileSync(join(import.meta.dirname, '../../db/migrations/golden/v1.db'), other.databasePath);
  const store = await testStore(other.databasePath);
  const { backups } = valueOf(await store.client.backups.state());
  expect(backups).toMatchObject([{ reason: 'migration', verifiedAt: expect.any(String) }]);
  const { total, meetings } = valueOf(await store.client.meetings.list({ offset: 0, limit: 100 }));
  const id = backups[0]?.id ?? '';
  expect(valueOf(await store.client.backups.rehearse({ id })).meetings).toBeGreaterThanOrEqual(total);
  valueOf(await store.client.backups.restore({ id }));
  expect(valueOf(await store.client.meetings.list({ offset: 0, limit: 100 })).meetings).toEqual(meetings);
  await store.close();
  other.remove();
});
