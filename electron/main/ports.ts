/** Hands the page its two ports, one to the store and one to the host: the only message that the page can send. */
import { RPCHandler } from '@orpc/server/message-port';
import type { AnyRouter } from '@orpc/server';
import type { IpcMainEvent, MessageChannelMain, MessagePortMain } from 'electron';
import { isTrustedFrame } from './policy.ts';
import type { StoreProcess } from './store-process.ts';

export interface PortParts {
  store: Pick<StoreProcess, 'connect'>;
  host: AnyRouter;
  newChannel(): MessageChannelMain;
}

/** The answer to the page's `connect`. A new pair takes the place of the one before; other senders get nothing. */
export function portGiver({ store, host, newChannel }: PortParts) {
  const hostCalls = new RPCHandler(host);
  let lastHostPort: MessagePortMain | null = null;

  return async (event: Pick<IpcMainEvent, 'senderFrame'>): Promise<void> => {
    const frame = event.senderFrame;
    if (!frame || !isTrustedFrame(frame)) return;
    const storeSide = newChannel();
    const hostSide = newChannel();
    await store.connect(storeSide.port2);
    lastHostPort?.close();
    lastHostPort = hostSide.port2;
    hostCalls.upgrade(hostSide.port2);
    hostSide.port2.start();
    frame.postMessage('ports', null, [storeSide.port1, hostSide.port1]);
  };
}
