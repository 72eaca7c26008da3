/** Everything there is to say of a decision: who may vote, whether it is carried, what it lacks, and where text says otherwise. */
import type { BodyBlock } from '../blocks/body.ts';
import type { Outcome } from '../outcomes.ts';
import type { Person } from '../roster.ts';
import { type Decided, textFindings, type TextFinding, type TextPlace } from './contradictions.ts';
import type { DecisionData } from './decision.ts';
import type { Finding } from './finding.ts';
import { guardFindings } from './guards.ts';
import { type Judgement, judge } from './judge.ts';
import type { Matter } from './matters.ts';
import { type RuleTable, ruleFor, type VoteRule } from './rule.ts';
import { countVoters, type VoterCounts } from './voters.ts';

/** A section that holds a decision: 審議通過, 臨時動議. */
export interface DecisionBlock {
  id: string;
  kind: string;
  fields: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>> & { outcome: Outcome; matterKind: Matter };
  body: readonly BodyBlock[];
  data?: DecisionData | undefined;
}

export interface DecisionCheck {
  voters: VoterCounts;
  /** The rule that the vote is judged by: the one it was held under, else the present one of its kind of matter. */
  rule: VoteRule | null;
  /** The rule that a new vote would be held under. */
  present: VoteRule | null;
  judgement: Judgement | null;
  decided: Decided;
  findings: Finding[];
  text: TextFinding[];
}

/** Checks a decision with the people of its meeting, the rules of its body, and the text that may speak of it. */
export function checkDecision(block: DecisionBlock, roster: readonly Person[], rules: RuleTable, places: readonly TextPlace[]): DecisionCheck {
  const { data = {}, fields, values } = block;
  const { outcome } = values;
  const voters = countVoters(roster, data.recusals);
  const present = ruleFor(rules, values.matterKind);
  // A rule that was kept for another kind of matter is not this one's.
  const rule = data.rule && (!present || data.rule.matter === present.matter) ? data.rule : present;
  const judgement = data.vote ? judge(data.vote, rule, voters.recused) : null;
  // 臨時動議 names its mover on the paper.
  const { mover = data.mover, seconder = data.seconder } = fields;
  const decided: Decided = { outcome, data: { ...data, mover, seconder }, matter: fields['matter'] ?? '', recused: voters.recused, judgement };
  const guarded = guardFindings({ outcome, data: decided.data, decision: fields['decision'] ?? '', judgement });
  return { voters, rule, present, judgement, decided, findings: [...guarded, ...(judgement?.findings ?? [])], text: textFindings(decided, places) };
}
