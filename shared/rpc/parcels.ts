/** Files of any size, on their way between a window and the store in pieces: one message holds all of what it carries in memory. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { fileContentSchema, resultOf } from './schemas.ts';

/** The largest piece. Bytes. */
export const pieceSize = 4 * 1024 * 1024;

/** Names a file that lies with the store. Never a path. */
export const parcelSchema = z.string().regex(/^[0-9a-f]{32}$/);

const parcel = parcelSchema;

export const parcelsContract = {
  /** An empty one, to fill with `add`. Errors: archive.failed, .full. */
  begin: oc.output(resultOf(z.object({ parcel }))),
  /** Puts a piece at its end. Errors: parcel.notFound, archive.tooLarge, .failed, .full. */
  add: oc.input(z.strictObject({ parcel, piece: fileContentSchema })).output(resultOf(z.null())),
  /** The piece that begins at `offset`; empty at the end. Error: parcel.notFound. */
  read: oc.input(z.strictObject({ parcel, offset: z.int().min(0) })).output(resultOf(fileContentSchema)),
  /** It is no longer needed. */
  drop: oc.input(z.strictObject({ parcel })).output(resultOf(z.null())),
};
