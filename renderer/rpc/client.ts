/** The page's way to the services: the same calls over the desktop's ports and over HTTP. */
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#shared/rpc/contract.ts';
import { httpLink, takeToken } from './http.ts';
import { portLink } from './ports.ts';
import { resilient } from './resilient.ts';

/**
 * Every call of the contract. A call never rejects: what goes wrong on the way is a `Result` too
 * (`store.unreachable`, `request.invalid`, `unexpected`). A stream never ends by itself: it connects again.
 */
export type Client = ContractRouterClient<typeof contract>;

declare global {
  interface Window {
    /** What the desktop's preload offers; absent in a browser. */
    readonly minutebook?: { connect(): void };
  }
}

/** The client of this window, over the transport that its host offers. */
export function connect(): Promise<Client> {
  const link = window.minutebook ? portLink(window, window.minutebook) : httpLink(window.location.origin, takeToken(window));
  return Promise.resolve(createORPCClient<Client>(resilient(link)));
}
