/** A server on a made-up page and a small store, for the tests of this folder. */
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forward } from '#electron/host/forward.ts';
import { fail, ok } from '#shared/result.ts';
import { settingsSchema, type StoreEvent } from '#shared/rpc/schemas.ts';
import { storeContract } from '#shared/rpc/contract.ts';
import { createRouterClient, EventPublisher, implement } from '@orpc/server';
import { browserHost } from './host-router.ts';
import { openings } from './openings.ts';
import { listen } from './server.ts';

export const token = 'the-token-of-this-test-which-is-as-long-as-a-real-one';

/** A running server with its page in a temporary folder; `stop` takes both away. */
export async function startTestServer() {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-loopback-'));
  const page = join(folder, 'page');
  await mkdir(join(page, 'assets'), { recursive: true });
  await writeFile(join(page, 'index.html'), '<!doctype html><title>議事簿</title>');
  await writeFile(join(page, 'assets', 'main-Ab12.js'), 'export {};');
  await writeFile(join(page, '.hidden.js'), 'hidden');
  await writeFile(join(page, 'notes.exe'), 'not served');
  await writeFile(join(folder, 'secret.txt'), 'secret');

  const changes = new EventPublisher<{ change: StoreEvent }>();
  const opened: string[] = [];
  const contract = { settings: storeContract.settings, events: storeContract.events };
  const store = implement(contract);
  const client = createRouterClient(
    store.router({
      settings: {
        get: store.settings.get.handler(() => ok(settingsSchema.parse({}))),
        set: store.settings.set.handler(({ input }) => ok(settingsSchema.parse(input.settings))),
      },
      events: { watch: store.events.watch.handler(({ signal }) => changes.subscribe('change', signal ? { signal } : {})) },
    }),
  );
  const host = browserHost({
    info: { host: 'browser', version: '0.1.0', database: 'a.db', saving: 'download', menuBar: false, pdf: true, platform: 'linux', language: 'zh-Hant' },
    rescue: { keep: () => Promise.resolve(ok({ at: '' })), drop: () => Promise.resolve() },
    openExternal: async (url) => opened.push(url),
    ask: async () => fail('unexpected'),
  });
  const codes = openings();
  const server = await listen({ port: 0, token, page, router: { store: forward(contract, client), host: host.router }, codes, expired: '這個網址已經用過。' });
  return {
    server,
    host,
    codes,
    changes,
    opened,
    port: Number(new URL(server.origin).port),
    async stop() {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Sends `text` as it is, and answers with all that comes back until the server hangs up (or after `patience` ms). */
export function sendRaw(port: number, text: string | Buffer, patience = 2000): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    const finish = (): void => {
      socket.destroy();
      done(answer);
    };
    socket.setEncoding('latin1');
    socket.setTimeout(patience, finish);
    socket.on('data', (part: string) => (answer += part));
    socket.on('error', finish);
    socket.on('close', finish);
  });
}
