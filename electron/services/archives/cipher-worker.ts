/** The thread of the cipher: encrypts or decrypts one file, says how far it is, and ends. */
import { createWriteStream, openAsBlob } from 'node:fs';
import { Writable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { Decrypter, Encrypter } from 'age-encryption';
import { isFull } from '#electron/services/write-file.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { CipherReply, CipherTask } from './cipher.ts';

const { do: what, from, to, passphrase } = workerData as CipherTask;
const reply = (message: CipherReply): void => parentPort?.postMessage(message);

/** As often as somebody can see it. Milliseconds. */
const telling = 100;

/** Tells how much of a file has gone by. */
function counted(total: number): TransformStream<Uint8Array, Uint8Array> {
  let done = 0;
  let told = 0;
  return new TransformStream({
    transform(part, controller) {
      done += part.length;
      controller.enqueue(part);
      if (performance.now() - told < telling) return;
      told = performance.now();
      reply({ done, total });
    },
  });
}

async function through(stream: ReadableStream<Uint8Array>): Promise<ReadableStream<Uint8Array>> {
  if (what === 'encrypt') {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    return encrypter.encrypt(stream);
  }
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return decrypter.decrypt(stream);
}

async function run(): Promise<Result<null>> {
  const file = await openAsBlob(from);
  const read = file.stream().pipeThrough(counted(file.size));
  let content: ReadableStream<Uint8Array>;
  try {
    content = await through(read);
  } catch (error) {
    // The library has no other sign of a passphrase that does not open the file.
    return fail(error instanceof Error && error.message.startsWith('no identity matched') ? 'archive.passphrase' : 'archive.damaged');
  }
  const out = createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true });
  try {
    await content.pipeTo(Writable.toWeb(out));
    return ok(null);
  } catch (error) {
    out.destroy();
    if (isFull(error)) return fail('archive.full');
    const isOurs = (error as NodeJS.ErrnoException).code !== undefined;
    return fail(isOurs || what === 'encrypt' ? 'archive.failed' : 'archive.damaged');
  }
}

reply({ result: await run() });
