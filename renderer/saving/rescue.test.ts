import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type MinutesDocument, newMinutes } from '#shared/minutes/document.ts';
import { fail, ok } from '#shared/result.ts';
import { type Emergency, rescueOne } from './rescue.ts';
import { open } from './testing/open.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the emergency copy', () => {
  function rescued() {
    const parts = open();
    const told: Emergency[] = [];
    const elsewhere: string[] = [];
    let works = true;
    const host = {
      rescue: vi.fn(({ document }: { document: MinutesDocument }) => {
        if (works) elsewhere.push(document.meta.title);
        return Promise.resolve(works ? ok({ at: '2026-11-23T06:10:00.000Z' }) : fail('store.unreachable'));
      }),
      rescueOver: vi.fn(() => Promise.resolve(ok(null))),
    };
    const document = () => newMinutes({ title: '理事會' });
    const end = rescueOne(parts.saver, { id: parts.session.id, document }, host as never, parts.saver.revision, (emergency) => told.push(emergency));
    return { ...parts, told, elsewhere, host, end, breaks: () => (works = false) };
  }

  test('is written ten seconds after saving began to fail and every ten seconds, and goes when all is saved', async () => {
    const { session, store, told, elsewhere, host } = rescued();
    session.type('決議');
    await vi.advanceTimersByTimeAsync(300);
    await store.refuse('database.full');
    await vi.advanceTimersByTimeAsync(9900);
    expect(elsewhere).toEqual([]);
    await vi.advanceTimersByTimeAsync(10_200);
    expect(elsewhere).toEqual(['理事會', '理事會']);
    expect(told.at(-1)).toEqual({ at: '2026-11-23T06:10:00.000Z', onlyHere: false });
    expect(host.rescueOver).not.toHaveBeenCalled();
    await store.acknowledge(8);
    expect(host.rescueOver).toHaveBeenCalledExactlyOnceWith({ id: session.id });
    expect(told.at(-1)).toEqual({ at: null, onlyHere: false });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(elsewhere).toHaveLength(2);
  });

  test('that cannot be written either is said', async () => {
    const { session, store, told, breaks } = rescued();
    breaks();
    session.type('決議');
    await vi.advanceTimersByTimeAsync(300);
    await store.refuse('store.unreachable');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told.at(-1)).toEqual({ at: null, onlyHere: true });
  });

  test('is not made of a failure that passes', async () => {
    const { session, store, host } = rescued();
    session.type('決議');
    await vi.advanceTimersByTimeAsync(300);
    await store.refuse('database.failed');
    await vi.advanceTimersByTimeAsync(1000);
    await store.acknowledge(8);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(host.rescue).not.toHaveBeenCalled();
    expect(host.rescueOver).not.toHaveBeenCalled();
  });
});
