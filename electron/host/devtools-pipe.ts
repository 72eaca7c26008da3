/** Calls to a Chromium over the two pipes that it was started with: JSON, each message ended by a zero byte. */
import type { Readable, Writable } from 'node:stream';

interface Message {
  id?: number;
  method?: string;
  result?: unknown;
  error?: { message: string };
}

export interface DevTools {
  /** Rejects where the browser refuses it or is gone. */
  call<Answer>(method: string, params?: object, sessionId?: string): Promise<Answer>;
  /** Settles when the browser tells of this; rejects where it is gone. */
  told(method: string): Promise<void>;
}

/** `send` is what the browser reads, `hear` what it writes. */
export function devTools(send: Writable, hear: Readable): DevTools {
  const waiting = new Map<number | string, { done(answer: unknown): void; failed(error: Error): void }>();
  let count = 0;
  let parts: Buffer[] = [];
  let gone: Error | null = null;

  const take = ({ id, method, result, error }: Message): void => {
    const key = id ?? method ?? '';
    const waiter = waiting.get(key);
    waiting.delete(key);
    if (error) waiter?.failed(new Error(error.message));
    else waiter?.done(result);
  };
  hear.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      parts.push(chunk.subarray(from, end));
      take(JSON.parse(Buffer.concat(parts).toString('utf8')) as Message);
      parts = [];
      from = end + 1;
    }
    parts.push(chunk.subarray(from));
  });
  const leave = (): void => {
    gone = new Error('the browser is gone');
    for (const { failed } of waiting.values()) failed(gone);
    waiting.clear();
  };
  hear.on('close', leave).on('error', leave);
  send.on('error', leave);

  const wait = <Answer>(key: number | string): Promise<Answer> =>
    new Promise((done, failed) => {
      if (gone) failed(gone);
      else waiting.set(key, { done: done as (answer: unknown) => void, failed });
    });
  return {
    call(method, params = {}, sessionId) {
      count += 1;
      const answer = wait(count);
      send.write(`${JSON.stringify({ id: count, method, params, ...(sessionId && { sessionId }) })}\0`);
      return answer as Promise<never>;
    },
    told: (method) => wait(method),
  };
}
