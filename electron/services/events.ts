/** What windows are told of each other's changes. */
import { EventPublisher } from '@orpc/server';
import type { StoreEvent } from '#shared/rpc/schemas.ts';

export interface Events {
  publish(event: StoreEvent): void;
  /** Every event from now on, until `signal` is aborted. */
  watch(signal: AbortSignal | undefined): AsyncGenerator<StoreEvent>;
}

/** A place where the handlers of one store tell of changes. */
export function createEvents(): Events {
  const publisher = new EventPublisher<{ store: StoreEvent }>();
  return {
    publish: (event) => publisher.publish('store', event),
    watch: (signal) => publisher.subscribe('store', { signal }),
  };
}
