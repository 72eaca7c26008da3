import { describe, expect, it } from 'vitest';
import { checkDecision, type DecisionBlock } from './check.ts';
import { decisionDataSchema } from './decision.ts';
import { presets } from './presets.ts';
import type { VoteRule } from './rule.ts';

const block = (patch: Partial<DecisionBlock['values']>, data: DecisionBlock['data']): DecisionBlock => ({
  id: 'reso000001', kind: 'resolution', fields: { matter: '本案', decision: '' }, values: { form: 'itemised', outcome: 'passed', matterKind: 'general', ...patch }, body: [], data,
});
const vote = { inPerson: 18, inFavour: 11, against: 7 };
const { rules } = presets.twAssembly;
const [general, charter] = rules as [VoteRule, VoteRule];

describe('the rule of a decision', () => {
  it('is that of its kind of matter', () => {
    expect(checkDecision(block({}, { vote }), [], rules, [])).toMatchObject({ rule: general, judgement: { carried: true } });
    expect(checkDecision(block({ matterKind: 'charter' }, { vote }), [], rules, [])).toMatchObject({ rule: charter, judgement: { carried: false } });
    expect(checkDecision(block({ matterKind: 'finance' }, { vote }), [], rules, []).rule).toBe(general);
  });

  it('is the one it was held under, as long as it is of that kind', () => {
    const then: VoteRule = { ...charter, fraction: { numerator: 1, denominator: 2 }, comparator: 'moreThan', preset: false };
    expect(checkDecision(block({ matterKind: 'charter' }, { vote, rule: then }), [], rules, [])).toMatchObject({ rule: then, judgement: { carried: true } });
    expect(checkDecision(block({ matterKind: 'charter' }, { vote, rule: general }), [], rules, [])).toMatchObject({ rule: charter, judgement: { carried: false } });
    expect(checkDecision(block({}, { vote, rule: general }), [], [], []).rule).toBe(general);
  });
});

it('a mover on the paper counts as one in the data', () => {
  const motion = { ...block({ outcome: 'withdrawn' }, {}), fields: { matter: '本案', mover: '唐以安', seconder: '', decision: '' } };
  expect(checkDecision(motion, [], rules, []).findings).toEqual([]);
  expect(checkDecision(block({ outcome: 'withdrawn' }, {}), [], rules, []).findings.map(({ code }) => code)).toEqual(['withdrawn.mover']);
});

describe('the data of a decision', () => {
  it('keep what was written however wrong it is, and no day that does not exist', () => {
    expect(decisionDataSchema.safeParse({ vote: { members: 1, inPerson: 99, inFavour: 500 } }).success).toBe(true);
    expect(decisionDataSchema.safeParse({ due: '2025-02-30' }).success).toBe(false);
    expect(decisionDataSchema.safeParse({ vote: { inFavour: 1.5 } }).success).toBe(false);
    expect(decisionDataSchema.safeParse({ follows: { meetingId: 'meeting001', blockId: 'reso000001' } }).success).toBe(true);
  });
});
