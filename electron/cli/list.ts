import { ok, type Result } from '#shared/result.ts';
import type { MeetingSummary } from '#shared/rpc/schemas.ts';
import { pages, withStore } from './over-store.ts';
import { sentence, type Terminal } from './terms.ts';

export interface ListOptions {
  json?: boolean;
  db?: string;
}

/** Prints every meeting: one a line (id, day, title), or as JSON. */
export function list(terminal: Terminal, { json, db }: ListOptions): Promise<Result<null>> {
  return withStore(db, { create: false }, async (client) => {
    const found = await pages<MeetingSummary>(async (offset) => {
      const page = await client.meetings.list({ offset, limit: 1000 });
      return page.ok ? ok({ total: page.value.total, entries: page.value.meetings }) : page;
    });
    if (!found.ok) return found;
    if (json) terminal.print(JSON.stringify(found.value, null, 2));
    else if (found.value.length === 0) terminal.tell(sentence(terminal, 'none'));
    else for (const meeting of found.value) terminal.print(dayAndTitle(meeting));
    return ok(null);
  });
}

/** The line of a meeting: its id, its day, or the year where that is unknown, and its title. */
export const dayAndTitle = ({ id, start, year, title }: MeetingSummary): string => [id, start?.slice(0, 10) ?? String(year), title].join('\t');
