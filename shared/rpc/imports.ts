/** 匯入: files from outside become records. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { doubtSchema } from '../imports/doubt.ts';
import { minutesDocumentSchema } from '../minutes/document.ts';
import { idSchema } from '../minutes/id.ts';
import { jobSchema } from './jobs.ts';
import { origin } from './origin.ts';
import { errorSchema, fileContentSchema, meetingSummarySchema, resultOf, revisionSchema, textEncodings } from './schemas.ts';

/** The largest file that is taken in, in MB: scans on forty pages. What it unpacks to has limits of its own. */
export const importLimit = 60;

const file = fileContentSchema;
/** The name of the file, in a folder with its way there: 112年/三屆四次.docx. */
const name = z.string().min(1).max(1000);
const encoding = z.enum(textEncodings).nullable().default(null);

/** A meeting of the library that a file may be, and what says so. */
export const likeSchema = z.object({
  /** The same file; the same text; the same id; the same 會議體 and 屆次; the same 會議體 and day. */
  by: z.enum(['file', 'text', 'id', 'count', 'day']),
  meeting: meetingSummarySchema,
});
export type Like = z.infer<typeof likeSchema>;

/** What a file holds. */
export const readFileSchema = z.object({
  /** A working copy of ours; one whose text was changed since; or a file that knows nothing of us. */
  source: z.enum(['working', 'edited', 'foreign']),
  /** The record as the text of the file says it now. */
  document: minutesDocumentSchema,
  /** Of an edited working copy: the record as it went out. */
  before: minutesDocumentSchema.nullable(),
  /** The lines of the file's text, to read beside the record. */
  lines: z.array(z.string()),
  doubts: z.array(doubtSchema),
  /** Meetings that are here already, the surest first. */
  like: z.array(likeSchema),
});
export type ReadFile = z.infer<typeof readFileSchema>;

/** What became of one file of many. */
export const importEntrySchema = z.object({
  name: z.string(),
  /** Kept as a meeting, or could be; kept with something that was doubtful; is here already; could not be read. */
  state: z.enum(['taken', 'doubtful', 'duplicate', 'failed']),
  title: z.string(),
  /** The meeting that it became, or that is here already. */
  meeting: idSchema.nullable(),
  doubts: z.array(doubtSchema),
  like: z.array(likeSchema.pick({ by: true }).extend({ id: idSchema, title: z.string() })),
  error: errorSchema.nullable(),
});
export type ImportEntry = z.infer<typeof importEntrySchema>;

/** 匯入報告: what became of a folder of files. */
export const importReportSchema = z.object({
  id: idSchema,
  at: z.iso.datetime(),
  /** Of the folder, or of the first file. */
  name: z.string().max(300),
  /** It was stopped before the last file. */
  stopped: z.boolean(),
  entries: z.array(importEntrySchema).max(20_000),
});
export type ImportReport = z.infer<typeof importReportSchema>;

export const importsContract = {
  /** What a file holds; nothing is kept. Errors: file.*, document.*, office.failed, work.stopped. */
  read: oc.input(z.strictObject({ file, name, encoding, job: jobSchema })).output(resultOf(readFileSchema)),
  /**
   * Keeps what she made of a file that was read: as a meeting of its own, whose id is a new one where its own is taken, or
   * with a `revision` in the place of the meeting of its id, which must stand there. The file brings the pictures. Errors:
   * those of `read`; meeting.notFound, .trashed, .conflict, .readOnly, record.locked, asset.*.
   */
  keep: oc
    .input(z.strictObject({ file, name, encoding, document: minutesDocumentSchema, revision: revisionSchema.nullable(), origin }))
    .output(resultOf(meetingSummarySchema)),
  /** Takes in one file of many as well as it can be read; what cannot be is an entry, not an error. Error: work.stopped. */
  take: oc.input(z.strictObject({ file, name, dryRun: z.boolean().default(false), job: jobSchema, origin })).output(resultOf(importEntrySchema)),
  /** Keeps the report of many files; the oldest ones make room for it. */
  report: oc.input(z.strictObject({ report: importReportSchema })).output(resultOf(z.null())),
  /** The reports that are kept, newest first. */
  reports: oc.output(resultOf(z.array(importReportSchema))),
};
