/** 存入人名錄: people of a meeting's roster become people of the directory. */
import type { Meta } from '../minutes/meta.ts';
import type { Person } from '../minutes/roster.ts';
import { newPersonCard, type PersonCard } from './person.ts';

/** The card of somebody of a roster: an office without an organisation is one in that of the meeting. */
export function cardOf({ name, organisation, title }: Person, meta: Pick<Meta, 'organisation'>): PersonCard {
  const home = organisation.trim() === '' && title.trim() !== '' ? meta.organisation.slice(0, 300) : organisation.trim();
  const posts = home === '' && title.trim() === '' ? [] : [{ organisation: home, title: title.trim(), since: null, until: null }];
  return { ...newPersonCard(name.trim()), posts };
}

/** What taking in comes to: the cards that are new, and the roster with everybody linked who has one. */
export function takenIn(roster: readonly Person[], known: readonly (string | null)[], meta: Pick<Meta, 'organisation'>, isMeant: (person: Person) => boolean): { people: PersonCard[]; roster: Person[] } {
  const people: PersonCard[] = [];
  const linked = roster.map((person, index): Person => {
    if (person.name.trim() === '' || !isMeant(person)) return person;
    const there = known[index];
    if (there) return { ...person, personId: there };
    const card = cardOf(person, meta);
    people.push(card);
    return { ...person, personId: card.id };
  });
  return { people, roster: linked };
}
