import { importLimit } from '#shared/rpc/imports.ts';

/** The largest call that is let through: the largest file that is taken in, and a fifth for what goes around it. Bytes. */
export const bodyLimit = importLimit * 1.2 * 1024 * 1024;
