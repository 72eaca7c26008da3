import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { dbOver } from '#electron/db/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { reserveAt } from '#electron/db/reserve.ts';
import { createRouterClient } from '@orpc/server';
import { createStoreRouter } from './router.ts';
import { servicesOver } from './running.ts';
import { paragraph, record, resources, testFolder, testStore, valueOf } from './testing/store.ts';
import { writeFileSafely } from './write-file.ts';

let place: ReturnType<typeof testFolder>;
beforeEach(() => (place = testFolder()));
afterEach(() => place.remove());

const meeting = record(['主席致詞。'], { title: '第二屆理事會' });
const long = (turn: number) => paragraph(1, `${turn}`.padEnd(20_000, '會'));

it('says that the disk is full, loses nothing that was acknowledged, and goes on when there is room', async () => {
  const opened = valueOf(openDatabase(place.databasePath));
  const { connection } = opened;
  const running = servicesOver(dbOver(opened), { databasePath: place.databasePath, resources });
  const client = createRouterClient(createStoreRouter(running.services));
  valueOf(await client.meetings.create({ document: meeting }));
  connection.pragma(`max_page_count = ${(connection.pragma('page_count', { simple: true }) as number) + 20}`);

  let revision = 0;
  let code = '';
  for (let turn = 0; turn < 20 && code === ''; turn++) {
    const saved = await client.meetings.save({ id: meeting.id, revision, changes: { blocks: [long(turn)] } });
    if (saved.ok) revision = saved.value.revision;
    else code = saved.error.code;
  }
  expect(code).toBe('database.full');
  expect(revision).toBeGreaterThan(0);
  const full = valueOf(await client.meetings.open({ id: meeting.id }));
  expect(full).toMatchObject({ state: 'editable', revision, document: { blocks: [long(revision - 1)] } });

  connection.pragma('max_page_count = 100000');
  expect(valueOf(await client.meetings.save({ id: meeting.id, revision, changes: { blocks: [long(77)] } })).revision).toBe(revision + 1);
  await running.close();
});

