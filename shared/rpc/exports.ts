/** 匯出: what goes out of a record. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { exportFormatSchema, exportOptionsSchema } from '../export/options.ts';
import { kitKindSchema } from '../kit/index.ts';
import { idSchema } from '../minutes/id.ts';
import { jobSchema } from './jobs.ts';
import { parcelSchema } from './parcels.ts';
import { languageSchema } from '../language.ts';
import { errorSchema, fileContentSchema, resultOf } from './schemas.ts';

/** What an export of many meetings came to. */
export const exportReportSchema = z.object({
  written: z.int(),
  failed: z.array(z.object({ id: idSchema, title: z.string(), error: errorSchema })),
});
export type ExportReport = z.infer<typeof exportReportSchema>;

/** Which meetings go out, and how. */
export const exportManySchema = z.strictObject({ ids: z.array(idSchema).min(1).max(100_000), format: exportFormatSchema, options: exportOptionsSchema.prefault({}), job: jobSchema });

const fileSchema = resultOf(z.object({ name: z.string(), file: fileContentSchema }));

export const exportsContract = {
  /**
   * The stored meeting as a file, with the name that it should be offered under; with `blockId` 決議摘錄, that section alone.
   * Errors: meeting.notFound, .readOnly, export.noSection.
   */
  render: oc
    .input(z.strictObject({ id: idSchema, format: exportFormatSchema, options: exportOptionsSchema.prefault({}), blockId: idSchema.nullable().default(null) }))
    .output(fileSchema),
  /** Many meetings as one zip, a file each; the parcel to read it from. What cannot be exported keeps no other back. Errors: archive.full, .failed, work.stopped. */
  many: oc
    .input(exportManySchema.extend({ name: z.string().min(1).max(200), language: languageSchema }))
    .output(resultOf(z.object({ name: z.string(), parcel: parcelSchema, size: z.number(), report: exportReportSchema }))),
  /** 會議用文件 of a stored meeting as a Word file; `blockId` names the election or decision that ballots and tallies are for. */
  kit: oc.input(z.strictObject({ id: idSchema, kind: kitKindSchema, blockId: idSchema.nullable() })).output(fileSchema),
};
