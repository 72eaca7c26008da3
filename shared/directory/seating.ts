/** What the roster of a meeting starts with: the members of its body, as they are on that day. */
import { newId } from '../minutes/id.ts';
import type { Person } from '../minutes/roster.ts';
import { compareByStrokes } from '../text/strokes.ts';
import { type BodyCard, type Member, membersAt } from './body.ts';
import { type PersonCard, postAt, sameKey } from './person.ts';

/** A member with the person who has the seat; `person` null where they are not in the directory any more. */
export interface Seated {
  member: Member;
  person: PersonCard | null;
}

/** The person of each id, also by the ids of cards that were merged into theirs. */
export function peopleById(people: readonly PersonCard[]): Map<string, PersonCard> {
  const byId = new Map<string, PersonCard>();
  for (const person of people) for (const id of person.former) byId.set(id, person);
  for (const person of people) byId.set(person.id, person);
  return byId;
}

/** Members in the order of their body: by rank (those without one last), by strokes of their names, or as they stand. */
export function inOrder(seated: readonly Seated[], { order, script }: Pick<BodyCard, 'order' | 'script'>): Seated[] {
  if (order === 'hand') return [...seated];
  if (order === 'rank') return seated.toSorted((one, other) => (one.member.rank ?? 1e6) - (other.member.rank ?? 1e6));
  return seated.toSorted((one, other) => compareByStrokes(one.person?.name ?? '', other.person?.name ?? '', script));
}

/** Who sits in a body on a day, in its own order. */
export function seatedAt(body: BodyCard, people: ReadonlyMap<string, PersonCard>, day: string | null): Seated[] {
  return inOrder(membersAt(body, day).map((member) => ({ member, person: people.get(member.personId) ?? null })), body);
}

/**
 * The roster that a meeting of a body on a day starts with: everybody is 出席 who has a vote and 列席 who has none, with
 * the office that held on that day. An office in the body's own organisation goes without the organisation's name.
 */
export function startingRoster(body: BodyCard, people: readonly PersonCard[], day: string | null): Person[] {
  return seatedAt(body, peopleById(people), day).flatMap(({ member, person }) => {
    if (!person) return [];
    const post = postAt(person, day, body.organisation);
    const isHome = post !== null && sameKey(post.organisation) === sameKey(body.organisation);
    return {
      id: newId(),
      name: person.name,
      organisation: post === null || isHome ? '' : post.organisation,
      title: post?.title ?? '',
      attendance: member.voting ? ('present' as const) : ('inAttendance' as const),
      personId: person.id,
      ...(member.seat !== '' && { seat: member.seat }),
      ...(member.rank !== null && { rank: member.rank }),
    };
  });
}
