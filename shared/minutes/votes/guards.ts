/** What an outcome asks of its record: 一致通過 of no opposing vote, 修正通過 of the amended text, and so on. Nothing is blocked. */
import type { Outcome } from '../outcomes.ts';
import type { DecisionData } from './decision.ts';
import { type Finding, finding } from './finding.ts';
import type { Judgement } from './judge.ts';
import { isCounted, tally, type Vote } from './vote.ts';

/** Outcomes that say that the matter is carried. */
export const carriedOutcomes: ReadonlySet<Outcome> = new Set(['passed', 'unanimous', 'noObjection', 'amended', 'inPrinciple', 'partly', 'ratified', 'appointed']);

/** What is guarded: the data, the wording of the decision where it is written on the paper, and the judgement of the vote. */
export interface Guarded {
  outcome: Outcome;
  data: DecisionData;
  /** 決議文字. */
  decision: string;
  judgement: Judgement | null;
}

const isEmpty = (text: string | undefined): boolean => (text ?? '').trim() === '';

/** What the outcome lacks, or says against the numbers. */
export function guardFindings(guarded: Guarded): Finding[] {
  const { outcome, data, judgement } = guarded;
  const vote = isCounted(data.vote) ? data.vote : null;
  return [...(vote ? countedFindings(outcome, vote, judgement) : []), ...detailFindings(guarded, vote)];
}

function countedFindings(outcome: Outcome, vote: Vote, judgement: Judgement | null): Finding[] {
  const [against, abstained] = [tally(vote, 'against'), tally(vote, 'abstained')];
  if (outcome === 'unanimous' && against + abstained > 0) return [finding('outcome', 'refusal', 'unanimous.opposed', { against, abstained })];
  if (outcome === 'noObjection' && against > 0) return [finding('outcome', 'refusal', 'noObjection.opposed', { against })];
  if (!judgement || judgement.carried === null) return [];
  const { carried, needed, inFavour, quorum } = judgement;
  if (carriedOutcomes.has(outcome) && !carried) {
    if (quorum?.holds === false) return [finding('outcome', 'refusal', 'outcome.noQuorum')];
    return [finding('outcome', 'refusal', 'outcome.notCarried', { needed: needed?.readings === 'one' ? needed.count : 0, inFavour })];
  }
  if (outcome === 'rejected' && carried) return [finding('outcome', 'refusal', 'outcome.carried', { needed: needed?.readings === 'one' ? needed.count : 0, inFavour })];
  if (outcome === 'open') return [finding('outcome', 'question', carried ? 'outcome.openCarried' : 'outcome.openFailed')];
  return [];
}

function detailFindings({ outcome, data, decision }: Guarded, vote: Vote | null): Finding[] {
  const lacks: Finding[] = [];
  switch (outcome) {
    case 'noObjection':
      if (data.vote?.method === undefined && isEmpty(decision)) lacks.push(finding('outcome', 'note', 'noObjection.form'));
      break;
    case 'amended':
      if (isEmpty(data.amendedText) && isEmpty(decision)) lacks.push(finding('amendedText', 'question', 'amended.text'));
      break;
    case 'inPrinciple':
      if (isEmpty(data.finaliser)) lacks.push(finding('finaliser', 'question', 'inPrinciple.finaliser'));
      break;
    case 'partly':
      if (isEmpty(data.parts)) lacks.push(finding('parts', 'question', 'partly.parts'));
      break;
    case 'ratified':
      if (isEmpty(data.earlierAct)) lacks.push(finding('earlierAct', 'question', 'ratified.earlierAct'));
      break;
    case 'noted':
      lacks.push(finding('outcome', 'question', 'noted.reportsOnly'));
      break;
    case 'referred':
      if (isEmpty(data.owner)) lacks.push(finding('owner', 'question', 'referred.owner'));
      if (data.due === undefined) lacks.push(finding('due', 'question', 'referred.due'));
      break;
    case 'deferred':
      lacks.push(finding('outcome', 'note', 'deferred.returns'));
      break;
    case 'withdrawn':
      if (isEmpty(data.mover)) lacks.push(finding('mover', 'question', 'withdrawn.mover'));
      break;
    case 'rejected':
      if (!vote) lacks.push(finding('outcome', 'question', 'rejected.counts'));
      break;
    case 'elected':
    case 'appointed':
      if (isEmpty(data.names)) lacks.push(finding('names', 'question', outcome === 'elected' ? 'elected.names' : 'appointed.names'));
      break;
    case 'open':
    case 'passed':
    case 'unanimous':
      break;
  }
  return lacks;
}
