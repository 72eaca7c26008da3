import { setTimeout as pause } from 'node:timers/promises';
import type { StoreClient } from '#electron/services/store.ts';
import { ok, type Result } from '#shared/result.ts';
import type { SearchHit } from '#shared/rpc/search.ts';
import { dayAndTitle } from './list.ts';
import { pages, withStore } from './over-store.ts';
import { sentence, type Terminal } from './terms.ts';

export interface SearchOptions {
  json?: boolean;
  db?: string;
}

/** Between two looks at an index that is being made. Milliseconds. */
const rest = 100;

/** Prints every meeting that a query finds, each with the places where it stands, or as JSON; waits for the index. */
export function search(terminal: Terminal, query: string, { json, db }: SearchOptions): Promise<Result<null>> {
  return withStore(db, { create: false }, async (client) => {
    const found = await wholeAnswer(client, query.slice(0, 500));
    if (!found.ok) return found;
    if (json) terminal.print(JSON.stringify(found.value, null, 2));
    else if (found.value.length === 0) terminal.tell(sentence(terminal, 'none'));
    else for (const { meeting, places, snippets } of found.value) terminal.print([`${dayAndTitle(meeting)}\t${places}`, ...snippets.map(({ text }) => `  ${text}`)].join('\n'));
    return ok(null);
  });
}

async function wholeAnswer(client: StoreClient, query: string): Promise<Result<SearchHit[]>> {
  for (;;) {
    const first = await client.search.query({ query, limit: 1 });
    if (!first.ok) return first;
    if (first.value.indexing === null) break;
    await pause(rest);
  }
  return pages(async (offset) => {
    const page = await client.search.query({ query, offset, limit: 200 });
    return page.ok ? ok({ total: page.value.total, entries: page.value.hits }) : page;
  });
}
