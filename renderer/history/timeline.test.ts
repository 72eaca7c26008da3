/** The timeline of a long meeting, scrolled while the store takes its time. */
import { expect, test, vi } from 'vitest';
import { ok } from '#shared/result.ts';
import type { Version } from '#shared/rpc/versions.ts';
import { createTimeline } from './timeline.ts';

const version = (revision: number): Version => ({ revision, savedAt: '2026-01-01T00:00:00.000Z', added: 0, removed: 0, name: null, circulatedAt: null });
const versions = Array.from({ length: 500 }, (_, index) => version(500 - index));

test('asks for the next page once, however often she scrolls until it is there', async () => {
  const list = vi.fn(async (offset: number, limit: number) => ok({ versions: versions.slice(offset, offset + limit), total: versions.length }));
  const { state, refresh, more } = createTimeline(list);
  const count = () => state.getState().versions.length;
  refresh();
  await expect.poll(count).toBe(200);
  more();
  more();
  await expect.poll(count).toBe(400);
  more();
  await expect.poll(count).toBe(500);
  expect(list.mock.calls).toEqual([
    [0, 200],
    [200, 200],
    [400, 200],
  ]);
  expect(state.getState().versions).toEqual(versions);
});
