/**
 * The store's own thread: a worker thread of the browser host and the command line, a utility process of the desktop.
 * It owns the database. Talks to its parent in `StoreMessage`s and to everybody else over the ports it is given.
 */
import { RPCHandler } from '@orpc/server/message-port';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { fail } from '#shared/result.ts';
import { createORPCClient } from '@orpc/client';
import { forward } from '#electron/host/forward.ts';
import { storeContract } from '#shared/rpc/contract.ts';
import { printOver } from './pdf.ts';
import { type Sitting, startSitting } from './sitting.ts';
import type { StoreClient } from './store.ts';
import type { StoreMessage, StoreReply } from './store-messages.ts';

/** What the two kinds of parent have in common. A utility process gets messages in events, with the ports beside. */
interface Parent {
  onMessage(listener: (message: StoreMessage, port: MessagePort | undefined) => void): void;
  reply(reply: StoreReply): void;
}

interface UtilityParent {
  on(event: 'message', listener: (event: { data: StoreMessage; ports: MessagePort[] }) => void): void;
  postMessage(reply: StoreReply): void;
}

function findParent(): Parent {
  const utility = (process as unknown as { parentPort?: UtilityParent }).parentPort;
  if (utility) {
    return {
      onMessage: (listener) => utility.on('message', ({ data, ports }) => listener(data, ports[0])),
      reply: (reply) => utility.postMessage(reply),
    };
  }
  const thread = parentPort;
  if (!thread) throw new Error('the store runs in a worker only');
  return {
    onMessage: (listener) => thread.on('message', (message: StoreMessage) => listener(message, message.type === 'connect' ? message.port : undefined)),
    reply: (reply) => thread.postMessage(reply),
  };
}

/** Late enough that the window is drawn and the first meeting is open. Milliseconds. */
const restBeforeWarmUp = 4000;

const parent = findParent();
const printing = printOver(parent.reply);
let sitting: Sitting | null = null;
let handler: RPCHandler<Record<never, never>> | null = null;

parent.onMessage((message, port) => {
  switch (message.type) {
    case 'start': {
      try {
        const started = startSitting(message.options, printing.pdf);
        if (started.ok) {
          sitting = started.value;
          handler = new RPCHandler(forward(storeContract, createORPCClient<StoreClient>(sitting)));
          setTimeout(() => void import('./exports.ts').then(({ warmUp }) => warmUp()).catch(() => undefined), restBeforeWarmUp).unref();
        }
        parent.reply({ type: 'started', result: started.ok ? { ok: true, value: null } : started });
      } catch {
        parent.reply({ type: 'started', result: fail('unexpected') });
      }
      return;
    }
    case 'connect':
      if (!port || !handler) return;
      handler.upgrade(port);
      port.start();
      return;
    case 'ask':
      void (sitting?.ask(message.call) ?? Promise.resolve(fail('unexpected'))).then((result) =>
        parent.reply({ type: 'answer', key: message.key, result }),
      );
      return;
    case 'printed':
      return printing.take(message);
    case 'close':
      void (sitting?.close() ?? Promise.resolve()).finally(() => parent.reply({ type: 'closed' }));
  }
});
