/** The people and bodies of a database in memory: read once, and again when somebody has changed them. */
import type { Card } from '#electron/db/cards.ts';
import type { Db } from '#electron/db/index.ts';
import { type BodyCard, bodyCardSchema } from '#shared/directory/body.ts';
import { type Named, peopleFinder } from '#shared/directory/people.ts';
import type { PersonCard } from '#shared/directory/person.ts';
import { peopleById } from '#shared/directory/seating.ts';
import { compareByStrokes } from '#shared/text/strokes.ts';

/** Cards to write in one step. */
export interface Change {
  people?: readonly PersonCard[];
  bodies?: readonly BodyCard[];
  /** Ids of cards that go. */
  gonePeople?: readonly string[];
  goneBodies?: readonly string[];
}

export interface Directory {
  /** Everybody, by strokes of their names. */
  people(): readonly PersonCard[];
  /** By organisation and name. */
  bodies(): readonly BodyCard[];
  /** Also by the id of a card that was merged into another. */
  person(id: string): PersonCard | null;
  body(id: string): BodyCard | null;
  /** Who of the directory somebody is; null where nobody is, or several could be. */
  find(named: Named): PersonCard | null;
  /** Writes a change; it is on disk after that. */
  write(change: Change, at: Date): void;
  /** Reads everybody in a quiet moment, so that the first list does not wait for it. */
  warm(): void;
  /** The database is about to be closed. */
  rest(): void;
  /** The cards were changed from elsewhere: they are read again. */
  forget(): void;
}

/** The directory of a database. Cards that cannot be read are left where they are and not listed. */
export function createDirectory(db: Db): Directory {
  let people: PersonCard[] | null = null;
  let byId: Map<string, PersonCard> | null = null;
  let finder: ((named: Named) => PersonCard | null) | null = null;
  let bodies: BodyCard[] | null = null;
  let idle: NodeJS.Timeout | undefined;

  const readPeople = (): PersonCard[] => (people ??= db.cards.all('people').flatMap(personIn).sort(byStrokes));
  const readBodies = (): BodyCard[] =>
    (bodies ??= readable(db.cards.all('bodies'), bodyCardSchema).sort((one, other) => compareByStrokes(one.organisation, other.organisation) || compareByStrokes(one.name, other.name)));
  const forget = (): void => {
    people = null;
    byId = null;
    finder = null;
    bodies = null;
  };
  return {
    people: readPeople,
    bodies: readBodies,
    person: (id) => (byId ??= peopleById(readPeople())).get(id) ?? null,
    find: (named) => (finder ??= peopleFinder(readPeople()))(named),
    body: (id) => readBodies().find((body) => body.id === id) ?? null,
    write({ people: written = [], bodies: changed = [], gonePeople = [], goneBodies = [] }, now) {
      const at = now.toISOString();
      try {
        db.write(() => {
          for (const id of gonePeople) db.cards.remove('people', id);
          for (const id of goneBodies) db.cards.remove('bodies', id);
          for (const person of written) db.cards.put('people', person.id, person, at);
          for (const body of changed) db.cards.put('bodies', body.id, body, at);
        });
      } catch (error) {
        forget();
        throw error;
      }
      // Of thousands of people one has changed: the others are not read again for it.
      if (people) people = withChanges(people, written, gonePeople);
      byId = null;
      finder = null;
      if (changed.length > 0 || goneBodies.length > 0) bodies = null;
    },
    warm: () => void (idle = setTimeout(readPeople, idleBeforeReading).unref()),
    rest: () => clearTimeout(idle),
    forget,
  };
}

const byStrokes = (one: PersonCard, other: PersonCard): number => compareByStrokes(one.name, other.name);

/** Milliseconds. */
const idleBeforeReading = 1500;

/** Several at once are put in order together; one goes to its place. */
function withChanges(people: readonly PersonCard[], written: readonly PersonCard[], gone: readonly string[]): PersonCard[] {
  const other = new Set([...gone, ...written.map(({ id }) => id)]);
  const rest = people.filter(({ id }) => !other.has(id));
  if (written.length > 20) return [...rest, ...written].sort(byStrokes);
  for (const person of written) {
    const at = rest.findIndex((one) => byStrokes(person, one) < 0);
    rest.splice(at === -1 ? rest.length : at, 0, person);
  }
  return rest;
}

/**
 * The person of a card. What was written is what was checked then, so thousands of them are looked over and not checked
 * again field by field, which would take longer than everything else.
 */
function personIn({ id, content }: Card): PersonCard[] {
  const card = content as Partial<PersonCard> | null;
  const isText = (value: unknown): boolean => typeof value === 'string';
  const isWhole =
    card?.id === id && isText(card.name) && isText(card.note) && Array.isArray(card.aliases) && card.aliases.every(isText) && Array.isArray(card.posts) && card.posts.every((post) => isText(post?.organisation) && isText(post.title));
  return isWhole ? [{ ...(card as PersonCard), former: card.former ?? [] }] : [];
}

function readable<Content extends { id: string }>(cards: readonly Card[], schema: { safeParse(value: unknown): { success: boolean; data?: Content } }): Content[] {
  return cards.flatMap(({ id, content }) => {
    const { data } = content === null ? {} : schema.safeParse(content);
    return data?.id === id ? data : [];
  });
}
