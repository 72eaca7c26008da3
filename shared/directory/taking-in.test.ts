import { expect, test } from 'vitest';
import type { Person } from '../minutes/roster.ts';
import { takenIn } from './taking-in.ts';

const at = (id: string, name: string, title = '', organisation = ''): Person => ({ id, name, title, organisation, attendance: 'present' });
const roster = [at('row001', '石仲平', '理事長'), at('row002', '方若蘭', '副局長', '市園林局'), at('row003', ''), at('row004', '丁一鳴')];
const meta = { organisation: '青禾綠化協會' };

test('everybody of a roster who is not known yet becomes a card, and everybody is linked', () => {
  const taken = takenIn(roster, ['known1', null, null, null], meta, () => true);
  expect(taken.people.map(({ name, posts }) => [name, posts.map(({ organisation, title }) => organisation + title)])).toEqual([['方若蘭', ['市園林局副局長']], ['丁一鳴', []]]);
  expect(taken.roster.map(({ personId }) => personId)).toEqual(['known1', taken.people[0]?.id, undefined, taken.people[1]?.id]);
});

test('an office without an organisation is one in the organisation that meets', () => {
  expect(takenIn(roster, [], meta, ({ id }) => id === 'row001').people).toMatchObject([{ name: '石仲平', posts: [{ organisation: '青禾綠化協會', title: '理事長', since: null }] }]);
});

test('one alone leaves the others as they were', () => {
  const taken = takenIn(roster, [], meta, ({ id }) => id === 'row002');
  expect(taken.roster.filter((person, index) => person !== roster[index]).map(({ name }) => name)).toEqual(['方若蘭']);
});
