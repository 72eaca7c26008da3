/** 匯出: what goes out of a record. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { exportFormatSchema, exportOptionsSchema } from '../export/options.ts';
import { kitKindSchema } from '../kit/index.ts';
import { idSchema } from '../minutes/id.ts';
import { fileContentSchema, resultOf } from './schemas.ts';

const fileSchema = resultOf(z.object({ name: z.string(), file: fileContentSchema }));

export const exportsContract = {
  /** The stored meeting as a file, with the name that it should be offered under. */
  render: oc.input(z.strictObject({ id: idSchema, format: exportFormatSchema, options: exportOptionsSchema.prefault({}) })).output(fileSchema),
  /** 會議用文件 of a stored meeting as a Word file; `blockId` names the election or decision that ballots and tallies are for. */
  kit: oc.input(z.strictObject({ id: idSchema, kind: kitKindSchema, blockId: idSchema.nullable() })).output(fileSchema),
};
