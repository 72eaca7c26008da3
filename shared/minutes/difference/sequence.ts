/** What is different between two orders of the same kind of thing. */
import { diffArrays } from 'diff';

export interface Step {
  id: string;
  /** `moved`: in both, at another place among the others; it stands where it is now. */
  state: 'kept' | 'added' | 'removed' | 'moved';
}

/** Both orders as one: what is now in its order, and what is gone where it was. Ids are unique within each. */
export function orderSteps(before: readonly string[], after: readonly string[]): Step[] {
  const inBefore = new Set(before);
  const inAfter = new Set(after);
  return diffArrays([...before], [...after]).flatMap(({ value, added, removed }) =>
    value.flatMap((id): Step[] => {
      if (added) return [{ id, state: inBefore.has(id) ? 'moved' : 'added' }];
      if (!removed) return [{ id, state: 'kept' }];
      return inAfter.has(id) ? [] : [{ id, state: 'removed' }];
    }),
  );
}
