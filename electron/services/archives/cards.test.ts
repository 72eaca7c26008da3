import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tamper } from '#electron/db/testing/tamper.ts';
import { valueOf } from '#electron/services/testing/store.ts';
import { newBodyCard } from '#shared/directory/body.ts';
import { newPersonCard, type PersonCard } from '#shared/directory/person.ts';
import { archiveOf, type Computer, computer, take } from './testing/computer.ts';
import { meetingNumber } from './testing/made-up.ts';

let one: Computer;
let other: Computer;
beforeEach(() => {
  one = computer();
  other = computer();
});
afterEach(async () => {
  await one.close();
  await other.close();
});

const post = (title: string, since: string | null = null) => ({ organisation: '青禾綠化協會', title, since, until: null });
const shi: PersonCard = { ...newPersonCard('石仲平'), posts: [post('理事長', '2022-03-01')] };
const fang: PersonCard = { ...newPersonCard('方若蘭'), note: '素食' };
const body = { ...newBodyCard('TW', 'Hant'), organisation: '青禾綠化協會', name: '理事會', members: [{ personId: shi.id, seat: '理事長', rank: 1, voting: true, since: null, until: null }] };
const template = { version: 1, template: { id: 'template0001', name: { 'zh-Hant': '植樹日', en: 'Tree day' } } };
const phrase = { id: 'phrase000001', text: '會議指出' };

async function fill({ client, running }: Computer): Promise<void> {
  valueOf(await client.people.keepAll({ people: [shi, fang], bodies: [body] }));
  const { db } = running.services;
  db.write(() => {
    db.cards.put('templates', 'template0001', template, '2026-11-28T01:02:03.004Z');
    db.cards.put('phrases', phrase.id, phrase, '2026-11-28T01:02:03.004Z');
  });
}
const cards = ({ running }: Computer) => running.services.db.cards.stored().toSorted((a, b) => `${a.collection} ${a.id}`.localeCompare(`${b.collection} ${b.id}`));
const without = (...names: string[]) => ({ added: 0, same: 0, copied: 0, cards: 0, unreadable: names });

describe('the cards of an archive', () => {
  it('are readable, and come to another computer as they were, once', async () => {
    await fill(one);
    const bytes = await archiveOf(one);
    const files = await unzipped(bytes);
    expect([...files.keys()].filter((name) => name.startsWith('cards/')).toSorted()).toEqual(['bodies', 'people', 'phrases', 'templates'].map((name) => `cards/${name}.json`));
    expect(files.get('cards/people.json')).toContain('"name": "石仲平"');
    expect(valueOf(await take(other, bytes))).toEqual({ ...without(), cards: 5 });
    expect(cards(other)).toEqual(cards(one));
    expect(valueOf(await other.client.people.list({})).people.map(({ name }) => name)).toEqual(['方若蘭', '石仲平']);
    expect(valueOf(await take(other, bytes))).toEqual(without());
    expect(cards(other)).toEqual(cards(one));
  });

  it('overwrite nothing: people are filled in, the others come beside what is here, once', async () => {
    await fill(one);
    const bytes = await archiveOf(one);
    const mine = { ...shi, name: '石仲平先生', posts: [post('會長', '2025-01-01')], note: '左側入席' };
    valueOf(await other.client.people.keepAll({ people: [mine, fang], bodies: [{ ...body, name: '新理事會' }] }));
    const { db } = other.running.services;
    db.write(() => db.cards.put('templates', 'template0001', { ...template, template: { ...template.template, name: { 'zh-Hant': '我的', en: 'Mine' } } }, '2026-11-28T01:02:03.004Z'));
    expect(valueOf(await take(other, bytes)).cards).toBe(4);

    expect(valueOf(await other.client.people.get({ id: shi.id }))).toEqual({ ...mine, aliases: ['石仲平'], posts: [...mine.posts, ...shi.posts] });
    expect(valueOf(await other.client.bodies.list({})).map(({ name }) => name).toSorted()).toEqual(['新理事會', expect.stringMatching(/^理事會（\d+年\d+月\d+日封存檔）$/)]);
    const templates = db.cards.all('templates');
    expect(templates).toHaveLength(2);
    expect(templates[0]?.content).toMatchObject({ template: { id: 'template0001', name: { en: 'Mine' } } });
    expect(templates[1]?.content).toMatchObject({ template: { id: templates[1]?.id, name: { 'zh-Hant': expect.stringMatching(/^植樹日（.*封存檔）$/) as string } } });
    const before = cards(other);
    expect(valueOf(await take(other, bytes)).cards).toBe(0);
    expect(cards(other)).toEqual(before);
  });

  it('go to the person that theirs was merged into', async () => {
    valueOf(await one.client.people.keepAll({ people: [shi] }));
    const bytes = await archiveOf(one);
    const kept = newPersonCard('石仲平');
    valueOf(await other.client.people.keepAll({ people: [kept, shi] }));
    valueOf(await other.client.people.merge({ keep: kept.id, other: shi.id }));
    expect(valueOf(await take(other, bytes)).cards).toBe(0);
    expect(valueOf(await other.client.people.list({})).total).toBe(1);
  });

  it('that are no cards are told of and left out, and so is what is damaged here', async () => {
    await fill(one);
    await one.running.close();
    tamper(one.databasePath, `UPDATE cards SET content = replace(content, '"石仲平"', '"石平"') WHERE id = ?`, shi.id);
    await one.restart();
    const { db } = one.running.services;
    db.write(() => db.cards.put('people', 'wrong0000001', { ...fang, id: 'wrong0000001', posts: 'none' }, '2026-11-28T01:02:03.004Z'));
    db.write(() => db.cards.put('people', 'wrong0000002', fang, '2026-11-28T01:02:03.004Z'));
    valueOf(await one.client.meetings.create({ document: meetingNumber(1) }));
    expect(valueOf(await take(other, await archiveOf(one)))).toEqual({ ...without('cards/people.json wrong0000001', 'cards/people.json wrong0000002'), added: 1, cards: 4 });
    expect(valueOf(await other.client.people.list({})).people.map(({ name }) => name)).toEqual(['方若蘭']);
  });
});

async function unzipped(bytes: Buffer): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await new ZipReader(new Uint8ArrayReader(bytes)).getEntries()) {
    if (!entry.directory) files.set(entry.filename, Buffer.from(await entry.getData(new Uint8ArrayWriter())).toString('utf8'));
  }
  return files;
}
