/** The arithmetic of thresholds: whole numbers multiplied crosswise, never a fraction rounded. */
import type { Comparator, Fraction } from './rule.ts';

/** A comparator that decides. */
export type Settled = Exclude<Comparator, 'unresolved'>;

/** Whether `count` of `base` is more than, or at least, the fraction. */
export function meets(count: number, base: number, { numerator, denominator }: Fraction, comparator: Settled): boolean {
  const [one, other] = [count * denominator, base * numerator];
  return comparator === 'moreThan' ? one > other : one >= other;
}

/** The smallest count of `base` that meets the fraction. */
export function needed(base: number, { numerator, denominator }: Fraction, comparator: Settled): number {
  const product = base * numerator;
  const rest = product % denominator;
  const whole = (product - rest) / denominator;
  return comparator === 'moreThan' || rest > 0 ? whole + 1 : whole;
}

/** What is needed as the charter's words may be read: one number where they are clear, two where they are not. */
export type Needed = { readings: 'one'; count: number } | ({ readings: 'two' } & Readings);
export type Readings = Readonly<Record<Settled, number>>;

/** Both readings of words that say neither 超過 nor 以上. */
export const readingsOf = (base: number, fraction: Fraction): Readings => ({
  moreThan: needed(base, fraction, 'moreThan'),
  atLeast: needed(base, fraction, 'atLeast'),
});
