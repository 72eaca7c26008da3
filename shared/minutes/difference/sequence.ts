/** What is different between two orders of the same kind of thing. */

export interface Step {
  id: string;
  /** `moved`: in both, at another place among the others; it stands where it is now. */
  state: 'kept' | 'added' | 'removed' | 'moved';
}

/**
 * Both orders as one: what is now in its order, and what is gone where it was. As many as can be are kept. Ids are
 * unique within each.
 */
export function orderSteps(before: readonly string[], after: readonly string[]): Step[] {
  const places = new Map(before.map((id, at) => [id, at]));
  const still = new Set(after);
  const kept = new Set(longestRising(after.flatMap((id) => places.get(id) ?? [])));
  const steps: Step[] = [];
  const addGone = (from: number): void => {
    for (let at = from; at < before.length && !kept.has(at); at += 1) {
      const id = before[at];
      if (id !== undefined && !still.has(id)) steps.push({ id, state: 'removed' });
    }
  };
  addGone(0);
  for (const id of after) {
    const at = places.get(id);
    if (at === undefined) steps.push({ id, state: 'added' });
    else if (!kept.has(at)) steps.push({ id, state: 'moved' });
    else {
      steps.push({ id, state: 'kept' });
      addGone(at + 1);
    }
  }
  return steps;
}

/** The longest selection of different numbers that rises from first to last (patience sorting: n log n). */
function longestRising(numbers: readonly number[]): number[] {
  /** The smallest end of a rising selection of each length, and what stands before each number in its selection. */
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const number of numbers) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous.set(number, ends[low - 1]);
    ends[low] = number;
  }
  const selection: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = previous.get(at)) selection.push(at);
  return selection.reverse();
}
