/** The figures of vitest's JSON report. */
import { z } from 'zod';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Report {
  counts: Counts;
  /** The names of the tests that were skipped; a name says why. */
  skipped: string[];
  /** The files with a test that failed, and what they count for. */
  failed: { path: string; counts: Counts }[];
}

const reportSchema = z.object({
  testResults: z.array(z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) })),
});

/** What a report says. A file that failed before its first test counts as one failed test. Throws on another shape. */
export function readReport(report: unknown): Report {
  const { testResults } = reportSchema.parse(report);
  const files = testResults.map(({ name, status, assertionResults }) => ({
    path: name,
    counts: countsOf(status, assertionResults.map((test) => test.status)),
    skipped: assertionResults.filter((test) => !isRun(test.status)).map(({ fullName }) => fullName),
  }));
  return {
    counts: files.map(({ counts }) => counts).reduce(addCounts, none),
    skipped: files.flatMap(({ skipped }) => skipped),
    failed: files.filter(({ counts }) => counts.failed > 0).map(({ path, counts }) => ({ path, counts })),
  };
}

const isRun = (status: string): boolean => status === 'passed' || status === 'failed';

function countsOf(file: string, tests: readonly string[]): Counts {
  const failed = tests.filter((status) => status === 'failed').length;
  // Also what goes wrong before the first test or after the last is a failure.
  return { passed: tests.filter((status) => status === 'passed').length, failed: failed || (file === 'failed' ? 1 : 0), skipped: tests.filter((status) => !isRun(status)).length };
}

/** The report of a run after some of its failed files were run again: for those, what the second run says. */
export function afterAgain(first: Report, again: Report): Report {
  const rest = first.failed.map(({ counts }) => counts).reduce(subtractCounts, first.counts);
  return { counts: addCounts(rest, again.counts), skipped: [...new Set([...first.skipped, ...again.skipped])], failed: again.failed };
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

export const addCounts = (one: Counts, other: Counts): Counts => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

const subtractCounts = (from: Counts, counts: Counts): Counts => ({
  passed: from.passed - counts.passed,
  failed: from.failed - counts.failed,
  skipped: from.skipped - counts.skipped,
});

/** The last line of the test command. */
export function summary({ passed, failed, skipped }: Counts): string {
  return `tests: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
