/** Starts the store in a worker thread: for the browser host and the command line. */
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { existsSync } from 'node:fs';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '#shared/result.ts';
import type { storeContract } from '#shared/rpc/contract.ts';
import { askOver } from './asking.ts';
import { answerPrint, noPdf, type PdfMaker } from './pdf.ts';
import type { Ask, StoreMessage, StoreOptions, StoreReply } from './store-messages.ts';

export type StoreClient = ContractRouterClient<typeof storeContract>;

export interface StoreHandle {
  /** The store's side of the contract. Its calls answer with results; they reject only when the worker is gone. */
  client: StoreClient;
  /** A port of its own, to hand to somebody else. */
  connect(): MessagePort;
  /** What only a host may ask for. */
  ask: Ask;
  /** Settles when the worker has ended, however it came to that. */
  gone: Promise<void>;
  /** Everything to disk, the database closed, the worker ended. */
  close(): Promise<void>;
}

export interface StartOptions extends StoreOptions {
  /** The worker's module; beside this one unless it was bundled. */
  workerUrl?: URL;
  /** Prints for the store. Default: nothing does. */
  pdf?: PdfMaker;
}

/** How long a store may take to put everything to disk at the end. Milliseconds. */
const closingLimit = 10_000;

/** Among the sources the worker lies beside this file; a build has it as store.js, beside this file or above its chunk. */
function defaultWorker(): URL {
  const places = ['./worker.ts', './store.js', '../store.js'].map((place) => new URL(place, import.meta.url));
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error('the worker of the store is missing');
  return found;
}

/** Opens the database in a worker of its own. Errors: those of `openDatabase`, or `unexpected`. */
export async function startStore({ workerUrl = defaultWorker(), pdf = noPdf, ...options }: StartOptions): Promise<Result<StoreHandle>> {
  const worker = new Worker(workerUrl);
  const send = (message: StoreMessage, port?: MessagePort): void => worker.postMessage(message, port ? [port] : []);
  const gone = new Promise<void>((done) => worker.once('exit', () => done()));
  // An error without a listener would end the host; the exit that follows is what everybody waits for.
  worker.on('error', () => undefined);
  worker.on('message', (reply: StoreReply) => void answerPrint(reply, pdf, send));

  const started = replyOf(worker, 'started');
  send({ type: 'start', options });
  const reply = await Promise.race([started, gone]);
  const result = reply?.type === 'started' ? reply.result : fail('unexpected');
  if (!result.ok) {
    await worker.terminate();
    return result;
  }

  const connect = (): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    send({ type: 'connect', port: port2 }, port2);
    return port1;
  };
  const port = connect();
  const link = new RPCLink({ port });
  port.start();
  let isOver = false;
  void gone.then(() => (isOver = true));
  const client = createORPCClient<StoreClient>({
    async call(path, input, options) {
      // A port whose other end is gone takes every message and never answers.
      if (isOver) throw new Error('the store is gone');
      try {
        return await link.call(path, input, options);
      } catch (error) {
        // What cannot even be read as a call does not come as far as the router.
        if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return fail('request.invalid');
        throw error;
      }
    },
  });
  return ok({
    client,
    connect,
    ask: askOver(send, (listener) => worker.on('message', listener), gone),
    gone,
    async close() {
      isOver = true;
      const closed = replyOf(worker, 'closed');
      send({ type: 'close' });
      const late = setTimeout(() => void worker.terminate(), closingLimit);
      await Promise.race([closed, gone]);
      clearTimeout(late);
      port.close();
      await worker.terminate();
    },
  });
}

function replyOf(worker: Worker, type: StoreReply['type']): Promise<StoreReply> {
  return new Promise((done) => {
    const listen = (reply: StoreReply): void => {
      if (reply.type !== type) return;
      worker.off('message', listen);
      done(reply);
    };
    worker.on('message', listen);
  });
}
