/**
 * What a matter needs to be passed, as the charter of a body says it. Whole numbers only. A rule is a value of the body
 * (its card) and is copied into the record of each vote, so that the record explains itself.
 */
import { z } from 'zod';
import type { Words } from '../../language.ts';
import { type Matter, matterKeys } from './matters.ts';

/** Of whom the fraction is taken. */
export const bases = {
  /** Those who may vote and are there, proxies too. */
  present: { 'zh-Hant': '出席人數', 'zh-Hans': '到会人数', en: 'those present' },
  /** 應到: everybody who belongs to the body. */
  all: { 'zh-Hant': '全體人數', 'zh-Hans': '全体人数', en: 'all members' },
  /** 贊成 + 反對. */
  valid: { 'zh-Hant': '有效票（贊成＋反對）', 'zh-Hans': '有效票（赞成＋反对）', en: 'valid votes (for + against)' },
  /** 贊成 + 反對 + 棄權. */
  cast: { 'zh-Hant': '投票數（含棄權）', 'zh-Hans': '投票数（含弃权）', en: 'votes cast (with abstentions)' },
} as const satisfies Record<string, Words>;
export type Base = keyof typeof bases;

/** 過半數 and 超過 are more than; 以上 and 達 are at least; a bare 三分之二 says neither and is never decided for her. */
export const comparators = {
  moreThan: { 'zh-Hant': '超過', 'zh-Hans': '超过', en: 'more than' },
  atLeast: { 'zh-Hant': '達（以上）', 'zh-Hans': '达到（以上）', en: 'at least' },
  unresolved: { 'zh-Hant': '未定（章程未寫明）', 'zh-Hans': '未定（章程未写明）', en: 'not settled' },
} as const satisfies Record<string, Words>;
export type Comparator = keyof typeof comparators;

const comparatorSchema = z.enum(Object.keys(comparators) as [Comparator, ...Comparator[]]);

export const fractionSchema = z
  .strictObject({ numerator: z.int().min(1).max(1000), denominator: z.int().min(1).max(1000) })
  .refine(({ numerator, denominator }) => numerator <= denominator);
export type Fraction = z.infer<typeof fractionSchema>;

/** 法定人數: how many of all members must be there before anything is decided. */
export const quorumRuleSchema = z.strictObject({
  fraction: fractionSchema,
  comparator: comparatorSchema,
  /** Whether 委託出席 counts. */
  proxies: z.boolean(),
});
export type QuorumRule = z.infer<typeof quorumRuleSchema>;

export const voteRuleSchema = z.strictObject({
  matter: z.enum(matterKeys),
  /** null = the charter's words do not say of whom; nothing is decided then. */
  base: z.enum(Object.keys(bases) as [Base, ...Base[]]).nullable(),
  fraction: fractionSchema,
  comparator: comparatorSchema,
  /** null = none that is known. */
  quorum: quorumRuleSchema.nullable(),
  /** The clause of the charter, its words. */
  note: z.string().max(1000),
  /** Came with the program and is to be checked against the body's own charter. */
  preset: z.boolean(),
});
export type VoteRule = z.infer<typeof voteRuleSchema>;

/** The rules of a body, one a matter; a matter that has none goes by 一般. */
export const ruleTableSchema = z.array(voteRuleSchema).max(50);
export type RuleTable = z.infer<typeof ruleTableSchema>;

/**
 * The rule of a matter: its own, else that of 一般. An election has only its own, because who is elected by more votes
 * is not what an ordinary majority is about.
 */
export function ruleFor(rules: readonly VoteRule[], matter: Matter): VoteRule | null {
  const own = rules.find((rule) => rule.matter === matter);
  if (own || matter === 'election') return own ?? null;
  return rules.find((rule) => rule.matter === 'general') ?? null;
}
