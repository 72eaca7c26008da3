import { createORPCClient } from '@orpc/client';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Client } from './client.ts';
import { httpLink, takeToken } from './http.ts';

function pageAt(hash: string, kept: Record<string, string> = {}) {
  const page = {
    location: { hash, pathname: '/', search: '?a=1' },
    history: { replaceState: vi.fn() },
    sessionStorage: { getItem: (key: string) => kept[key] ?? null, setItem: (key: string, value: string) => void (kept[key] = value) },
  };
  return { page: page as unknown as Parameters<typeof takeToken>[0], replaceState: page.history.replaceState };
}

test('the token is taken out of the address and kept for a reload', () => {
  const kept = {};
  const first = pageAt('#token=abc-DEF_123', kept);
  expect(takeToken(first.page)).toBe('abc-DEF_123');
  expect(first.replaceState).toHaveBeenCalledWith(null, '', '/?a=1');
  expect(takeToken(pageAt('', kept).page)).toBe('abc-DEF_123');
});

test('a page without a token has none', () => {
  expect(takeToken(pageAt('#elsewhere').page)).toBe('');
});

describe('a save while the window goes', () => {
  afterEach(() => vi.unstubAllGlobals());
  /** How the browser was asked to send a call, one entry a try; `keeps`: it outlives pages for calls of this size. */
  async function sent(visibilityState: DocumentVisibilityState, keeps = true): Promise<(boolean | undefined)[]> {
    const asked: (boolean | undefined)[] = [];
    vi.stubGlobal('document', { visibilityState });
    vi.stubGlobal('fetch', async (_request: Request, init: RequestInit) => {
      asked.push(init.keepalive);
      if (init.keepalive && !keeps) throw new TypeError('too large');
      return Response.json({ json: { ok: true, value: null } });
    });
    const client = createORPCClient<Client>(httpLink('http://127.0.0.1:4000', 'token'));
    expect(await client.host.setTitle({ title: '理事會' })).toEqual({ ok: true, value: null });
    return asked;
  }

  test('outlives its page', async () => {
    expect(await sent('hidden')).toEqual([true]);
    expect(await sent('visible')).toEqual([undefined]);
  });

  test('is sent as any other where the browser does not keep one so large', async () => {
    expect(await sent('hidden', false)).toEqual([true, undefined]);
  });
});
