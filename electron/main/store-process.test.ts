import { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { MessagePortMain, UtilityProcess } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { resourcesFolder } from '#electron/host/places.ts';
import type { StoreMessage, StoreOptions } from '#electron/services/store-messages.ts';
import type { storeContract } from '#shared/rpc/contract.ts';
import { followLanguage } from './language.ts';
import { storeProcess, type StoreProcess } from './store-process.ts';
import { innerPort, standInChannel } from './testing.ts';

/** A worker takes its time to start on a busy machine. */
const patience = { timeout: 20_000 };

let folder: string;
let running: StoreProcess[] = [];
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'minutebook-store-'))));
afterEach(async () => {
  await Promise.all(running.map((store) => store.close()));
  running = [];
  await rm(folder, { recursive: true });
});

/** The real store, in a worker thread that stands in for the utility process. */
function setUp(options: Partial<StoreOptions> = {}) {
  const workers: Worker[] = [];
  const fork = () => {
    const worker = new Worker(new URL('../services/worker.ts', import.meta.url));
    worker.on('error', () => undefined);
    workers.push(worker);
    const child = Object.assign(new EventEmitter(), {
      postMessage(message: StoreMessage, ports: MessagePortMain[] = []) {
        const port = ports[0] && innerPort(ports[0]);
        worker.postMessage(port ? { ...message, port } : message, port ? [port] : []);
      },
      kill: () => void worker.terminate(),
    });
    worker.on('message', (reply) => child.emit('message', reply));
    worker.on('exit', (code) => child.emit('exit', code));
    return child as unknown as UtilityProcess;
  };
  const store = storeProcess(fork, { databasePath: join(folder, 'a.db'), resources: resourcesFolder(), example: false, ...options });
  running.push(store);
  return { store, workers };
}

async function clientOf(store: StoreProcess) {
  const { port1, port2 } = standInChannel();
  await store.connect(port2);
  const port = innerPort(port1);
  return createORPCClient<ContractRouterClient<typeof storeContract>>(new RPCLink({ port }));
}

describe('the store’s process', () => {
  test('opens the database and serves every port it is given', async () => {
    const { store, workers } = setUp();
    expect(await store.start()).toEqual({ ok: true, value: null });
    const [one, other] = [await clientOf(store), await clientOf(store)];
    expect(await one.settings.set({ settings: { zoom: 130 }, origin: null })).toMatchObject({ ok: true });
    expect(await other.settings.get()).toMatchObject({ ok: true, value: { zoom: 130 } });
    expect(workers).toHaveLength(1);
  });

  test('starts again for the next port when it has crashed, with all that was saved', async () => {
    const { store, workers } = setUp();
    await (await clientOf(store)).settings.set({ settings: { zoom: 140 }, origin: null });
    await workers[0]!.terminate();
    const again = await clientOf(store);
    expect(await again.settings.get()).toMatchObject({ ok: true, value: { zoom: 140 } });
    expect(workers).toHaveLength(2);
  });

  test('says why it does not start, and closes the port of whoever asks', async () => {
    const { store } = setUp({ databasePath: join(folder, 'none', 'a.db') });
    expect(await store.start()).toMatchObject({ ok: false, error: { code: 'database.unopenable' } });
    const { port1, port2 } = standInChannel();
    const closed = vi.fn();
    innerPort(port1).on('close', closed);
    await store.connect(port2);
    await vi.waitFor(() => expect(closed).toHaveBeenCalled(), patience);
  });

  test('gives the database free when it closes', async () => {
    const first = setUp().store;
    await first.start();
    await first.close();
    expect(await setUp().store.start()).toMatchObject({ ok: true });
  });
});

test('the menu speaks the language of the settings, also when it changes', async () => {
  const { store } = setUp();
  const spoken = vi.fn();
  void followLanguage(store, standInChannel(), 'zh-Hans', spoken);
  await vi.waitFor(() => expect(spoken).toHaveBeenLastCalledWith('zh-Hans'), patience);
  await (await clientOf(store)).settings.set({ settings: { language: 'en' }, origin: null });
  await vi.waitFor(() => expect(spoken).toHaveBeenLastCalledWith('en'), patience);
});
