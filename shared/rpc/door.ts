/** What a program that owns a database does for another start of it on the same computer. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { storeContract } from './contract.ts';
import { resultOf } from './schemas.ts';

export const doorContract = {
  /**
   * Brings the window to the front, or opens one. `address`: one to open instead, good once and soon, where no window
   * could be shown or none was asked for.
   */
  comeForward: oc
    .input(z.strictObject({ window: z.boolean() }))
    .output(resultOf(z.object({ shown: z.boolean(), address: z.string().nullable() }))),
  store: storeContract,
};
