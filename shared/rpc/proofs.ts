/** 檢核 of what goes out. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { exportOptionsSchema } from '../export/options.ts';
import { idSchema } from '../minutes/id.ts';
import { proofSchema } from '../proof/proof.ts';
import { fileContentSchema, resultOf } from './schemas.ts';

export const proofsContract = {
  /** Reads back the Word file of a stored meeting: `file` as it was exported with these options, or one that is made now. */
  make: oc
    .input(z.strictObject({ id: idSchema, options: exportOptionsSchema.prefault({}), file: fileContentSchema.nullable() }))
    .output(resultOf(proofSchema)),
};
