/** The host's end of what only a host may ask its store for. */
import { fail, type Result } from '#shared/result.ts';
import type { Ask, StoreMessage, StoreReply } from './store-messages.ts';

/** Asks over the messages of a store; where the store is gone before it has answered: unexpected. */
export function askOver(send: (message: StoreMessage) => void, hear: (listener: (reply: StoreReply) => void) => void, gone: Promise<void>): Ask {
  const open = new Map<number, (result: Result<never>) => void>();
  let last = 0;
  hear((reply) => {
    if (reply.type !== 'answer') return;
    open.get(reply.key)?.(reply.result as Result<never>);
    open.delete(reply.key);
  });
  return (call) => {
    const key = (last += 1);
    const answered = new Promise<Result<never>>((done) => open.set(key, done));
    send({ type: 'ask', key, call });
    return Promise.race([answered, gone.then(() => fail('unexpected'))]);
  };
}
