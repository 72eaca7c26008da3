import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendRaw, startTestServer, token } from './testing.ts';

let running: Awaited<ReturnType<typeof startTestServer>>;
beforeAll(async () => (running = await startTestServer()));
afterAll(() => running.stop());

/** The same numbers every run: what fails once fails again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('six hundred malformed requests neither pass nor bring the server down', { timeout: 60_000 }, async () => {
  const next = numbers(20261123);
  const oneOf = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const noise = (length: number) => Buffer.from(Array.from({ length }, () => next(256))).toString('latin1');
  const { host } = new URL(running.server.origin);

  const methods = ['POST', 'GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'post', '', 'P\0ST', noise(5)];
  const paths = ['/rpc/store/settings/get', '/rpc', '/rpc/', '/rpc/store', '/../secret.txt', '*', '', '/\0', `/${'a'.repeat(20_000)}`, '/rpc/store/%', '/%zz', noise(30)];
  const versions = ['HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', '', 'FTP/1'];
  const hosts = [`Host: ${host}`, 'Host: minutes.example', `Host: ${host}\r\nHost: minutes.example`, '', 'Host:', `Host: ${host} `];
  const lengths = ['Content-Length: 2', 'Content-Length: -1', 'Content-Length: 1e9', 'Content-Length: 99999999999999999999', 'Transfer-Encoding: chunked', 'Content-Length: 2\r\nTransfer-Encoding: chunked', ''];
  const types = ['Content-Type: application/json', 'Content-Type: multipart/form-data', 'Content-Type: text/html', 'Content-Type: application/json; charset=utf-7', ''];
  const bodies = ['{}', '{', '[[[[', '{"json":{"__proto__":{}},"meta":[[0,"json","x"]]}', '{"json":1,"meta":[["9","a"]]}', noise(40), '', 'ffffffff\r\n'];
  const origins = [`Origin: http://${host}`, 'Origin: null', '', 'Origin: http://minutes.example'];
  // Each request is malformed in one place at least: no token, or a token with a shape that is no call.
  const tokens = [`Authorization: Bearer ${noise(20)}`, '', 'Authorization: Bearer', 'Authorization: ' + 'x'.repeat(9000), `Authorization: bearer ${token}`, `Authorization: Bearer  ${token}`];

  const send = async (): Promise<string> => {
    const head = [`${oneOf(methods)} ${oneOf(paths)} ${oneOf(versions)}`, oneOf(hosts), oneOf(lengths), oneOf(types), oneOf(origins), oneOf(tokens), oneOf(['Connection: close', ''])];
    const text = `${head.filter(Boolean).join(oneOf(['\r\n', '\r\n', '\r\n', '\n']))}\r\n\r\n${oneOf(bodies)}`;
    const cut = next(8) === 0 ? text.slice(0, next(text.length)) : text;
    return sendRaw(running.port, Buffer.from(cut, 'latin1'), 150);
  };

  for (let round = 0; round < 30; round++) {
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    for (const answer of answers) expect(answer.slice(0, 12)).not.toBe('HTTP/1.1 200');
  }
  expect((await fetch(`${running.server.origin}/`)).status).toBe(200);
});

test('well addressed calls with malformed bodies are answered with an error, never with a value', async () => {
  const bodies = ['', '{', 'null', '[]', '"x"', '{"json":{"settings":{"zoom":"x"}}}', '{"json":{"settings":null}}', '{"__proto__":{"json":{"settings":{}}}}', '{"json":{},"meta":[[99,"a","b"]]}', '{"json":{"settings":{}},"meta":[[1,"json","settings","a","b"]]}', `${'['.repeat(50_000)}`, '\u0000'];
  const types = ['application/json', 'multipart/form-data; boundary=x', 'multipart/form-data'];
  for (const type of types) {
    for (const body of bodies) {
      const answer = await fetch(`${running.server.origin}/rpc/store/settings/set`, {
        method: 'POST',
        body: Buffer.from(body),
        headers: { origin: running.server.origin, authorization: `Bearer ${token}`, 'content-type': type },
      });
      expect(answer.status, `${type} ${body.slice(0, 40)}`).toBeGreaterThanOrEqual(400);
      await answer.text();
    }
  }
  expect((await fetch(`${running.server.origin}/`)).status).toBe(200);
});
