/** 由過去的會議建立: the people and bodies that the meetings tell of, put together for her to accept or not. */
import { z } from 'zod';
import type { MinutesDocument } from '../minutes/document.ts';
import { newId } from '../minutes/id.ts';
import type { Person } from '../minutes/roster.ts';
import { type BodyCard, bodyCardSchema, findBody, type Member, newBodyCard } from './body.ts';
import { type Named, peopleFinder, withPost } from './people.ts';
import { newPersonCard, type PersonCard, personCardSchema, sameKey } from './person.ts';

const told = { isNew: z.boolean(), meetings: z.int(), last: z.string().nullable() };

/** Cards as they would be kept: of people that are known already, with what the meetings add. */
export const suggestionsSchema = z.object({
  people: z.array(z.object({ card: personCardSchema, ...told })),
  bodies: z.array(z.object({ card: bodyCardSchema, ...told })),
  /** How many meetings were read, and people in them who are here with everything. */
  meetings: z.int(),
  known: z.int(),
});
export type Suggestions = z.infer<typeof suggestionsSchema>;

/** One time that somebody was in a meeting. */
interface Sighting {
  day: string | null;
  organisation: string;
  title: string;
}

interface SeenPerson {
  name: string;
  /** As it was written; '' where it was not, which is mostly that of the meeting. */
  organisation: string;
  /** That of the last meeting they were in. */
  home: string;
  sightings: Sighting[];
}

interface SeenBody {
  organisation: string;
  name: string;
  meetings: number;
  last: Pick<MinutesDocument, 'meta' | 'roster'>;
  first: Pick<MinutesDocument, 'meta'>;
}

const dayOf = (start: string | null): string | null => start?.slice(0, 10) ?? null;
const earlier = (one: string | null, other: string | null): boolean => (one ?? '') < (other ?? '');

/** Hears of meetings one after the other, and says what they come to. */
export interface Gathering {
  see(document: Pick<MinutesDocument, 'meta' | 'roster'>): void;
  suggestions(): Suggestions;
}

/** Gathers beside what is in the directory already. */
export function gathering(known: { people: readonly PersonCard[]; bodies: readonly BodyCard[] }): Gathering {
  /** By name, then by organisation: two of one name in two organisations are two people until she says otherwise. */
  const people = new Map<string, Map<string, SeenPerson>>();
  const bodies = new Map<string, SeenBody>();
  let meetings = 0;

  return {
    see({ meta, roster }) {
      meetings += 1;
      const day = dayOf(meta.start);
      for (const { name, organisation, title } of roster) {
        const key = sameKey(name);
        if (key === '') continue;
        const named = people.get(key) ?? new Map<string, SeenPerson>();
        people.set(key, named);
        const home = sameKey(organisation);
        const seen = named.get(home) ?? { name: name.trim(), organisation: organisation.trim(), home: '', sightings: [] };
        named.set(home, seen);
        seen.home = meta.organisation;
        // An office without an organisation is one in that of the meeting.
        seen.sightings.push({ day, organisation: organisation.trim() || (title.trim() === '' ? '' : meta.organisation), title: title.trim() });
      }
      const key = sameKey(meta.body);
      if (key === '') return;
      const at = `${sameKey(meta.organisation)}\n${key}`;
      const body = bodies.get(at);
      if (!body) bodies.set(at, { organisation: meta.organisation, name: meta.body, meetings: 1, last: { meta, roster }, first: { meta } });
      else {
        body.meetings += 1;
        if (!earlier(meta.start, body.last.meta.start)) body.last = { meta, roster };
        if (earlier(meta.start, body.first.meta.start)) body.first = { meta };
      }
    },
    suggestions() {
      const find = atHome(peopleFinder(known.people));
      const found = [...people.values()].flatMap(together).map((seen) => suggestedPerson(seen, find(seen, seen.home)));
      const cards = found.map(({ card }) => card);
      const fresh = found.filter(({ isNew, adds }) => isNew || adds);
      const latest = (one: { last: string | null; meetings: number }, other: { last: string | null; meetings: number }): number =>
        other.meetings - one.meetings || (other.last ?? '').localeCompare(one.last ?? '');
      const isCard = new Set(cards.map(({ id }) => id));
      const everybody = atHome(peopleFinder([...cards, ...known.people.filter(({ id }) => !isCard.has(id))]));
      return {
        people: fresh.map(({ card, isNew, meetings: count, last }) => ({ card, isNew, meetings: count, last })).toSorted(latest),
        bodies: [...bodies.values()]
          .filter((seen) => findBody(known.bodies, seen) === null)
          .map((seen) => ({ card: suggestedBody(seen, everybody), isNew: true, meetings: seen.meetings, last: dayOf(seen.last.meta.start) }))
          .toSorted(latest),
        meetings,
        known: found.length - fresh.length,
      };
    },
  };
}

