/** 會議體: the bodies that meet, with their members. */
import type { Services } from '#electron/services/services.ts';
import { type BodyCard, dueAt, membersAt } from '#shared/directory/body.ts';
import { startingRoster } from '#shared/directory/seating.ts';
import type { Person } from '#shared/minutes/roster.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { BodyLine, PersonLine } from '#shared/rpc/directory.ts';
import { wellFormed } from '../well-formed.ts';
import { change, lineOf } from './people.ts';

type Origin = string | null;

/** Every body with how many sit in it on a day. */
export function list({ directory }: Services, { date }: { date: string | null }): Result<BodyLine[]> {
  return ok(directory.bodies().map((body) => {
    const { id, organisation, name, region, script, series } = body;
    return { id, organisation, name, region, script, series, members: membersAt(body, date).length, due: dueAt(body, date) };
  }));
}

/** A body, and who everybody is who has or had a seat in it. Error: card.notFound. */
export function get({ directory }: Services, { id }: { id: string }): Result<{ body: BodyCard; people: PersonLine[] }> {
  const body = directory.body(id);
  if (!body) return fail('card.notFound');
  const people = [...new Set(body.members.map(({ personId }) => personId))].flatMap((personId) => {
    const person = directory.person(personId);
    // Under the id that the seat has, be it that of a card that was merged into this one.
    return person ? { ...lineOf(person, null), id: personId } : [];
  });
  return ok({ body, people });
}

/** Keeps a body. */
export function put(services: Services, { body, origin }: { body: BodyCard; origin: Origin }): Result<BodyCard> {
  const kept = wellFormed(body);
  change(services, { bodies: [kept] }, origin);
  return ok(kept);
}

/** Takes a body out and gives it back; its meetings stay as they are. Error: card.notFound. */
export function remove(services: Services, { id, origin }: { id: string; origin: Origin }): Result<BodyCard> {
  const body = services.directory.body(id);
  if (!body) return fail('card.notFound');
  change(services, { goneBodies: [id] }, origin);
  return ok(body);
}

/** What the roster of a meeting of a body on a day starts with. Error: card.notFound. */
export function roster({ directory }: Services, { id, date }: { id: string; date: string | null }): Result<Person[]> {
  const body = directory.body(id);
  return body ? ok(startingRoster(body, directory.people(), date)) : fail('card.notFound');
}
