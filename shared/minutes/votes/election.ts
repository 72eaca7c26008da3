/** 選舉: seats, ballots and candidates as they were counted, and who is elected by them. A tie is never decided here. */
import { z } from 'zod';
import { idSchema } from '../id.ts';
import { type Finding, finding } from './finding.ts';
import { voteRuleSchema } from './rule.ts';
import { needed, readingsOf } from './threshold.ts';
import { countSchema, methodSchema } from './vote.ts';

export const candidateSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(200),
  votes: countSchema.optional(),
  /** Place among those with as many votes, by lot or by another ballot, from 1. */
  lot: z.int().min(1).max(999).optional(),
});
export type Candidate = z.infer<typeof candidateSchema>;

export const electionDataSchema = z.strictObject({
  /** 應選名額, 候補名額. */
  seats: countSchema.optional(),
  alternates: countSchema.optional(),
  method: methodSchema.optional(),
  /** 每張最多圈選: how many names a ballot may carry; absent = as many as there are seats. */
  marks: countSchema.optional(),
  /** 選票: 發出, 收回, 有效, 廢票. */
  issued: countSchema.optional(),
  returned: countSchema.optional(),
  valid: countSchema.optional(),
  void: countSchema.optional(),
  /** Where the charter asks for more than the most votes. */
  rule: voteRuleSchema.optional(),
  candidates: z.array(candidateSchema).max(5000),
  /** The text tells the result already: nothing of this prints. */
  prints: z.literal('none').optional(),
});
export type ElectionData = z.infer<typeof electionDataSchema>;

/** tied: at a border that the votes do not draw. */
export type Standing = 'elected' | 'alternate' | 'notElected' | 'tied' | 'open';

export interface Placed extends Candidate {
  standing: Standing;
  /** Place by votes, from 1; those who are equal share one. */
  place: number;
}

export interface ElectionResult {
  /** By votes, then by lot, then as they were listed. */
  placed: Placed[];
  elected: Placed[];
  alternates: Placed[];
  findings: Finding[];
}

/** Of how many the fraction of a rule is taken in an election; undefined where that is not known. */
function baseOf({ rule, valid, returned, issued }: ElectionData): number | undefined {
  switch (rule?.base) {
    case 'valid':
      return valid;
    case 'cast':
      return returned;
    case 'present':
      return issued ?? returned;
    default:
      return undefined;
  }
}

/** How many votes a candidate needs beside having the most; null where no rule says, or says it clearly. */
export function electionNeeds(data: ElectionData): number | null {
  const base = baseOf(data);
  if (!data.rule || !base || data.rule.comparator === 'unresolved') return null;
  return needed(base, data.rule.fraction, data.rule.comparator);
}

/** Who is elected and who stands by, as far as the votes say it, and what does not fit. `voters`: who of the roster may vote. */
export function electionResult(data: ElectionData, voters?: number): ElectionResult {
  const findings = [...ballotFindings(data, voters), ...candidateFindings(data), ...ruleFindings(data)];
  const needs = electionNeeds(data);
  const compare = orderOf(data.candidates);
  const sorted = [...data.candidates].sort(compare);
  const counted = sorted.length > 0 && sorted.every(({ votes }) => votes !== undefined);
  // Who is elected is told when every candidate's votes are there, and by a rule only where it is clear.
  const decided = counted && (!data.rule || needs !== null);
  const able = decided ? sorted.filter(({ votes = 0 }) => votes > 0 && votes >= (needs ?? 0)) : [];
  const fill = (from: number, to: number, code: BorderCode) => fillPlaces(able, compare, { from, to, code }, findings);
  const seats = data.seats ?? 0;
  if (data.seats === undefined && able.length > 0) findings.push(finding('ballots', 'question', 'seats.missing'));
  const first = fill(0, seats, 'candidates.tiedSeats');
  // Who is next cannot be told while a seat is open between equals.
  const second = first.tied.length > 0 ? { taken: [], tied: [] } : fill(seats, seats + (data.alternates ?? 0), 'candidates.tiedAlternates');
  const standing = (one: Candidate): Standing => {
    if (first.taken.includes(one)) return 'elected';
    if (first.tied.includes(one) || second.tied.includes(one)) return 'tied';
    if (second.taken.includes(one)) return 'alternate';
    return decided && data.seats !== undefined ? 'notElected' : 'open';
  };
  const placed = sorted.map((one): Placed => ({ ...one, standing: standing(one), place: 1 + sorted.findIndex((other) => compare(other, one) === 0) }));
  if (decided && needs !== null) {
    for (const { name, votes } of sorted.slice(0, seats)) {
      if (votes !== undefined && votes < needs) findings.push(finding('candidates', 'question', 'candidates.threshold', { name, votes, needed: needs }));
    }
  }
  if (decided && able.length < seats) findings.push(finding('candidates', 'question', 'candidates.few', { seats, elected: able.length }));
  const of = (kind: Standing) => placed.filter((one) => one.standing === kind);
  return { placed, elected: of('elected'), alternates: of('alternate'), findings };
}

