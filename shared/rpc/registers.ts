/** 登記簿: decisions, action items and elections across all meetings, numbers of decisions, series of meetings. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { doneSchema } from '../minutes/due.ts';
import { idSchema } from '../minutes/id.ts';
import { civilTimeSchema, metaSchema } from '../minutes/meta.ts';
import { registers } from '../registers/entries.ts';
import { actionStates, sortKeys } from '../registers/query.ts';
import type { AnyLine } from '../registers/rows.ts';
import { origin } from './origin.ts';
import { fileContentSchema, resultOf, revisionSchema } from './schemas.ts';

const line = z.string().max(500);
const names = z.array(line).max(50).default([]);
const year = z.int().min(0).max(9999).nullable().default(null);
const day = z.iso.date();

export const registerFiltersSchema = z.strictObject({
  query: line.default(''),
  /** Names are the same in 繁 and 简. */
  bodies: names,
  organisations: names,
  /** First and last year. */
  from: year,
  to: year,
  /** Of decisions. */
  outcomes: names,
  matterKinds: names,
  /** Of actions: any of them. */
  states: z.array(z.enum(actionStates)).max(actionStates.length).default([]),
  owners: names,
});

const asked = {
  register: z.enum(registers),
  filters: registerFiltersSchema.prefault({}),
  /** The day it is in the window: what is overdue. */
  today: day,
};
const order = z.strictObject({ by: z.enum([...new Set(Object.values(sortKeys).flat())] as [string, ...string[]]), down: z.boolean() }).nullable().default(null);

const facet = <Value extends z.ZodType>(value: Value) => z.array(z.object({ value, count: z.int() }));
export const registerFacetsSchema = z.object({
  bodies: facet(z.string()),
  organisations: facet(z.string()),
  years: facet(z.int()),
  outcomes: facet(z.string()),
  matterKinds: facet(z.string()),
  states: facet(z.enum(actionStates)),
  owners: facet(z.string()),
});

/** A line of a register; its shape is that of `AnyLine`, which is made here and not taken from outside. */
const lineSchema = z.custom<AnyLine>((value) => typeof value === 'object' && value !== null && 'blockId' in value);

const seriesMeetingSchema = z.object({
  id: idSchema,
  title: z.string(),
  organisation: z.string(),
  body: z.string(),
  term: z.number().nullable(),
  session: z.number().nullable(),
  start: z.string().nullable(),
});

/** One time that a matter was dealt with. */
export const matterStepSchema = z.object({
  meetingId: idSchema,
  blockId: idSchema,
  title: z.string(),
  start: z.string().nullable(),
  matter: z.string(),
  outcome: z.string(),
  number: z.string().nullable(),
  /** Linked by the records themselves, or only called the same. */
  linked: z.boolean(),
});
export type MatterStep = z.infer<typeof matterStepSchema>;

const names2 = { organisation: line, body: line };

export const registersContract = {
  /** Lines of a register, newest meeting first where no order is given; `total` counts all that the filters leave. */
  query: oc
    .input(z.strictObject({ ...asked, order, offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }))
    .output(resultOf(z.object({ total: z.int(), lines: z.array(lineSchema), indexing: z.object({ indexed: z.int(), total: z.int() }).nullable() }))),
  /** What there is to choose from, with the number of lines of each. */
  facets: oc.input(z.strictObject(asked)).output(resultOf(registerFacetsSchema)),
  /**
   * Marks an action as done, or takes the mark back; kept in its own record, which may be final. Errors: meeting.notFound,
   * .trashed, .readOnly, register.gone where the row is no longer there.
   */
  markDone: oc
    .input(z.strictObject({ meetingId: idSchema, blockId: idSchema, rowId: idSchema, done: doneSchema.nullable(), origin }))
    .output(resultOf(z.object({ revision: revisionSchema }))),
  /** The next numbers of the decisions of a body, by its pattern. Errors: register.unnumbered, .lacksTerm, .lacksSession, .lacksStart. */
  numbers: oc
    .input(z.strictObject({ meta: metaSchema, meetingId: idSchema, count: z.int().min(1).max(500), given: z.array(line).max(500).default([]) }))
    .output(resultOf(z.object({ pattern: z.string(), numbers: z.array(z.string()) }))),
  /** The other decision of the body that has a number already; null where none has. */
  numberTaken: oc
    .input(z.strictObject({ ...names2, number: line, meetingId: idSchema, blockId: idSchema }))
    .output(resultOf(z.object({ meetingId: idSchema, blockId: idSchema, title: z.string(), matter: z.string() }).nullable())),
  /** Gives every decision of a record that has none its number; kept in the record, which may be final. Errors as above, and meeting.*. */
  assign: oc.input(z.strictObject({ meetingId: idSchema, origin })).output(resultOf(z.object({ given: z.int() }))),
  /** The newest meeting of a body, what the next one counts as, and who has `term` and `session` already. */
  series: oc
    .input(z.strictObject({ ...names2, term: z.int().min(1).max(9999).nullable().default(null), session: z.int().min(1).max(9999).nullable().default(null), except: idSchema.nullable().default(null) }))
    .output(resultOf(z.object({
      last: seriesMeetingSchema.nullable(),
      next: z.object({ term: z.number().nullable(), session: z.number().nullable() }),
      taken: seriesMeetingSchema.nullable(),
    }))),
  /** The same matter over the years, oldest first: linked ones, and as suggestions those that are called the same. */
  history: oc
    .input(z.strictObject({ meetingId: idSchema, blockId: idSchema, matter: line, ...names2, start: civilTimeSchema.nullable() }))
    .output(resultOf(z.object({ steps: z.array(matterStepSchema) }))),
  /** The lines that the filters leave as a file. */
  export: oc
    .input(z.strictObject({ ...asked, order, format: z.enum(['xlsx', 'csv']), language: z.enum(['zh-Hant', 'zh-Hans', 'en']) }))
    .output(resultOf(z.object({ name: z.string(), file: fileContentSchema }))),
};
