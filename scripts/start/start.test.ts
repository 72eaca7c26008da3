import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#electron/db/open.ts';
import { projectFolder } from '#electron/host/places.ts';

let folder: string;
let children: ChildProcess[] = [];
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'minutebook-start-'))));
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
  rmSync(folder, { recursive: true });
});

/** As a user whom the rights of files stop: they stop root only without this capability. */
const asPlainUser = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override'] : [];

/** The browser host as `npm start` runs it, without the build. */
function start(database: string, port = 0, through: readonly string[] = []) {
  const [program = '', ...args] = [...through, process.execPath];
  const child = spawn(program, [...args, join(import.meta.dirname, 'testing.ts'), database, String(port)], { stdio: 'pipe' });
  children.push(child);
  let out = '';
  let err = '';
  let quiet: NodeJS.Timeout | undefined;
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  const address = new Promise<string>((done, failed) => {
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
      clearTimeout(quiet);
      quiet = setTimeout(() => done(out.trim()), 200);
    });
    child.once('exit', () => (out === '' ? failed(new Error(err)) : done(out.trim())));
  });
  const ended = new Promise<{ code: number | null; err: string }>((done) => child.once('close', (code) => done({ code, err })));
  address.catch(() => undefined);
  return { child, address, ended };
}

describe('the browser host of npm start', () => {
  test('prints its address in one line, and ends well when it is told to', async () => {
    const { child, address, ended } = start(join(folder, 'new', 'a.db'));
    expect(await address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
    child.kill('SIGTERM');
    expect(await ended).toEqual({ code: 0, err: '' });
    // Closed properly: no journal is left.
    expect(readdirSync(join(folder, 'new')).filter((name) => name.endsWith('-wal'))).toEqual([]);
  });

  test('started a second time gives the way into the first, and ends well', async () => {
    const first = start(join(folder, 'a.db'));
    const address = new URL(await first.address);
    const second = start(join(folder, 'a.db'));
    const [sentence, oneTime = ''] = (await second.address).split('\n');
    expect(await second.ended).toEqual({ code: 0, err: '' });
    expect(sentence).toBe('Minutebook is open already. Open this address in a browser within half a minute:');
    const way = await fetch(oneTime, { redirect: 'manual' });
    expect([way.status, way.headers.get('location')]).toEqual([303, `/${address.hash}`]);
    expect((await fetch(oneTime, { redirect: 'manual' })).status).toBe(410);
  });

  test('waits while a program without a door has the database, and opens it when that lets go', async () => {
    const other = openDatabase(join(folder, 'a.db'));
    if (!other.ok) throw new Error(other.error.code);
    const { address } = start(join(folder, 'a.db'));
    const { origin, hash } = new URL(await address);
    const list = async () => {
      const headers = { origin, authorization: `Bearer ${hash.slice('#token='.length)}`, 'content-type': 'application/json' };
      const answer = await fetch(`${origin}/rpc/store/meetings/list`, { method: 'POST', headers, body: JSON.stringify({ json: { offset: 0, limit: 10 } }) });
      return ((await answer.json()) as { json: { ok: boolean; error?: { code: string } } }).json;
    };
    expect(await list()).toMatchObject({ ok: false, error: { code: 'database.locked' } });
    other.value.connection.close();
    await expect.poll(list, { timeout: 10_000 }).toMatchObject({ ok: true });
  });

  test('says in one sentence that a file is no database, and leaves it alone', async () => {
    writeFileSync(join(folder, 'a.db'), '這不是資料庫。'.repeat(100));
    const { code, err } = await start(join(folder, 'a.db')).ended;
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toEqual(['“a.db” is not a Minutebook database. The file is unchanged; please choose another.']);
    expect(readFileSync(join(folder, 'a.db'), 'utf8')).toBe('這不是資料庫。'.repeat(100));
    expect(readdirSync(folder)).toEqual(['a.db']);
  });

  test('opens a database of a newer program, or one that may not be written, for reading and leaves it alone', async () => {
    const first = start(join(folder, 'a.db'));
    await first.address;
    first.child.kill('SIGTERM');
    await first.ended;
    const newer = openDatabase(join(folder, 'a.db'));
    if (!newer.ok) throw new Error(newer.error.code);
    newer.value.connection.pragma('user_version = 99');
    newer.value.connection.close();
    const before = readFileSync(join(folder, 'a.db'));
    chmodSync(join(folder, 'a.db'), 0o444);
    const reading = start(join(folder, 'a.db'), 0, asPlainUser);
    await reading.address;
    reading.child.kill('SIGTERM');
    expect(await reading.ended).toEqual({ code: 0, err: '' });
    expect(readFileSync(join(folder, 'a.db')).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('-wal'))).toEqual([]);

    mkdirSync(join(folder, 'closed'));
    writeFileSync(join(folder, 'closed', 'b.db'), '');
    chmodSync(join(folder, 'closed', 'b.db'), 0o444);
    const nothing = await start(join(folder, 'closed', 'b.db'), 0, asPlainUser).ended;
    expect([nothing.code, nothing.err.trim()]).toEqual([1, 'The database is read-only, so nothing can be saved. Check the permissions of file and folder; nothing was changed.']);
    expect(readdirSync(join(folder, 'closed'))).toEqual(['b.db']);
  });

  test('says in one sentence that a port is taken', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const { code, err } = await start(join(folder, 'a.db'), port).ended;
    other.close();
    expect(code).toBe(1);
    expect(err.trim()).toBe(`Port ${port} is in use. Choose another, or --port 0 for a free one.`);
  });
});

test('wrong use of npm start is told with the right one', () => {
  for (const args of [['--port', 'x'], ['--port', '70000'], ['--lang', 'fr'], ['--frob']]) {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/start.ts', ...args], { cwd: projectFolder(), encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, 'npm start -- [--browser] [--no-open] [--port N] [--db PATH] [--lang zh-Hant|zh-Hans|en]\n']);
  }
});

describe('fetching Electron', () => {
  /** A script that fetches as Electron's install script does. */
  function fetchFrom(mirror: string): Promise<number | null> {
    const code = `await fetch(process.env.MIRROR + 'electron.zip').then((answer) => answer.arrayBuffer());`;
    const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'electron-download.mjs'), '--input-type=module', '-e', code], {
      env: { ...process.env, MIRROR: mirror },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    children.push(child);
    return new Promise((done) => child.once('exit', (status) => done(status)));
  }

  test('gives up on a host that cannot be reached and on one that does not answer', { timeout: 40_000 }, async () => {
    expect(await fetchFrom('http://127.0.0.1:9/')).toBe(1);
    const silent = createServer(() => undefined);
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const begun = Date.now();
    expect(await fetchFrom(`http://127.0.0.1:${(silent.address() as AddressInfo).port}/`)).toBe(1);
    expect(Date.now() - begun).toBeGreaterThan(14_000);
    expect(Date.now() - begun).toBeLessThan(25_000);
    silent.closeAllConnections();
    silent.close();
  });
});
