/** 匯出: what goes out of a record. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { kitKindSchema } from '../kit/index.ts';
import { idSchema } from '../minutes/id.ts';
import { exportFormatSchema, fileContentSchema, resultOf } from './schemas.ts';

/** How a record is written out. */
export const exportOptionsSchema = z.strictObject({
  /** 版面: a layout by its id; null = the record's own. */
  layout: z.string().max(32).nullable().default(null),
  /** 'keep' = the letters of the record; null = as the layout has it. */
  script: z.enum(['Hant', 'Hans', 'keep']).nullable().default(null),
});
export type ExportOptions = z.infer<typeof exportOptionsSchema>;

const fileSchema = resultOf(z.object({ name: z.string(), file: fileContentSchema }));

export const exportsContract = {
  /** The stored meeting as a file, with the name that it should be offered under. */
  render: oc.input(z.strictObject({ id: idSchema, format: exportFormatSchema, options: exportOptionsSchema.prefault({}) })).output(fileSchema),
  /** 會議用文件 of a stored meeting as a Word file; `blockId` names the election or decision that ballots and tallies are for. */
  kit: oc.input(z.strictObject({ id: idSchema, kind: kitKindSchema, blockId: idSchema.nullable() })).output(fileSchema),
};
