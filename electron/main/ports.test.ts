import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { implement } from '@orpc/server';
import type { IpcMainEvent, MessagePortMain } from 'electron';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { hostContract } from '#shared/rpc/contract.ts';
import { ok } from '#shared/result.ts';
import { portGiver } from './ports.ts';
import { innerPort, standInChannel } from './testing.ts';

const given: MessagePortMain[] = [];
afterEach(() => given.splice(0).forEach((port) => port.close()));

function setUp() {
  const host = implement(hostContract);
  const titles: string[] = [];
  const router = {
    setTitle: host.setTitle.handler(({ input }) => {
      titles.push(input.title);
      return ok(null);
    }),
  };
  const store = { connect: vi.fn(async (port: MessagePortMain) => void given.push(port)) };
  const give = portGiver({ store, host: router, newChannel: standInChannel });
  const frame = {
    parent: null,
    url: 'minutebook://app/',
    postMessage: vi.fn((_channel: string, _message: unknown, ports: MessagePortMain[]) => void given.push(...ports)),
  };
  const ask = (senderFrame: object | null) => give({ senderFrame } as Pick<IpcMainEvent, 'senderFrame'>);
  return { titles, store, frame, ask };
}

describe('the page that asks for its ports', () => {
  test('gets one to the store and one to the host, and can call over it', async () => {
    const { titles, store, frame, ask } = setUp();
    await ask(frame);
    expect(store.connect).toHaveBeenCalledOnce();
    const [channel, , ports] = frame.postMessage.mock.calls[0]!;
    expect(channel).toBe('ports');
    expect(ports).toHaveLength(2);
    const client = createORPCClient<ContractRouterClient<typeof hostContract>>(new RPCLink({ port: innerPort(ports[1]!) }));
    expect(await client.setTitle({ title: '第三屆第二次理事會' })).toEqual({ ok: true, value: null });
    expect(titles).toEqual(['第三屆第二次理事會']);
    await expect(client.setTitle({ title: 'x'.repeat(501) })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('gets a new pair when it asks again, and the old one is closed', async () => {
    const { frame, ask } = setUp();
    await ask(frame);
    const closed = vi.fn();
    innerPort(frame.postMessage.mock.calls[0]![2][1]!).on('close', closed);
    await ask(frame);
    expect(frame.postMessage).toHaveBeenCalledTimes(2);
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });

  test('gets nothing when it is not our page', async () => {
    const { store, frame, ask } = setUp();
    await ask(null);
    await ask({ ...frame, url: 'https://minutes.example/' });
    await ask({ ...frame, parent: frame });
    expect(frame.postMessage).not.toHaveBeenCalled();
    expect(store.connect).not.toHaveBeenCalled();
  });
});
