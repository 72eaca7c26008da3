import { describe, expect, it } from 'vitest';
import { languageSchema } from '../../language.ts';
import type { FindingCode } from '../../locale/findings.ts';
import { type Outcome, outcomes } from '../outcomes.ts';
import { type DecisionData, decisionDataSchema } from './decision.ts';
import { guardFindings } from './guards.ts';
import { judge } from './judge.ts';
import type { VoteRule } from './rule.ts';
import { tellFinding } from './tell.ts';
import type { Vote } from './vote.ts';

const rule = (patch: Partial<VoteRule> = {}): VoteRule => ({
  matter: 'charter', base: 'present', fraction: { numerator: 2, denominator: 3 }, comparator: 'atLeast', note: '', preset: false,
  quorum: { fraction: { numerator: 1, denominator: 2 }, comparator: 'moreThan', proxies: true }, ...patch,
});
const codes = (vote: Vote, by: VoteRule | null = rule(), recused = 0) => judge(vote, by, recused).findings.map(({ code }) => code);
const board = { members: 20, inPerson: 16, proxies: 2 };

describe('a vote of eighteen', () => {
  it('with two thirds asked is carried by 12 and fails by one with 11', () => {
    expect(judge({ ...board, inFavour: 12, against: 5, abstained: 1 }, rule())).toMatchObject({ voters: 18, base: 18, needed: { count: 12 }, passes: true, carried: true });
    const short = judge({ ...board, inFavour: 11, against: 6, abstained: 1 }, rule());
    expect(short).toMatchObject({ passes: false, carried: false });
    expect(short.findings).toContainEqual(expect.objectContaining({ code: 'threshold.fails', params: { needed: 12, inFavour: 11, missing: 1 } }));
    expect(judge({ ...board, inFavour: 12, against: 6 }, rule({ comparator: 'moreThan' }))).toMatchObject({ needed: { count: 13 }, carried: false });
  });

  it('leaves out of the base who stands aside', () => {
    expect(judge({ ...board, voters: 17, inFavour: 12, against: 5 }, rule(), 1)).toMatchObject({ voters: 17, base: 17, needed: { count: 12 }, passes: true });
    expect(codes({ ...board, voters: 18, inFavour: 12, against: 6 }, rule(), 1)).toContain('voters.recusals');
  });

  it('says that sums, members and voters do not fit, and decides nothing away', () => {
    expect(codes({ ...board, inFavour: 12, against: 7 })).toContain('sum.more');
    expect(codes({ ...board, inFavour: 12, against: 5 })).toContain('sum.less');
    expect(codes({ members: 17, inPerson: 18, inFavour: 18 })).toContain('attendance.moreThanMembers');
    expect(codes({ ...board, voters: 19, inFavour: 19 })).toContain('voters.moreThanPresent');
    expect(codes({ ...board, inFavour: 9, against: 9 })).toContain('tie');
  });

  it('is not carried without a quorum, with proxies counted or not', () => {
    expect(judge({ members: 36, inPerson: 18, inFavour: 18 }, rule())).toMatchObject({ passes: true, carried: false, quorum: { holds: false, needed: { count: 19 }, counted: 18 } });
    expect(judge({ members: 34, inPerson: 16, proxies: 2, inFavour: 18 }, rule())).toMatchObject({ carried: true });
    const inPerson = rule({ quorum: { fraction: { numerator: 1, denominator: 2 }, comparator: 'moreThan', proxies: false } });
    expect(judge({ members: 34, inPerson: 16, proxies: 2, inFavour: 18 }, inPerson)).toMatchObject({ carried: false, quorum: { counted: 16 } });
  });

  it('is not decided by words that leave it open', () => {
    const open = judge({ ...board, inFavour: 18 }, rule({ comparator: 'unresolved' }));
    expect(open).toMatchObject({ passes: null, carried: null, needed: { readings: 'two', moreThan: 13, atLeast: 12 } });
    expect(codes({ ...board, inFavour: 18 }, rule({ comparator: 'unresolved' }))).toContain('rule.unresolved');
    expect(judge({ ...board, inFavour: 18 }, rule({ quorum: { fraction: { numerator: 2, denominator: 3 }, comparator: 'unresolved', proxies: true } }))).toMatchObject({ passes: true, carried: null });
    expect(codes({ ...board, inFavour: 18 }, rule({ base: null }))).toContain('rule.noBase');
    expect(judge({ ...board, inFavour: 18 }, rule({ base: null })).carried).toBeNull();
    expect(codes({ inPerson: 18, inFavour: 18 }, rule({ base: 'all' }))).toContain('base.membersMissing');
    expect(codes({ ...board, inFavour: 18 }, null)).toContain('rule.none');
    expect(codes({ inFavour: 0, against: 0 })).toContain('base.empty');
  });
});

