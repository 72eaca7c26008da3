/** 人名錄與會議體: the people and bodies that she keeps beside the meetings. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { bodyCardSchema } from '../directory/body.ts';
import { personCardSchema } from '../directory/person.ts';
import { suggestionsSchema } from '../directory/suggest.ts';
import { idSchema } from '../minutes/id.ts';
import { civilTimeSchema } from '../minutes/meta.ts';
import { rosterSchema } from '../minutes/roster.ts';
import { jobSchema } from './jobs.ts';
import { origin } from './origin.ts';
import { resultOf } from './schemas.ts';

/** The day that offices and seats are asked for: that of a meeting's time; null = those that are held now. */
const date = civilTimeSchema.nullable().default(null);
const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(5000).default(5000) };

/** A person as a list shows them: with the office that held on the day asked for, or the one that began last. */
export const personLineSchema = z.object({ id: idSchema, name: z.string(), organisation: z.string(), title: z.string() });
export type PersonLine = z.infer<typeof personLineSchema>;

export const bodyLineSchema = z.object({
  ...bodyCardSchema.pick({ id: true, organisation: true, name: true, region: true, script: true, series: true }).shape,
  members: z.int(),
  /** 應到. */
  due: z.int(),
});
export type BodyLine = z.infer<typeof bodyLineSchema>;

/** Somebody who can be meant by what was typed. */
export const offerSchema = z.object({
  /** Out of the roster that was sent along, or out of the directory. */
  from: z.enum(['roster', 'people']),
  /** The id in the roster, or of the card. */
  id: idSchema,
  /** The card; null where somebody of the roster has none. */
  personId: idSchema.nullable(),
  name: z.string(),
  organisation: z.string(),
  title: z.string(),
});
export type Offer = z.infer<typeof offerSchema>;

/** Cards as they were before a change: `people.keepAll` brings them back. */
const beforeSchema = z.object({ people: z.array(personCardSchema), bodies: z.array(bodyCardSchema) });

export const peopleContract = {
  /** By strokes of the name; `query` is a part of a name, a title or an organisation, or pinyin or zhuyin initials. */
  list: oc
    .input(z.strictObject({ query: z.string().max(100).default(''), date, ...page }))
    .output(resultOf(z.object({ total: z.int(), people: z.array(personLineSchema) }))),
  /** Also by the id of a card that was merged into another one. Error: card.notFound. */
  get: oc.input(z.strictObject({ id: idSchema })).output(resultOf(personCardSchema)),
  /** Keeps a card, new or in the place of what it was. */
  put: oc.input(z.strictObject({ person: personCardSchema, origin })).output(resultOf(personCardSchema)),
  /** What was removed, so that it can be put back. Seats in bodies stay and wait for it. Error: card.notFound. */
  remove: oc.input(z.strictObject({ id: idSchema, origin })).output(resultOf(personCardSchema)),
  /** Makes one card of two: everything of `other` goes to `keep`, seats in bodies too. Errors: card.notFound, request.invalid. */
  merge: oc
    .input(z.strictObject({ keep: idSchema, other: idSchema, origin }))
    .output(resultOf(z.object({ person: personCardSchema, before: beforeSchema }))),
  /** Keeps many cards in one step: what she accepted, or took back. */
  keepAll: oc
    .input(z.strictObject({ people: z.array(personCardSchema).max(20_000), bodies: z.array(bodyCardSchema).max(2000).default([]), origin }))
    .output(resultOf(z.object({ people: z.int(), bodies: z.int() }))),
  /** Who can be meant by what is typed: of `roster` first, then of the directory, with the office on that day. */
  offer: oc
    .input(z.strictObject({ text: z.string().max(40), date, roster: rosterSchema.default([]), limit: z.int().min(1).max(50).default(8) }))
    .output(resultOf(z.array(offerSchema))),
  /** Who of a roster of a meeting of `organisation` is in the directory already: the id of the card for each of them, in the order of the roster. */
  recognise: oc.input(z.strictObject({ roster: rosterSchema, organisation: z.string().max(500).default('') })).output(resultOf(z.array(idSchema.nullable()))),
  /** The people and bodies of all meetings that are not here yet, or not with everything. Nothing is kept. Error: work.stopped. */
  gather: oc.input(z.strictObject({ job: jobSchema })).output(resultOf(suggestionsSchema)),
};

export const bodiesContract = {
  /** By organisation and name. */
  list: oc.input(z.strictObject({ date })).output(resultOf(z.array(bodyLineSchema))),
  /** A body, and who its members are. Error: card.notFound. */
  get: oc.input(z.strictObject({ id: idSchema })).output(resultOf(z.object({ body: bodyCardSchema, people: z.array(personLineSchema) }))),
  put: oc.input(z.strictObject({ body: bodyCardSchema, origin })).output(resultOf(bodyCardSchema)),
  /** What was removed, so that it can be put back. Error: card.notFound. */
  remove: oc.input(z.strictObject({ id: idSchema, origin })).output(resultOf(bodyCardSchema)),
  /** What the roster of a meeting on that day starts with. Error: card.notFound. */
  roster: oc.input(z.strictObject({ id: idSchema, date })).output(resultOf(rosterSchema)),
};