it.runIf(process.platform === 'linux')('keeps its word when writing fails under it', { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/writer.ts'), place.databasePath], { stdio: ['ignore', 'pipe', 'inherit'] });
  const limit = (size: string) => execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${size}`]);
  const seen: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    seen.push(line);
    if (seen.length === 20) limit('65536:');
    if (line === 'database.failed' && seen.filter((one) => one === line).length === 5) limit('unlimited:');
    const after = seen.slice(seen.lastIndexOf('database.failed') + 1);
    if (seen.includes('database.failed') && after.length === 20) child.kill();
  }
  expect(new Set(seen)).toEqual(new Set(['saved', 'database.failed']));
  expect(seen.lastIndexOf('saved')).toBeGreaterThan(seen.lastIndexOf('database.failed'));
});

/** A disk of 6 MB, where this machine lets the tests have one. */
function smallDisk(): { folder: string; remove(): void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmdirSync(folder);
    return null;
  }
  return {
    folder,
    remove() {
      // Also while a store that a failed test left behind holds files there.
      execFileSync('umount', ['--lazy', folder]);
      rmdirSync(folder);
    },
  };
}

const disk = smallDisk();
afterAll(() => disk?.remove());
it.runIf(disk !== null)('says so on a disk that is really full, for texts, pictures and files, and goes on when there is room', { timeout: 60_000 }, async () => {
  const folder = disk?.folder ?? '';
  const databasePath = join(folder, '議事簿.db');
  const filler = join(folder, 'films');
  const target = join(folder, '紀錄.docx');
  const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  // Behind its first chunk, so that it cannot be packed and is the picture's own.
  const large = new Blob([picture.subarray(0, 33), Buffer.from([0, 2, 0, 0]), 'IDAT', randomBytes(0x20000), Buffer.alloc(4), picture.subarray(-12)]);
  let { client, close } = await testStore(databasePath);
  valueOf(await client.meetings.create({ document: meeting }));
  writeFileSync(target, 'as it was');
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(filler, Buffer.alloc(bavail * bsize - 400_000));

  let revision = 0;
  const save = async () => {
    const saved = await client.meetings.save({ id: meeting.id, revision, changes: { blocks: [long(revision)] } });
    if (saved.ok) revision = saved.value.revision;
    return saved.ok ? 'saved' : saved.error.code;
  };
  const answers: string[] = [];
  while (answers.length < 200 && answers.at(-1) !== 'database.full') answers.push(await save());
  expect(new Set(answers)).toEqual(new Set(['saved', 'database.full']));
  expect(await save()).toBe('database.full');
  expect(await client.assets.put({ file: large })).toMatchObject({ ok: false, error: { code: 'asset.unwritable' } });
  expect(await writeFileSafely(target, randomBytes(0x20000))).toEqual({ ok: false, error: { code: 'file.full', params: { name: '紀錄.docx' } } });
  expect(readFileSync(target, 'utf8')).toBe('as it was');
  const sought = await client.search.query({ query: '會會會' });
  expect(['found', 'database.full']).toContain(sought.ok ? 'found' : sought.error.code);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(valueOf(await client.meetings.open({ id: meeting.id }))).toMatchObject({ revision, document: { blocks: [long(revision - 1)] } });
  expect(valueOf(await client.exports.render({ id: meeting.id, format: 'docx' })).file.size).toBeGreaterThan(5000);

  rmSync(filler);
  expect(await save()).toBe('saved');
  expect(valueOf(await client.assets.put({ file: large })).mime).toBe('image/png');
  expect(await writeFileSafely(target, Buffer.from('as it is'))).toEqual({ ok: true, value: null });
  expect(valueOf(await client.search.query({ query: '會會會' })).total).toBe(1);
  await close();
  ({ client, close } = await testStore(databasePath));
  expect(valueOf(await client.meetings.open({ id: meeting.id }))).toMatchObject({ revision, document: { blocks: [long(revision - 1)] } });
  await close();
});

it.runIf(disk !== null)('gives up its reserve for a save, says that the disk is nearly full, and saves on', { timeout: 60_000 }, async () => {
  const folder = disk?.folder ?? '';
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  const databasePath = join(folder, '議事簿.db');
  const { client, close } = await testStore(databasePath);
  valueOf(await client.meetings.create({ document: meeting }));
  // As it was made while there was room.
  writeFileSync(`${databasePath}-reserve`, randomBytes(1024 * 1024));
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, 'films'), Buffer.alloc(bavail * bsize - 400_000));
  expect(valueOf(await client.health.state()).warning).toBeNull();

  let revision = 0;
  while (existsSync(`${databasePath}-reserve`)) {
    const saved = await client.meetings.save({ id: meeting.id, revision, changes: { blocks: [long(revision)] } });
    revision = valueOf(saved).revision;
  }
  expect(revision).toBeGreaterThan(1);
  expect(valueOf(await client.health.state()).warning).toEqual({ code: 'database.nearlyFull' });
  expect(valueOf(await client.meetings.save({ id: meeting.id, revision, changes: { blocks: [long(revision)] } })).revision).toBe(revision + 1);
  await close();
});

it('makes its reserve of real bytes, once, where there is room', () => {
  const reserve = reserveAt(`${place.databasePath}-reserve`);
  const heard: boolean[] = [];
  reserve.watch(() => heard.push(reserve.isMissing()));
  expect(reserve.give()).toBe(false);
  reserve.tend();
  const { size, blocks } = statSync(`${place.databasePath}-reserve`);
  expect(size).toBe(4 * 1024 * 1024);
  if (process.platform !== 'win32') expect(blocks * 512).toBeGreaterThanOrEqual(size);
  expect(reserve.give()).toBe(true);
  reserve.tend();
  expect(heard).toEqual([true, false]);
});
