import { expect, test } from 'vitest';
import { addCounts, afterAgain, readReport, summary } from './counts.ts';

const passed = { status: 'passed', fullName: '表決' };
const failed = { status: 'failed', fullName: '標題' };
const skipped = { status: 'skipped', fullName: 'the desktop (skipped: no screen)' };
const file = (name: string, status: string, assertionResults: object[]) => ({ name, status, assertionResults });

test('a file that broke before its first test, or after its last, counts as a failure', () => {
  const report = readReport({
    testResults: [file('a.test.ts', 'failed', [failed, failed, passed, skipped]), file('b.test.ts', 'failed', []), file('c.test.ts', 'failed', [passed]), file('d.test.ts', 'passed', [passed])],
  });
  expect(report).toEqual({
    counts: { passed: 3, failed: 4, skipped: 1 },
    skipped: ['the desktop (skipped: no screen)'],
    failed: [
      { path: 'a.test.ts', counts: { passed: 1, failed: 2, skipped: 1 } },
      { path: 'b.test.ts', counts: { passed: 0, failed: 1, skipped: 0 } },
      { path: 'c.test.ts', counts: { passed: 1, failed: 1, skipped: 0 } },
    ],
  });
});

test('a file that is run again counts as it then ends', () => {
  const first = readReport({ testResults: [file('a.test.ts', 'failed', [failed, passed]), file('b.test.ts', 'failed', []), file('d.test.ts', 'passed', [passed, skipped])] });
  const well = readReport({ testResults: [file('a.test.ts', 'passed', [passed, passed]), file('b.test.ts', 'passed', [passed])] });
  expect(afterAgain(first, well)).toEqual({ counts: { passed: 4, failed: 0, skipped: 1 }, skipped: first.skipped, failed: [] });
  const still = readReport({ testResults: [file('a.test.ts', 'failed', [failed, passed]), file('b.test.ts', 'passed', [passed])] });
  expect(afterAgain(first, still)).toMatchObject({ counts: { passed: 3, failed: 1, skipped: 1 }, failed: [{ path: 'a.test.ts' }] });
});

test('a report of another shape is no report', () => {
  expect(() => readReport({ testResults: [{ name: 'a.test.ts' }] })).toThrow();
});

test('the last line names skipped tests only where there are any', () => {
  const one = { passed: 1, failed: 0, skipped: 0 };
  expect(summary(one)).toBe('tests: 1 passed, 0 failed');
  expect(summary(addCounts(one, { passed: 1, failed: 2, skipped: 3 }))).toBe('tests: 2 passed, 2 failed, 3 skipped');
});
