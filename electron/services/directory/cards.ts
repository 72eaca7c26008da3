/** The people and bodies of a database in memory: read once, and again when somebody has changed them. */
import type { Card } from '#electron/db/cards.ts';
import type { Db } from '#electron/db/index.ts';
import { type BodyCard, bodyCardSchema } from '#shared/directory/body.ts';
import { type Named, peopleFinder } from '#shared/directory/people.ts';
import { type PersonCard, personCardSchema } from '#shared/directory/person.ts';
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
  /** The cards were changed from elsewhere: they are read again. */
  forget(): void;
}

/** The directory of a database. Cards that cannot be read are left where they are and not listed. */
export function createDirectory(db: Db): Directory {
  let people: PersonCard[] | null = null;
  let byId: Map<string, PersonCard> | null = null;
  let finder: ((named: Named) => PersonCard | null) | null = null;
  let bodies: BodyCard[] | null = null;

  const readPeople = (): PersonCard[] => (people ??= readable(db.cards.all('people'), personCardSchema).sort((one, other) => compareByStrokes(one.name, other.name)));
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
      } finally {
        forget();
      }
    },
    forget,
  };
}

function readable<Content extends { id: string }>(cards: readonly Card[], schema: { safeParse(value: unknown): { success: boolean; data?: Content } }): Content[] {
  return cards.flatMap(({ id, content }) => {
    const { data } = content === null ? {} : schema.safeParse(content);
    return data?.id === id ? data : [];
  });
}
