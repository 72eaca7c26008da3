import { closeSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createStoreRouter } from '#electron/services/router.ts';
import type { RunningServices } from '#electron/services/running.ts';
import { paragraph, record, testFolder, testServices, testStore, valueOf } from '#electron/services/testing/store.ts';

let place: ReturnType<typeof testFolder>;
let running: RunningServices;
beforeEach(() => {
  place = testFolder();
  running = testServices(place.databasePath);
});
afterEach(async () => {
  await running.close();
  place.remove();
});

const client = () => createRouterClient(createStoreRouter(running.services));
const meeting = record(['主席致詞。', '審議通過年度預算。'], { title: '青禾綠化協會第三屆第二次理事會' });
const files = (): string[] => readdirSync(running.services.backups.folder).toSorted();
const fileOf = (id: string): string => join(running.services.backups.folder, `${id}.db`);

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
  expect(before).toEqual({ backups: [], lastVerifiedAt: null, overdue: false, error: null, second: null });

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
