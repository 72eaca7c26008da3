import type { Worker } from 'node:worker_threads';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '#electron/db/open.ts';
import { resourcesFolder } from '#electron/host/places.ts';
import { startStore } from '#electron/services/store.ts';
import { newMinutes } from '#shared/minutes/document.ts';
import { type KeptStore, keptStore } from './kept-store.ts';

const workers: Worker[] = [];
const remember = (worker: Worker): void => void workers.push(worker);

let folder: string;
let databasePath: string;
let store: KeptStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-kept-'));
  databasePath = join(folder, 'a.db');
  process.on('worker', remember);
  const kept = await keptStore(() => startStore({ databasePath, resources: resourcesFolder(), example: false, patience: 50 }));
  if (!kept.ok) throw new Error(kept.error.code);
  store = kept.value;
});
afterEach(async () => {
  await store.close();
  process.off('worker', remember);
  workers.length = 0;
  rmSync(folder, { recursive: true });
});

const crash = () => workers.at(-1)!.terminate();
const titles = async () => {
  const page = await store.client.meetings.list({ offset: 0, limit: 10 });
  return page.ok ? page.value.meetings.map(({ title }) => title) : page.error;
};
const keep = (title: string) => store.client.meetings.create({ document: newMinutes({ title }) });

test('a store that was lost is there again for the next call, with all that it had acknowledged', async () => {
  expect(await keep('第三屆第二次理事會')).toMatchObject({ ok: true });
  await crash();
  expect(await titles()).toEqual(['第三屆第二次理事會']);
  expect(await keep('第三屆第三次理事會')).toMatchObject({ ok: true });
  expect(workers).toHaveLength(2);
});

test('calls and streams that were under way break instead of waiting for ever', async () => {
  const stream = await store.client.events.watch();
  const [waiting, call] = [stream.next(), keep('第三屆第四次理事會')];
  const broken = Promise.allSettled([waiting, call]);
  await crash();
  expect((await broken).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('where it cannot start again every call says so, until it can', async () => {
  await keep('第三屆第二次理事會');
  await crash();
  const other = openDatabase(databasePath);
  await expect(titles()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  await expect(titles()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  if (other.ok) other.value.connection.close();
  expect(await titles()).toEqual(['第三屆第二次理事會']);
});

test('a store that was closed stays closed', async () => {
  await store.close();
  await expect(titles()).rejects.toThrow();
  expect(workers).toHaveLength(1);
});
