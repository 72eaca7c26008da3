import { z } from 'zod';

/** Which window speaks, so that it is not told of its own changes. */
export const origin = z.string().max(40).nullable().default(null);
