import { describe, expect, test } from 'vitest';
import type { MeetingSummary } from '#shared/rpc/schemas.ts';
import { afterMove, dayOf, daysLeft, libraryRows, shortTitle, typedAhead } from './rows.ts';

const meeting = (id: string, year: number, pinned = false): MeetingSummary => ({
  id,
  title: `青禾綠化協會 ${id}`,
  organisation: '青禾綠化協會',
  body: '理事會',
  term: 6,
  session: 4,
  start: `${year}-01-19T09:30`,
  year,
  stage: 'draft',
  pinned,
  trashedAt: null,
  createdAt: `${year}-01-01T00:00:00.000Z`,
  updatedAt: `${year}-01-20T00:00:00.000Z`,
  revision: 1,
});

const read = (meetings: MeetingSummary[]) => libraryRows(meetings, '釘選').map((row) => (row.kind === 'group' ? `# ${row.label}` : row.id));

describe('the rows of the library', () => {
  test('stand under their years, newest first, in the order of the list', () => {
    expect(read([meeting('spring', 2026), meeting('winter', 2026), meeting('old', 2024), meeting('late', 2025)])).toEqual([
      '# 2026', 'spring', 'winter', '# 2025', 'late', '# 2024', 'old',
    ]);
  });

  test('show a pinned meeting once, on top', () => {
    expect(read([meeting('charter', 2019, true), meeting('spring', 2026)])).toEqual(['# 釘選', 'charter', '# 2026', 'spring']);
  });

  test('have no heading without meetings', () => {
    expect(read([])).toEqual([]);
  });
});

test('a day is written without leading zeros, and not at all where it is not known', () => {
  expect(dayOf('2026-01-09T14:00')).toBe('1/9');
  expect(dayOf('2026-11-23')).toBe('11/23');
  expect(dayOf(null)).toBe('');
});

test('arrows stop at the ends of the list', () => {
  const ids = ['one', 'two', 'three'];
  expect(afterMove(ids, null, 'next')).toBe('one');
  expect(afterMove(ids, 'one', 'next')).toBe('two');
  expect(afterMove(ids, 'three', 'next')).toBe('three');
  expect(afterMove(ids, 'one', 'previous')).toBe('one');
  expect(afterMove(ids, 'two', 'last')).toBe('three');
  expect(afterMove([], null, 'next')).toBeNull();
});

test('a title leaves out the organisation that it begins with, unless nothing would be left', () => {
  expect(shortTitle({ title: '青禾綠化協會第三屆理事會第四次會議記錄', organisation: '青禾綠化協會' })).toBe('第三屆理事會第四次會議記錄');
  expect(shortTitle({ title: '青禾綠化協會', organisation: '青禾綠化協會' })).toBe('青禾綠化協會');
  expect(shortTitle({ title: '專題會議紀要', organisation: '' })).toBe('專題會議紀要');
});

test('typing in the list goes to a year, a day or the beginning of a title', () => {
  const rows = libraryRows([meeting('春季', 2026), { ...meeting('冬季', 2025), start: '2025-12-03T10:00' }, meeting('舊章', 2019, true)], '釘選');
  expect(typedAhead(rows, '2025')).toBe('冬季');
  expect(typedAhead(rows, '12/3')).toBe('冬季');
  expect(typedAhead(rows, '青禾綠化協會 春')).toBe('春季');
  expect(typedAhead(rows, '舊')).toBe('舊章');
  expect(typedAhead(rows, '1998')).toBeNull();
});

test('a meeting stays in the trash for sixty days', () => {
  const days = (left: string): number => daysLeft('2026-09-25T10:00:00.000Z', new Date(left));
  expect(['2026-09-25T10:00:00Z', '2026-09-25T11:00:00Z', '2026-09-26T11:00:00Z', '2026-11-24T09:00:00Z', '2026-11-25T09:00:00Z'].map(days)).toEqual([60, 60, 59, 1, 0]);
  // A clock that was ahead when it was thrown away.
  expect(days('2026-09-01T10:00:00Z')).toBe(60);
});
