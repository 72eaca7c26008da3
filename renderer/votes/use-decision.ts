/** What the panel of a decision shows: its data, who may vote, what the numbers and the text say. */
import { useMemo } from 'react';
import type { BodyBlock } from '#shared/minutes/blocks/body.ts';
import type { Outcome } from '#shared/minutes/outcomes.ts';
import { type Decided, textFindings, type TextFinding, type TextPlace } from '#shared/minutes/votes/contradictions.ts';
import type { DecisionData } from '#shared/minutes/votes/decision.ts';
import type { Finding } from '#shared/minutes/votes/finding.ts';
import { guardFindings } from '#shared/minutes/votes/guards.ts';
import { type Judgement, judge } from '#shared/minutes/votes/judge.ts';
import type { Matter } from '#shared/minutes/votes/matters.ts';
import { placesOf } from '#shared/minutes/votes/places.ts';
import { ruleFor, type VoteRule } from '#shared/minutes/votes/rule.ts';
import { countVoters, type VoterCounts } from '#shared/minutes/votes/voters.ts';
import { useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useData } from './use-data.ts';
import { useRules } from './use-rules.ts';

/** A section that holds a decision. */
export interface DecisionBlock {
  id: string;
  kind: string;
  fields: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>> & { outcome: Outcome; matterKind: Matter };
  body: readonly BodyBlock[];
  data?: DecisionData | undefined;
}

export interface DecisionState {
  data: DecisionData;
  change(patch: Partial<DecisionData>): void;
  voters: VoterCounts;
  rule: VoteRule | null;
  /** The rule that a new vote would be held under. */
  present: VoteRule | null;
  judgement: Judgement | null;
  findings: Finding[];
  text: TextFinding[];
  /** The section's own text. */
  told: string[];
  decided: Decided;
}

/** Everything about a decision, following the record. */
export function useDecision(session: EditorSession, block: DecisionBlock): DecisionState {
  const roster = useView(session, (view) => view.roster);
  const rules = useRules(session);
  const [data, change] = useData<DecisionData>(session, block.id, block.data, {});
  const voters = useMemo(() => countVoters(roster, data.recusals), [roster, data.recusals]);
  const { outcome, matterKind } = block.values;
  const present = ruleFor(rules, matterKind);
  const rule = data.rule ?? present;
  const judgement = data.vote ? judge(data.vote, rule, voters.recused) : null;
  const decision = block.fields['decision'] ?? '';
  // 臨時動議 names its mover on the paper.
  const { mover = data.mover, seconder = data.seconder } = block.fields;
  const whole = { ...data, mover, seconder };
  const decided: Decided = { outcome, data: whole, matter: block.fields['matter'] ?? '', recused: voters.recused, judgement };
  const places = usePlaces(session, block);
  return {
    data,
    change,
    voters,
    rule,
    present,
    judgement,
    findings: [...guardFindings({ outcome, data: whole, decision, judgement }), ...(judgement?.findings ?? [])],
    text: textFindings(decided, places),
    told: places.filter(({ own }) => own).map(({ text }) => text),
    decided,
  };
}

/** The text that may speak of the matter. The whole record is read again when its sections or its length changed, not for each number that is put in. */
function usePlaces(session: EditorSession, block: DecisionBlock): TextPlace[] {
  const view = useView(session, ({ sections, characters }) => `${sections.length} ${characters}`);
  return useMemo(() => (view === '' ? [] : placesOf(session.document().blocks, block.id)), [session, block, view]);
}
