/** The door of a database: who gets in, and what becomes of one that was left standing open. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { databaseKey } from '#electron/services/rescue-files.ts';
import { startStore, type StoreHandle } from '#electron/services/store.ts';
import { newMinutes } from '#shared/minutes/document.ts';
import { resourcesFolder } from './places.ts';
import { knock, openDoor } from './door.ts';

let folder: string;
let databasePath: string;
let store: StoreHandle;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-door-'));
  databasePath = join(folder, 'a.db');
  const started = await startStore({ databasePath, resources: resourcesFolder(), example: false });
  if (!started.ok) throw new Error(started.error.code);
  store = started.value;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const asked: boolean[] = [];
const open = () =>
  openDoor({
    databasePath,
    store: store.client,
    comeForward: ({ window }) => (asked.push(window), Promise.resolve({ shown: window, address: null })),
  });
const socketPath = () => join(tmpdir(), `minutebook-${userInfo().uid}`, databaseKey(databasePath));

test('is found by every path that leads to the database, and by nobody when it is closed', async () => {
  expect(await knock(databasePath)).toBeNull();
  const door = await open();
  symlinkSync(databasePath, join(folder, 'link.db'));
  for (const path of [databasePath, join(folder, 'link.db')]) {
    const neighbour = await knock(path);
    expect(await neighbour?.comeForward({ window: true })).toEqual({ ok: true, value: { shown: true, address: null } });
  }
  expect(asked).toEqual([true, true]);
  await door?.close();
  expect(await knock(databasePath)).toBeNull();
});

test('lets whole calls of the store through, with files and with errors as values', async () => {
  const door = await open();
  const { store: through } = (await knock(databasePath))!;
  const document = newMinutes({ title: '理事會' });
  expect(await through.meetings.create({ document })).toMatchObject({ ok: true });
  const rendered = await through.exports.render({ id: document.id, format: 'json' });
  if (!rendered.ok) throw new Error(rendered.error.code);
  expect(JSON.parse(Buffer.from(await rendered.value.file.arrayBuffer()).toString())).toEqual(document);
  expect(await through.meetings.open({ id: 'nosuchmeeting' })).toEqual({ ok: false, error: { code: 'meeting.notFound' } });
  expect(await through.meetings.list({ offset: -1, limit: 0 })).toEqual({ ok: false, error: { code: 'request.invalid' } });
  await door?.close();
});

test.skipIf(process.platform === 'win32')('is for this user alone, and for bodies of a sane size', async () => {
  const door = await open();
  expect(statSync(dirname(socketPath())).mode & 0o777).toBe(0o700);
  const answer = await new Promise<string>((done) => {
    const socket = connect(socketPath(), () => socket.write('POST /store/settings/get HTTP/1.1\r\nhost: door\r\ncontent-length: 99999999999\r\n\r\n'));
    socket.once('data', (part) => (done(part.toString()), socket.destroy()));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 413/);
  await door?.close();
});

/** Opens a door in a program that is killed. */
async function leaveStanding(path: string): Promise<void> {
  const left = spawn(process.execPath, ['-e', `require('node:net').createServer().listen(${JSON.stringify(path)}, () => console.log('open'))`], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((done) => left.stdout.once('data', done));
  left.kill('SIGKILL');
  await new Promise((done) => left.once('exit', done));
}

test.skipIf(process.platform === 'win32')('takes those of other databases away that nobody stands behind any more', async () => {
  const dead = join(dirname(socketPath()), `dead-${databaseKey(folder)}`);
  const first = await open();
  await leaveStanding(dead);
  await first?.close();
  const living = createServer();
  const other = join(dirname(socketPath()), `living-${databaseKey(folder)}`);
  await new Promise((done) => living.listen(other, () => done(null)));
  const door = await open();
  try {
    await expect.poll(() => existsSync(dead)).toBe(false);
    expect([other, socketPath()].map((path) => existsSync(path))).toEqual([true, true]);
  } finally {
    living.close();
    rmSync(dead, { force: true });
    await door?.close();
  }
});

test.skipIf(process.platform === 'win32')('left standing by a program that was killed is opened anew', async () => {
  await leaveStanding(socketPath());
  expect(statSync(socketPath()).isSocket()).toBe(true);
  expect(await knock(databasePath)).toBeNull();
  const door = await open();
  expect(await knock(databasePath)).not.toBeNull();
  await door?.close();
});
