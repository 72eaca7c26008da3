/** A thin stand-in for the parts of `electron` that the desktop host touches. */
import type { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort, type TransferListItem } from 'node:worker_threads';
import type { MessageChannelMain, MessagePortMain } from 'electron';

type Listener = (event: { data: unknown }) => void;

/** A port of Node with the shape of the desktop's. */
class StandInPort {
  readonly inner: MessagePort;
  constructor(inner: MessagePort) {
    this.inner = inner;
  }
  on(event: string, listener: Listener): this {
    this.inner.on(event as 'message', (data: unknown) => listener({ data }));
    return this;
  }
  postMessage(data: unknown, ports?: TransferListItem[]): void {
    this.inner.postMessage(data, ports ?? []);
  }
  start(): void {
    this.inner.start();
  }
  close(): void {
    this.inner.close();
  }
}

/** A channel as Electron's main process has them. */
export function standInChannel(): MessageChannelMain {
  const { port1, port2 } = new MessageChannel();
  return { port1: new StandInPort(port1), port2: new StandInPort(port2) } as unknown as MessageChannelMain;
}

/** Node's own port behind a stand-in. */
export const innerPort = (port: MessagePortMain): MessagePort => (port as unknown as StandInPort).inner;

/** What was prevented, by event name, when `emitter` emitted it with `details`. */
export function isPrevented(emitter: EventEmitter, name: string, details: object = {}): boolean {
  let prevented = false;
  emitter.emit(name, { ...details, preventDefault: () => (prevented = true) });
  return prevented;
}
