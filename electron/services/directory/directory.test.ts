import { createRouterClient } from '@orpc/server';
import { beforeEach, describe, expect, it } from 'vitest';
import { tamper } from '#electron/db/testing/tamper.ts';
import * as people from '#electron/services/directory/people.ts';
import { createStoreRouter } from '#electron/services/router.ts';
import { programForEach } from '#electron/services/testing/program.ts';
import { record, testStore, valueOf } from '#electron/services/testing/store.ts';
import { newBodyCard } from '#shared/directory/body.ts';
import { newPersonCard, type PersonCard, type Post } from '#shared/directory/person.ts';
import { accepted } from '#shared/directory/suggest.ts';
import { newId } from '#shared/minutes/id.ts';
import type { StoreEvent } from '#shared/rpc/schemas.ts';

const program = programForEach();
const open = () => createRouterClient(createStoreRouter(program.services));
let client: ReturnType<typeof open>;
beforeEach(() => {
  client = open();
});
async function restart(meanwhile = (): void => undefined): Promise<void> {
  await program.stop();
  meanwhile();
  program.start();
  client = open();
}

const club = '青禾綠化協會';
const post = (title: string, organisation = club, since: string | null = null, until: string | null = null): Post => ({ organisation, title, since, until });
const shi: PersonCard = { ...newPersonCard('石仲平'), aliases: ['石老'], posts: [post('副理事長', club, null, '2022-02-28'), post('理事長', club, '2022-03-01')] };
const fang: PersonCard = { ...newPersonCard('方若蘭'), posts: [post('副局長', '市園林局')] };
const zeng: PersonCard = { ...newPersonCard('曾以安'), posts: [post('監事')] };
const keep = async (...people: PersonCard[]) => valueOf(await client.people.keepAll({ people }));
const names = async (query: string, date: string | null = null) => valueOf(await client.people.list({ query, date })).people.map(({ name }) => name);

describe('the people', () => {
  it('are kept, listed by strokes of their names with the office of the day, and there after a restart', async () => {
    await keep(zeng, shi, fang);
    await restart();
    expect(valueOf(await client.people.list({ date: '2021-05-01' }))).toEqual({
      total: 3,
      people: [
        { id: fang.id, name: '方若蘭', organisation: '市園林局', title: '副局長' },
        { id: shi.id, name: '石仲平', organisation: club, title: '副理事長' },
        { id: zeng.id, name: '曾以安', organisation: club, title: '監事' },
      ],
    });
    expect(valueOf(await client.people.list({ offset: 1, limit: 1 })).people).toMatchObject([{ title: '理事長' }]);
    expect(valueOf(await client.people.get({ id: shi.id }))).toEqual(shi);
  });

  it.each([
    ['石', '石仲平'], ['石老', '石仲平'], ['副局长', '方若蘭'], ['市園林局', '方若蘭'], ['szp', '石仲平'], ['shizhong', '石仲平'], ['ㄈㄖㄌ', '方若蘭'], ['zya', '曾以安'], ['ㄗㄧㄢ', '曾以安'], ['cya', '曾以安'], ['副理事長', '石仲平'],
  ])('are found by %s', async (query, name) => {
    await keep(shi, fang, zeng);
    expect(await names(query)).toEqual([name]);
  });

  it('are not found by what nobody is', async () => {
    await keep(shi);
    expect(await names('xyz')).toEqual([]);
    expect(await names('水利局')).toEqual([]);
  });

  it('are checked, and refused where a card is none', async () => {
    const wrong = { ...shi, posts: [post('理事', club, '2023-02-29')] };
    expect(await client.people.put({ person: wrong })).toEqual({ ok: false, error: { code: 'request.invalid' } });
    expect(await client.people.put({ person: { ...shi, age: 60 } as PersonCard })).toEqual({ ok: false, error: { code: 'request.invalid' } });
    expect(await names('')).toEqual([]);
  });

  it('come back as they were when their removal is taken back', async () => {
    await keep(shi);
    const removed = valueOf(await client.people.remove({ id: shi.id }));
    expect(await names('')).toEqual([]);
    expect(await client.people.get({ id: shi.id })).toEqual({ ok: false, error: { code: 'card.notFound' } });
    expect(await client.people.remove({ id: shi.id })).toEqual({ ok: false, error: { code: 'card.notFound' } });
    await keep(removed);
    await restart();
    expect(valueOf(await client.people.get({ id: shi.id }))).toEqual(shi);
  });

  it('tell the other windows when they change', async () => {
    const heard: StoreEvent[] = [];
    const stop = new AbortController();
    const watching = (async () => {
      for await (const event of program.services.events.watch(stop.signal)) heard.push(event);
    })().catch(() => undefined);
    valueOf(await client.people.put({ person: shi, origin: 'window1' }));
    valueOf(await client.people.remove({ id: shi.id, origin: 'window2' }));
    await new Promise((done) => setTimeout(done, 20));
    stop.abort();
    await watching;
    expect(heard).toEqual(['window1', 'window2'].map((origin) => ({ type: 'directory.changed', origin })));
  });

  it('of which one is damaged are listed without it, and it stays where it is', async () => {
    await keep(shi, fang);
    await restart(() => tamper(program.databasePath, `UPDATE cards SET content = replace(content, '理事長', '理事長一') WHERE id = ?`, shi.id));
    expect(await names('')).toEqual(['方若蘭']);
    expect(program.services.db.cards.stored()).toHaveLength(2);
  });
});

