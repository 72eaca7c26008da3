/** Search over the head and the text of every meeting. */
import { summaryOf } from '#electron/db/meetings.ts';
import { indexQuery, queryWords, scriptOf } from '#electron/db/search-tokens.ts';
import { ok, type Result } from '#shared/result.ts';
import type { SearchHit } from '#shared/rpc/schemas.ts';
import type { Services } from './services.ts';
import { snippetsOf } from './snippets.ts';

/** One page of the meetings that hold all words of a query, and the count of all of them. */
export async function query(
  services: Services,
  { query: asked, offset, limit }: { query: string; offset: number; limit: number },
): Promise<Result<{ total: number; hits: SearchHit[] }>> {
  const { db, lines, search } = services;
  const words = queryWords(asked);
  const question = indexQuery(words);
  if (question === null) return ok({ total: 0, hits: [] });
  const numbers = await search.find(question, scriptOf(asked));
  const hits: SearchHit[] = [];
  for (const number of numbers.slice(offset, offset + limit)) {
    const row = db.meetings.byNumber(number);
    if (!row) continue;
    hits.push({ meeting: summaryOf(row), snippets: snippetsOf(lines.of(row), words) });
  }
  return ok({ total: numbers.length, hits });
}
