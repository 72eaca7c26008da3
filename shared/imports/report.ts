/** What a report of many files comes to. */
import type { ImportEntry } from '../rpc/imports.ts';

export type ImportCounts = Record<ImportEntry['state'] | 'all', number>;

export function countsOf(entries: readonly Pick<ImportEntry, 'state'>[]): ImportCounts {
  const counts: ImportCounts = { all: entries.length, taken: 0, doubtful: 0, duplicate: 0, failed: 0 };
  for (const { state } of entries) counts[state] += 1;
  return counts;
}
