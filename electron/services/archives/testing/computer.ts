/** A computer with the program on it, and what goes from one to another. */
import { createRouterClient } from '@orpc/server';
import { createStoreRouter } from '#electron/services/router.ts';
import type { RunningServices } from '#electron/services/running.ts';
import { testFolder, testServices, valueOf } from '#electron/services/testing/store.ts';
import { pieceSize } from '#shared/rpc/parcels.ts';

export interface Computer {
  databasePath: string;
  running: RunningServices;
  client: Client;
  /** Starts the program again: nothing is in memory any more. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const clientOf = (running: RunningServices) => createRouterClient(createStoreRouter(running.services));
export type Client = ReturnType<typeof clientOf>;

export function computer(): Computer {
  const { databasePath, remove } = testFolder();
  const running = testServices(databasePath);
  const here: Computer = {
    databasePath,
    running,
    client: clientOf(running),
    async restart() {
      await here.running.close();
      here.running = testServices(databasePath);
      here.client = clientOf(here.running);
    },
    async close() {
      await here.running.close();
      remove();
    },
  };
  return here;
}

/** An archive of everything on a computer. */
export async function archiveOf({ client }: Computer, passphrase: string | null = null): Promise<Buffer> {
  const { parcel, size } = valueOf(await client.archives.make({ passphrase, job: '' }));
  const parts: Buffer[] = [];
  for (let offset = 0; offset < size; offset += pieceSize) {
    parts.push(Buffer.from(await valueOf(await client.parcels.read({ parcel, offset })).arrayBuffer()));
  }
  valueOf(await client.parcels.drop({ parcel }));
  return Buffer.concat(parts);
}

/** Leaves a file with the store of a computer: its name there. */
export async function send({ client }: Computer, bytes: Uint8Array): Promise<string> {
  const { parcel } = valueOf(await client.parcels.begin());
  for (let at = 0; at < bytes.length; at += pieceSize) {
    valueOf(await client.parcels.add({ parcel, piece: new Blob([new Uint8Array(bytes.subarray(at, at + pieceSize))]) }));
  }
  return parcel;
}

/** Takes an archive in. */
export const take = async (to: Computer, bytes: Uint8Array, passphrase: string | null = null) =>
  to.client.archives.take({ parcel: await send(to, bytes), name: '封存檔.zip', passphrase, job: '', origin: null });
