/** 存入人名錄 from the roster of the open meeting. */
import { useEffect, useState } from 'react';
import { takenIn } from '#shared/directory/taking-in.ts';
import type { Person } from '#shared/minutes/roster.ts';
import { type AppParts, useParts, useView } from '../app/context.ts';
import { once, useUnderWay } from '../app/under-way.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { text } from '../i18n/i18n.ts';
import { useDirectoryChanges } from './changes.ts';
import { keepAll } from './keep.ts';

interface Recognised {
  person: Person;
  /** Who it is in the directory; null where nobody is. */
  personId: string | null;
}

/** Who of the roster is in the directory; null until that is known. */
export function useRecognised(session: EditorSession): readonly Recognised[] | null {
  const { client } = useParts();
  const roster = useView(session, (view) => view.roster);
  const organisation = useView(session, (view) => view.meta.organisation);
  const changes = useDirectoryChanges();
  const [known, setKnown] = useState<readonly Recognised[] | null>(null);
  useEffect(() => {
    let isOver = false;
    void client.store.people.recognise({ roster: [...roster], organisation }).then((answer) => {
      if (!isOver && answer.ok) setKnown(roster.map((person, index) => ({ person, personId: answer.value[index] ?? null })));
    });
    return () => {
      isOver = true;
    };
  }, [client, roster, organisation, changes]);
  return known;
}

/** Takes those who are meant into the directory, and links the roster to them; who is there already is only linked. */
export async function takeIn(parts: AppParts, session: EditorSession, isMeant: (person: Person) => boolean): Promise<void> {
  await once('takeIn', () => takeInNow(parts, session, isMeant));
}

/** Whether somebody is being taken in; the component follows it. */
export const useTakingIn = (): boolean => useUnderWay('takeIn');

async function takeInNow(parts: AppParts, session: EditorSession, isMeant: (person: Person) => boolean): Promise<void> {
  const { app, client } = parts;
  const { roster, meta } = session.document();
  const answer = await client.store.people.recognise({ roster, organisation: meta.organisation });
  if (!answer.ok) return app.getState().report(answer.error);
  const taken = takenIn(roster, answer.value, meta, isMeant);
  if (taken.people.length > 0 && !(await keepAll(parts, { people: taken.people }))) return;
  const links = new Map(taken.roster.map(({ id, personId }) => [id, personId]));
  // The roster may have gone on meanwhile: only the links are put into it.
  session.setRoster(session.document().roster.map((person) => (links.get(person.id) === undefined ? person : { ...person, personId: links.get(person.id) })));
  app.getState().toast({ text: taken.people.length > 0 ? text('directory', 'keep.done', { count: taken.people.length }) : text('directory', 'keep.nobody') });
}
