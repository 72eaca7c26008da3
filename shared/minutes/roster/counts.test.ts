import { describe, expect, test } from 'vitest';
import type { Person } from '../roster.ts';
import { countsOf, quorumOf, usualQuorum } from './counts.ts';

const people = (count: number, patch: Partial<Person> = {}): Person[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${patch.attendance ?? 'here'}${patch.arrived ?? ''}${at}`, name: `理事${at}`, organisation: '', title: '', attendance: 'present', ...patch }));

describe('counts', () => {
  const board = [...people(13), ...people(2, { attendance: 'proxy', proxy: 'here0' }), ...people(2, { attendance: 'leave' }), ...people(1, { attendance: 'absent' }), ...people(3, { attendance: 'inAttendance' })];

  test('應到 18 · 實到 15（委託 2）', () => {
    expect(countsOf(board)).toEqual({ members: 18, inPerson: 13, byProxy: 2, present: 15, voting: 15, guests: 3, leave: 2, absent: 1 });
  });
  test('at a time of day, whose holder is gone is gone too', () => {
    const moving = board.map((person) => (person.id === 'here0' ? { ...person, left: '11:00' } : person.id === 'here1' ? { ...person, arrived: '10:00' } : person));
    expect(countsOf(moving, '09:30')).toMatchObject({ inPerson: 12, byProxy: 2, voting: 14 });
    expect(countsOf(moving, '10:30')).toMatchObject({ inPerson: 13, byProxy: 2 });
    expect(countsOf(moving, '11:00')).toMatchObject({ inPerson: 12, byProxy: 0, members: 18 });
  });
  test('an empty roster', () => {
    expect(countsOf([])).toMatchObject({ members: 0, present: 0, voting: 0 });
    expect(quorumOf(countsOf([]), usualQuorum)).toBeNull();
  });
});

describe('quorum', () => {
  const counts = (inPerson: number, byProxy = 0) => ({ members: 18, inPerson, byProxy, present: inPerson + byProxy, voting: 0, guests: 0, leave: 0, absent: 0 });
  test.each([
    [9, 0, false],
    [10, 0, true],
    [8, 2, true],
  ])('過半數 of 18 with %i there and %i by proxy: %s', (inPerson, byProxy, met) => {
    expect(quorumOf(counts(inPerson, byProxy), usualQuorum)).toMatchObject({ met, needed: { count: 10 } });
  });
  test('where proxies do not count', () => {
    expect(quorumOf(counts(8, 4), { ...usualQuorum, proxies: false })).toMatchObject({ met: false, counted: 8 });
  });
  test('a bare 三分之二 is settled only where both readings agree', () => {
    const rule = { fraction: { numerator: 2, denominator: 3 }, comparator: 'unresolved', proxies: true } as const;
    expect(quorumOf(counts(12), rule)).toMatchObject({ met: null, needed: { moreThan: 13, atLeast: 12 } });
    expect(quorumOf(counts(13), rule)?.met).toBe(true);
    expect(quorumOf(counts(11), rule)?.met).toBe(false);
  });
});