describe('two people who are one', () => {
  const other: PersonCard = { ...newPersonCard('石仲平'), posts: [post('顧問', '和風園藝社')] };
  const body = { ...newBodyCard('TW', 'Hant'), organisation: club, name: '理事會', members: [{ personId: other.id, seat: '理事', rank: 1, voting: true, since: null, until: null }] };

  it('are merged with their seats and offices, in one step, and told apart again', async () => {
    valueOf(await client.people.keepAll({ people: [shi, other], bodies: [body] }));
    const { person, before } = valueOf(await client.people.merge({ keep: shi.id, other: other.id }));
    expect(person.posts).toEqual([...shi.posts, ...other.posts]);
    expect(valueOf(await client.people.list({})).total).toBe(1);
    // What is linked to the other card is linked to this one.
    expect(valueOf(await client.people.get({ id: other.id })).id).toBe(shi.id);
    expect(valueOf(await client.bodies.roster({ id: body.id }))).toMatchObject([{ name: '石仲平', personId: shi.id, title: '理事長' }]);
    valueOf(await client.people.keepAll(before));
    expect(valueOf(await client.people.get({ id: other.id }))).toEqual(other);
    expect(valueOf(await client.people.get({ id: shi.id }))).toEqual(shi);
    expect(valueOf(await client.bodies.get({ id: body.id })).body).toEqual(body);
  });

  it('are not merged with themselves or with nobody', async () => {
    await keep(shi);
    expect(await client.people.merge({ keep: shi.id, other: shi.id })).toEqual({ ok: false, error: { code: 'request.invalid' } });
    expect(await client.people.merge({ keep: shi.id, other: newId() })).toEqual({ ok: false, error: { code: 'card.notFound' } });
  });
});

describe('a body', () => {
  const body = {
    ...newBodyCard('TW', 'Hant'),
    organisation: club,
    name: '理事會',
    order: 'rank' as const,
    members: [
      { personId: zeng.id, seat: '監事', rank: 2, voting: false, since: null, until: null },
      { personId: shi.id, seat: '理事長', rank: 1, voting: true, since: '2019-01-01', until: null },
      { personId: fang.id, seat: '理事', rank: 3, voting: true, since: null, until: '2020-12-31' },
    ],
  };

  it('is kept with its members, counted on a day, and gives a meeting its roster', async () => {
    await keep(shi, fang, zeng);
    valueOf(await client.bodies.put({ body }));
    await restart();
    expect(valueOf(await client.bodies.list({ date: '2020-06-01' }))).toMatchObject([{ name: '理事會', members: 3, due: 2 }]);
    expect(valueOf(await client.bodies.list({}))).toMatchObject([{ members: 2, due: 1 }]);
    const got = valueOf(await client.bodies.get({ id: body.id }));
    expect(got.body).toEqual(body);
    expect(got.people.map(({ name }) => name)).toEqual(['曾以安', '石仲平', '方若蘭']);
    expect(valueOf(await client.bodies.roster({ id: body.id, date: '2020-06-01T09:00' })).map(({ name, title, organisation, attendance }) => [name, title, organisation, attendance])).toEqual([
      ['石仲平', '副理事長', '', 'present'],
      ['曾以安', '監事', '', 'inAttendance'],
      ['方若蘭', '副局長', '市園林局', 'present'],
    ]);
  });

  it('comes back when its removal is taken back', async () => {
    valueOf(await client.bodies.put({ body }));
    const removed = valueOf(await client.bodies.remove({ id: body.id }));
    expect(valueOf(await client.bodies.list({}))).toEqual([]);
    expect(await client.bodies.roster({ id: body.id })).toEqual({ ok: false, error: { code: 'card.notFound' } });
    valueOf(await client.people.keepAll({ people: [], bodies: [removed] }));
    expect(valueOf(await client.bodies.get({ id: body.id })).body).toEqual(body);
  });
});

