/** Long work: told of while it runs by `job.progress` events, and stopped by name. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { resultOf } from './schemas.ts';

/** The caller's own name for a piece of long work; '' where nobody watches it. */
export const jobSchema = z.string().max(40).default('');

export const jobsContract = {
  /** Asks a piece of work to stop; its own call then answers `work.stopped`, and nothing is half done. */
  stop: oc.input(z.strictObject({ job: jobSchema })).output(resultOf(z.null())),
};
