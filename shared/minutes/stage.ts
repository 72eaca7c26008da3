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
export type Correction = z.infer<typeof correctionSchema>;

/** What of a record's data says how far it is. */
export interface Staged {
  stages?: readonly StageStep[] | undefined;
  corrections?: readonly Correction[] | undefined;
}

/**
 * Where a record may go from each stage. A small body has nobody to submit to, so that 定稿 follows 草稿 as well; from
 * 定稿 on the only way back is 更正.
 */
export const nextStages: Readonly<Record<Stage, readonly Stage[]>> = {
  draft: ['submitted', 'final'],
  submitted: ['draft', 'final'],
  final: ['confirmed'],
  confirmed: [],
};

/** Whether its text is sealed: 定稿 and 已確認. */
export const isSealed = (meta: Staged): boolean => ['final', 'confirmed'].includes(stageOf(meta));

/** The 更正 that is being made; null where there is none. */
export const correctionUnderway = ({ corrections }: Staged): Correction | null => corrections?.find(({ after }) => after === undefined) ?? null;

/** Whether nothing in its text may change: sealed, and no 更正 under way. */
export const isLocked = (meta: Staged): boolean => isSealed(meta) && correctionUnderway(meta) === null;

/** The step that sealed the text as it is now; null for a draft. */
export const sealingStep = (meta: Staged): StageStep | null => (isSealed(meta) ? (meta.stages?.findLast(({ seal }) => seal !== undefined) ?? null) : null);

/** The same without steps and corrections: a copy under another name is a draft of its own. */
export function asDraft<Meta extends Staged>(meta: Meta): Meta {
  const draft = { ...meta };
  delete draft.stages;
  delete draft.corrections;
  return draft;
}
