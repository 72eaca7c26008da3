import { describe, expect, it } from 'vitest';
import { daysOverdue, dueDay, dueText, isNoDate, readDue } from './due.ts';

describe('a due date', () => {
  it.each([
    ['2026-3-9', 'TW', '2026-03-09'], ['115年3月9日', 'TW', '2026-03-09'], ['民國115年3月9日', 'TW', '2026-03-09'], ['2026/3/9', 'CN', '2026-03-09'],
    ['2026年3月9日', 'CN', '2026-03-09'], [' 下次會議前 ', 'TW', '下次會議前'], ['3月底', 'TW', '3月底'], ['', 'HK', ''],
  ] as const)('「%s」 in %s is kept as 「%s」', (written, region, kept) => {
    expect(readDue(written, region)).toBe(kept);
  });

  it.each([['2026-02-30', true], ['2026/13/1', true], ['115年2月30日', true], ['2026-02-28', false], ['下次會議前', false], ['2月底', false], ['', false]])('「%s」 is no day: %s', (due, wrong) => {
    expect(isNoDate(readDue(due, 'TW'), 'TW')).toBe(wrong);
  });

  it('is overdue from the day after it, and words never are', () => {
    expect([daysOverdue('2026-03-09', '2026-03-09'), daysOverdue('2026-03-09', '2026-03-10'), daysOverdue('2026-02-27', '2026-03-02'), daysOverdue('下次會議前', '2026-03-10')]).toEqual([0, 1, 3, 0]);
  });

  it('reads as the region writes it', () => {
    expect([dueText('2026-03-09', 'TW'), dueText('2026-03-09', 'CN'), dueText('下次會議前', 'HK'), dueDay('2026-02-30')]).toEqual(['115年3月9日', '2026年3月9日', '下次會議前', null]);
  });
});
