/** How far a record is: 草稿 draft → 送核 submitted → 定稿 final → 已確認 confirmed. */
import { z } from 'zod';
import { idSchema } from './id.ts';

export const stageSchema = z.enum(['draft', 'submitted', 'final', 'confirmed']);
export type Stage = z.infer<typeof stageSchema>;

/** A point in time, ISO 8601 in UTC. */
const instantSchema = z.iso.datetime();
/** sha256 of what was sealed, hex. */
export const sealSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** One step: where to, when, by whom. Going back to 草稿 is a step too. */
export const stageStepSchema = z.strictObject({
  stage: stageSchema,
  at: instantSchema,
  by: z.string().max(100),
  /** Of 定稿 and 已確認: what the text was then. */
  seal: sealSchema.optional(),
});
export type StageStep = z.infer<typeof stageStepSchema>;

/** 更正: a change of a final record, with its reason; named at the next meeting's confirmation. */
export const correctionSchema = z.strictObject({
  id: idSchema,
  at: instantSchema,
  by: z.string().max(100),
  reason: z.string().max(2000),
  /** The text before and after it; `after` is absent while it is being made. */
  before: sealSchema,
  after: sealSchema.optional(),
});

/** How far a record is. */
export const stageOf = ({ stages }: { stages?: readonly StageStep[] | undefined }): Stage => stages?.at(-1)?.stage ?? 'draft';
