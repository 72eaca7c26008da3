/** The language of the menu and the dialogs, as the settings have it now. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { MessageChannelMain } from 'electron';
import type { Language } from '#shared/language.ts';
import type { storeContract } from '#shared/rpc/contract.ts';
import type { StoreProcess } from './store-process.ts';

/**
 * Tells `changed` the language of the settings, now and after each change, until the store's process ends. Where none
 * is set it is `system`.
 */
export async function followLanguage(
  store: Pick<StoreProcess, 'connect'>,
  channel: MessageChannelMain,
  system: Language,
  changed: (language: Language) => void,
): Promise<void> {
  await store.connect(channel.port2);
  channel.port1.start();
  const client = createORPCClient<ContractRouterClient<typeof storeContract>>(new RPCLink({ port: channel.port1 }));
  const tell = async (): Promise<void> => {
    const settings = await client.settings.get();
    if (settings.ok) changed(settings.value.language ?? system);
  };
  try {
    const events = await client.events.watch();
    await tell();
    for await (const event of events) if (event.type === 'settings.changed') await tell();
  } catch {
    // The store is gone; the last language stays.
  }
}
