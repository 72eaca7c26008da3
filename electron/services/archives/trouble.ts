import { isFull } from '#electron/services/write-file.ts';
import { fail } from '#shared/result.ts';

/** Why a file of an archive could not be written: archive.full, .failed. */
export const trouble = (error: unknown): ReturnType<typeof fail> => fail(isFull(error) ? 'archive.full' : 'archive.failed');
