/** The arithmetic of votes against an oracle that counts heads: every vote of up to 30 people, every kind of rule. */
import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { type Base, bases, type Fraction, type VoteRule } from './rule.ts';
import { meets, needed, readingsOf, type Settled } from './threshold.ts';
import type { Vote } from './vote.ts';

const fractions: readonly Fraction[] = [
  { numerator: 1, denominator: 2 },
  { numerator: 2, denominator: 3 },
  { numerator: 3, denominator: 4 },
  { numerator: 3, denominator: 5 },
  { numerator: 4, denominator: 5 },
  { numerator: 1, denominator: 3 },
  { numerator: 1, denominator: 1 },
];
const comparators: readonly Settled[] = ['moreThan', 'atLeast'];

/** Each of `base` people has `denominator` tokens in a row; the fraction is the first `numerator` of each. Counted one by one. */
function oracle(count: number, base: number, { numerator, denominator }: Fraction, comparator: Settled): boolean {
  let [asked, there] = [0, 0];
  for (let person = 0; person < base; person += 1) for (let token = 0; token < numerator; token += 1) asked += 1;
  for (let person = 0; person < count; person += 1) for (let token = 0; token < denominator; token += 1) there += 1;
  return comparator === 'moreThan' ? there > asked : there >= asked;
}

const answers = new Map<string, boolean>();
const remembered = (count: number, base: number, fraction: Fraction, comparator: Settled): boolean => {
  const key = `${count} ${base} ${fraction.numerator} ${fraction.denominator} ${comparator}`;
  const known = answers.get(key) ?? oracle(count, base, fraction, comparator);
  answers.set(key, known);
  return known;
};

it('the least that meets a share is the first that the oracle accepts, up to 60 people', () => {
  for (const fraction of fractions) {
    for (const comparator of comparators) {
      for (let base = 1; base <= 60; base += 1) {
        let first = 0;
        while (!oracle(first, base, fraction, comparator)) first += 1;
        expect([fraction, comparator, base, needed(base, fraction, comparator)]).toEqual([fraction, comparator, base, first]);
        for (let count = 0; count <= base; count += 1) if (meets(count, base, fraction, comparator) !== oracle(count, base, fraction, comparator)) throw new Error(`${count} of ${base}`);
      }
    }
  }
});

it('of 18, 超過三分之二 is 13 and 三分之二以上 is 12', () => {
  expect(readingsOf(18, { numerator: 2, denominator: 3 })).toEqual({ moreThan: 13, atLeast: 12 });
});

it('stays exact where fractions of machines do not', () => {
  expect(needed(1_000_000, { numerator: 999, denominator: 1000 }, 'moreThan')).toBe(999_001);
  expect(meets(333_333, 999_999, { numerator: 1, denominator: 3 }, 'atLeast')).toBe(true);
  expect(meets(333_333, 999_999, { numerator: 1, denominator: 3 }, 'moreThan')).toBe(false);
});

const rule = (base: Base, fraction: Fraction, comparator: VoteRule['comparator']): VoteRule => ({ matter: 'general', base, fraction, comparator, quorum: null, note: '', preset: false });

/** Every way in which up to `most` people can vote. */
function* votes(most: number): Generator<Required<Pick<Vote, 'members' | 'voters' | 'inFavour' | 'against' | 'abstained' | 'notCast'>>> {
  for (let voters = 0; voters <= most; voters += 1) {
    for (let inFavour = 0; inFavour <= voters; inFavour += 1) {
      for (let against = 0; against <= voters - inFavour; against += 1) {
        for (let abstained = 0; abstained <= voters - inFavour - against; abstained += 1) {
          yield { members: voters + 2, voters, inFavour, against, abstained, notCast: voters - inFavour - against - abstained };
        }
      }
    }
  }
}

describe.each(Object.keys(bases) as Base[])('every vote of up to 30, of %s', (base) => {
  it.each(comparators)('%s each share, as the oracle says', (comparator) => {
    for (const vote of votes(30)) {
      // The base, counted by other words than the program's.
      const of = { present: vote.inFavour + vote.against + vote.abstained + vote.notCast, all: vote.members, valid: vote.inFavour + vote.against, cast: vote.voters - vote.notCast }[base];
      for (const fraction of fractions) {
        const { passes, findings } = judge(vote, rule(base, fraction, comparator));
        const expected = of === 0 ? null : remembered(vote.inFavour, of, fraction, comparator);
        if (passes !== expected) throw new Error(`${JSON.stringify(vote)} ${base} ${comparator} ${JSON.stringify(fraction)}: ${passes}`);
        if (findings.some(({ code }) => code.startsWith('sum.'))) throw new Error(`${JSON.stringify(vote)}: the sums are right`);
      }
    }
  });
});

it('no vote of up to 30 is decided by a share that is not settled', () => {
  for (const vote of votes(30)) {
    for (const base of Object.keys(bases) as Base[]) {
      const { passes, carried } = judge(vote, rule(base, { numerator: 2, denominator: 3 }, 'unresolved'));
      if (passes !== null || carried !== null) throw new Error(JSON.stringify(vote));
    }
  }
});

it('every sum that does not match is told, by how many, up to 12 people', () => {
  for (const vote of votes(12)) {
    for (let voters = 0; voters <= 14; voters += 1) {
      const codes = judge({ ...vote, members: 20, voters }, null).findings.filter(({ code }) => code.startsWith('sum.'));
      const [sum] = [vote.voters];
      const expected = sum > voters ? ['sum.more', sum - voters] : sum < voters ? ['sum.less', voters - sum] : [];
      const told = codes.flatMap(({ code, params }) => [code, params?.['over'] ?? params?.['missing']]);
      if (JSON.stringify(told) !== JSON.stringify(expected)) throw new Error(`${JSON.stringify(vote)} ${voters}: ${JSON.stringify(told)}`);
    }
  }
});