describe('the guards of an outcome', () => {
  const guard = (outcome: Outcome, data: DecisionData = {}, decision = ''): FindingCode[] =>
    guardFindings({ outcome, data, decision, judgement: data.vote ? judge(data.vote, data.rule ?? rule()) : null }).map(({ code }) => code);
  const counted = (inFavour: number, against: number, abstained = 0): DecisionData => ({ vote: { ...board, inFavour, against, abstained } });

  it('refuse 一致通過 with an opposing vote or an abstention', () => {
    expect(guard('unanimous', counted(18, 0))).toEqual([]);
    expect(guard('unanimous', counted(17, 1))).toEqual(['unanimous.opposed']);
    expect(guard('unanimous', counted(17, 0, 1))).toEqual(['unanimous.opposed']);
    expect(guard('noObjection', counted(17, 1))).toContain('noObjection.opposed');
    expect(guard('noObjection', { vote: { method: 'applause' } })).toEqual([]);
    expect(guard('noObjection')).toEqual(['noObjection.form']);
  });

  it('hold the outcome against the numbers', () => {
    for (const outcome of ['passed', 'amended', 'inPrinciple', 'partly', 'ratified'] as const) {
      expect(guard(outcome, counted(11, 7))).toContain('outcome.notCarried');
      expect(guard(outcome, counted(12, 6))).not.toContain('outcome.notCarried');
    }
    expect(guard('passed', { vote: { members: 40, inPerson: 18, inFavour: 18 } })).toEqual(['outcome.noQuorum']);
    expect(guard('rejected', counted(12, 6))).toEqual(['outcome.carried']);
    expect(guard('rejected', counted(11, 7))).toEqual([]);
    expect(guard('open', counted(12, 6))).toEqual(['outcome.openCarried']);
    expect(guard('open', counted(11, 7))).toEqual(['outcome.openFailed']);
  });

  it.each<[Outcome, FindingCode[], DecisionData]>([
    ['amended', ['amended.text'], { amendedText: '任期三年。' }],
    ['inPrinciple', ['inPrinciple.finaliser'], { finaliser: '秘書處' }],
    ['partly', ['partly.parts'], { parts: '第一至三條' }],
    ['ratified', ['ratified.earlierAct'], { earlierAct: '三月五日簽約' }],
    ['referred', ['referred.owner', 'referred.due'], { owner: '財務組', due: '2025-06-30' }],
    ['withdrawn', ['withdrawn.mover'], { mover: '石仲平' }],
    ['rejected', ['rejected.counts'], counted(3, 15)],
    ['elected', ['elected.names'], { names: '唐以安' }],
    ['appointed', ['appointed.names'], { names: '唐以安' }],
  ])('%s asks for what belongs to it', (outcome, lacks, data) => {
    expect(guard(outcome)).toEqual(lacks);
    expect(guard(outcome, decisionDataSchema.parse(data))).toEqual([]);
  });

  it('leave a decision alone that nobody counted', () => {
    expect(guard('passed')).toEqual([]);
    expect(guard('unanimous')).toEqual([]);
    expect(guard('deferred')).toEqual(['deferred.returns']);
    expect(guard('noted')).toEqual(['noted.reportsOnly']);
    expect(guard('amended', {}, '修正為三年後通過。')).toEqual([]);
  });
});

it('every finding is a whole sentence in every language', () => {
  const found = judge({ ...board, inFavour: 11, against: 7 }, rule()).findings;
  for (const language of languageSchema.options) {
    for (const one of found) expect(tellFinding(one, language)).not.toMatch(/\{\{|undefined/);
    const told = tellFinding({ code: 'text.outcome', weight: 'refusal', place: 'text', params: { quote: '通過', outcome: 'rejected' } }, language);
    expect(told).toContain(outcomes.rejected[language]);
    expect(tellFinding({ code: 'text.number', weight: 'refusal', place: 'text', params: { quote: '15票', what: 'inFavour', expected: 12 } }, language)).not.toContain('inFavour');
  }
});
