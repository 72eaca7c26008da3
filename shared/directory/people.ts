/** 人名錄 as a whole: who is the same person, and two cards made into one. */
import { isBackwards } from './day.ts';
import { type BodyCard } from './body.ts';
import { type PersonCard, type Post, sameKey } from './person.ts';

/** How somebody is written somewhere else. */
export interface Named {
  name: string;
  organisation: string;
}

const namesOf = ({ name, aliases }: PersonCard): string[] => [name, ...aliases].map(sameKey);

/**
 * Who of the directory somebody is: the one of that name in that organisation; where no organisation is said, or none is
 * known of them, the only one of that name. Null where nobody is, or several could be.
 */
export function findPerson(people: readonly PersonCard[], { name, organisation }: Named): PersonCard | null {
  const key = sameKey(name);
  if (key === '') return null;
  const named = people.filter((person) => namesOf(person).includes(key));
  const home = sameKey(organisation);
  const isOf = (person: PersonCard): boolean => person.posts.some((post) => sameKey(post.organisation) === home);
  const there = home === '' ? [] : named.filter(isOf);
  if (there.length > 0) return there.length === 1 ? (there[0] ?? null) : null;
  // Whose organisations are known, and another one, is somebody else of that name.
  const open = home === '' ? named : named.filter((person) => person.posts.every((post) => post.organisation === ''));
  return open.length === 1 ? (open[0] ?? null) : null;
}

/** As `findPerson`, for many people: reads the directory once. */
export function peopleFinder(people: readonly PersonCard[]): (named: Named) => PersonCard | null {
  const byName = new Map<string, PersonCard[]>();
  for (const person of people) for (const key of new Set(namesOf(person))) byName.set(key, [...(byName.get(key) ?? []), person]);
  return (named) => findPerson(byName.get(sameKey(named.name)) ?? [], named);
}

/** Two people of the same name are no mistake, but worth a look before the list grows. */
export const namesakes = (people: readonly PersonCard[], { id, name }: PersonCard): PersonCard[] =>
  sameKey(name) === '' ? [] : people.filter((person) => person.id !== id && namesOf(person).includes(sameKey(name)));

const samePost = (one: Post, other: Post): boolean => sameKey(one.organisation) === sameKey(other.organisation) && sameKey(one.title) === sameKey(other.title);

/** The same office at the same time; where one of them says no time at all, it is the other one. */
function onePost(one: Post, other: Post): Post | null {
  if (!samePost(one, other)) return null;
  const undated = ({ since, until }: Post): boolean => since === null && until === null;
  if (undated(other) || (one.since === other.since && one.until === other.until)) return one;
  return undated(one) ? { ...one, since: other.since, until: other.until } : null;
}

/** The posts with another one, which is put in once. */
export function withPost(posts: readonly Post[], added: Post): Post[] {
  for (const [index, post] of posts.entries()) {
    const one = onePost(post, added);
    if (one) return posts.with(index, one);
  }
  return [...posts, added];
}

/** Two cards of the same person as one: the name and id of the first, and everything that either of them says. */
export function mergePeople(kept: PersonCard, other: PersonCard): PersonCard {
  const aliases = [...kept.aliases, other.name, ...other.aliases].filter((alias) => alias !== '' && alias !== kept.name);
  return {
    ...kept,
    aliases: [...new Set(aliases)],
    posts: other.posts.reduce<Post[]>(withPost, kept.posts),
    note: [kept.note, other.note].filter((note, index, all) => note !== '' && all.indexOf(note) === index).join('\n'),
    former: [...new Set([...kept.former, other.id, ...other.former])].filter((id) => id !== kept.id),
  };
}

/** A body in which one person sits where another sat: after two cards became one. */
export const withMember = (body: BodyCard, former: string, present: string): BodyCard => ({
  ...body,
  members: body.members.map((member) => (member.personId === former ? { ...member, personId: present } : member)),
});

/** What is not right about a card, for her to see at the field: nothing of it keeps the card from being kept. */
export type PersonProblem = 'nameless' | 'backwards';
export const personProblems = ({ name, posts }: PersonCard): PersonProblem[] => [
  ...(name.trim() === '' ? (['nameless'] as const) : []),
  ...(posts.some(isBackwards) ? (['backwards'] as const) : []),
];
