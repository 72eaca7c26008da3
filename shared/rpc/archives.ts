/** 封存檔: everything in one readable zip, to keep or to carry to another computer. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { jobSchema } from './jobs.ts';
import { origin } from './origin.ts';
import { parcelSchema } from './parcels.ts';
import { resultOf } from './schemas.ts';

const passphrase = z.string().min(1).max(1000).nullable().default(null);

/** What an import did, in meetings but for the cards. */
export const importReportSchema = z.object({
  added: z.int(),
  /** Those that were here already with the same text. */
  same: z.int(),
  /** Those whose text here is another one: kept beside it as copies. */
  copied: z.int(),
  /** People, bodies, templates and phrases that came, or were filled in. */
  cards: z.int(),
  /** Titles or file names of what could not be read. */
  unreadable: z.array(z.string()),
});
export type ImportReport = z.infer<typeof importReportSchema>;

export const archivesContract = {
  /**
   * JSON, Word, text and pictures of every meeting; encrypted where a passphrase is given. The name to offer it under,
   * and the parcel to read it from. Errors: work.stopped, archive.failed, .full.
   */
  make: oc
    .input(z.strictObject({ passphrase, job: jobSchema }))
    .output(resultOf(z.object({ name: z.string(), parcel: parcelSchema, size: z.number(), meetings: z.int() }))),
  /**
   * Takes the meetings of an archive in; nothing that is here is overwritten, and a backup is made first. The parcel is
   * used up, unless the passphrase was not right. Errors: archive.notArchive, .newer, .passphrase (missing or wrong),
   * .damaged, .tooLarge, .full, parcel.notFound, backup.failed, .full, work.stopped.
   */
  take: oc
    .input(z.strictObject({ parcel: parcelSchema, name: z.string().max(300), passphrase, job: jobSchema, origin }))
    .output(resultOf(importReportSchema)),
};
