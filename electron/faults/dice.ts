/** Chance that a seed decides: a failure can be repeated from the number that is printed with it. */

/** A sequence of whole numbers in [0, limit). */
export type Dice = (limit: number) => number;

/** The sequence of `seed` (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

/** One of `list`. */
export function pick<Item>(roll: Dice, list: readonly Item[]): Item {
  return list[roll(list.length)] as Item;
}

/** `count` numbers of [0, limit) in rising order. */
export const moments = (roll: Dice, count: number, limit: number): number[] =>
  Array.from({ length: count }, () => roll(limit)).toSorted((one, other) => one - other);
