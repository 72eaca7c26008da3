/** 匯出檢核: what was found in a Word file that was read back, held against the rules of a layout and against the record. */
import { z } from 'zod';
import { idSchema } from '../minutes/id.ts';
import type { Finding } from '../minutes/votes/finding.ts';
import { defectSchema } from './defect.ts';
import { carriedThings } from './facts.ts';
import { strengths } from './rules/rule.ts';

/** The words among values; each has its sentence in `locale/proof.ts`. */
export const valueWords = ['none', 'unknown', 'lacking', 'start', 'center', 'end', 'justify', 'red', 'black', 'bold', 'plain', 'newPage', 'lines', 'firstLine', 'left', 'right', 'ruled', 'ruleAbove', 'ruleBelow'] as const;

/** A value as it is shown: plain characters, a size of type in points, or a word. */
const valueSchema = z.array(z.union([z.string(), z.strictObject({ pt: z.number() }), z.strictObject({ word: z.enum(valueWords) })]));
export type Value = z.infer<typeof valueSchema>;

/** Where in the file: how the paragraph begins, and the block of the record that it is. */
const placeSchema = z.strictObject({ text: z.string(), blockId: idSchema.nullable() });

const clauseSchema = z.strictObject({
  /** A key of `locale/proof-clauses.ts`. */
  id: z.string(),
  /** What it is said of: a style of the paper, where one rule speaks of many. */
  role: z.string().optional(),
  /** 「GB/T 9704-2012 7.2.5」; '' = the layout itself. */
  source: z.string(),
  strength: z.enum(strengths),
  state: z.enum(['held', 'broken', 'unknown']),
  expected: valueSchema,
  found: valueSchema,
  /** How many paragraphs do not hold it, and the first of them. */
  broken: z.int(),
  place: placeSchema.nullable(),
});
export type Clause = z.infer<typeof clauseSchema>;

const faceSchema = z.strictObject({
  name: z.string(),
  /** Characters that are set in it. */
  characters: z.int(),
  state: z.enum(['here', 'missing', 'unknown']),
  /** What will stand in on this computer; null = what the other program chooses. */
  standIn: z.string().nullable(),
});
export type ProofFace = z.infer<typeof faceSchema>;

const missingSchema = z.strictObject({
  /** The characters that are not in the file. */
  text: z.string(),
  /** What stands before and after them. */
  before: z.string(),
  after: z.string(),
  blockId: idSchema.nullable(),
  /** The outline entry that it stands under. */
  where: z.string(),
});
export type Missing = z.infer<typeof missingSchema>;

export const proofSchema = z.strictObject({
  /** The layout whose rules these are, and what she knows it by. */
  layout: z.strictObject({ id: z.string(), label: z.strictObject({ 'zh-Hant': z.string(), 'zh-Hans': z.string(), en: z.string() }) }),
  clauses: z.array(clauseSchema),
  faces: z.array(faceSchema),
  /** null = there is no record to hold the file against. */
  text: z.strictObject({ characters: z.int(), missing: z.array(missingSchema) }).nullable(),
  /** Places 〔…〕 that wait to be filled in. */
  blanks: z.array(z.strictObject({ label: z.string(), field: z.string().optional(), blockId: idSchema.nullable(), where: z.string() })),
  votes: z.array(z.strictObject({ blockId: idSchema, where: z.string(), finding: z.custom<Finding>((value) => typeof value === 'object' && value !== null && 'code' in value) })),
  /** What the file holds beside the document. */
  carries: z.array(z.enum(carriedThings)),
  /** Whether the text is still the record's that the file carries; null where it carries none. */
  unchanged: z.boolean().nullable(),
  defects: z.array(defectSchema),
});
export type Proof = z.infer<typeof proofSchema>;

/** What has to be looked at before the file goes out: rules that bind and are not met, missing text, open places. */
export const brokenClauses = (proof: Proof): Clause[] => proof.clauses.filter(({ state }) => state === 'broken');

/** How many things there are to look at. */
export function toLookAt(proof: Proof): number {
  const missingFaces = proof.faces.filter(({ state }) => state === 'missing').length;
  return brokenClauses(proof).length + (proof.text?.missing.length ?? 0) + proof.blanks.length + proof.votes.length + missingFaces + proof.defects.length;
}
