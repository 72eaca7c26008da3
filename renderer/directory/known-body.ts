/** What a new meeting of a known body starts with. */
import type { Person } from '#shared/minutes/roster.ts';
import type { Client } from '../rpc/client.ts';

/** The roster that a meeting starts with: the members of a body as they are on its day. */
export async function rosterOf(client: Client, bodyId: string, start: string | null): Promise<Person[]> {
  const answer = await client.store.bodies.roster({ id: bodyId, date: start });
  return answer.ok ? answer.value : [];
}
