/** What she does to people and bodies, with the way back. */
import type { BodyCard, Member } from '#shared/directory/body.ts';
import type { PersonCard } from '#shared/directory/person.ts';
import type { AppParts } from '../app/context.ts';
import { origin } from '../app/store.ts';
import { text } from '../i18n/i18n.ts';
import type { Change } from './use-edited.ts';

/** Keeps a person; false where it could not be. */
export async function putPerson({ app, client }: AppParts, person: PersonCard): Promise<boolean> {
  const answer = await client.store.people.put({ person, origin });
  if (!answer.ok) app.getState().report(answer.error);
  return answer.ok;
}

/** Keeps a body; false where it could not be. */
export async function putBody({ app, client }: AppParts, body: BodyCard): Promise<boolean> {
  const answer = await client.store.bodies.put({ body, origin });
  if (!answer.ok) app.getState().report(answer.error);
  return answer.ok;
}

/** Keeps many; false where they could not be. */
export async function keepAll({ app, client }: AppParts, cards: { people: PersonCard[]; bodies?: BodyCard[] }): Promise<boolean> {
  const answer = await client.store.people.keepAll({ ...cards, origin });
  if (!answer.ok) app.getState().report(answer.error);
  return answer.ok;
}

/** Says what was done, with the way back. */
function undoable({ app }: AppParts, words: string, undo: () => Promise<boolean>): void {
  app.getState().toast({ text: words, action: { label: text('directory', 'undo'), run: () => void undo() } });
}

const nameOf = (name: string): string => name || text('directory', 'unnamed');

/** Takes a person out. */
export async function removePerson(parts: AppParts, id: string): Promise<void> {
  const answer = await parts.client.store.people.remove({ id, origin });
  if (!answer.ok) return parts.app.getState().report(answer.error);
  undoable(parts, text('directory', 'person.removed', { name: nameOf(answer.value.name) }), () => keepAll(parts, { people: [answer.value] }));
}

/** Takes a body out. */
export async function removeBody(parts: AppParts, id: string): Promise<void> {
  const answer = await parts.client.store.bodies.remove({ id, origin });
  if (!answer.ok) return parts.app.getState().report(answer.error);
  undoable(parts, text('directory', 'body.removed', { name: nameOf(answer.value.name) }), () => keepAll(parts, { people: [], bodies: [answer.value] }));
}

/** Makes one of two people. */
export async function mergePersons(parts: AppParts, keep: PersonCard, other: { id: string; name: string }): Promise<boolean> {
  const answer = await parts.client.store.people.merge({ keep: keep.id, other: other.id, origin });
  if (!answer.ok) {
    parts.app.getState().report(answer.error);
    return false;
  }
  undoable(parts, text('directory', 'merge.done', { name: nameOf(keep.name), other: nameOf(other.name) }), () => keepAll(parts, answer.value.before));
  return true;
}

/** Keeps a body without one of its seats; the way back puts in that seat alone. */
export async function dropMember(parts: AppParts, change: (change: Change<BodyCard>) => Promise<boolean>, { member, index }: { member: Member; index: number }, name: string): Promise<void> {
  if (!(await change(({ members }) => ({ members: members.toSpliced(index, 1) })))) return;
  undoable(parts, text('directory', 'member.removed', { name: nameOf(name) }), () => change(({ members }) => ({ members: members.toSpliced(index, 0, member) })));
}
