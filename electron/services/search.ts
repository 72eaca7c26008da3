/** Search over title, body and text. */
import { ok, type Result } from '#shared/result.ts';
import type { SearchHit } from '#shared/rpc/schemas.ts';
import type { Services } from './services.ts';

export interface Search {
  /** A text was saved: it is to be found from now on. */
  changed(number: number): void;
  close(): void;
}

export function query(_services: Services, _input: { query: string; offset: number; limit: number }): Result<{ total: number; hits: SearchHit[] }> {
  return ok({ total: 0, hits: [] });
}
