/** What a decision knows beside its text: vote, who stood aside, mover, rule, and what comes of it. Nothing of it is required. */
import { z } from 'zod';
import { formatDay } from '../../text/dates.ts';
import { idSchema } from '../id.ts';
import { plain } from '../inline.ts';
import type { PrintNode } from '../print.ts';
import { type SectionData, term } from '../section.ts';
import { voteRuleSchema } from './rule.ts';
import { voteSchema } from './vote.ts';

const words = (length: number) => z.string().max(length).optional();
/** A day that there is, 2025-03-31. */
const daySchema = z.iso.date();

/** The same matter in an earlier meeting. */
export const earlierMatterSchema = z.strictObject({ meetingId: idSchema, blockId: idSchema });

export const decisionDataSchema = z.strictObject({
  /** 決議編號, given by the register of decisions. */
  number: words(100),
  /** 提案人／動議, 附議／和議. */
  mover: words(300),
  seconder: words(300),
  vote: voteSchema.optional(),
  /** 迴避: who of the roster stands aside. */
  recusals: z.array(idSchema).max(5000).optional(),
  /** The rule that the vote was held under, as it was then. */
  rule: voteRuleSchema.optional(),
  /** 修正通過: the text as it was amended; it prints. */
  amendedText: words(20_000),
  /** 原則通過: who puts it into its final form. */
  finaliser: words(300),
  /** 部分通過: which parts. */
  parts: words(2000),
  /** 追認: the act that came before. */
  earlierAct: words(2000),
  /** 當選, 聘任: who. */
  names: words(2000),
  /** 交付, 緩議: who sees to it, and until when. */
  owner: words(300),
  due: daySchema.optional(),
  follows: earlierMatterSchema.optional(),
});
export type DecisionData = z.infer<typeof decisionDataSchema>;

const handler = term('經辦人：', '经办人：');
const amended = term('修正後：', '修改后：');

/** The data of 審議通過 and 臨時動議: one definition for both. */
export const decisionData: SectionData<DecisionData> = {
  schema: decisionDataSchema,
  initial: {},
  toText: ({ number, mover, seconder, amendedText, finaliser, parts, earlierAct, names, owner }) =>
    [number, mover, seconder, amendedText, finaliser, parts, earlierAct, names, owner].flatMap((text) => (text ?? '').split('\n')).filter((line) => line.trim() !== ''),
  toPrint: ({ amendedText = '', owner = '', due = '' }, { script, region, handlers }): PrintNode[] => [
    ...amendedText
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, index): PrintNode => ({ type: 'paragraph', style: 'body', runs: plain(index === 0 ? amended[script] + line : line) })),
    ...(handlers && owner !== '' ? [handlerLine(`${handler[script]}${owner}`, due === '' ? '' : formatDay(due, region, { weekday: false }))] : []),
  ],
};

const handlerLine = (who: string, until: string): PrintNode => ({ type: 'paragraph', style: 'body', align: 'end', runs: plain(until === '' ? who : `${who}（${until}）`) });
