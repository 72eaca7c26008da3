/** Files of any size, fetched from the store and left with it piece by piece: the whole is never in memory at once. */
import { fail, ok, type Result } from '#shared/result.ts';
import { pieceSize } from '#shared/rpc/parcels.ts';
import type { Client } from './client.ts';

type Parcels = Client['store']['parcels'];

/** Fetches a parcel, which is then gone from the store. Errors: parcel.notFound. */
export async function fetchParcel(parcels: Parcels, parcel: string, size: number): Promise<Result<Blob>> {
  const pieces: Blob[] = [];
  for (let offset = 0; offset < size; offset += pieceSize) {
    const piece = await parcels.read({ parcel, offset });
    if (!piece.ok) return piece;
    // A Blob of its own: the browser may keep it on disk.
    pieces.push(new Blob([await piece.value.arrayBuffer()]));
  }
  await parcels.drop({ parcel });
  return ok(new Blob(pieces));
}

/**
 * Leaves a file with the store: its name there. `look` hears how far it is, in bytes, and says whether to go on. Errors:
 * work.stopped, archive.tooLarge, .full, .failed.
 */
export async function sendParcel(parcels: Parcels, file: Blob, look: (done: number) => boolean): Promise<Result<string>> {
  const begun = await parcels.begin();
  if (!begun.ok) return begun;
  const { parcel } = begun.value;
  for (let offset = 0; offset < file.size; offset += pieceSize) {
    const added = look(offset) ? await parcels.add({ parcel, piece: file.slice(offset, offset + pieceSize) }) : fail('work.stopped');
    if (added.ok) continue;
    await parcels.drop({ parcel });
    return added;
  }
  return ok(parcel);
}
