import { describe, expect, test } from 'vitest';
import type { Person } from '../roster.ts';
import { rosterFindings } from './findings.ts';
import { isMember, votersOf } from './voting.ts';

const person = (id: string, patch: Partial<Person> = {}): Person => ({ id, name: id, organisation: '', title: '', attendance: 'present', ...patch });

describe('who may vote', () => {
  const roster = [
    person('chair', { role: 'chair' }),
    person('late', { arrived: '10:00', left: '11:30' }),
    person('entrusted', { attendance: 'proxy', proxy: 'chair' }),
    person('entrustedToLate', { attendance: 'proxy', proxy: 'late' }),
    person('entrustedToNobody', { attendance: 'proxy' }),
    person('entrustedToAbsent', { attendance: 'proxy', proxy: 'ill' }),
    person('ill', { attendance: 'leave' }),
    person('gone', { attendance: 'absent' }),
    person('supervisor', { attendance: 'inAttendance' }),
    person('guest', { voting: false }),
    person('suspended', { voting: false, seat: '理事' }),
  ];
  const voters = (recusals: string[] = [], at?: string) => votersOf(roster, recusals, at).map((voter) => `${voter.person.id}<${voter.by?.id ?? '?'}`);

  test('over the whole meeting', () => {
    expect(voters()).toEqual(['chair<chair', 'late<late', 'entrusted<chair', 'entrustedToLate<late', 'entrustedToNobody<?']);
  });

  test.each([
    ['09:59', false],
    ['10:00', true],
    ['11:29', true],
    ['11:30', false],
  ])('at %s one who came late and left early is there: %s, and so is whom they vote for', (at, there) => {
    expect(voters([], at).filter((one) => one.endsWith('<late'))).toEqual(there ? ['late<late', 'entrustedToLate<late'] : []);
  });

  test('who stands aside votes neither for themselves nor for another', () => {
    expect(voters(['chair'])).toEqual(['late<late', 'entrustedToLate<late', 'entrustedToNobody<?']);
    expect(voters(['entrusted'])).not.toContain('entrusted<chair');
    expect(voters(['entrusted'])).toContain('chair<chair');
  });

  test('列席 and guests do not belong to the body, a member without a vote does', () => {
    expect(roster.filter((one) => !isMember(one)).map(({ id }) => id)).toEqual(['supervisor', 'guest']);
  });
});

describe('what does not fit', () => {
  const found = (...roster: Person[]) => rosterFindings(roster).map(({ code, personId, weight }) => `${personId} ${code}${weight === 'note' ? ' (note)' : ''}`);

  test.each<[string, Person[], string[]]>([
    ['one name twice', [person('a', { name: '方若蘭' }), person('b', { name: '方若兰' })], ['b twice']],
    ['one name, padded', [person('a', { name: '王清' }), person('b', { name: '王　清' })], ['b twice']],
    ['one name of two bodies', [person('a', { name: '方若蘭', organisation: '甲' }), person('b', { name: '方若蘭', organisation: '乙' })], []],
    ['two without names', [person('a', { name: '' }), person('b', { name: '' })], []],
    ['one of the directory twice', [person('a', { personId: 'pers01' }), person('b', { personId: 'pers01' })], ['b twice']],
    ['a proxy without a holder', [person('a', { attendance: 'proxy' })], ['a proxyWithoutHolder']],
    ['a proxy for oneself', [person('a', { attendance: 'proxy', proxy: 'a' })], ['a proxyForSelf']],
    ['a holder who was taken off the roster', [person('a', { attendance: 'proxy', proxy: 'z' })], ['a proxyHolderGone']],
    ['a proxy of an absent proxy', [person('a', { attendance: 'proxy', proxy: 'b' }), person('b', { attendance: 'proxy', proxy: 'c' }), person('c')], ['a proxyHolderAway']],
    ['a holder on leave', [person('a', { attendance: 'proxy', proxy: 'b' }), person('b', { attendance: 'leave' })], ['a proxyHolderAway']],
    ['a holder without a vote', [person('a', { attendance: 'proxy', proxy: 'b' }), person('b', { voting: false })], ['a proxyHolderWithoutVote (note)']],
    ['a holder of two proxies', [person('a', { attendance: 'proxy', proxy: 'c' }), person('b', { attendance: 'proxy', proxy: 'c' }), person('c')], ['c holdsSeveral (note)']],
    ['left before arriving', [person('a', { arrived: '10:00', left: '09:00' })], ['a leftBeforeArrived']],
    ['an absent chair', [person('a', { role: 'chair', attendance: 'absent' })], ['a chairAway']],
    ['two chairs', [person('a', { role: 'chair' }), person('b', { role: 'chair' })], ['b secondChair']],
    ['an absent recorder', [person('a', { role: 'recorder', attendance: 'leave' })], ['a recorderAway']],
    ['a vote for 列席', [person('a', { attendance: 'inAttendance', voting: true })], ['a guestWithVote']],
    ['nothing', [person('a', { role: 'chair' }), person('b', { role: 'recorder', attendance: 'inAttendance' }), person('c', { attendance: 'proxy', proxy: 'a' })], []],
  ])('%s', (_name, roster, findings) => expect(found(...roster)).toEqual(findings));
});
