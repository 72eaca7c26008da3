import { connect } from 'node:net';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { contract } from '#shared/rpc/contract.ts';
import { bodyLimit } from '#electron/host/body-limit.ts';
import { sendRaw, startTestServer, token } from './testing.ts';

let running: Awaited<ReturnType<typeof startTestServer>>;
beforeAll(async () => (running = await startTestServer()));
afterAll(() => running.stop());

const ours = () => ({ origin: running.server.origin, authorization: `Bearer ${token}`, 'content-type': 'application/json' });

/** A request as the page sends it, with what is given changed (or left out, where it is null). */
async function call(changed: Record<string, string | null> = {}, { method = 'POST', path = '/rpc/store/settings/get', body = '{}' } = {}) {
  const headers: Record<string, string | null> = {
    host: new URL(running.server.origin).host,
    connection: 'close',
    'content-length': String(Buffer.byteLength(body)),
    ...ours(),
    ...changed,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  const answer = await sendRaw(running.port, `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  return { status: Number(answer.slice(9, 12)), answer };
}

describe('a call', () => {
  test('of the page itself passes', async () => {
    const { status, answer } = await call();
    expect(status).toBe(200);
    expect(answer).toContain('"theme":"system"');
  });

  test.each<[string, number, Record<string, string | null>, { method?: string; path?: string; body?: string }?]>([
    ['without a token', 401, { authorization: null }],
    ['with a wrong token', 401, { authorization: `Bearer ${token.slice(0, -1)}x` }],
    ['with a token of another length', 401, { authorization: 'Bearer x' }],
    ['with the token under another scheme', 401, { authorization: `Basic ${token}` }],
    ['for another host', 421, { host: 'minutes.example' }],
    ['for this host by another name', 421, { host: 'localhost' }],
    ['for another port', 421, { host: '127.0.0.1:1' }],
    ['from a foreign origin', 403, { origin: 'https://minutes.example' }],
    ['from a file', 403, { origin: 'null' }],
    ['without an origin', 403, { origin: null }],
    ['that the browser calls cross-site', 403, { 'sec-fetch-site': 'cross-site' }],
    ['that the browser calls same-site', 403, { 'sec-fetch-site': 'same-site' }],
    ['typed into the address bar', 403, { 'sec-fetch-site': 'none' }],
    ['by GET', 405, {}, { method: 'GET', body: '' }],
    ['by PUT', 405, {}, { method: 'PUT' }],
    ['by OPTIONS', 405, {}, { method: 'OPTIONS', body: '' }],
    ['with plain text', 415, { 'content-type': 'text/plain' }],
    ['with a form', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['with a body of no known type', 415, { 'content-type': null }],
    ['without a length', 411, { 'content-length': null, 'transfer-encoding': 'chunked' }, { body: '0\r\n\r\n' }],
    ['that is too large', 413, { 'content-length': String(bodyLimit + 1) }],
    ['that wants a web socket', 400, { upgrade: 'websocket', connection: 'Upgrade' }],
    ['of no known name', 404, {}, { path: '/rpc/store/settings/burn' }],
    ['of a name inside the objects', 404, {}, { path: '/rpc/store/constructor' }],
  ])('%s is refused with %i', async (_, status, changed, request) => {
    const answer = await call(changed, request);
    expect(answer.status).toBe(status);
    expect(answer.answer).not.toContain('"theme"');
  });

  test('with input that the contract does not know is refused by the contract', async () => {
    const { status } = await call({}, { path: '/rpc/store/settings/set', body: JSON.stringify({ json: { settings: { zoom: 4000 } } }) });
    expect(status).toBe(400);
  });
});

test.runIf(process.platform === 'linux')('no other address of this computer answers', async () => {
  const reached = await new Promise((done) => {
    const socket = connect(running.port, '127.0.0.2', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
  expect(reached).toBe(false);
});

describe('the page', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    call({ ...ours(), authorization: null, origin: null, 'content-type': null, 'content-length': null, ...headers }, { method: 'GET', path, body: '' });

  test('is served with its types and with every protection', async () => {
    const home = await fetch(`${running.server.origin}/`);
    expect(await home.text()).toContain('議事簿');
    expect(Object.fromEntries(home.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'x-frame-options': 'DENY',
    });
    const policy = home.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    const script = await fetch(`${running.server.origin}/assets/main-Ab12.js?v=1`);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await call({}, { method: 'HEAD', path: '/', body: '' })).answer).not.toContain('<!doctype');
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/assets//main-Ab12.js',
    '/.hidden.js',
    '/notes.exe',
    '/assets/',
    '/nothing.js',
    '/main.js%00.txt',
  ])('has nothing at %s', async (path) => {
    const { status, answer } = await get(path);
    expect(status).toBe(404);
    expect(answer).not.toContain('secret\n');
  });

  test('refuses other hosts, foreign sites and other methods, with the protections on the refusal', async () => {
    expect((await get('/', { host: 'minutes.example' })).status).toBe(421);
    expect((await get('/', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await get('/', { origin: 'https://minutes.example' })).status).toBe(403);
    expect((await get('/', { 'sec-fetch-site': 'none' })).status).toBe(200);
    const post = await call({}, { path: '/' });
    expect(post.status).toBe(405);
    expect(post.answer).toContain("default-src 'none'");
    expect((await get('http://minutes.example/')).status).toBe(400);
  });
});

describe('a window with a code', () => {
  const open = (code: string, method = 'GET') => fetch(`${running.server.origin}/?open=${code}`, { method, redirect: 'manual' });

  test('is given the token once, in the fragment of an address of ours', async () => {
    const code = running.codes.make();
    expect((await open(code, 'HEAD')).status).toBe(410);
    const first = await open(code);
    expect([first.status, first.headers.get('location')]).toEqual([303, `/#token=${token}`]);
    const second = await open(code);
    expect([second.status, second.headers.get('location')]).toEqual([410, null]);
    expect(await second.text()).toBe('這個網址已經用過。');
  });

  test('that was made up is not', async () => {
    for (const code of ['', 'x', token]) expect((await open(code)).status).toBe(410);
  });
});

