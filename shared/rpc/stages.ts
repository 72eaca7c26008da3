/** 草稿 → 送核 → 定稿 → 已確認, and 更正: the only calls that change how far a record is. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '../minutes/id.ts';
import { correctionSchema, stageSchema, stageStepSchema } from '../minutes/stage.ts';
import { origin } from './origin.ts';
import { generationSchema, resultOf, revisionSchema } from './schemas.ts';
import { pastSchema } from './versions.ts';

/** The text as this window has it, of that generation of the library. */
const at = { id: idSchema, revision: revisionSchema, generation: generationSchema, origin };
const stagedSchema = pastSchema.extend({ generation: generationSchema });
export type StagedRecord = z.infer<typeof stagedSchema>;
const by = stageStepSchema.shape.by;

/** Each answers with the record as it stands after that. Errors of all: meeting.notFound, .trashed, .conflict, .readOnly, stage.notAllowed. */
export const stagesContract = {
  /** Takes a record to another stage; 定稿 and 已確認 seal its text, and the version of that moment gets the stage's name. */
  step: oc.input(z.strictObject({ ...at, stage: stageSchema, by })).output(resultOf(stagedSchema)),
  /** Begins a 更正 of a sealed record: from then on it can be changed again. */
  beginCorrection: oc.input(z.strictObject({ ...at, by, reason: correctionSchema.shape.reason.min(1) })).output(resultOf(stagedSchema)),
  /** Seals the corrected text. Where nothing was changed, nothing was corrected: the record is as before. */
  finishCorrection: oc.input(z.strictObject({ ...at, by })).output(resultOf(stagedSchema)),
  /** Gives a 更正 up: the text that was sealed comes back. Error: version.damaged, where that is not kept any more. */
  dropCorrection: oc.input(z.strictObject(at)).output(resultOf(stagedSchema)),
};