describe('what she types', () => {
  const roster = [
    { id: 'row000000001', name: '石一鳴', organisation: '', title: '秘書長', attendance: 'present' as const },
    { id: 'row000000002', name: '石仲平', organisation: '', title: '理事長', attendance: 'present' as const, personId: shi.id },
  ];

  it('offers people of the roster first, then of the directory with the office of the day, each once', async () => {
    const shiLi: PersonCard = { ...newPersonCard('石立'), posts: [post('會員')] };
    await keep(shi, shiLi, fang);
    const offers = valueOf(await client.people.offer({ text: '石', date: '2021-05-01', roster }));
    expect(offers.map(({ from, name, title, personId }) => [from, name, title, personId])).toEqual([
      ['roster', '石一鳴', '秘書長', null],
      ['roster', '石仲平', '理事長', shi.id],
      ['people', '石立', '會員', shiLi.id],
    ]);
    expect(valueOf(await client.people.offer({ text: 'szp', roster })).map(({ name }) => name)).toEqual(['石仲平']);
    expect(valueOf(await client.people.offer({ text: 'ㄕㄓㄆ', date: '2021-05-01' }))).toMatchObject([{ from: 'people', name: '石仲平', title: '副理事長' }]);
    expect(valueOf(await client.people.offer({ text: '', roster, limit: 3 })).map(({ name }) => name)).toEqual(['石一鳴', '石仲平', '方若蘭']);
    expect(valueOf(await client.people.offer({ text: '石', roster, limit: 1 }))).toHaveLength(1);
  });

  it('is not taken for another: who of a roster is here already is known', async () => {
    await keep(shi, fang);
    const rows = [{ ...roster[1]!, personId: undefined }, { ...roster[0]! }, { id: 'row000000003', name: '方若兰', organisation: '市园林局', title: '', attendance: 'present' as const }];
    expect(valueOf(await client.people.recognise({ roster: rows }))).toEqual([shi.id, null, fang.id]);
  });
});

describe('the meetings of the past', () => {
  const at = (name: string, title: string) => ({ id: newId(), name, title, organisation: '', attendance: 'present' as const });
  const meeting = (start: string, roster: ReturnType<typeof at>[]) => ({ ...record(['散會。'], { organisation: club, body: '理事會', start, title: '理事會' }), roster });

  it('give people and bodies to choose from; nothing is kept until she has chosen', async () => {
    valueOf(await client.meetings.create({ document: meeting('2020-03-01T09:00', [at('石仲平', '副理事長'), at('葛明遠', '理事')]) }));
    valueOf(await client.meetings.create({ document: meeting('2023-03-01T09:00', [at('石仲平', '理事長')]) }));
    const thrown = meeting('2023-05-01T09:00', [at('唐以安', '理事')]);
    valueOf(await client.meetings.create({ document: thrown }));
    valueOf(await client.meetings.trash({ id: thrown.id }));
    const found = valueOf(await client.people.gather({ job: '' }));
    expect(found.meetings).toBe(2);
    expect(found.people.map(({ card }) => card.name)).toEqual(['石仲平', '葛明遠']);
    expect(found.bodies.map(({ card, meetings }) => [card.name, meetings])).toEqual([['理事會', 2]]);
    expect(await names('')).toEqual([]);
    valueOf(await client.people.keepAll(accepted(found, new Set([found.people[0]!.card.id, found.bodies[0]!.card.id]))));
    expect(valueOf(await client.bodies.roster({ id: found.bodies[0]!.card.id, date: '2021-01-01' }))).toMatchObject([{ name: '石仲平', title: '副理事長' }]);
    expect(valueOf(await client.people.gather({ job: '' }))).toMatchObject({ people: [{ card: { name: '葛明遠' } }], bodies: [], known: 1 });
  });

  it('are read until she stops it', async () => {
    for (let number = 0; number < 5; number++) valueOf(await client.meetings.create({ document: meeting('2020-03-01T09:00', [at('石仲平', '理事')]) }));
    const gathering = client.people.gather({ job: 'gathering' });
    void client.jobs.stop({ job: 'gathering' });
    expect(await gathering).toEqual({ ok: false, error: { code: 'work.stopped' } });
  });
});

describe('five thousand people', () => {
  const surnames = '石柳唐方溫葛丁白江何';
  const many = Array.from({ length: 5000 }, (_, index): PersonCard => ({
    ...newPersonCard(`${surnames.charAt(index % 10)}${String.fromCharCode(0x4e00 + (index % 2000))}${String.fromCharCode(0x5200 + (index % 999))}`),
    posts: [post('理事', club, '2019-01-01', '2021-12-31'), post('常務理事', club, '2022-01-01'), post('經理', '和風園藝社')],
  }));

  it('are listed in order and found by every way of typing, also when one of them has just changed', async () => {
    await keep(...many);
    const { services } = program;
    const list = async (query = '') => valueOf(await people.list(services, { query, date: null, offset: 0, limit: 5000 })).people;
    expect(await list()).toHaveLength(5000);
    people.put(services, { person: { ...many[17]!, name: '丁一' }, origin: null });
    expect((await list()).findIndex(({ name }) => name === '丁一')).toBeLessThan(3);
    expect((await list('dy')).map(({ name }) => name)).toContain('丁一');
    for (const query of ['常務', '溫', 'ㄨ']) expect((await list(query)).length, query).toBeGreaterThan(0);
    expect(valueOf(await people.offer(services, { text: '石', date: null, roster: [], limit: 8 }))).toHaveLength(8);
  });

  it('come into the window page by page', async () => {
    await keep(...many);
    await program.stop();
    const store = await testStore(program.databasePath);
    try {
      expect(valueOf(await store.client.people.list({ limit: 200 })).people).toHaveLength(200);
    } finally {
      await store.close();
    }
    program.start();
  });
});
