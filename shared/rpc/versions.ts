/** 版本: what a meeting was at earlier saves. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { minutesDocumentSchema } from '../minutes/document.ts';
import { idSchema } from '../minutes/id.ts';
import { origin } from './origin.ts';
import { resultOf, revisionSchema } from './schemas.ts';

/** One point of the timeline. */
export const versionSchema = z.object({
  /** The revision that it holds: its name among the versions of the meeting. */
  revision: revisionSchema,
  savedAt: z.string(),
  /** Characters that are in it and not in the version before, and the other way round. */
  added: z.int(),
  removed: z.int(),
  /** As she named it; named versions are never let go. */
  name: z.string().nullable(),
  /** When it was last exported to send: 送出的版本, never let go. */
  circulatedAt: z.string().nullable(),
});
export type Version = z.infer<typeof versionSchema>;

/** A text as it was at a revision. */
export const pastSchema = z.object({ document: minutesDocumentSchema, revision: revisionSchema, savedAt: z.string() });
export type Past = z.infer<typeof pastSchema>;

const id = idSchema;
const revision = revisionSchema;

export const versionsContract = {
  /** The timeline, newest first; what was changed since the newest version is a version of its own at the top. */
  list: oc
    .input(z.strictObject({ id, offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }))
    .output(resultOf(z.object({ total: z.int(), versions: z.array(versionSchema) }))),
  /** The text of a version. Errors: meeting.notFound, version.notFound, version.damaged. */
  open: oc.input(z.strictObject({ id, revision })).output(resultOf(pastSchema)),
  /** Names a version, or takes its name away with ''. A revision that is no version yet becomes one while it still can. */
  name: oc.input(z.strictObject({ id, revision, name: z.string().max(200), origin })).output(resultOf(versionSchema)),
  /** Marks that a revision was sent (送出), which makes it a version that is never let go. */
  circulate: oc.input(z.strictObject({ id, revision, origin })).output(resultOf(versionSchema)),
  /**
   * The text before the step of writing that led to `revision`, for undoing beyond the start of the program; null
   * where nothing older is known.
   */
  before: oc.input(z.strictObject({ id, revision })).output(resultOf(pastSchema.nullable())),
};
