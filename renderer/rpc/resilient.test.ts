import { ORPCError, type ClientLink } from '@orpc/client';
import { expect, test, vi } from 'vitest';
import { resilient } from './resilient.ts';

type Link = ClientLink<Record<never, never>>;
const linkOf = (call: Link['call']): Link => resilient({ call });
const list = ['store', 'meetings', 'list'];
const watch = ['store', 'events', 'watch'];

test('an answer comes through as it is', async () => {
  const answer = { ok: true, value: { total: 0, meetings: [] } };
  expect(await linkOf(async () => answer).call(list, {}, { context: {} })).toBe(answer);
});

test.each<[string, unknown, string]>([
  ['no connection', new TypeError('Failed to fetch'), 'store.unreachable'],
  ['a closed port', new DOMException('closed', 'AbortError'), 'store.unreachable'],
  ['a refused token', new ORPCError('UNAUTHORIZED'), 'store.unreachable'],
  ['input that the contract does not know', new ORPCError('BAD_REQUEST'), 'request.invalid'],
  ['a body that is too large', new ORPCError('PAYLOAD_TOO_LARGE'), 'request.invalid'],
  ['a fault of the services', new ORPCError('INTERNAL_SERVER_ERROR'), 'unexpected'],
])('%s is an error as a value', async (_, thrown, code) => {
  const link = linkOf(() => Promise.reject(thrown));
  expect(await link.call(list, {}, { context: {} })).toEqual({ ok: false, error: { code } });
});

async function* events(...values: unknown[]) {
  yield* values;
  throw new TypeError('the connection broke');
}

test('a stream connects again when it breaks, and says that something may have been missed', async () => {
  const open = vi.fn<Link['call']>();
  open.mockResolvedValueOnce(events('first'));
  open.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  open.mockResolvedValueOnce(events('second'));
  open.mockReturnValue(new Promise(() => undefined));
  const stream = (await linkOf(open).call(watch, undefined, { context: {} })) as AsyncIterableIterator<unknown>;
  expect((await stream.next()).value).toBe('first');
  expect((await stream.next()).value).toEqual({ type: 'library.changed', origin: null });
  expect((await stream.next()).value).toBe('second');
  expect(open).toHaveBeenCalledTimes(3);
});

test('a stream that is left ends at once and connects no more', async () => {
  const signals: AbortSignal[] = [];
  const open: Link['call'] = (_path, _input, { signal }) => {
    if (signal) signals.push(signal);
    return new Promise((_, failed) => signal?.addEventListener('abort', () => failed(signal.reason)));
  };
  const stream = (await linkOf(open).call(watch, undefined, { context: {} })) as AsyncIterableIterator<unknown>;
  const next = stream.next();
  await vi.waitFor(() => expect(signals).toHaveLength(1));
  await stream.return?.();
  expect(await next).toEqual({ value: undefined, done: true });
  expect(signals).toHaveLength(1);
});
