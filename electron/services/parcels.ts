/** Files on their way: what windows leave with the store and fetch from it, piece by piece. */
import { createReadStream } from 'node:fs';
import { open, stat, writeFile } from 'node:fs/promises';
import { trouble } from '#electron/services/archives/trouble.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { pieceSize } from '#shared/rpc/parcels.ts';
import type { FileContent } from '#shared/rpc/schemas.ts';
import type { Services } from './services.ts';
import { writeFileSafely } from './write-file.ts';


/** The largest file that a window may leave here. Bytes. */
const mostBytes = 8 * 1024 ** 3;

/** An empty one, to fill. Errors: archive.failed, .full. */
export async function begin({ parcels }: Services): Promise<Result<{ parcel: string }>> {
  try {
    const { parcel, path } = await parcels.begin();
    await writeFile(path, '', { mode: 0o600, flag: 'wx' });
    return ok({ parcel });
  } catch (error) {
    return trouble(error);
  }
}

/** Puts a piece at the end of one. Errors: parcel.notFound, archive.tooLarge, .failed, .full, request.invalid. */
export async function add({ parcels }: Services, { parcel, piece }: { parcel: string; piece: FileContent }): Promise<Result<null>> {
  if (piece.size > pieceSize) return fail('request.invalid');
  const path = await parcels.find(parcel);
  if (!path) return fail('parcel.notFound');
  if ((await stat(path)).size + piece.size > mostBytes) return fail('archive.tooLarge');
  try {
    await writeFile(path, new Uint8Array(await piece.arrayBuffer()), { flag: 'a' });
    return ok(null);
  } catch (error) {
    return trouble(error);
  }
}

/** The piece at `offset`; empty at the end. Error: parcel.notFound. */
export async function read({ parcels }: Services, { parcel, offset }: { parcel: string; offset: number }): Promise<Result<FileContent>> {
  const path = await parcels.find(parcel);
  if (!path) return fail('parcel.notFound');
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(pieceSize), 0, pieceSize, offset);
    return ok(new Blob([buffer.subarray(0, bytesRead)]));
  } finally {
    await file.close();
  }
}

/** Puts one where she wants it. It is gone from here then. Errors: parcel.notFound, file.unwritable, .full. */
export async function handOver({ parcels }: Services, { parcel, file }: { parcel: string; file: string }): Promise<Result<null>> {
  const path = await parcels.find(parcel);
  if (!path) return fail('parcel.notFound');
  const written = await writeFileSafely(file, createReadStream(path));
  if (written.ok) await parcels.drop(parcel);
  return written;
}

/** Forgets a parcel that nobody fetched. */
export async function drop({ parcels }: Services, { parcel }: { parcel: string }): Promise<Result<null>> {
  await parcels.drop(parcel);
  return ok(null);
}
