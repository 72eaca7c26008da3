/** 封存檔: everything in one readable zip, to keep or to carry to another computer. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { jobSchema } from './jobs.ts';
import { origin } from './origin.ts';
import { fileContentSchema, resultOf } from './schemas.ts';

const passphrase = z.string().min(1).max(1000).nullable().default(null);

/** What an import did, in meetings. */
export const importReportSchema = z.object({
  added: z.int(),
  /** Those that were here already with the same text. */
  same: z.int(),
  /** Those whose text here is another one: kept beside it as copies. */
  copied: z.int(),
  /** Titles or file names of what could not be read. */
  unreadable: z.array(z.string()),
});
export type ImportReport = z.infer<typeof importReportSchema>;

export const archivesContract = {
  /** JSON, Word, text and pictures of every meeting; encrypted where a passphrase is given. Errors: work.stopped, file.full. */
  make: oc
    .input(z.strictObject({ passphrase, job: jobSchema }))
    .output(resultOf(z.object({ name: z.string(), file: fileContentSchema }))),
  /** Takes the meetings of an archive in. Errors: archive.notArchive, archive.passphrase (missing or wrong), archive.damaged, archive.tooLarge, work.stopped. */
  take: oc.input(z.strictObject({ file: fileContentSchema, passphrase, job: jobSchema, origin })).output(resultOf(importReportSchema)),
};
