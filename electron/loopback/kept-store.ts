/** A store that is there again when its worker was lost. */
import { createORPCClient, ORPCError } from '@orpc/client';
import type { StoreClient, StoreHandle } from '#electron/services/store.ts';
import type { Ask } from '#electron/services/store-messages.ts';
import { fail, ok, type Result } from '#shared/result.ts';

export interface KeptStore {
  /** As the store's own client; while there is no store its calls reject with `SERVICE_UNAVAILABLE`. */
  client: StoreClient;
  /** What only the host may ask for. */
  ask: Ask;
  /** Everything to disk; the store is not started again. */
  close(): Promise<void>;
}

type Call = (input: unknown, options: object) => Promise<unknown>;

/**
 * Starts a store, and starts it again for the first call after its worker is gone. The calls that were under way then
 * reject: whether they were carried out is not known. Errors: those of the first start.
 */
export async function keptStore(start: () => Promise<Result<StoreHandle>>): Promise<Result<KeptStore>> {
  let running: Promise<Result<StoreHandle>> | null = null;
  let isOver = false;

  const begin = async (): Promise<Result<StoreHandle>> => {
    const started = await start();
    if (started.ok) void started.value.gone.then(() => (running = null));
    else running = null;
    return started;
  };
  const current = (): Promise<Result<StoreHandle>> => (running ??= begin());

  const first = await current();
  if (!first.ok) return first;
  const client = createORPCClient<StoreClient>({
    async call(path, input, options) {
      const store = isOver ? null : await current();
      if (!store?.ok) throw new ORPCError('SERVICE_UNAVAILABLE');
      const call = path.reduce<unknown>((at, step) => Reflect.get(at as object, step), store.value.client) as Call;
      return call(input, options);
    },
  });
  return ok({
    client,
    async ask(call) {
      const store = isOver ? null : await current();
      return store?.ok ? store.value.ask(call) : (store ?? fail('unexpected'));
    },
    async close() {
      isOver = true;
      const last = await running;
      if (last?.ok) await last.value.close();
    },
  });
}
