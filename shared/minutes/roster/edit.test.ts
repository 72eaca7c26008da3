import { describe, expect, test } from 'vitest';
import { type Person, rosterSchema } from '../roster.ts';
import { byRank, byStrokes, movedBefore, movedBy, withPerson, withState } from './edit.ts';

const person = (id: string, patch: Partial<Person> = {}): Person => ({ id: `person${id}`, name: id, organisation: '', title: '', attendance: 'present', ...patch });
const abcde = ['a', 'b', 'c', 'd', 'e'].map((id) => person(id));
const order = (roster: readonly Person[]) => roster.map(({ name }) => name).join('');
const ids = (names: string) => [...names].map((name) => `person${name}`);

describe('order by hand', () => {
  test.each([
    ['b', -1, 'bacde'],
    ['b', 1, 'acbde'],
    ['a', -1, 'abcde'],
    ['e', 1, 'abcde'],
    ['bc', -1, 'bcade'],
    ['bd', 1, 'acbed'],
    ['ab', -1, 'abcde'],
    ['ac', -1, 'acbde'],
  ] as const)('%s by %i', (names, by, after) => expect(order(movedBy(abcde, ids(names), by))).toBe(after));
  test.each([
    ['d', 'a', 'dabce'],
    ['ae', 'c', 'baecd'],
    ['b', null, 'acdeb'],
    ['bc', 'b', 'abcde'],
    ['c', 'zz', 'abdec'],
  ] as const)('%s before %s', (names, before, after) => {
    expect(order(movedBefore(abcde, ids(names), before === null || before === 'zz' ? null : `person${before}`))).toBe(after);
  });
});

test('by rank, who has none stays behind in their order', () => {
  expect(order(byRank([person('a'), person('b', { rank: 2 }), person('c', { rank: 1 }), person('d')]))).toBe('cbad');
});

test('by strokes of the surname: 丁 2, 王 4, 石 5, 余 7, 柳 9, 唐 10, 溫 12 or 13, 葛 13', () => {
  const names = ['葛明遠', '唐以安', '', '石仲平', '丁一', '柳思源', '王清', '余則成'];
  expect(byStrokes(names.map((name) => person(name)), 'Hant').map(({ name }) => name)).toEqual(['丁一', '王清', '石仲平', '余則成', '柳思源', '唐以安', '葛明遠', '']);
});

describe('changes', () => {
  const roster = [person('a', { role: 'chair', attendance: 'proxy', proxy: 'personb' }), person('b')];
  test('a proxy goes with the state', () => {
    const [first] = withState(roster, ids('a'), 'leave');
    expect(first).not.toHaveProperty('proxy');
    expect(withState(roster, ids('ab'), 'absent').map(({ attendance }) => attendance)).toEqual(['absent', 'absent']);
  });
  test('there is one chair', () => {
    const after = withPerson(roster, 'personb', { role: 'chair' });
    expect(after.map(({ role }) => role)).toEqual([undefined, 'chair']);
    expect(after[0]).not.toHaveProperty('role');
  });
  test('what is taken away leaves nothing behind', () => {
    const after = withPerson([person('a', { seat: '理事', voting: false, arrived: '09:00' })], 'persona', { seat: undefined, voting: undefined, arrived: undefined });
    expect(Object.keys(after[0] ?? {})).toEqual(['id', 'name', 'organisation', 'title', 'attendance']);
    expect(rosterSchema.safeParse(after).success).toBe(true);
  });
});
