import { expect, test } from 'vitest';
import { addCounts, countsOf, summary } from './counts.ts';

const report = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 0,
  testResults: [
    { status: 'failed', assertionResults: [{}] },
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [] },
  ],
};

test('a file that broke before its first test counts as a failure', () => {
  expect(countsOf(report)).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test('a report of another shape is no report', () => {
  expect(() => countsOf({ numPassedTests: 5 })).toThrow();
});

test('the last line names skipped tests only where there are any', () => {
  const one = { passed: 1, failed: 0, skipped: 0 };
  expect(summary(one)).toBe('tests: 1 passed, 0 failed');
  expect(summary(addCounts(one, { passed: 1, failed: 2, skipped: 3 }))).toBe('tests: 2 passed, 2 failed, 3 skipped');
});
