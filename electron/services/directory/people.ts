/** 人名錄: people beside the meetings. */
import type { Services } from '#electron/services/services.ts';
import type { BodyCard } from '#shared/directory/body.ts';
import { mergePeople, withMember } from '#shared/directory/people.ts';
import { type PersonCard, type Post, postAt } from '#shared/directory/person.ts';
import { atHome, gathering, type Suggestions } from '#shared/directory/suggest.ts';
import { fitOf } from '#shared/directory/typing.ts';
import type { Person } from '#shared/minutes/roster.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Offer, PersonLine } from '#shared/rpc/directory.ts';
import { wellFormed } from '../well-formed.ts';
import type { Change } from './cards.ts';
import { readingsOf } from './readings.ts';

type Origin = string | null;

/** The office of a day; of somebody who holds none any more, without a day, the last one. */
const shownPost = (person: PersonCard, date: string | null): Post | null =>
  postAt(person, date) ?? (date === null ? (person.posts.toSorted((one, other) => (other.until ?? '').localeCompare(one.until ?? ''))[0] ?? null) : null);

/** A person with the office of a day. */
export function lineOf(person: PersonCard, date: string | null): PersonLine {
  const post = shownPost(person, date);
  return { id: person.id, name: person.name, organisation: post?.organisation ?? '', title: post?.title ?? '' };
}

/** Writes, and tells the windows. */
export function change({ directory, events, now }: Services, what: Change, origin: Origin): void {
  directory.write(what, now());
  events.publish({ type: 'directory.changed', origin });
}

/** A page of the people that fit what was typed. */
export async function list(
  { directory }: Services,
  { query, date, offset, limit }: { query: string; date: string | null; offset: number; limit: number },
): Promise<Result<{ total: number; people: PersonLine[] }>> {
  const people = directory.people();
  const found = query.trim() === '' ? people : (await fitting(query.trim(), people, date)).map(({ person }) => person);
  return ok({ total: found.length, people: found.slice(offset, offset + limit).map((person) => lineOf(person, date)) });
}

/** Those who fit, as well as they fit and then in their order. */
async function fitting(text: string, people: readonly PersonCard[], date: string | null): Promise<{ person: PersonCard; line: PersonLine }[]> {
  const readings = await readingsIfTyped(text, people.flatMap(({ name, aliases }) => [name, ...aliases]));
  const fits = people.flatMap((person) => {
    const line = lineOf(person, date);
    const sounds = [person.name, ...person.aliases].flatMap(readings);
    // Whom she looks for may hold another office by now.
    const all = [line, ...person.posts].map(({ organisation, title }) => fitOf(text, { name: person.name, aliases: person.aliases, organisation, title }, sounds));
    const fit = all.filter((one) => one !== null);
    return fit.length === 0 ? [] : { person, line, fit: Math.min(...fit) };
  });
  return fits.sort((one, other) => one.fit - other.fit);
}

const noReadings = (): readonly never[] => [];

/** Nothing is read aloud for what is typed in characters. */
const readingsIfTyped = (text: string, names: readonly string[]) => (/^[a-z\u3105-\u3129\s]+$/i.test(text) ? readingsOf(names) : noReadings);

/** Error: card.notFound. */
export function get({ directory }: Services, { id }: { id: string }): Result<PersonCard> {
  const person = directory.person(id);
  return person ? ok(person) : fail('card.notFound');
}

/** Keeps a card. */
export function put(services: Services, { person, origin }: { person: PersonCard; origin: Origin }): Result<PersonCard> {
  const kept = wellFormed(person);
  change(services, { people: [kept] }, origin);
  return ok(kept);
}

/** Takes a card out and gives it back. Error: card.notFound. */
export function remove(services: Services, { id, origin }: { id: string; origin: Origin }): Result<PersonCard> {
  const person = services.directory.person(id);
  if (person?.id !== id) return fail('card.notFound');
  change(services, { gonePeople: [id] }, origin);
  return ok(person);
}

/** Makes one card of two. Errors: card.notFound, request.invalid. */
export function merge(
  services: Services,
  { keep, other, origin }: { keep: string; other: string; origin: Origin },
): Result<{ person: PersonCard; before: { people: PersonCard[]; bodies: BodyCard[] } }> {
  if (keep === other) return fail('request.invalid');
  const { directory } = services;
  const [kept, gone] = [directory.person(keep), directory.person(other)];
  if (kept?.id !== keep || gone?.id !== other) return fail('card.notFound');
  const person = mergePeople(kept, gone);
  const bodies = directory.bodies().filter(({ members }) => members.some(({ personId }) => personId === other));
  change(services, { people: [person], bodies: bodies.map((body) => withMember(body, other, keep)), gonePeople: [other] }, origin);
  return ok({ person, before: { people: [kept, gone], bodies } });
}

/** Keeps many cards in one step. */
export function keepAll(
  services: Services,
  { people, bodies, origin }: { people: readonly PersonCard[]; bodies: readonly BodyCard[]; origin: Origin },
): Result<{ people: number; bodies: number }> {
  change(services, wellFormed({ people: [...people], bodies: [...bodies] }), origin);
  return ok({ people: people.length, bodies: bodies.length });
}

interface Asked {
  text: string;
  date: string | null;
  roster: readonly Person[];
  limit: number;
}

/** Who can be meant by what is typed. */
export async function offer({ directory }: Services, { text, date, roster, limit }: Asked): Promise<Result<Offer[]>> {
  const typed = text.trim();
  const readings = await readingsIfTyped(typed, roster.map(({ name }) => name));
  const here = roster
    .filter(({ name }) => name !== '')
    .flatMap((person) => {
      const fit = fitOf(typed, person, readings(person.name));
      return fit === null ? [] : { person, fit };
    })
    .sort((one, other) => one.fit - other.fit)
    .slice(0, limit)
    .map(({ person: { id, name, organisation, title, personId } }): Offer => ({ from: 'roster', id, personId: personId ?? directory.find({ name, organisation })?.id ?? null, name, organisation, title }));
  const isHere = new Set(roster.flatMap(({ personId, name, organisation }) => personId ?? directory.find({ name, organisation })?.id ?? []));
  const room = limit - here.length;
  if (room === 0) return ok(here);
  const others = directory.people().filter(({ id }) => !isHere.has(id));
  const found = typed === '' ? others.slice(0, room).map((person) => lineOf(person, date)) : (await fitting(typed, others, date)).slice(0, room).map(({ line }) => line);
  return ok([...here, ...found.map(({ id, name, organisation, title }): Offer => ({ from: 'people', id, personId: id, name, organisation, title }))]);
}

/** Who of a roster is in the directory already. */
export function recognise({ directory }: Services, { roster, organisation: home }: { roster: readonly Person[]; organisation: string }): Result<(string | null)[]> {
  const find = atHome(directory.find);
  return ok(roster.map(({ personId, name, organisation }) => (personId && directory.person(personId)?.id) || (find({ name, organisation }, home)?.id ?? null)));
}

/** What all meetings tell of people and bodies that are not here yet. Error: work.stopped. */
export function gather({ db, records, directory, jobs }: Services, { job }: { job: string }): Promise<Result<Suggestions>> {
  return jobs.run(job, async (work) => {
    const gathered = gathering({ people: directory.people(), bodies: directory.bodies() });
    const { kept } = db.meetings.shelf();
    let done = 0;
    for (const number of kept) {
      await work.breathe();
      const row = db.meetings.byNumber(number);
      if (row) records.glance(row, (document) => gathered.see(document), () => undefined);
      work.progress((done += 1), kept.length);
    }
    return ok(gathered.suggestions());
  });
}
