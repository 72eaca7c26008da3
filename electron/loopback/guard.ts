/** Who may ask the browser host for what. Every rule refuses; none can be switched off. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { bodyLimit } from '#electron/host/body-limit.ts';

export interface Asked {
  method?: string | undefined;
  /** Path and query as they were sent. */
  url?: string | undefined;
  headers: IncomingHttpHeaders;
}

export interface Refusal {
  status: 400 | 401 | 403 | 405 | 411 | 413 | 415 | 421;
  reason: string;
}

/** `authority` is the server's own `127.0.0.1:port`. */
export interface Guarded {
  authority: string;
  token: string;
}

/** Whether the request is a call (else it asks for a file of the page). */
export const isCall = (url: string): boolean => url === '/rpc' || url.startsWith('/rpc/');

/** Why a request is refused, or null where it may pass. */
export function refusal(asked: Asked, { authority, token }: Guarded): Refusal | null {
  const { method, url, headers } = asked;
  const origin = headers.origin;
  if (headers.host !== authority) return { status: 421, reason: 'wrong host' };
  if (!url?.startsWith('/')) return { status: 400, reason: 'wrong address' };
  if (headers.upgrade !== undefined) return { status: 400, reason: 'no upgrades' };
  if (origin !== undefined && origin !== `http://${authority}`) return { status: 403, reason: 'foreign origin' };

  const site = headers['sec-fetch-site'];
  if (!isCall(url)) {
    if (method !== 'GET' && method !== 'HEAD') return { status: 405, reason: 'only GET' };
    return site === undefined || site === 'same-origin' || site === 'none' ? null : { status: 403, reason: 'foreign site' };
  }
  if (method !== 'POST') return { status: 405, reason: 'only POST' };
  if (origin === undefined) return { status: 403, reason: 'no origin' };
  if (site !== undefined && site !== 'same-origin') return { status: 403, reason: 'foreign site' };
  if (!sameToken(headers.authorization, token)) return { status: 401, reason: 'no token' };
  return bodyRefusal(headers);
}

function bodyRefusal(headers: IncomingHttpHeaders): Refusal | null {
  const length = headers['content-length'];
  if (length === undefined || !/^\d+$/.test(length)) return { status: 411, reason: 'no length' };
  if (Number(length) > bodyLimit) return { status: 413, reason: 'too large' };
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json' || type === 'multipart/form-data') return null;
  return length === '0' && type === undefined ? null : { status: 415, reason: 'only JSON' };
}

/** Compares in constant time: the digests have one length whatever was sent. */
function sameToken(header: string | undefined, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}
