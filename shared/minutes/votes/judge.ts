/** Whether a vote is carried, and why: sums, quorum and threshold, each as a value. What is not clear is not decided. */
import { type Finding, finding } from './finding.ts';
import type { Base, VoteRule } from './rule.ts';
import { meets, type Needed, needed, readingsOf } from './threshold.ts';
import { attending, ballots, isCounted, tally, type Vote, votersIn } from './vote.ts';

export interface Judgement {
  /** Who may vote on the matter. */
  voters: number;
  inFavour: number;
  /** Of how many the fraction is taken; null where that is not known. */
  base: number | null;
  needed: Needed | null;
  /** Whether the threshold is reached; null = not decided. */
  passes: boolean | null;
  /** Whether enough were there; null = not decided, or no such rule. */
  quorum: { needed: Needed; counted: number; holds: boolean | null } | null;
  /** Both together: null where either is open. A vote without a quorum is not carried. */
  carried: boolean | null;
  findings: Finding[];
}

/** Judges a vote by a rule; `recused` is how many of those who were there stand aside. */
export function judge(vote: Vote, rule: VoteRule | null, recused = 0): Judgement {
  const voters = votersIn(vote, recused);
  const findings = [...attendanceFindings(vote, recused), ...sumFindings(vote, voters, recused)];
  const quorum = judgeQuorum(vote, rule, findings);
  const threshold = judgeThreshold(vote, rule, voters, findings);
  const carried = carriedBy(quorum, threshold.passes);
  return { voters, inFavour: tally(vote, 'inFavour'), ...threshold, quorum, carried, findings };
}

function carriedBy(quorum: Judgement['quorum'], passes: boolean | null): boolean | null {
  if (quorum?.holds === false) return false;
  return quorum?.holds === null && passes === true ? null : passes;
}

function attendanceFindings(vote: Vote, recused: number): Finding[] {
  const there = attending(vote);
  const findings: Finding[] = [];
  if (there === undefined) return findings;
  if (vote.members !== undefined && there > vote.members) {
    findings.push(finding('attendance', 'refusal', 'attendance.moreThanMembers', { there, members: vote.members }));
  }
  if (vote.voters !== undefined && vote.voters > there) {
    findings.push(finding('attendance', 'refusal', 'voters.moreThanPresent', { there, voters: vote.voters }));
  } else if (vote.voters !== undefined && recused > 0 && vote.voters !== there - recused) {
    findings.push(finding('recusals', 'question', 'voters.recusals', { there, recused, voters: vote.voters, expected: there - recused }));
  }
  return findings;
}

function sumFindings(vote: Vote, voters: number, recused: number): Finding[] {
  if (!isCounted(vote) || (vote.voters === undefined && attending(vote) === undefined)) return [];
  const sum = ballots.reduce((total, name) => total + tally(vote, name), 0);
  if (sum > voters) return [finding('count', 'refusal', 'sum.more', { sum, voters, over: sum - voters, recused })];
  if (sum < voters) return [finding('count', 'question', 'sum.less', { sum, voters, missing: voters - sum })];
  return [];
}

function judgeQuorum(vote: Vote, rule: VoteRule | null, findings: Finding[]): Judgement['quorum'] {
  const there = attending(vote);
  if (!rule?.quorum || there === undefined) return null;
  if (vote.members === undefined) {
    findings.push(finding('attendance', 'note', 'quorum.membersMissing'));
    return null;
  }
  if (vote.members === 0) return null;
  const { fraction, comparator, proxies } = rule.quorum;
  const counted = proxies ? there : (vote.inPerson ?? 0);
  if (comparator === 'unresolved') {
    const readings = readingsOf(vote.members, fraction);
    findings.push(finding('attendance', 'question', 'quorum.unresolved', { counted, ...readings }));
    return { needed: { readings: 'two', ...readings }, counted, holds: null };
  }
  const count = needed(vote.members, fraction, comparator);
  const holds = meets(counted, vote.members, fraction, comparator);
  findings.push(finding('attendance', holds ? 'note' : 'refusal', holds ? 'quorum.holds' : 'quorum.fails', { counted, needed: count, members: vote.members }));
  return { needed: { readings: 'one', count }, counted, holds };
}

/** How many the fraction of a rule is taken of. */
function baseOf(vote: Vote, base: Base, voters: number): number | undefined {
  const votes = tally(vote, 'inFavour') + tally(vote, 'against');
  return { present: voters, all: vote.members, valid: votes, cast: votes + tally(vote, 'abstained') }[base];
}

function judgeThreshold(vote: Vote, rule: VoteRule | null, voters: number, findings: Finding[]): Pick<Judgement, 'base' | 'needed' | 'passes'> {
  const open = { base: null, needed: null, passes: null };
  if (!rule) {
    findings.push(finding('rule', 'note', 'rule.none'));
    return open;
  }
  if (rule.base === null) {
    findings.push(finding('rule', 'question', 'rule.noBase'));
    return open;
  }
  const base = baseOf(vote, rule.base, voters);
  if (base === undefined) {
    findings.push(finding('rule', 'question', 'base.membersMissing'));
    return open;
  }
  if (base === 0) {
    if (isCounted(vote)) findings.push(finding('count', 'question', 'base.empty'));
    return open;
  }
  const { fraction, comparator } = rule;
  if (comparator === 'unresolved') {
    const readings = readingsOf(base, fraction);
    findings.push(finding('rule', 'question', 'rule.unresolved', { base, ...readings }));
    return { base, needed: { readings: 'two', ...readings }, passes: null };
  }
  const count = needed(base, fraction, comparator);
  const needs: Needed = { readings: 'one', count };
  if (!isCounted(vote)) return { base, needed: needs, passes: null };
  const inFavour = tally(vote, 'inFavour');
  const passes = meets(inFavour, base, fraction, comparator);
  const params = { needed: count, inFavour, missing: Math.max(0, count - inFavour) };
  findings.push(finding('count', passes ? 'note' : 'question', passes ? 'threshold.holds' : 'threshold.fails', params));
  if (!passes && inFavour > 0 && inFavour === tally(vote, 'against')) findings.push(finding('count', 'question', 'tie', { inFavour }));
  return { base, needed: needs, passes };
}
