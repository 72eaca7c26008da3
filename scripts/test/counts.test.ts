import { expect, test } from 'vitest';
import { addCounts, readReport, summary } from './counts.ts';

const report = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 0,
  testResults: [
    { status: 'failed', assertionResults: [{ status: 'failed', fullName: '標題' }, { status: 'skipped', fullName: 'the desktop (skipped: no screen)' }] },
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [] },
  ],
};

test('a file that broke before its first test counts as a failure', () => {
  expect(readReport(report)).toEqual({ counts: { passed: 5, failed: 2, skipped: 2 }, skipped: ['the desktop (skipped: no screen)'] });
});

test('a report of another shape is no report', () => {
  expect(() => readReport({ numPassedTests: 5 })).toThrow();
});

test('the last line names skipped tests only where there are any', () => {
  const one = { passed: 1, failed: 0, skipped: 0 };
  expect(summary(one)).toBe('tests: 1 passed, 0 failed');
  expect(summary(addCounts(one, { passed: 1, failed: 2, skipped: 3 }))).toBe('tests: 2 passed, 2 failed, 3 skipped');
});