/** Who was written without an organisation is first looked for in that of the meeting. */
export const atHome =
  (find: (named: Named) => PersonCard | null) =>
  ({ name, organisation }: Named, home: string): PersonCard | null =>
    (organisation === '' && home !== '' ? find({ name, organisation: home }) : null) ?? find({ name, organisation });

/** Those of one name: who was written without an organisation is the only other one of that name, if there is one only. */
function together(named: ReadonlyMap<string, SeenPerson>): SeenPerson[] {
  const homeless = named.get('');
  const others = [...named].filter(([home]) => home !== '').map(([, seen]) => seen);
  const [only] = others;
  if (!homeless || others.length !== 1 || !only) return [...named.values()];
  return [{ ...only, sightings: [...only.sightings, ...homeless.sightings] }];
}

function suggestedPerson(seen: SeenPerson, known: PersonCard | null) {
  const card: PersonCard = known ?? newPersonCard(seen.name.slice(0, 100));
  const posts = postsOf(seen.sightings).reduce((all, post) => (all.some((one) => sameKey(one.organisation) === sameKey(post.organisation) && sameKey(one.title) === sameKey(post.title)) ? all : withPost(all, post)), card.posts);
  return {
    card: { ...card, posts: posts.slice(0, 200) },
    isNew: known === null,
    adds: posts.length > card.posts.length,
    meetings: seen.sightings.length,
    last: seen.sightings.reduce<string | null>((last, { day }) => (earlier(last, day) ? day : last), null),
  };
}

/**
 * The offices that somebody was written with, in the order of time. When one began is not known of the first; of a later
 * one it is the first meeting that has it: so that of each day the office is offered that was written then.
 */
function postsOf(sightings: readonly Sighting[]): PersonCard['posts'] {
  const inTime = sightings.filter(({ title, organisation }) => title !== '' || organisation !== '').toSorted((one, other) => (one.day ?? '').localeCompare(other.day ?? ''));
  const posts: PersonCard['posts'] = [];
  for (const { organisation, title, day } of inTime) {
    const same = posts.some((post) => sameKey(post.title) === sameKey(title) && (organisation === '' || sameKey(post.organisation) === sameKey(organisation)));
    if (same) continue;
    posts.push({ organisation: organisation.slice(0, 300), title: title.slice(0, 200), since: posts.length === 0 ? null : day, until: null });
  }
  return posts;
}

const seatWords = /(?:理事長|理事长|理事|監事長|监事长|監事|监事|委員|委员|代表|會員|会员|主席|會長|会长|秘書長|秘书长)$/u;

function suggestedBody({ organisation, name, last, first }: SeenBody, find: (named: Person, home: string) => PersonCard | null): BodyCard {
  const { meta, roster } = last;
  const members = roster.flatMap((person): Member[] => {
    const card = person.attendance === 'inAttendance' && person.voting !== true ? null : find(person, organisation);
    if (!card) return [];
    const seat = person.seat ?? (seatWords.test(person.title) && person.organisation === '' ? person.title : '');
    return [{ personId: card.id, seat: seat.slice(0, 100), rank: person.rank ?? null, voting: person.voting ?? true, since: null, until: null }];
  });
  const once = members.filter(({ personId }, index) => members.findIndex((member) => member.personId === personId) === index);
  return {
    ...newBodyCard(meta.region, meta.script),
    id: newId(),
    organisation,
    name,
    members: once,
    series: { term: first.meta.term, session: first.meta.session },
  };
}

/** What is kept of suggestions when she has chosen: a seat of somebody who is not taken in is not kept either. */
export function accepted({ people, bodies }: Suggestions, chosen: ReadonlySet<string>): { people: PersonCard[]; bodies: BodyCard[] } {
  const isThere = new Map(people.map(({ card, isNew }) => [card.id, !isNew || chosen.has(card.id)]));
  return {
    people: people.filter(({ card }) => chosen.has(card.id)).map(({ card }) => card),
    bodies: bodies
      .filter(({ card }) => chosen.has(card.id))
      .map(({ card }) => ({ ...card, members: card.members.filter(({ personId }) => isThere.get(personId) ?? true) })),
  };
}
