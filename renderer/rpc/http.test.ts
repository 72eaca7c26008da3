import { expect, test, vi } from 'vitest';
import { takeToken } from './http.ts';

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
