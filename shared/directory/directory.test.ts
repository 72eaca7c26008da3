import { describe, expect, test } from 'vitest';
import type { Person } from '../minutes/roster.ts';
import { bodyCardSchema, bodyPresets, dueAt, findBody, type Member, membersAt, newBodyCard } from './body.ts';
import { findPerson, mergePeople, namesakes, personProblems, withMember } from './people.ts';
import { newPersonCard, type PersonCard, personCardSchema, type Post, postAt } from './person.ts';
import { peopleById, seatedAt, startingRoster } from './seating.ts';

const post = (organisation: string, title: string, since: string | null = null, until: string | null = null): Post => ({ organisation, title, since, until });
const person = (id: string, name: string, posts: Post[] = [], rest: Partial<PersonCard> = {}): PersonCard => ({ ...newPersonCard(name), id: `${id}000000`.slice(0, 12), posts, ...rest });
const club = '青禾綠化協會';

describe('the office that held on a day', () => {
  const shi = person('shi', '石仲平', [
    post(club, '副理事長', '2016-03-01', '2019-02-28'),
    post(club, '理事長', '2019-03-01'),
    post('和風園藝社', '經理', '2010-01-01'),
  ]);

  test.each([
    ['2018-12-31', '副理事長'],
    ['2019-02-28', '副理事長'],
    ['2019-03-01T09:30', '理事長'],
    ['2030-01-01', '理事長'],
    ['2012-01-01', '經理'],
    [null, '理事長'],
  ])('%s: %s', (day, title) => expect(postAt(shi, day)?.title).toBe(title));

  test('is the one in the organisation that meets, where there is one', () => {
    expect(postAt(shi, '2024-01-19', '和風園藝社')?.title).toBe('經理');
    expect(postAt(shi, '2024-01-19', '青禾绿化协会')?.title).toBe('理事長');
    expect(postAt(shi, '2012-01-01', club)?.title).toBe('經理');
  });

  test('is nothing before the first one and after the last one', () => {
    expect(postAt(shi, '2009-12-31')).toBeNull();
    expect(postAt(person('a', '甲', [post(club, '理事', null, '2020-01-01')]), '2020-01-02')).toBeNull();
    expect(postAt(person('a', '甲', [post(club, '理事', null, '2020-01-01')]), null)).toBeNull();
  });
});

describe('the same person', () => {
  const one = person('one', '方若蘭', [post('市園林局', '副局長')]);
  const two = person('two', '方若蘭', [post('和風園藝社', '經理')]);
  const three = person('three', '葛明遠', []);
  const all = [one, two, three];

  test('is of the same name and organisation, in whatever script', () => {
    expect(findPerson(all, { name: '方若兰', organisation: '市园林局' })).toBe(one);
    expect(findPerson(all, { name: '方 若蘭', organisation: '和風園藝社' })).toBe(two);
  });

  test('is nobody where several could be, or where the organisation is another one', () => {
    expect(findPerson(all, { name: '方若蘭', organisation: '' })).toBeNull();
    expect(findPerson(all, { name: '方若蘭', organisation: '水利局' })).toBeNull();
    expect(findPerson(all, { name: '', organisation: '' })).toBeNull();
  });

  test('is the only one of a name where nothing else is known', () => {
    expect(findPerson(all, { name: '葛明遠', organisation: '水利局' })).toBe(three);
    expect(findPerson([one, three], { name: '方若蘭', organisation: '' })).toBe(one);
  });

  test('is found by another name of theirs', () => {
    const known = person('k', '柳思源', [], { aliases: ['柳四元'] });
    expect(findPerson([known], { name: '柳四元', organisation: '' })).toBe(known);
    expect(namesakes([known, three], person('n', '柳四元'))).toEqual([known]);
  });
});

describe('two cards made one', () => {
  test('lose nothing, and keep the first name and id', () => {
    const kept = person('kept', '溫書瑜', [post(club, '監事')], { note: '素食' });
    const other = person('other', '温书瑜', [post(club, '監事', '2022-03-01'), post('水利局', '科長')], { note: '左側入席', aliases: ['書瑜'], former: ['gone00000000'] });
    expect(mergePeople(kept, other)).toEqual({
      ...kept,
      aliases: ['温书瑜', '書瑜'],
      posts: [post(club, '監事', '2022-03-01'), post('水利局', '科長')],
      note: '素食\n左側入席',
      former: [other.id, 'gone00000000'],
    });
    expect(personCardSchema.safeParse(mergePeople(kept, other)).success).toBe(true);
  });

  test('keep two terms of the same office apart, and nothing twice', () => {
    const terms = [post(club, '理事', '2012-01-01', '2015-12-31'), post(club, '理事', '2020-01-01')];
    const kept = person('kept', '甲', terms);
    expect(mergePeople(kept, person('other', '甲', terms))).toMatchObject({ posts: terms, aliases: [], note: '' });
  });

  test('take the seats along', () => {
    const body = { ...newBodyCard('TW', 'Hant'), members: [{ personId: 'other0000000', seat: '監事', rank: 1, voting: true, since: null, until: null }] };
    expect(withMember(body, 'other0000000', 'kept00000000').members[0]?.personId).toBe('kept00000000');
  });
});

