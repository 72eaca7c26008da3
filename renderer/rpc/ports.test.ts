import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, expect, test, vi } from 'vitest';
import { storeContract } from '#shared/rpc/contract.ts';
import { ok } from '#shared/result.ts';
import { settingsSchema } from '#shared/rpc/schemas.ts';
import { portLink } from './ports.ts';

const open: MessagePort[] = [];
afterEach(() => open.splice(0).forEach((port) => port.close()));

const listeners = new Set<(event: unknown) => void>();

/** A window that gets ports from a desktop whose store answers with `zoom`. */
function setUp() {
  listeners.clear();
  const page = { addEventListener: (_: string, listener: (event: unknown) => void) => void listeners.add(listener) };
  const desktop = { connect: vi.fn() };
  const link = portLink(page as unknown as Window, desktop);
  const give = (zoom: number, { source = page as unknown, data = 'minutebook:ports' } = {}) => {
    const store = new MessageChannel();
    const host = new MessageChannel();
    open.push(store.port2, host.port2);
    const settings = implement(storeContract).settings;
    new RPCHandler({ settings: { get: settings.get.handler(() => ok(settingsSchema.parse({ zoom }))) } }).upgrade(store.port2);
    for (const listener of listeners) listener({ source, data, ports: [store.port1, host.port1] });
    return store.port2;
  };
  const zoom = async () => {
    const answer = (await link.call(['store', 'settings', 'get'], undefined, { context: {} })) as { value: { zoom: number } };
    return answer.value.zoom;
  };
  return { desktop, give, zoom };
}

test('a call waits for the ports that the window asked for', async () => {
  const { desktop, give, zoom } = setUp();
  expect(desktop.connect).toHaveBeenCalledOnce();
  const answer = zoom();
  give(110);
  expect(await answer).toBe(110);
});

test('ports from elsewhere are not taken', async () => {
  const { give, zoom } = setUp();
  give(50, { source: {} });
  give(60, { data: 'something else' });
  give(120);
  expect(await zoom()).toBe(120);
});

test('when the store is gone the window asks again, and calls go on over the new ports', async () => {
  const { desktop, give, zoom } = setUp();
  const store = give(100);
  expect(await zoom()).toBe(100);
  store.close();
  await vi.waitFor(() => expect(desktop.connect).toHaveBeenCalledTimes(2));
  const answer = zoom();
  give(130);
  expect(await answer).toBe(130);
});
