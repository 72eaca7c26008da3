/** Those of `entries` that have a rank, the lowest first; null = it does not fit. What ranks alike keeps its order. */
export function bestFirst<Entry>(entries: readonly Entry[], rankOf: (entry: Entry) => number | null): Entry[] {
  return entries
    .flatMap((entry) => {
      const rank = rankOf(entry);
      return rank === null ? [] : [{ entry, rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ entry }) => entry);
}
