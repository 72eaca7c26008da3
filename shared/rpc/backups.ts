/** 備份: whole copies of everything, verified, rotated, kept beside the database and in a second place. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '../minutes/id.ts';
import { jobSchema } from './jobs.ts';
import { origin } from './origin.ts';
import { errorSchema, meetingSummarySchema, resultOf } from './schemas.ts';

export const backupReasons = ['daily', 'quit', 'asked', 'migration', 'import', 'restore', 'cleaning'] as const;

/** Names a backup: the time that it was made, e.g. 20261124T015503Z. Never a path. */
export const backupIdSchema = z.string().regex(/^\d{8}T\d{6}Z(-\d{1,3})?$/);

export const backupSchema = z.object({
  id: backupIdSchema,
  madeAt: z.string(),
  reason: z.enum(backupReasons),
  /** When it was last opened again and every hash in it was right; null where that never was or no longer is so. */
  verifiedAt: z.string().nullable(),
  meetings: z.int(),
  bytes: z.number(),
  /** It lies in the second place too. */
  second: z.boolean(),
});
export type Backup = z.infer<typeof backupSchema>;

export const backupStateSchema = z.object({
  /** Newest first. */
  backups: z.array(backupSchema),
  lastVerifiedAt: z.string().nullable(),
  /** No verified backup for seven days. */
  overdue: z.boolean(),
  /** What went wrong the last time, until one succeeds. */
  error: errorSchema.nullable(),
  /** Why the database should not lie where it does: place.synced, place.network; null where that is fine. */
  place: errorSchema.nullable(),
  /** Where else copies go: the name of the folder, to show; null where she has chosen none. */
  second: z.object({ name: z.string(), copiedAt: z.string().nullable(), error: errorSchema.nullable() }).nullable(),
});
export type BackupState = z.infer<typeof backupStateSchema>;

/** What opening every meeting of a backup showed. */
export const rehearsalSchema = z.object({
  backup: backupSchema,
  meetings: z.int(),
  versions: z.int(),
  pictures: z.int(),
  /** Titles of what could not be opened. */
  damaged: z.array(z.string()),
  milliseconds: z.number(),
});
export type Rehearsal = z.infer<typeof rehearsalSchema>;

/** Where copies may go besides the folder of the database. */
export const backupPlaceSchema = z.object({
  /** Made by the host; it never is a path. */
  id: z.string().max(40),
  /** The folder's or drive's own name, to show; '' where the host asks with a dialog. */
  name: z.string(),
  kind: z.enum(['drive', 'documents', 'home', 'dialog']),
});
export type BackupPlace = z.infer<typeof backupPlaceSchema>;

const id = backupIdSchema;

export const backupsContract = {
  state: oc.output(resultOf(backupStateSchema)),
  /** Makes one now and verifies it. Errors: backup.failed, file.full, work.stopped. */
  make: oc.input(z.strictObject({ job: jobSchema })).output(resultOf(backupSchema)),
  /** Opens it and checks every hash. Errors: backup.notFound, backup.damaged. */
  verify: oc.input(z.strictObject({ id, job: jobSchema })).output(resultOf(backupSchema)),
  /** 試還原: restores it into a place of its own and opens every meeting there; the live data is not touched. */
  rehearse: oc.input(z.strictObject({ id, job: jobSchema })).output(resultOf(rehearsalSchema)),
  /** The meetings in a backup, as in the library; those whose title, body or organisation holds `query`. */
  meetings: oc
    .input(z.strictObject({ id, query: z.string().max(200).default(''), offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }))
    .output(resultOf(z.object({ total: z.int(), meetings: z.array(meetingSummarySchema) }))),
  /** One meeting as it was: a meeting of its own where it is gone, else a copy with the backup's day in its title. */
  restoreMeeting: oc.input(z.strictObject({ id, meeting: idSchema, origin })).output(resultOf(meetingSummarySchema)),
  /** Everything as it was. A backup of the present is made and verified first. Windows are told `library.replaced`. */
  restore: oc.input(z.strictObject({ id, job: jobSchema })).output(resultOf(z.null())),
};
