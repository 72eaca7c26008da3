/** The thread that writes an archive: one step after the other, as it is asked. */
import { parentPort } from 'node:worker_threads';
import { ok } from '#shared/result.ts';
import { trouble } from './trouble.ts';
import type { WriterReply, WriterStep } from './writer.ts';
import { createWriter } from './writing.ts';

const writer = createWriter();
const reply = (message: WriterReply): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ step, input }: WriterStep) => {
  const carryOut = writer[step] as (input: unknown) => Promise<unknown>;
  carryOut(input).then(
    (value) => reply(ok(value)),
    (error: unknown) => reply(trouble(error)),
  );
});
