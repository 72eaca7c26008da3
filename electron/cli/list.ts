import { ok, type Result } from '#shared/result.ts';
import type { StoreClient } from '#electron/services/store.ts';
import type { MeetingSummary, SearchHit } from '#shared/rpc/schemas.ts';
import { sentence, withStore, type Terminal } from './terms.ts';

export interface ListOptions {
  query?: string;
  json?: boolean;
  db?: string;
}

/** Prints every meeting, or those that a query finds: one a line (id, day, title), or as JSON. */
export function list(terminal: Terminal, { query, json, db }: ListOptions): Promise<Result<null>> {
  return withStore(db, { create: false }, async (client) => {
    const found = query === undefined ? await allMeetings(client) : await allHits(client, query);
    if (!found.ok) return found;
    if (json) terminal.print(JSON.stringify(found.value, null, 2));
    else if (found.value.length === 0) terminal.tell(sentence(terminal, 'none'));
    else for (const entry of found.value) terminal.print(line('meeting' in entry ? entry.meeting : entry));
    return ok(null);
  });
}

const line = ({ id, start, year, title }: MeetingSummary): string => [id, start?.slice(0, 10) ?? String(year), title].join('\t');

async function allMeetings(client: StoreClient): Promise<Result<MeetingSummary[]>> {
  return pages(async (offset) => {
    const page = await client.meetings.list({ offset, limit: 1000 });
    return page.ok ? ok({ total: page.value.total, entries: page.value.meetings }) : page;
  });
}

async function allHits(client: StoreClient, query: string): Promise<Result<SearchHit[]>> {
  return pages(async (offset) => {
    const page = await client.search.query({ query: query.slice(0, 500), offset, limit: 200 });
    return page.ok ? ok({ total: page.value.total, entries: page.value.hits }) : page;
  });
}

async function pages<T>(read: (offset: number) => Promise<Result<{ total: number; entries: T[] }>>): Promise<Result<T[]>> {
  const all: T[] = [];
  for (;;) {
    const page = await read(all.length);
    if (!page.ok) return page;
    all.push(...page.value.entries);
    if (page.value.entries.length === 0 || all.length >= page.value.total) return ok(all);
  }
}