type Compare = (one: Candidate, other: Candidate) => number;
type BorderCode = 'candidates.tiedSeats' | 'candidates.tiedAlternates';

/** More votes first, nobody's last. Lots count only where all who are equal have drawn, each another one. */
function orderOf(candidates: readonly Candidate[]): Compare {
  const drew = (votes: number | undefined): boolean => {
    const lots = candidates.filter((one) => one.votes === votes).map(({ lot }) => lot);
    return !lots.includes(undefined) && new Set(lots).size === lots.length;
  };
  const drawn = new Set(candidates.map(({ votes }) => votes).filter(drew));
  return (one, other) => {
    if (one.votes !== other.votes) return (other.votes ?? -1) - (one.votes ?? -1);
    return drawn.has(one.votes) ? (one.lot ?? 0) - (other.lot ?? 0) : 0;
  };
}

/** The places `from` to `to` of a list; where those on both sides of the last place are equal, they are tied, and none has it. */
function fillPlaces(able: readonly Candidate[], compare: Compare, { from, to, code }: { from: number; to: number; code: BorderCode }, findings: Finding[]) {
  const [last, next] = [able[to - 1], able[to]];
  if (to === from || !last || !next || compare(last, next) !== 0) return { taken: able.slice(from, to), tied: [] };
  const tied = able.filter((one, index) => index >= from && compare(one, last) === 0);
  findings.push(finding('candidates', 'refusal', code, { names: tied.map(({ name }) => name).join('、'), votes: last.votes ?? 0 }));
  return { taken: able.slice(from, to).filter((one) => !tied.includes(one)), tied };
}

function ruleFindings(data: ElectionData): Finding[] {
  const { rule } = data;
  if (!rule) return [];
  const base = baseOf(data);
  if (rule.base === null || rule.base === 'all') return [finding('rule', 'question', 'rule.noBase')];
  if (!base) return [finding('rule', 'question', 'base.empty')];
  return rule.comparator === 'unresolved' ? [finding('candidates', 'question', 'candidates.unresolved', readingsOf(base, rule.fraction))] : [];
}

function ballotFindings({ issued, returned, valid, void: spoilt }: ElectionData, voters: number | undefined): Finding[] {
  const findings: Finding[] = [];
  if (issued !== undefined && voters !== undefined && voters > 0 && issued > voters) findings.push(finding('ballots', 'question', 'ballots.issued', { issued, voters }));
  if (issued !== undefined && returned !== undefined && returned > issued) findings.push(finding('ballots', 'refusal', 'ballots.returned', { issued, returned }));
  if (returned !== undefined && valid !== undefined && valid + (spoilt ?? 0) !== returned) {
    findings.push(finding('ballots', 'refusal', 'ballots.sum', { valid, void: spoilt ?? 0, sum: valid + (spoilt ?? 0), returned }));
  }
  return findings;
}

function candidateFindings({ candidates, valid, seats, marks: most }: ElectionData): Finding[] {
  const findings: Finding[] = [];
  const names = candidates.map(({ name }) => name.trim()).filter((name) => name !== '');
  for (const name of new Set(names.filter((one, index) => names.indexOf(one) !== index))) findings.push(finding('candidates', 'question', 'candidates.twice', { name }));
  if (valid === undefined) return findings;
  for (const { name, votes } of candidates) if (votes !== undefined && votes > valid) findings.push(finding('candidates', 'refusal', 'candidates.votes', { name, votes, valid }));
  const marks = most ?? seats;
  const sum = candidates.reduce((total, { votes }) => total + (votes ?? 0), 0);
  if (marks !== undefined && sum > marks * valid) findings.push(finding('candidates', 'refusal', 'candidates.sum', { sum, most: marks * valid, valid, marks }));
  return findings;
}