describe('the client of the page', () => {
  const client = () =>
    createORPCClient<ContractRouterClient<typeof contract>>(new RPCLink({ url: `${running.server.origin}/rpc`, headers: ours }));

  test('reaches the store and the host', async () => {
    expect(await client().store.settings.set({ settings: { zoom: 120 } })).toMatchObject({ ok: true, value: { zoom: 120 } });
    expect(await client().host.info()).toMatchObject({ ok: true, value: { host: 'browser', saving: 'download' } });
  });

  test('opens addresses outside, but only those of the web and of mail', async () => {
    expect(await client().host.openLink({ url: 'https://minutes.example/a' })).toEqual({ ok: true, value: null });
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'minutes', 'vbscript:x', ' ']) {
      expect(await client().host.openLink({ url })).toMatchObject({ ok: false, error: { code: 'request.invalid' } });
    }
    expect(running.opened).toEqual(['https://minutes.example/a']);
  });

  test('hears what changes, and leaves nothing behind when it goes', async () => {
    const leave = new AbortController();
    const stream = await client().store.events.watch(undefined, { signal: leave.signal });
    await vi.waitFor(() => expect(running.changes.size).toBe(1));
    expect(running.server.underWay()).toBe(1);
    running.changes.publish('change', { type: 'library.changed', origin: 'another window' });
    expect((await stream.next()).value).toEqual({ type: 'library.changed', origin: 'another window' });
    leave.abort();
    await vi.waitFor(() => expect(running.changes.size).toBe(0));
    await vi.waitFor(() => expect(running.server.underWay()).toBe(0));
  });

  test('is asked to save before the program ends, and is waited for', async () => {
    const leave = new AbortController();
    const stream = await client().host.events(undefined, { signal: leave.signal });
    const told = stream.next();
    let closed = false;
    await vi.waitFor(() => expect(running.server.underWay()).toBe(1));
    const closing = running.host.closePages(10_000).then(() => (closed = true));
    expect((await told).value).toEqual({ type: 'closing' });
    expect(closed).toBe(false);
    await client().host.closeReady();
    await closing;
    leave.abort();
    await vi.waitFor(() => expect(running.server.underWay()).toBe(0));
    await running.host.closePages(10_000);
  });
});
