/** A client of the store's process for the desktop's own use, connected again when the process was lost. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { MessageChannelMain } from 'electron';
import type { StoreClient } from '#electron/services/store.ts';
import type { StoreProcess } from './store-process.ts';

/** Calls the store over ports of `newChannel`. A call that was under way when the process ended rejects. */
export function storeClient(store: Pick<StoreProcess, 'connect'>, newChannel: () => MessageChannelMain): StoreClient {
  let link: Promise<RPCLink<Record<never, never>>> | null = null;
  const connect = async (): Promise<RPCLink<Record<never, never>>> => {
    const { port1, port2 } = newChannel();
    const made = new RPCLink({ port: port1 });
    port1.on('close', () => (link = null));
    await store.connect(port2);
    port1.start();
    return made;
  };
  return createORPCClient<StoreClient>({
    async call(path, input, options) {
      link ??= connect();
      return (await link).call(path, input, options);
    },
  });
}
