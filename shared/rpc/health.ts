/** How the data is: what keeps it from being saved, what was found damaged, and what became of that. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '../minutes/id.ts';
import { jobSchema } from './jobs.ts';
import { origin } from './origin.ts';
import { errorSchema, resultOf } from './schemas.ts';

export const recoverySources = ['salvaged', 'backup', 'archive', 'earlier', 'lost'] as const;

/** One meeting of a repair. */
export const recoveredSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Where its text came from: the damaged file itself, a backup, the archive file, an earlier version; or from nowhere. */
  from: z.enum(recoverySources),
  /** When that text was saved; null where unknown or lost. */
  savedAt: z.string().nullable(),
  /** Its newest text before the damage may be newer than what is here. */
  older: z.boolean(),
});
export type Recovered = z.infer<typeof recoveredSchema>;

export const recoverySchema = z.object({
  at: z.string(),
  /** The folder that holds the damaged files, by name; null where only texts inside a sound database were damaged. */
  setAside: z.string().nullable(),
  /** The meetings for which something had to be done, or nothing could be. */
  meetings: z.array(recoveredSchema),
  /** People, bodies and other cards that came back out of a backup. */
  cards: z.int().default(0),
  /** How many others were taken over from the damaged file whole, with everything that was saved. */
  whole: z.int(),
  /** Whether she has read it. */
  seen: z.boolean(),
});
export type Recovery = z.infer<typeof recoverySchema>;

/** What a check of every hash found. */
export const checkReportSchema = z.object({
  at: z.string(),
  meetings: z.int(),
  versions: z.int(),
  pictures: z.int(),
  /** People, bodies, templates and phrases. */
  cards: z.int().default(0),
  /** Whether SQLite itself finds its file in order. */
  database: z.boolean(),
  damaged: z.array(z.object({ id: z.string(), title: z.string(), what: z.enum(['text', 'version', 'picture', 'archive', 'card']) })),
});
export type CheckReport = z.infer<typeof checkReportSchema>;

/** A text that could not be saved and was written elsewhere, found again at a start; `database`: it belongs to this one. */
export const rescuedSchema = z.object({ key: z.string().max(100), id: idSchema, title: z.string(), at: z.string(), database: z.boolean() });
export type Rescued = z.infer<typeof rescuedSchema>;

export const healthSchema = z.object({
  /** Why nothing can be saved at all in this sitting: database.newer, database.readOnly; null where it can. */
  readOnly: errorSchema.nullable(),
  /** Everything is saved, and something stands in the way of its staying so: database.nearlyFull. */
  warning: errorSchema.nullable(),
  lastCheckedAt: z.string().nullable(),
  lastCheck: checkReportSchema.nullable(),
  recovery: recoverySchema.nullable(),
  rescued: z.array(rescuedSchema),
});
export type Health = z.infer<typeof healthSchema>;

const key = z.string().max(100);

export const healthContract = {
  state: oc.output(resultOf(healthSchema)),
  /** Reads everything and compares every hash. Errors: work.stopped. */
  check: oc.input(z.strictObject({ job: jobSchema })).output(resultOf(checkReportSchema)),
  /** She has read what became of damaged meetings. */
  seen: oc.output(resultOf(z.null())),
  /** The words of a rescued text and of the meeting as it is saved, to compare; `saved` null where there is none. Error: rescued.notFound. */
  rescuedText: oc.input(z.strictObject({ key })).output(resultOf(z.object({ rescued: z.string(), saved: z.string().nullable() }))),
  /** Keeps a rescued text as a meeting of its own beside the saved one, and takes it off the list. Error: rescued.notFound. */
  keepRescued: oc.input(z.strictObject({ key, title: z.string().max(500), origin })).output(resultOf(z.object({ id: idSchema }))),
};
