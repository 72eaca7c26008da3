import { describe, expect, test } from 'vitest';
import { newMeta } from '../minutes/meta.ts';
import type { AttendanceState, Person } from '../minutes/roster.ts';
import { newBodyCard } from './body.ts';
import { newPersonCard, postAt } from './person.ts';
import { accepted, gathering } from './suggest.ts';

let count = 0;
const at = (name: string, title = '', organisation = '', attendance: AttendanceState = 'present', rest: Partial<Person> = {}): Person => ({ id: `row${String((count += 1)).padStart(6, '0')}`, name, title, organisation, attendance, ...rest });
const meeting = (start: string | null, roster: Person[], body = '理事會', term = 3, session = 1) => ({ meta: { ...newMeta('TW', 'Hant'), organisation: '青禾綠化協會', body, start, term, session }, roster });
const gathered = (meetings: ReturnType<typeof meeting>[], known: Parameters<typeof gathering>[0] = { people: [], bodies: [] }) => {
  const all = gathering(known);
  for (const one of meetings) all.see(one);
  return all.suggestions();
};

describe('people of past meetings', () => {
  test('are put together with their offices in the order of time', () => {
    const { people } = gathered([
      meeting('2023-05-01T09:00', [at('石仲平', '理事長')]),
      meeting('2019-03-04T09:00', [at('石仲平', '副理事長')]),
      meeting('2024-01-19T09:30', [at('石仲平', '理事長')]),
    ]);
    expect(people).toHaveLength(1);
    const [shi] = people;
    expect(shi).toMatchObject({ isNew: true, meetings: 3, last: '2024-01-19', card: { posts: [{ title: '副理事長', since: null }, { title: '理事長', since: '2023-05-01' }] } });
    expect(shi && [postAt(shi.card, '2019-03-04')?.title, postAt(shi.card, '2022-01-01')?.title, postAt(shi.card, '2023-05-01')?.title]).toEqual(['副理事長', '副理事長', '理事長']);
  });

  test('of one name in two organisations are two, and one written without an organisation is whose name it is alone', () => {
    const { people } = gathered([
      meeting(null, [at('方若蘭', '副局長', '市園林局'), at('葛明遠', '理事', '和風園藝社')]),
      meeting(null, [at('方若蘭', '經理', '水利局'), at('葛明远', '理事')]),
    ]);
    expect(people.map(({ card, meetings }) => [card.name, meetings])).toEqual([['葛明遠', 2], ['方若蘭', 1], ['方若蘭', 1]]);
  });

  test('who are here with everything are counted and not suggested; what they did not have is added to their card', () => {
    const shi = { ...newPersonCard('石仲平'), posts: [{ organisation: '青禾綠化協會', title: '理事長', since: null, until: null }] };
    expect(gathered([meeting('2024-01-19', [at('石仲平', '理事長')], '')], { people: [shi], bodies: [] })).toEqual({ people: [], bodies: [], meetings: 1, known: 1 });
    const { people } = gathered([meeting('2024-01-19', [at('石仲平', '會長')], '')], { people: [shi], bodies: [] });
    expect(people).toMatchObject([{ isNew: false, card: { id: shi.id, posts: [{ title: '理事長' }, { title: '會長' }] } }]);
  });
});

test('of two namesakes the one is meant who is of the organisation that meets', () => {
  const shi = { ...newPersonCard('石仲平'), posts: [{ organisation: '青禾綠化協會', title: '理事長', since: null, until: null }] };
  const other = { ...newPersonCard('石仲平'), posts: [{ organisation: '水利局', title: '科長', since: null, until: null }] };
  const { people, bodies, known } = gathered([meeting('2024-01-19', [at('石仲平', '理事長')])], { people: [other, shi], bodies: [] });
  expect([people, known]).toEqual([[], 1]);
  expect(bodies[0]?.card.members.map(({ personId }) => personId)).toEqual([shi.id]);
});

describe('bodies of past meetings', () => {
  const first = meeting('2019-03-04', [at('石仲平', '理事長')], '理事會', 3, 1);
  const last = meeting('2024-01-19', [at('石仲平', '理事長'), at('丁一鳴', '經理', '和風園藝社', 'leave', { seat: '理事', rank: 2 }), at('溫書瑜', '監事', '', 'inAttendance')], '理事會', 4, 2);

  test('have the members of their last meeting, and begin to count with the first', () => {
    const { bodies, people } = gathered([last, first]);
    expect(bodies).toMatchObject([{ isNew: true, meetings: 2, last: '2024-01-19', card: { organisation: '青禾綠化協會', name: '理事會', region: 'TW', script: 'Hant', series: { term: 3, session: 1 } } }]);
    const nameOf = (id: string) => people.find(({ card }) => card.id === id)?.card.name;
    expect(bodies[0]?.card.members.map(({ personId, seat, rank }) => [nameOf(personId), seat, rank])).toEqual([['石仲平', '理事長', null], ['丁一鳴', '理事', 2]]);
  });

  test('that are here already are not suggested', () => {
    const known = { ...newBodyCard('TW', 'Hant'), organisation: '青禾绿化协会', name: '理事会' };
    expect(gathered([last], { people: [], bodies: [known] }).bodies).toEqual([]);
  });

  test('are kept without the seats of those who are not taken in', () => {
    const all = gathered([last]);
    const shi = all.people.find(({ card }) => card.name === '石仲平')?.card.id ?? '';
    const body = all.bodies[0]?.card.id ?? '';
    const kept = accepted(all, new Set([shi, body]));
    expect(kept.people.map(({ name }) => name)).toEqual(['石仲平']);
    expect(kept.bodies[0]?.members.map(({ personId }) => personId)).toEqual([shi]);
    expect(accepted(all, new Set())).toEqual({ people: [], bodies: [] });
  });
});