test('a card says what is not right about it, and is kept all the same', () => {
  const wrong = person('w', ' ', [post(club, '理事', '2020-01-01', '2019-01-01')]);
  expect(personProblems(wrong)).toEqual(['nameless', 'backwards']);
  expect(personCardSchema.safeParse(wrong).success).toBe(true);
  expect(personProblems(person('r', '甲'))).toEqual([]);
});

test.each(['2023-02-29', '2024-13-01', '2024-1-1', '民國113年'])('%s is no day', (since) => {
  expect(personCardSchema.safeParse(person('a', '甲', [post(club, '理事', since)])).success).toBe(false);
});

test('every region has its usual bodies, seats and numbers of decisions', () => {
  for (const { names, seats, numbering } of Object.values(bodyPresets)) {
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(seats).size).toBe(seats.length);
    expect(numbering).toContain('{序}');
  }
});

describe('a body', () => {
  const seat = (personId: string, name: string, rest: Partial<Member> = {}): Member => ({ personId: `${personId}000000`.slice(0, 12), seat: name, rank: null, voting: true, since: null, until: null, ...rest });
  const people = [
    person('shi', '石仲平', [post(club, '副理事長', null, '2022-02-28'), post(club, '理事長', '2022-03-01')]),
    person('ding', '丁一鳴', [post('和風園藝社', '經理')]),
    person('wen', '溫書瑜', [post(club, '監事')]),
    person('ge', '葛明遠'),
  ];
  const board = {
    ...newBodyCard('TW', 'Hant'),
    organisation: club,
    name: '理事會',
    members: [
      seat('wen', '監事', { voting: false, rank: 9 }),
      seat('ge', '理事', { until: '2023-12-31', rank: 3 }),
      seat('shi', '理事', { until: '2022-02-28', rank: 4 }),
      seat('shi', '理事長', { since: '2022-03-01', rank: 1 }),
      seat('ding', '理事'),
    ],
  };
  const names = (day: string | null, order: 'rank' | 'strokes' | 'hand') => seatedAt({ ...board, order }, peopleById(people), day).map((one) => one.person?.name);

  test('has those members whose time it is, and so many are due', () => {
    expect(membersAt(board, '2021-05-01').map(({ seat: name }) => name)).toEqual(['監事', '理事', '理事', '理事']);
    expect(membersAt(board, '2024-05-01').map(({ seat: name }) => name)).toEqual(['監事', '理事長', '理事']);
    expect(dueAt(board, '2021-05-01')).toBe(3);
    expect(dueAt(board, '2024-05-01')).toBe(2);
    expect(dueAt(board, null)).toBe(2);
  });

  test('counts somebody once who has two seats at the same time', () => {
    const twice = { ...board, members: [seat('shi', '理事', { since: '2019-01-01' }), seat('shi', '常務理事', { since: '2022-01-01' })] };
    expect(membersAt(twice, '2024-01-01').map(({ seat: name }) => name)).toEqual(['常務理事']);
  });

  test('puts them by rank, by strokes of the surname, or by hand', () => {
    expect(names('2023-01-01', 'rank')).toEqual(['石仲平', '葛明遠', '溫書瑜', '丁一鳴']);
    expect(names('2023-01-01', 'strokes')).toEqual(['丁一鳴', '石仲平', '溫書瑜', '葛明遠']);
    expect(names('2023-01-01', 'hand')).toEqual(['溫書瑜', '葛明遠', '石仲平', '丁一鳴']);
  });

  test('gives a meeting its roster with the offices of that day', () => {
    const roster = (day: string): Omit<Person, 'id'>[] => startingRoster({ ...board, order: 'rank' }, people, day).map((row) => {
      const rest: Omit<Person, 'id'> & { id?: string } = { ...row };
      delete rest.id;
      return rest;
    });
    expect(roster('2024-01-19T09:30')).toEqual([
      { name: '石仲平', organisation: '', title: '理事長', attendance: 'present', personId: 'shi000000', seat: '理事長', rank: 1 },
      { name: '溫書瑜', organisation: '', title: '監事', attendance: 'inAttendance', personId: 'wen000000', seat: '監事', rank: 9 },
      { name: '丁一鳴', organisation: '和風園藝社', title: '經理', attendance: 'present', personId: 'ding000000', seat: '理事' },
    ]);
    expect(roster('2021-05-01')[1]).toMatchObject({ name: '石仲平', title: '副理事長', seat: '理事' });
  });

  test('seats who was merged into another card, and nobody who is not in the directory', () => {
    const one = person('one', '石仲平', [], { former: ['shi000000'] });
    expect(startingRoster(board, [one], '2024-01-19')).toMatchObject([{ name: '石仲平', personId: 'one000000' }]);
  });

  test('is found by its organisation and its name', () => {
    expect(findBody([board], { organisation: '青禾绿化协会', name: '理事会' })).toBe(board);
    expect(findBody([board], { organisation: '和風園藝社', name: '理事會' })).toBeNull();
    expect(findBody([board], { organisation: club, name: '' })).toBeNull();
    expect(bodyCardSchema.safeParse(board).success).toBe(true);
  });
});
