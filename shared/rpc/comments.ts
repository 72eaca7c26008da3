/** 送審: a record goes out for comment, and comes back in copies. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { decisionSchema, returnedSchema } from '../comments/returned.ts';
import { idSchema } from '../minutes/id.ts';
import { origin } from './origin.ts';
import { fileContentSchema, resultOf } from './schemas.ts';

const id = idSchema;
const fileSchema = resultOf(z.object({ name: z.string(), file: fileContentSchema }));

export const commentsContract = {
  /** 送審稿 of a meeting as a Word file; what it holds becomes a version that was sent. Errors: meeting.notFound, .readOnly. */
  paper: oc.input(z.strictObject({ id, origin })).output(fileSchema),
  /**
   * Takes a copy in that came back; the same file once only. Errors: comments.notCopy where it is none of this meeting, those
   * of reading a Word file, meeting.notFound, version.*.
   */
  take: oc.input(z.strictObject({ id, file: fileContentSchema, name: z.string().min(1).max(300) })).output(resultOf(returnedSchema)),
  /** The copies of a meeting that came back, oldest first. */
  list: oc.input(z.strictObject({ id })).output(resultOf(z.array(returnedSchema))),
  /** Notes who returned a copy, or what was decided about a proposal: null = open again. Error: comments.gone. */
  note: oc
    .input(z.strictObject({ copy: id, by: z.string().max(200).optional(), decision: z.strictObject({ key: z.string().max(40), as: decisionSchema.nullable() }).optional() }))
    .output(resultOf(returnedSchema)),
  /** Forgets a copy with everything that it proposes. */
  drop: oc.input(z.strictObject({ copy: id })).output(resultOf(z.null())),
  /** 修正意見一覽 of a meeting as a Word file. Errors: meeting.notFound, .readOnly. */
  corrections: oc.input(z.strictObject({ id })).output(fileSchema),
};
