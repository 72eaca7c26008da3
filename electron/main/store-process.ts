/** The store in a process of its own, started again when it is gone. */
import type { MessagePortMain, UtilityProcess } from 'electron';
import { askOver } from '#electron/services/asking.ts';
import { answerPrint, noPdf, type PdfMaker } from '#electron/services/pdf.ts';
import type { Ask, StoreMessage, StoreOptions, StoreReply } from '#electron/services/store-messages.ts';
import { fail, type Result } from '#shared/result.ts';

export interface StoreProcess {
  /** Opens the database, unless it is open. Errors: those of opening. */
  start(): Promise<Result<null>>;
  /** Serves `port`, after a start where one is needed; closes it where the store does not start. */
  connect(port: MessagePortMain): Promise<void>;
  /** What only the host may ask for. */
  ask: Ask;
  /** Everything to disk, the process ended. */
  close(): Promise<void>;
}

type Child = Pick<UtilityProcess, 'postMessage' | 'on' | 'kill'>;

/** How long the store may take to put everything to disk at the end. Milliseconds. */
const closingLimit = 10_000;

/** `fork` makes the process and `pdf` prints for it; nothing runs before `start`. */
export function storeProcess(fork: () => Child, options: StoreOptions, pdf: PdfMaker = noPdf): StoreProcess {
  let running: { child: Child; ask: Ask; started: Promise<Result<null>>; gone: Promise<void>; closed: Promise<void> } | null = null;
  let wasOpen = false;
  const send = (child: Child, message: StoreMessage, ports?: MessagePortMain[]): void => child.postMessage(message, ports);

  const begin = (): NonNullable<typeof running> => {
    const child = fork();
    const create = !wasOpen;
    const gone = new Promise<void>((done) => child.on('exit', () => done()));
    const started = new Promise<Result<null>>((done) => {
      child.on('message', (reply: StoreReply) => reply.type === 'started' && done(reply.result));
      void gone.then(() => done(fail('unexpected')));
    });
    const closed = new Promise<void>((done) => child.on('message', (reply: StoreReply) => reply.type === 'closed' && done()));
    child.on('message', (reply: StoreReply) => void answerPrint(reply, pdf, (message) => send(child, message)));
    const ask = askOver((message) => send(child, message), (listener) => child.on('message', listener), gone);
    const state = { child, ask, started, gone, closed };
    void gone.then(() => {
      if (running === state) running = null;
    });
    send(child, { type: 'start', options: { ...options, create } });
    return state;
  };

  const start = async (): Promise<Result<null>> => {
    running ??= begin();
    const { child, started } = running;
    const result = await started;
    wasOpen ||= result.ok;
    if (!result.ok) {
      running = null;
      child.kill();
    }
    return result;
  };

  return {
    start,
    async connect(port) {
      const result = await start();
      if (result.ok && running) send(running.child, { type: 'connect' }, [port]);
      else port.close();
    },
    async ask(call) {
      const result = await start();
      if (!result.ok) return result;
      return running ? running.ask(call) : fail('unexpected');
    },
    async close() {
      if (!running) return;
      const { child, gone, closed } = running;
      send(child, { type: 'close' });
      const late = new Promise<void>((done) => setTimeout(done, closingLimit).unref());
      await Promise.race([closed, gone, late]);
      running = null;
      child.kill();
    },
  };
}
