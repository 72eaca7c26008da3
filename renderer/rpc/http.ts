/** Calls of the browser host: POST with the token that came in the address's fragment. */
import type { ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';

const tokenKey = 'minutebook.token';

/**
 * The token from `#token=…`, kept for reloads of this tab and taken out of the address bar; an empty string where
 * there is none.
 */
export function takeToken(page: Pick<Window, 'location' | 'history' | 'sessionStorage'>): string {
  const given = new URLSearchParams(page.location.hash.slice(1)).get('token');
  if (given === null) return page.sessionStorage.getItem(tokenKey) ?? '';
  page.sessionStorage.setItem(tokenKey, given);
  page.history.replaceState(null, '', page.location.pathname + page.location.search);
  return given;
}

/** A link to the browser host at `origin`. */
export function httpLink(origin: string, token: string): ClientLink<Record<never, never>> {
  return new RPCLink({ url: `${origin}/rpc`, headers: { authorization: `Bearer ${token}` }, fetch: send });
}

/** A last save outlives its page where it is small enough for the browser to keep it (64 KB). */
async function send(request: Request, init: { redirect?: Request['redirect'] }): Promise<Response> {
  if (typeof document === 'undefined' || document.visibilityState === 'visible') return fetch(request, init);
  const spare = request.clone();
  try {
    return await fetch(request, { ...init, keepalive: true });
  } catch {
    return fetch(spare, init);
  }
}
