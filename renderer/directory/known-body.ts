/** What a new meeting of a known body starts with. */
import type { Meta } from '#shared/minutes/meta.ts';
import type { Person } from '#shared/minutes/roster.ts';
import type { BodyLine } from '#shared/rpc/directory.ts';
import type { Client } from '../rpc/client.ts';

/** A body that meets again, with the 屆 and 次 that come next. */
export interface KnownBody extends BodyLine {
  next: Pick<Meta, 'term' | 'session'>;
}

/** A body with the count of its next meeting; what it begins to count from where it has none yet. */
export async function knownBody(client: Client, line: BodyLine): Promise<KnownBody> {
  const answer = await client.store.registers.series({ organisation: line.organisation, body: line.name });
  return { ...line, next: answer.ok ? answer.value.next : line.series };
}

/** The roster that a meeting starts with: the members as they are on its day. */
export async function rosterOf(client: Client, body: KnownBody, start: string | null): Promise<Person[]> {
  const answer = await client.store.bodies.roster({ id: body.id, date: start });
  return answer.ok ? answer.value : [];
}
